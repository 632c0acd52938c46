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
}

// studyCase is one case; its profiles by mode.
type studyCase struct {
	profiles.CaseInfo
	profileByMode [modeCount]engine.Profile
}

// verdicts by mode and case.
type verdicts [modeCount][]engine.Verdict

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
			out[mode] = append(out[mode], r.Verdict)
		}
	}
	return out, nil
}

// tally counts hits. Strict ones have the outcome, lenient ones a stance that
// is acceptable too; crossed ones took open for closed or the reverse.
type tally struct{ strict, lenient, crossed, of int }

func (t *tally) addCase(c *studyCase, got engine.Stance) {
	t.of++
	switch {
	case got == c.Outcome:
		t.strict++
		t.lenient++
	case c.acceptsStance(got):
		t.lenient++
	}
	if got == engine.Open && c.Outcome == engine.Closed || got == engine.Closed && c.Outcome == engine.Open {
		t.crossed++
	}
}

func (c *studyCase) acceptsStance(got engine.Stance) bool {
	return got == c.Outcome || slices.Contains(c.AlsoAcceptable, got)
}

// tallyCases tallies the stances that belong to the cases for which keep holds.
func (s *study) tallyCases(got []engine.Stance, keep func(*studyCase) bool) tally {
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

func listStances(v []engine.Verdict) []engine.Stance {
	out := make([]engine.Stance, len(v))
	for i := range v {
		out[i] = v[i].Stance
	}
	return out
}
