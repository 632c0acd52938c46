package profiles_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// input draws what one of the methods takes, about the given priorities.
func input(t *rapid.T, ids []string) elicit.Input {
	times := rapid.Float64Range(1, 9)
	switch rapid.IntRange(0, 3).Draw(t, "method") {
	case 0:
		cut := rapid.IntRange(1, len(ids)).Draw(t, "tied")
		places := [][]string{ids[:cut]}
		for _, id := range ids[cut:] {
			places = append(places, []string{id})
		}
		return elicit.Input{Ranking: places}
	case 1:
		points := map[string]float64{}
		for _, id := range ids[1:] {
			points[id] = rapid.Float64Range(0, 100/float64(len(ids))).Draw(t, "points")
		}
		points[ids[0]] = elicit.PointsLeft(points)
		return elicit.Input{Points: points}
	case 2:
		var pairs []elicit.Judgement
		for _, id := range ids[1:] {
			pairs = append(pairs, elicit.Judgement{A: id, B: ids[0], Times: times.Draw(t, "times")})
		}
		return elicit.Input{Pairs: pairs}
	}
	b := &elicit.BestWorstInput{Best: ids[0], Worst: ids[1], BestOver: map[string]float64{}, OverWorst: map[string]float64{}}
	for _, id := range ids[1:] {
		b.BestOver[id] = times.Draw(t, "over")
		if id != ids[1] {
			b.OverWorst[id] = times.Draw(t, "worst")
		}
	}
	if len(b.OverWorst) == 0 {
		b.OverWorst[b.Best] = b.BestOver[b.Worst]
	}
	return elicit.Input{BestWorst: b}
}

// What weights were worked out from is written and read back in every format.
func TestWeightsAreWrittenAsTheyWereSaid(t *testing.T) {
	t.Parallel()
	all := make([]string, len(rules.Core().Priorities))
	for i, p := range rules.Core().Priorities {
		all[i] = p.ID
	}
	testkit.Check(t, func(t *rapid.T) {
		ids := rapid.Permutation(all).Draw(t, "ids")[:rapid.IntRange(2, 8).Draw(t, "n")]
		in := input(t, ids)
		w, err := in.Weights()
		require.NoError(t, err)
		p := engine.Profile{Name: "p", Weights: w, WeightsFrom: in}
		for _, f := range []profiles.Format{profiles.YAML, profiles.TOML, profiles.JSON} {
			var b bytes.Buffer
			require.NoError(t, profiles.Write(&b, p, f))
			require.NotContains(t, b.String(), "priorities")
			got, err := profiles.Read(bytes.NewReader(b.Bytes()), "p", f)
			require.NoError(t, err, b.String())
			require.Equal(t, in, got.WeightsFrom)
			require.Equal(t, map[string]float64(w), got.Weights)
		}
	})
}

// What no longer comes to the weights, or would lose a note, is not written.
func TestWeightsThatWereChangedSince(t *testing.T) {
	t.Parallel()
	in := elicit.Input{Ranking: [][]string{{"adoption_reach"}, {"ip_secrecy"}}}
	w, err := in.Weights()
	require.NoError(t, err)
	for name, change := range map[string]func(*engine.Profile){
		"another weight": func(p *engine.Profile) { p.Weights["ip_secrecy"] = 1 },
		"one more":       func(p *engine.Profile) { p.Weights["data_privacy"] = 1 },
		"one less":       func(p *engine.Profile) { delete(p.Weights, "ip_secrecy") },
		"a note":         func(p *engine.Profile) { p.Notes = map[string]engine.Note{"ip_secrecy": {Text: "why"}} },
	} {
		p := engine.Profile{Weights: map[string]float64{}, WeightsFrom: in}
		for id, x := range w {
			p.Weights[id] = x
		}
		change(&p)
		var b bytes.Buffer
		require.NoError(t, profiles.Write(&b, p, profiles.YAML))
		require.NotContains(t, b.String(), "ranking", name)
		got, err := profiles.Read(&b, "p", profiles.YAML)
		require.NoError(t, err)
		require.Equal(t, p.Weights, got.Weights, name)
		require.Zero(t, got.WeightsFrom)
	}
}
