package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
)

// analyses are the analysed results by mode and case.
type analyses [modeCount][]*engine.Recommendation

func (s *study) analyseCases() (analyses, error) {
	var out analyses
	e, err := engine.New(s.pack)
	if err != nil {
		return out, err
	}
	for mode := range modeCount {
		for i := range s.cases {
			r, err := e.Analyse(context.Background(), s.cases[i].profileByMode[mode])
			if err != nil {
				return out, err
			}
			out[mode] = append(out[mode], r)
		}
	}
	return out, nil
}

// countWords counts how often each word was right.
func (s *study) countWords(found *analyses) profiles.Calibration {
	out := profiles.Calibration{Rules: s.pack.Identity(), Cases: len(s.cases)}
	for mode, counts := range []*profiles.SettledCounts{&out.WithPriorities, &out.FactsOnly} {
		for _, word := range engine.Robustnesses() {
			stance := s.tallyWord(found[mode], func(r *engine.VerdictRobustness) bool { return r.Stance == word })
			option := s.tallyWord(found[mode], func(r *engine.VerdictRobustness) bool { return r.Option == word })
			counts.Stance = append(counts.Stance, profiles.WordCount{Word: word, Said: stance.of, Same: stance.strict, Acceptable: stance.lenient})
			counts.Option = append(counts.Option, profiles.WordCount{Word: word, Said: option.of, Same: option.first.strict, Acceptable: option.first.lenient})
		}
	}
	return out
}

// tallyWord tallies the cases whose words are as is says.
func (s *study) tallyWord(found []*engine.Recommendation, is func(*engine.VerdictRobustness) bool) tally {
	var t tally
	for i, r := range found {
		if is(&r.Sensitivity.Robustness) {
			t.addCase(&s.cases[i], listLabels([]judgement{readJudgement(r)})[0])
		}
	}
	return t
}

// renderCalibration gives the counts as they are kept for the reports.
func (s *study) renderCalibration(found *analyses) (string, error) {
	data, err := json.MarshalIndent(s.countWords(found), "", "  ")
	return string(data) + "\n", err
}

// leastChance is the chance that what happened is given at the least, so that one case
// for which there was none at all does not make the loss endless.
const leastChance = 0.005

// lossOf is the log loss of a chance that was given to what happened. The logarithm may
// differ by platform in its last bits, which the three decimals shown never reach.
func lossOf(chance float64) float64 { return -math.Log(math.Max(chance, leastChance)) }

// losses are the mean losses of the chances that are given to what owners did, and of
// those that are given to the advice being what they did.
type losses struct{ done, agreed float64 }

func (l *losses) add(done, advised float64, same bool) {
	if !same {
		advised = 1 - advised
	}
	l.done += lossOf(done)
	l.agreed += lossOf(advised)
}

// divideBy makes a mean of a sum.
func (l *losses) divideBy(n int) {
	l.done /= float64(n)
	l.agreed /= float64(n)
}

// lossTable are the losses of stances and options, over weightings alone, and over
// weightings and judgements.
type lossTable struct{ stance, option [2]losses }

func (s *study) measureLosses(found []*engine.Recommendation) lossTable {
	var out lossTable
	for i, r := range found {
		c, words := &s.cases[i], &r.Sensitivity.Robustness
		for over, advised := range []engine.LevelShares{words.OverWeightings, words.OverJudgements} {
			stance, option := 0.0, 0.0
			for _, a := range r.Sensitivity.Acceptability {
				share := []float64{a.Share, float64(a.OverJudgements)}[over]
				if s.pack.Option(a.Option).Stance == c.Outcome {
					stance += share
				}
				if c.didOption(a.Option) {
					option += share
				}
			}
			out.stance[over].add(stance, advised.Stance, r.Stance == c.Outcome)
			out.option[over].add(option, advised.Option, c.didOption(r.Option))
		}
	}
	for over := range 2 {
		out.stance[over].divideBy(len(found))
		out.option[over].divideBy(len(found))
	}
	return out
}

const calibrationIntro = `
Of a case, "same" counts where the owners did what ajar advises, "or acceptable" also where another stance could be defended, as in
the table above. Which form owners chose is not documented, so the words about forms are not counted. The cases are few and were
chosen by us, many of their weights were inferred from what owners said, and that owners did the same does not prove them right.
`

// writeCalibrationTable says how often each word was right.
func (s *study) writeCalibrationTable(b *strings.Builder, found *analyses) {
	c := s.countWords(found)
	writeHeading(b, "How often each word was right", "judged", "of", "word", "cases", "same", "same or acceptable")
	for mode, counts := range []*profiles.SettledCounts{&c.WithPriorities, &c.FactsOnly} {
		for _, of := range []struct {
			name string
			list []profiles.WordCount
		}{{"stance", counts.Stance}, {"option", counts.Option}} {
			for _, x := range of.list {
				writeRow(b, modeNames[mode], of.name, x.Word, x.Said, x.Same, x.Acceptable)
			}
		}
	}
	b.WriteString(calibrationIntro)
	writeHeading(b, "Log loss", "judged", "of", "what was done, over weightings", "over judgements too", "strict agreement, over weightings", "over judgements too")
	for mode := range modeCount {
		t := s.measureLosses(found[mode])
		for _, of := range []struct {
			name string
			over [2]losses
		}{{"stance", t.stance}, {"option", t.option}} {
			cells := []any{modeNames[mode], of.name}
			for _, x := range []float64{of.over[0].done, of.over[1].done, of.over[0].agreed, of.over[1].agreed} {
				cells = append(cells, fmt.Sprintf("%.3f", x))
			}
			writeRow(b, cells...)
		}
	}
	fmt.Fprintf(b, "\nThe mean of -ln p over the cases, p no less than %g; the smaller the better. For what was done, p is the share of the weightings near the stated one that give it: of options, of all that count as what was done. For strict agreement, p is the share that gives the advice, or one minus it where the owners did something else. \"Over judgements too\" takes the pack's own numbers in doubt.\n", leastChance)
}
