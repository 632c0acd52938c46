package engine_test

import (
	"encoding/json"
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	door "github.com/ajar-decision/ajar/engine/internal/inside"
	"github.com/ajar-decision/ajar/rules"
)

// A range decides as its middle does, and only the result of that priority tells that
// it was one. A range from a weight to the same weight is that weight, also for the
// digest.
func TestRangesDecideByTheirMiddle(t *testing.T) {
	check(t, func(t *rapid.T) {
		_, e, plain := drawn(t, gen.Usual)
		ranged := gen.WithRanges(t, plain)
		middles := ranged.Clone()
		middles.Weights, middles.Ranges = ranged.StatedWeights(), nil
		r := decide(t, e, ranged)
		require.Equal(t, dump(decide(t, e, middles), "Range"), dump(r, "Range"))
		wide := false
		for _, p := range r.Priorities {
			stated, is := ranged.Ranges[p.ID]
			if is = is && stated.Low < stated.High; !is {
				require.Nil(t, p.Range)
				continue
			}
			wide = true
			require.Equal(t, &stated, p.Range)
			require.InDelta(t, (stated.Low+stated.High)/2, p.Weight, 1e-9)
		}
		if !wide {
			require.Equal(t, middles.Digest(), ranged.Digest())
		} else {
			require.NotEqual(t, middles.Digest(), ranged.Digest())
		}
	})
}

// What starts from the stated weights starts from the middle of a range.
func TestFlipsStartFromTheMiddle(t *testing.T) {
	check(t, func(t *rapid.T) {
		_, e, plain := drawn(t, gen.Usual)
		ranged := gen.WithRanges(t, plain)
		middles := ranged.Clone()
		middles.Weights, middles.Ranges = ranged.StatedWeights(), nil
		got, want := analyse(t, e, ranged).Sensitivity, analyse(t, e, middles).Sensitivity
		require.Equal(t, want.Priorities, got.Priorities)
		require.Equal(t, want.FlipFacts, got.FlipFacts)
		require.Equal(t, fmt.Sprint(want.StabilityRadius, want.Shares.Poles.RankingKept, want.Shares.RankingKept), fmt.Sprint(got.StabilityRadius, got.Shares.Poles.RankingKept, got.Shares.RankingKept))
	})
}

// What draws weights sees both ends of a range, in units, and one weight twice for all
// others; without a range there is nothing to see.
func TestRangesReachTheEngineInUnits(t *testing.T) {
	t.Parallel()
	e := build(t, rules.Core())
	index := func(p engine.Profile) (low, high, weight map[string]int64) {
		r, in, err := door.Index(e, &p)
		require.NoError(t, err)
		if in.Low == nil {
			require.Nil(t, in.High)
			return nil, nil, nil
		}
		low, high, weight = map[string]int64{}, map[string]int64{}, map[string]int64{}
		for id, i := range r.PriorityIndex {
			low[id], high[id], weight[id] = in.Low[i], in.High[i], in.Weight[i]
		}
		return low, high, weight
	}
	low, high, weight := index(engine.Profile{
		Weights: map[string]float64{"adoption_reach": 9},
		Ranges:  map[string]engine.WeightRange{"ip_secrecy": {0.1, 0.2}, "data_privacy": {3, 3}},
	})
	for id, want := range map[string][3]int64{
		"adoption_reach": {9e9, 9e9, 9e9}, "ip_secrecy": {1e8, 2e8, 15e7}, "data_privacy": {3e9, 3e9, 3e9}, "community_contribution": {-1, -1, -1},
	} {
		require.Equal(t, want, [3]int64{low[id], high[id], weight[id]}, id)
	}
	for _, p := range []engine.Profile{{Weights: map[string]float64{"adoption_reach": 9}}, {Ranges: map[string]engine.WeightRange{"ip_secrecy": {4, 4}}}} {
		low, _, _ = index(p)
		require.Nil(t, low)
	}
}

