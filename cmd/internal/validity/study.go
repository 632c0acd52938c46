package main

import (
	"context"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
)

// The two modes in which every case is judged. Inferred weights may echo the
// outcome, so the facts are also judged alone.
const (
	withPriorities = iota
	factsOnly
	modeCount
)

// study holds the cases and what the pack says of them.
type study struct {
	pack     *rules.Pack
	cases    []studyCase
	verdicts verdicts
	asOf     string // the month by which sources are judged, "" for the newest
}

// studyCase is one case; its profiles by mode.
type studyCase struct {
	profiles.CaseInfo
	profileByMode [modeCount]engine.Profile
}

// judgement is what ajar says of a case: the verdict, and what may be done until
// its conditions are met.
type judgement struct {
	engine.Verdict
	today      engine.Release
	conditions []string // ids of the bars that hold the verdict back; none if it is ready
}

// verdicts by mode and case.
type verdicts [modeCount][]judgement

func newStudy(pack *rules.Pack) (*study, error) {
	s := &study{pack: pack}
	for _, info := range profiles.Cases() {
		p, err := profiles.Case(info.Name)
		if err != nil {
			return nil, err
		}
		bare := p
		bare.Weights = nil
		s.cases = append(s.cases, studyCase{info, [modeCount]engine.Profile{p, bare}})
	}
	var err error
	s.verdicts, err = s.judgeCases(pack)
	return s, err
}

// judgeCases applies a pack to all cases.
func (s *study) judgeCases(pack *rules.Pack) (verdicts, error) {
	var out verdicts
	e, err := engine.New(pack)
	if err != nil {
		return out, err
	}
	for mode := range modeCount {
		for i := range s.cases {
			r, err := e.Recommend(context.Background(), s.cases[i].profileByMode[mode])
			if err != nil {
				return out, err
			}
			j := judgement{Verdict: r.Verdict, today: r.Today}
			for i := range r.Conditions {
				j.conditions = append(j.conditions, r.Conditions[i].ID)
			}
			out[mode] = append(out[mode], j)
		}
	}
	return out, nil
}

// tally counts hits. Strict ones have the outcome, lenient ones a stance that
// is acceptable too, now or as what may be done until the conditions are met;
// crossed ones took open for closed or the reverse.
type tally struct{ strict, lenient, crossed, of int }

// stances are those of a verdict and, if it is not ready, of what may be done today.
type stances struct{ verdict, today engine.Stance }

func (t *tally) addCase(c *studyCase, got stances) {
	t.of++
	if got.verdict == c.Outcome {
		t.strict++
	}
	if c.acceptsStance(got.verdict) || c.acceptsStance(got.today) {
		t.lenient++
	}
	if got.verdict == engine.Open && c.Outcome == engine.Closed || got.verdict == engine.Closed && c.Outcome == engine.Open {
		t.crossed++
	}
}

func (c *studyCase) acceptsStance(got engine.Stance) bool {
	return got == c.Outcome || slices.Contains(c.AlsoAcceptable, got)
}

// tallyCases tallies the stances that belong to the cases for which keep holds.
func (s *study) tallyCases(got []stances, keep func(*studyCase) bool) tally {
	var t tally
	for i := range s.cases {
		if keep(&s.cases[i]) {
			t.addCase(&s.cases[i], got[i])
		}
	}
	return t
}

// countOptionHits counts the cases, among those for which keep holds, that got
// an option that counts as what was done.
func (s *study) countOptionHits(mode int, keep func(*studyCase) bool) int {
	n := 0
	for i := range s.cases {
		if keep(&s.cases[i]) && slices.Contains(s.cases[i].OutcomeOptions, s.verdicts[mode][i].Option) {
			n++
		}
	}
	return n
}

func keepAll(*studyCase) bool { return true }

func listStances(v []judgement) []stances {
	out := make([]stances, len(v))
	for i := range v {
		out[i].verdict = v[i].Stance
		if len(v[i].conditions) > 0 {
			out[i].today = v[i].today.Stance
		}
	}
	return out
}

// listReady are stances without conditions, as those of rules of thumb are.
func listReady(list []engine.Stance) []stances {
	out := make([]stances, len(list))
	for i := range list {
		out[i].verdict = list[i]
	}
	return out
}
