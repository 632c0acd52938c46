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

// measureLosses takes the chance of an option in a case from chanceOf; did says which
// options count as what was done, and advised which as what is advised.
func (s *study) measureLosses(found []*engine.Recommendation, did, advised func(c *studyCase, r *engine.Recommendation, option string) bool) losses {
	var out losses
	for i, r := range found {
		c := &s.cases[i]
		done, agreed := 0.0, 0.0
		for _, a := range listChances(r) {
			if did(c, r, a.Option) {
				done += a.Share
			}
			if advised(c, r, a.Option) {
				agreed += a.Share
			}
		}
		if !did(c, r, r.Option) {
			agreed = 1 - agreed
		}
		out.done += lossOf(done) / float64(len(found))
		out.agreed += lossOf(agreed) / float64(len(found))
	}
	return out
}

// listChances gives the shares that the words rest on.
func listChances(r *engine.Recommendation) []engine.Acceptability {
	if len(r.Sensitivity.Acceptability) == 0 {
		return r.Sensitivity.AnyWeights
	}
	return r.Sensitivity.Acceptability
}

func (s *study) measureStanceLosses(found []*engine.Recommendation) losses {
	stanceOf := func(id string) engine.Stance {
		if o := s.pack.Option(id); o != nil {
			return o.Stance
		}
		return ""
	}
	return s.measureLosses(found,
		func(c *studyCase, _ *engine.Recommendation, id string) bool { return stanceOf(id) == c.Outcome },
		func(_ *studyCase, r *engine.Recommendation, id string) bool { return stanceOf(id) == r.Stance })
}

func (s *study) measureOptionLosses(found []*engine.Recommendation) losses {
	return s.measureLosses(found,
		func(c *studyCase, _ *engine.Recommendation, id string) bool { return c.didOption(id) },
		func(_ *studyCase, r *engine.Recommendation, id string) bool { return id == r.Option })
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
	writeHeading(b, "Log loss", "judged", "of", "what was done", "strict agreement")
	for mode := range modeCount {
		for _, of := range []struct {
			name string
			losses
		}{{"stance", s.measureStanceLosses(found[mode])}, {"option", s.measureOptionLosses(found[mode])}} {
			writeRow(b, modeNames[mode], of.name, fmt.Sprintf("%.3f", of.done), fmt.Sprintf("%.3f", of.agreed))
		}
	}
	fmt.Fprintf(b, "\nThe mean of -ln p over the cases, p no less than %g; the smaller the better. For what was done, p is the share of weightings that give it: of options, of all that count as what was done. For strict agreement, p is the share that gives the advice, or one minus it where the owners did something else.\n", leastChance)
}