// What is one weight as it is read has one digest, written as a weight or as a range; the
// next weight has another. Digests of weights of at most nine decimals were always these.
func TestOneWeightHasOneDigest(t *testing.T) {
	t.Parallel()
	weight := func(w float64) string {
		return (&engine.Profile{Weights: map[string]float64{"adoption_reach": w}}).Digest()
	}
	ranged := func(low, high float64) string {
		return (&engine.Profile{Ranges: map[string]engine.WeightRange{"adoption_reach": {Low: low, High: high}}}).Digest()
	}
	for _, w := range []float64{0, 0.000000001, 0.1, 1.0 / 3, 2.675, 5, 9.999999999, 10} {
		near := w + 1e-10
		if w == 10 {
			near = w - 1e-10
		}
		require.Equal(t, weight(w), weight(near), w)
		require.Equal(t, weight(w), ranged(min(w, near), max(w, near)), w)
		require.False(t, engine.WeightRange{Low: min(w, near), High: max(w, near)}.IsWide(), w)
		next := w + 1e-9
		if w == 10 {
			next = w - 1e-9
		}
		require.NotEqual(t, weight(w), weight(next), w)
		require.NotEqual(t, weight(w), ranged(min(w, next), max(w, next)), w)
		require.True(t, engine.WeightRange{Low: min(w, next), High: max(w, next)}.IsWide(), w)
	}
	require.Equal(t, ranged(4, 7), ranged(4.0000000001, 6.9999999999))
	require.Equal(t, weight(0), weight(math.Copysign(0, -1)))
	p := engine.Profile{Weights: map[string]float64{"adoption_reach": 0.123456789}, Ranges: map[string]engine.WeightRange{"ip_secrecy": {Low: 2.5, High: 7.123456789}}}
	require.Equal(t, "sha256:4de05cf70e37c178048788d301f362adc06a2915d45122cf24083ebac657d1e8", p.Digest())
	require.Empty(t, weight(math.NaN()))
	require.NotEqual(t, weight(11), weight(11.0000000001), "what is no weight is not read")
}

func TestWrongRangesAreRefused(t *testing.T) {
	t.Parallel()
	_, err := core(t).Recommend(t.Context(), engine.Profile{
		Weights: map[string]float64{"adoption_reach": 1},
		Ranges: map[string]engine.WeightRange{
			"adoption_reach": {1, 2}, "adoptoin_reach": {1, 2}, "ip_secrecy": {math.NaN(), 3}, "data_privacy": {7, 4}, "community_contribution": {-1, 11},
		},
	})
	for _, want := range []string{
		`AJ309 "adoption_reach" has a weight and a range`, `"adoptoin_reach"; did you mean "adoption_reach"?`, `AJ302 the weight of "ip_secrecy" is NaN`,
		`AJ309 the weight of "data_privacy" runs from 7 down to 4`, `AJ302 the weight of "community_contribution" is -1`, `AJ302 the weight of "community_contribution" is 11`,
	} {
		require.ErrorContains(t, err, want)
	}
}

func TestRangesAreTwoNumbersInJSON(t *testing.T) {
	t.Parallel()
	p := engine.Profile{Ranges: map[string]engine.WeightRange{"ip_secrecy": {4, 7.5}}}
	data, err := json.Marshal(&p)
	require.NoError(t, err)
	require.Equal(t, `{"ranges":{"ip_secrecy":[4,7.5]}}`, string(data))
	for _, wrong := range []string{`[4]`, `[4,5,6]`, `"4-7"`, `null`, `{"low":4}`} {
		require.ErrorContains(t, json.Unmarshal([]byte(`{"ranges": {"ip_secrecy": `+wrong+`}}`), &p), "is no range of weights", wrong)
	}
}

// A range is read as people write it; what is no range is none.
func TestParseWeightRange(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]engine.WeightRange{
		"4-7": {Low: 4, High: 7}, " 4 .. 7 ": {Low: 4, High: 7}, "4~7": {Low: 4, High: 7}, "4 TO 7": {Low: 4, High: 7}, "4 到 7": {Low: 4, High: 7},
		"４至７": {Low: 4, High: 7}, "4–7.5": {Low: 4, High: 7.5}, "7—4": {Low: 7, High: 4},
	} {
		got, ok := engine.ParseWeightRange(text)
		require.True(t, ok, text)
		require.Equal(t, want, got, text)
	}
	for _, text := range []string{"", "4", "-", "4-", "-7", "four to seven", "4 7"} {
		_, ok := engine.ParseWeightRange(text)
		require.False(t, ok, text)
	}
}
