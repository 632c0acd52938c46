package profiles_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
)

// What is open stands before what is known, what is said with little certainty before
// what is certain, and another kind of work comes last but for what contradicts.
func TestLikelyFlipsComeFirst(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	find := func(preset string, notes map[string]engine.Note) (map[string]engine.FlipGroup, []engine.FlipGroup) {
		p, err := profiles.Preset(preset)
		require.NoError(t, err)
		p.Notes = notes
		r, err := e.Analyse(t.Context(), p)
		require.NoError(t, err)
		groups := map[string]engine.FlipGroup{}
		var order []engine.FlipGroup
		for _, f := range r.Sensitivity.FlipFacts {
			groups[f.Set[0].Fact+"="+f.Set[0].Answer.String()] = f.Group
			if len(order) == 0 || order[len(order)-1] != f.Group {
				order = append(order, f.Group)
			}
			require.Equal(t, f.Group == engine.ExcludesOthers, len(f.Contradicts) > 0, "%v", f)
		}
		return groups, order
	}

	groups, order := find("one_person_library", map[string]engine.Note{"rival_state": {Sure: engine.LowSureness}})
	require.Equal(t, []engine.FlipGroup{engine.AnswersOpen, engine.CorrectsUnsure, engine.MayChange, engine.ExcludesOthers}, order)
	require.Equal(t, engine.AnswersOpen, groups["riders=embedders"])
	require.Equal(t, engine.CorrectsUnsure, groups["rival_state=closed_incumbent"])
	require.Equal(t, engine.MayChange, groups["hosting_rivals=possible"])
	require.Equal(t, engine.ExcludesOthers, groups["hosting_rivals=active"], "nobody hosts what is not out")

	groups, order = find("public_body", nil)
	require.Equal(t, []engine.FlipGroup{engine.MayChange, engine.MakesAnotherCase, engine.ExcludesOthers}, order)
	require.Equal(t, engine.MakesAnotherCase, groups["kind=model"])
}
