package report

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// What a record says that a form meets of each argument is what the engine counts: the
// parts sum to the value of the form.
func TestPartsMetSumToTheValue(t *testing.T) {
	t.Parallel()
	e, err := engine.New(rules.Core())
	require.NoError(t, err)
	raised := 0
	pack := rules.Core()
	for seed := range uint64(testkit.Times(20)) {
		random, answers := rand.New(rand.NewPCG(seed, 1)), map[string]engine.Answer{}
		for i := range pack.Facts {
			switch f := &pack.Facts[i]; {
			case len(f.Values) > 0:
				answers[f.ID] = engine.Value(f.Values[random.IntN(len(f.Values))].ID)
			case f.Type == rules.BoolFact:
				answers[f.ID] = engine.Value([]string{"true", "false"}[random.IntN(2)])
			}
		}
		r, err := e.Recommend(t.Context(), engine.Profile{Weights: map[string]float64{"adoption_reach": 8, "predictable_revenue": 5, "misuse_resistance": 3}, Facts: answers})
		require.NoError(t, err)
		w := newWording(rules.Core(), r, applyOptions(nil))
		rec := &record{wording: w, reading: readProfile(w.pack, &r.Profile)}
		for _, f := range listRecordForms(w) {
			sum := 0.0
			for _, a := range listMetArguments(rec, f) {
				sum += float64(a.Mass * a.part)
				if a.part != f.option.CaptureOf(f.form, w.pack.Argument(a.ID)) {
					raised++
				}
			}
			require.InDelta(t, f.result.Value.Nominal, sum, 1e-9, f.form.ID)
		}
	}
	require.Positive(t, raised, "some form is raised by an answer")
}
