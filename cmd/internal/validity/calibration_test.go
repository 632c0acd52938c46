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
	s, err := newStudy(rules.Core())
	require.NoError(t, err)
	found, err := s.analyseCases()
	require.NoError(t, err)
	text, err := s.renderCalibration(&found)
	require.NoError(t, err)
	testkit.Golden(t, "../../../profiles/cases/calibration.json", text)
	counted := s.countWords(&found)
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

// newAnalysed makes a result with words for stance and option, and shares of options.
func newAnalysed(stance engine.Stance, option string, words [2]engine.Robustness, chances ...engine.Acceptability) *engine.Recommendation {
	return &engine.Recommendation{
		Verdict:     engine.Verdict{Stance: stance, Option: option},
		Sensitivity: &engine.Sensitivity{Robustness: engine.VerdictRobustness{Stance: words[0], Option: words[1]}, Acceptability: chances},
	}
}

// threeCases are one where the owners did as advised, one where they took another option
// of the stance, and one where they did something else that could be defended.
func threeCases(t *testing.T) (*study, []*engine.Recommendation) {
	s := toy(t, [3]any{9, 1, engine.Open}, [3]any{9, 1, engine.Open}, [3]any{1, 9, engine.Closed})
	s.pack.Options = []rules.Option{{ID: "in_house", Stance: rules.Closed}, {ID: "open_copyleft", Stance: rules.Open}, {ID: "open_model", Stance: rules.Open}}
	s.cases[0].OutcomeOptions = []string{"open_model"}
	s.cases[1].OutcomeOptions = []string{"open_copyleft"}
	s.cases[2].OutcomeOptions, s.cases[2].AlsoAcceptable = []string{"in_house"}, []engine.Stance{engine.Open}
	shares := []engine.Acceptability{{Option: "in_house", Share: 0.25}, {Option: "open_copyleft", Share: 0.25}, {Option: "open_model", Share: 0.5}}
	return s, []*engine.Recommendation{
		newAnalysed(engine.Open, "open_model", [2]engine.Robustness{engine.Clear, engine.Clear}, shares...),
		newAnalysed(engine.Open, "open_model", [2]engine.Robustness{engine.Clear, engine.Close}, shares...),
		newAnalysed(engine.Open, "open_model", [2]engine.Robustness{engine.Leaning, engine.Close}, engine.Acceptability{Option: "open_model", Share: 1}),
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
	stance, option := s.measureStanceLosses(found), s.measureOptionLosses(found)
	require.InDelta(t, mean(0.75, 0.75, leastChance), stance.done, 1e-12)
	require.InDelta(t, mean(0.75, 0.75, leastChance), stance.agreed, 1e-12, "sure and wrong")
	require.InDelta(t, mean(0.5, 0.25, leastChance), option.done, 1e-12)
	require.InDelta(t, mean(0.5, 1-0.5, leastChance), option.agreed, 1e-12)
}
