package lock_test

import (
	"bytes"
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/profiles/lock"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// moverPreset is the profile that these tests change.
const moverPreset = "one_person_library"

// moved names the answers that moved its verdict.
func moved(t *testing.T, pack *rules.Pack, old engine.Profile, set ...string) []string {
	t.Helper()
	_, before := recommend(t, rules.Core(), old)
	eng, now := recommend(t, pack, preset(t, moverPreset, set...))
	c, err := lock.Explain(context.Background(), eng, lock.FromRecommendation(before), now)
	require.NoError(t, err)
	movers, err := lock.FindMovers(context.Background(), eng, c)
	require.NoError(t, err)
	var ids []string
	for _, d := range movers {
		ids = append(ids, d.ID)
	}
	return ids
}

func TestWhichAnswersMovedTheVerdict(t *testing.T) {
	t.Parallel()
	old := preset(t, moverPreset)
	require.Empty(t, moved(t, rules.Core(), old, "adoption_reach=6.5"), "the verdict is the same")
	require.Equal(t, []string{"rights_cleared"}, moved(t, rules.Core(), old, "adoption_reach=6.5", "rights_cleared=no"))
	require.Equal(t, []string{"confidentiality_duty", "rights_cleared"},
		moved(t, rules.Core(), old, "confidentiality_duty=true", "rights_cleared=no"), "either would do, so none does alone: both")
	closing := otherRules(func(p *rules.Pack) { p.Constants.Margin.Value = 1 })
	require.Empty(t, moved(t, closing, old, "adoption_reach=6.5"), "the rules moved it")

	// Limits and the sureness of weights are answers too.
	_, rec := recommend(t, rules.Core(), old)
	barred := old
	barred.WeightsSure = "unsure"
	barred.Limits = []engine.Limit{{Exclude: []string{rec.Option, "in_house"}, Because: "no"}}
	require.Equal(t, []string{rec.Option}, moved(t, rules.Core(), barred))
	eng, now := recommend(t, rules.Core(), barred)
	c := lock.Compare(lock.FromRecommendation(rec), lock.FromRecommendation(now))
	movers, err := lock.FindMovers(t.Context(), eng, c)
	require.NoError(t, err)
	require.Equal(t, []profiles.Difference{{Kind: profiles.LimitKind, ID: rec.Option, To: "excluded"}}, movers)

	done, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = lock.FindMovers(done, eng, c)
	require.ErrorIs(t, err, context.Canceled)
}

func TestTheLockOfAResultIsThatOfTheRecommendation(t *testing.T) {
	t.Parallel()
	for _, info := range profiles.Presets() {
		p := preset(t, info.Name, "misuse_severity=unknown", "user_data_feedback=na")
		p.Limits = []engine.Limit{{Exclude: []string{"open_model", "in_house"}, Because: "no"}, {Exclude: []string{"in_house"}, Because: "no"}}
		_, rec := recommend(t, rules.Core(), p)
		var b bytes.Buffer
		require.NoError(t, report.Write(&b, rules.Core(), rec, report.JSON))
		l, err := lock.FromResult("r.json", b.Bytes())
		require.NoError(t, err)
		want := lock.FromRecommendation(rec)
		want.Answers.WeightsSure = "" // a result does not say
		require.Equal(t, want, l, info.Name)
	}
}

func TestOfResultRefuses(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"": "AJ010", "{": "AJ252", "[]": "AJ252", "{}": "AJ253", `{"schema": "ajar.lock/1"}`: "AJ253", `{"schema": "ajar.result/1", "stance": "ajar"}`: "AJ252", "\xff": "AJ012", "{\x00}": "AJ021",
	} {
		_, err := lock.FromResult("r.json", []byte(text))
		list, ok := diag.From(err)
		require.True(t, ok, "%v", err)
		require.Equal(t, want, list[0].Code, text)
	}
}
