package explain

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules"
)

func TestEveryPartHasAHeading(t *testing.T) {
	t.Parallel()
	m := newExplainer(rules.Core(), "en")
	used := map[string]bool{"here": true, "here_answers": true, "here_did": true, m.listValues(&rules.Fact{Type: rules.SetFact}).Key: true}
	for i := range m.things {
		require.GreaterOrEqual(t, indexOfKind(m.things[i].kind), 0, "kind %s is not in kinds", m.things[i].kind)
		for _, part := range m.things[i].explain(m) {
			require.Contains(t, headings, part.Key, "give it a text heading_%s and add it to headings", part.Key)
			used[part.Key] = true
		}
	}
	for key := range headings {
		require.True(t, used[key], "no part has the heading %s", key)
	}
}

func TestEveryWarningIsExplained(t *testing.T) {
	t.Parallel()
	ids := make([]string, len(warnings))
	for i, x := range warnings {
		ids[i] = x.id
	}
	require.Equal(t, report.WarningIDs(), ids, "add what is missing to warnings and to texts")
}
