package main

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// The counts that reports quote are those that the cases give now.
func TestGoldenCalibration(t *testing.T) {
	t.Parallel()
	s, err := makeCoreStudy()
	require.NoError(t, err)
	text, err := s.renderCalibration(&s.found)
	require.NoError(t, err)
	testkit.Golden(t, "../../../profiles/cases/calibration.json", text)
	counted := s.countWords(&s.found)
	for mode, counts := range []profiles.SettledCounts{counted.WithPriorities, counted.FactsOnly} {
		for _, list := range [][]profiles.WordCount{counts.Stance, counts.Option} {
			said, same := 0, 0
			for _, x := range list {
				require.GreaterOrEqual(t, x.Said, x.Acceptable)
				require.GreaterOrEqual(t, x.Acceptable, x.Same)
				said, same = said+x.Said, same+x.Same
			}
			require.Equal(t, len(s.cases), said, "each case has one of the words")
			all := s.tallyCases(listLabels(s.verdicts[mode]), keepAll)
			require.Contains(t, []int{all.strict, all.first.strict}, same, "the hits of the table of accuracy, by word")
		}
	}
}

// chance is the share of an option over weightings, and over judgements too.
type chance struct {
	option         string
	near, doubting float64
}

// newAnalysed makes a result with words for stance and option, and shares of options.
func newAnalysed(stance engine.Stance, option string, words [2]engine.Robustness, near, doubting engine.LevelShares, chances ...chance) *engine.Recommendation {
	s := &engine.Sensitivity{Robustness: engine.VerdictRobustness{Stance: words[0], Option: words[1], OverWeightings: near, OverJudgements: doubting}}
	for _, c := range chances {
		s.Acceptability = append(s.Acceptability, engine.Acceptability{Option: c.option, Share: c.near, OverJudgements: engine.Fraction(c.doubting)})
	}
	return &engine.Recommendation{Verdict: engine.Verdict{Stance: stance, Option: option}, Sensitivity: s}
}

// threeCases are one where the owners did as advised, one where they took another option
// of the stance, and one where they did something else that could be defended.
func threeCases(t *testing.T) (*study, []*engine.Recommendation) {
	s := toy(t, [3]any{9, 1, engine.Open}, [3]any{9, 1, engine.Open}, [3]any{1, 9, engine.Closed})
	s.pack.Options = []rules.Option{{ID: "in_house", Stance: rules.Closed}, {ID: "open_copyleft", Stance: rules.Open}, {ID: "open_model", Stance: rules.Open}}
	s.cases[0].OutcomeOptions = []string{"open_model"}
	s.cases[1].OutcomeOptions = []string{"open_copyleft"}
	s.cases[2].OutcomeOptions, s.cases[2].AlsoAcceptable = []string{"in_house"}, []engine.Stance{engine.Open}
	shares := []chance{{"in_house", 0.25, 0.375}, {"open_copyleft", 0.25, 0.25}, {"open_model", 0.5, 0.375}}
	near, doubting := engine.LevelShares{Stance: 0.75, Option: 0.5}, engine.LevelShares{Stance: 0.625, Option: 0.375}
	return s, []*engine.Recommendation{
		newAnalysed(engine.Open, "open_model", [2]engine.Robustness{engine.Clear, engine.Clear}, near, doubting, shares...),
		newAnalysed(engine.Open, "open_model", [2]engine.Robustness{engine.Clear, engine.Close}, near, doubting, shares...),
		newAnalysed(engine.Open, "open_model", [2]engine.Robustness{engine.Leaning, engine.Close},
			engine.LevelShares{Stance: 1, Option: 1}, engine.LevelShares{Stance: 0.9, Option: 0.8}, chance{"in_house", 0, 0.1}, chance{"open_model", 1, 0.9}),
	}
}

func TestWordsAreCounted(t *testing.T) {
	t.Parallel()
	s, found := threeCases(t)
	c := s.countWords(&analyses{withPriorities: found})
	require.Equal(t, 3, c.Cases)
	said := func(list []profiles.WordCount, word engine.Robustness) profiles.WordCount {
		for _, x := range list {
			if x.Word == word {
				return x
			}
		}
		return profiles.WordCount{}
	}
	require.Len(t, c.WithPriorities.Stance, len(engine.Robustnesses()), "words that are never said are counted too")
	require.Equal(t, profiles.WordCount{Word: engine.Clear, Said: 2, Same: 2, Acceptable: 2}, said(c.WithPriorities.Stance, engine.Clear))
	require.Equal(t, profiles.WordCount{Word: engine.Leaning, Said: 1, Same: 0, Acceptable: 1}, said(c.WithPriorities.Stance, engine.Leaning))
	require.Equal(t, profiles.WordCount{Word: engine.Clear, Said: 1, Same: 1, Acceptable: 1}, said(c.WithPriorities.Option, engine.Clear))
	require.Equal(t, profiles.WordCount{Word: engine.Close, Said: 2, Same: 0, Acceptable: 1}, said(c.WithPriorities.Option, engine.Close))
	require.Equal(t, profiles.WordCount{Word: engine.Clear}, said(c.FactsOnly.Stance, engine.Clear))
}

func TestLogLoss(t *testing.T) {
	t.Parallel()
	s, found := threeCases(t)
	mean := func(chances ...float64) float64 {
		sum := 0.0
		for _, p := range chances {
			sum -= math.Log(p)
		}
		return sum / float64(len(chances))
	}
	got := s.measureLosses(found)
	for _, x := range []struct {
		got          losses
		done, agreed float64
	}{
		{got.stance[0], mean(0.75, 0.75, leastChance), mean(0.75, 0.75, leastChance)}, // the last is sure and wrong
		{got.stance[1], mean(0.625, 0.625, 0.1), mean(0.625, 0.625, 1-0.9)},
		{got.option[0], mean(0.5, 0.25, leastChance), mean(0.5, 1-0.5, leastChance)},
		{got.option[1], mean(0.375, 0.25, 0.1), mean(0.375, 1-0.375, 1-0.8)},
	} {
		require.InDelta(t, x.done, x.got.done, 1e-12)
		require.InDelta(t, x.agreed, x.got.agreed, 1e-12)
	}
}
