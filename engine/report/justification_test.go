package report

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// Every sentence of a justification leads back to rules of the pack or to
// sources; one about an argument also to the weights and facts that gave it
// its mass.
func TestEverySentenceIsBacked(t *testing.T) {
	t.Parallel()
	testkit.Check(t, func(t *rapid.T) {
		p := rules.Core()
		if rapid.Bool().Draw(t, "random pack") {
			p = gen.Pack(t, gen.Usual)
		}
		e, err := engine.New(p)
		require.NoError(t, err)
		r, err := e.Recommend(context.Background(), gen.Profile(t, p))
		require.NoError(t, err)
		for _, lang := range []string{"en", "zh"} {
			w := newWording(p, r, &writeSettings{lang: lang})
			ids := packIDs(p)
			for i := range r.Dimensions {
				d := &r.Dimensions[i]
				list := justifyDimension(w, d)
				for _, s := range list {
					by := strings.Join(s.grounds, " ")
					require.True(t, slices.ContainsFunc(ids, func(id string) bool { return strings.Contains(by, id) }), "%q rests on nothing", s.text)
				}
				for j := range d.Arguments {
					requireBacked(t, w, &d.Arguments[j], list)
				}
			}
		}
	})
}

// packIDs lists the ids of arguments, moderators and sources.
func packIDs(p *rules.Pack) []string {
	var ids []string
	for i := range p.Dimensions {
		for j := range p.Dimensions[i].Arguments {
			ids = append(ids, p.Dimensions[i].Arguments[j].ID)
		}
		for j := range p.Dimensions[i].Moderators {
			ids = append(ids, p.Dimensions[i].Moderators[j].ID)
		}
	}
	for i := range p.Sources {
		ids = append(ids, p.Sources[i].ID)
	}
	return ids
}

// requireBacked finds the sentence of an argument and what it must name.
func requireBacked(t *rapid.T, w *wording, a *engine.ArgumentResult, list []sentence) {
	i := slices.IndexFunc(list[1:], func(s sentence) bool { return s.grounds[0] == a.ID })
	require.GreaterOrEqual(t, i, 0, a.ID)
	by := strings.Join(list[i+1].grounds, " ")
	for _, p := range a.Priorities {
		require.Contains(t, list[i+1].text, w.JustifyWish(briefPriority(w, p.ID), plain.Decimal(p.Weight)))
	}
	for _, f := range listFactsRead(w.pack.Argument(a.ID).When) {
		if !slices.Contains(w.rec.Unknown, f) {
			require.Contains(t, by, f)
		}
	}
	for _, s := range w.pack.Argument(a.ID).Sources() {
		require.Contains(t, by, s)
	}
	for _, m := range a.Moderators {
		require.True(t, slices.ContainsFunc(list, func(s sentence) bool { return s.grounds[0] == m.ID }), m.ID)
	}
}

func TestHundredthsSumTo100(t *testing.T) {
	t.Parallel()
	require.Equal(t, []int{34, 33, 33}, roundToHundredths([]float64{1, 1, 1}))
	require.Equal(t, []int{0, 0}, roundToHundredths([]float64{0, 0}))
	testkit.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.Float64Range(0.001, 1), 1, 20).Draw(t, "parts")
		sum := 0
		for _, n := range roundToHundredths(parts) {
			sum += n
		}
		require.Equal(t, 100, sum)
	})
}

func TestBarPointsWhereTheDimensionPulls(t *testing.T) {
	t.Parallel()
	d := func(importance, lean float64) *engine.DimensionResult {
		return &engine.DimensionResult{Importance: importance, Lean: engine.Interval{Nominal: lean}, Contribution: importance * lean}
	}
	require.Equal(t, "#######|       ", drawBar(d(0.5, -1), 0.5, 7))
	require.Equal(t, "       |####   ", drawBar(d(0.5, 0.5), 0.5, 7))
	require.Equal(t, "       |#      ", drawBar(d(0.01, 0.3), 0.5, 7), "a lean is never drawn as none")
	require.Equal(t, "       |       ", drawBar(d(0.5, 0.02), 0.5, 7))
	nowhere := d(0, 0)
	nowhere.Lean = engine.Interval{Nominal: nan(), Low: nan(), High: nan()}
	require.Equal(t, "       ?       ", drawBar(nowhere, 0.5, 7))
}

func nan() float64 { z := 0.0; return z / z }
