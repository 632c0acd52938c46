package change_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/change"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
)

// A change of a set says what came and what went, if both are wholly known.
func TestChangesOfSets(t *testing.T) {
	t.Parallel()
	c := change.Change{Pack: &rules.Pack{Facts: []rules.Fact{
		{ID: "kind", Type: rules.EnumFact, Values: []rules.FactValue{{ID: "model"}, {ID: "software"}}},
		{ID: "terms", Type: rules.SetFact, Values: []rules.FactValue{{ID: "none", Alone: true}, {ID: "strong"}, {ID: "weak"}, {ID: "own"}}},
	}}}
	for _, tc := range []struct{ id, from, to, en, zh string }{
		{"kind", "model", "software", "kind: from model to software", "kind：由 model 改为 software"},
		{"terms", "strong", "weak", "terms: from strong to weak", "terms：由 strong 改为 weak"},
		{"terms", "strong", "own, strong, weak", "terms: from strong to own, strong, weak (new: weak and own)", "terms：由 strong 改为 own, strong, weak（新增：weak 和 own）"},
		{"terms", "strong, weak", "none", "terms: from strong, weak to none (new: none; gone: strong and weak)", "terms：由 strong, weak 改为 none（新增：none；去掉：strong 和 weak）"},
		{"terms", "strong, weak", "unknown", "terms: from strong, weak to unknown", "terms：由 strong, weak 改为 unknown"},
		{"terms", "", "strong, weak", "terms: from no answer to strong, weak", "terms：由 未回答 改为 strong, weak"},
		{"terms", "strong, weak", "strong: yes, weak: no", "terms: from strong, weak to strong: yes, weak: no", "terms：由 strong, weak 改为 strong: yes, weak: no"},
		{"terms", "strong, old", "strong, weak", "terms: from strong, old to strong, weak", "terms：由 strong, old 改为 strong, weak"},
	} {
		d := profiles.Difference{Kind: profiles.FactKind, ID: tc.id, From: tc.from, To: tc.to}
		require.Equal(t, tc.en, c.PhraseAnswer("en", d))
		require.Equal(t, tc.zh, c.PhraseAnswer("zh", d))
	}
}
