package profiles_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
)

func TestCasesAreComplete(t *testing.T) {
	t.Parallel()
	infos := profiles.Cases()
	require.Len(t, infos, 37, "no other decisions: some are kept apart to judge the pack by")
	outcomes := map[engine.Stance]int{}
	for _, c := range infos {
		outcomes[c.Outcome]++
		require.Contains(t, []engine.Stance{engine.Open, engine.Mixed, engine.Closed}, c.Outcome, c.Name)
		require.NotContains(t, c.AlsoAcceptable, c.Outcome, c.Name)
		require.Contains(t, []string{"stated", "inferred", "mixed"}, c.PriorityBasis, c.Name)
		require.Contains(t, []string{"high", "medium"}, c.Confidence, c.Name)
		require.NotEmpty(t, c.Sources, c.Name)
		require.NotEmpty(t, c.OutcomeOptions, c.Name)
		for _, id := range c.OutcomeOptions {
			o := rules.Core().Option(id)
			require.NotNil(t, o, "%s: %s", c.Name, id)
			require.Equal(t, c.Outcome, o.Stance, c.Name)
		}
		texts := []rules.Text{c.About, c.Detail}
		if c.Note != nil {
			texts = append(texts, c.Note)
		}
		for _, text := range texts {
			require.NotEmpty(t, text.In("en"), c.Name)
			require.NotRegexp(t, `\p{Han}.*[,;!?]|([a-z]{3,} ){3}`, text.Own("zh"), c.Name)
			require.Regexp(t, `\p{Han}.*。$`, text.Own("zh"), c.Name)
		}
		for _, s := range c.Sources {
			require.True(t, s.Basis.Valid(), c.Name)
			require.NotEmpty(t, s.Ref, c.Name)
		}
		p, err := profiles.Case(c.Name)
		require.NoError(t, err)
		require.Equal(t, c.Name, p.Name)
		require.NotEmpty(t, p.Weights, c.Name)
		require.Greater(t, len(p.Facts), 30, c.Name)
	}
	require.Len(t, outcomes, 3)
}

func TestCaseByName(t *testing.T) {
	t.Parallel()
	_, err := profiles.Case("linux_kernel_1991")
	require.ErrorContains(t, err, `AJ229 there is no case "linux_kernel_1991"; did you mean "linux_kernel_1992"?`)

	p, err := profiles.Case("chatglm_6b_2023", profiles.WithAssignments("kind=both", "recall_needed="))
	require.NoError(t, err)
	require.Equal(t, engine.Value("both"), p.Facts["kind"])
	require.NotContains(t, p.Facts, "recall_needed")
	require.Equal(t, engine.Value("no"), p.Facts["training_data_shareable"])
	require.Equal(t, engine.Unknown, p.Facts["export_controlled"])
	require.Equal(t, []string{"case:chatglm_6b_2023", "set"}, p.Layers)
}

// No preset and no case gives answers that exclude each other.
func TestNoContradictionComesWithTheProgram(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	for _, x := range examples(t) {
		found, err := e.FindContradictions(x.profile)
		require.NoError(t, err)
		require.Empty(t, found, x.name)
	}
}
