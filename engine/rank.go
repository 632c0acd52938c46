package engine

import (
	"cmp"
	"context"
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

// guesses is how many ways to answer everything open Rank looks at. More make
// a shorter questionnaire and a slower one.
const guesses = 4

// Rank puts open facts in the order in which to ask, the most needed first. It
// answers everything open by a fixed guess, then takes answers back as long as
// the result stays settled: what is left is what has to be asked if the guess
// is right. The facts that most guesses need come first; a fact that cannot be
// asked yet stands for those that its guard reads.
//
// As in Outlook, final names the facts that nobody will answer. Facts that the
// pack does not have are left out. Errors are those of Recommend.
func (e *Engine) Rank(ctx context.Context, p Profile, open []string, final ...string) ([]string, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	in, err := e.read(&p)
	if err != nil {
		return nil, err
	}
	e.finalise(in, final)
	need := make([]float64, len(e.facts))
	seed := uint32(1)
	for range guesses {
		e.needs(in, need, &seed)
	}
	ranked := slices.DeleteFunc(slices.Clone(open), func(id string) bool { _, ok := e.factIndex[id]; return !ok })
	slices.SortStableFunc(ranked, func(a, b string) int {
		return cmp.Compare(need[e.factIndex[b]], need[e.factIndex[a]])
	})
	return ranked, nil
}

// guess answers all open facts.
func (e *Engine) guess(in *input, seed *uint32) *input {
	out := *in
	out.fact, out.final = slices.Clone(in.fact), true
	for f := range out.fact {
		if out.fact[f] == stateUnknown {
			*seed = *seed*1664525 + 1013904223 // any spread of values serves
			out.fact[f] = int8(int(*seed>>8) % e.facts[f].pieces())
		}
	}
	e.narrow(&out)
	return &out
}

// needs counts the facts that have to be asked if a guess is right.
func (e *Engine) needs(in *input, need []float64, seed *uint32) {
	full := e.guess(in, seed)
	o := e.nominal(full)
	if o < 0 || e.slack(full, o) <= 0 {
		return
	}
	type loss struct {
		fact, answer int
		slack        float64
	}
	var list []loss
	for f, answer := range full.fact {
		if in.fact[f] == stateUnknown && e.facts[f].read {
			full.fact[f] = stateUnknown
			list = append(list, loss{f, int(answer), e.slack(full, o)})
			full.fact[f] = answer
		}
	}
	slices.SortStableFunc(list, func(a, b loss) int { return cmp.Compare(b.slack, a.slack) })
	for _, l := range list {
		full.fact[l.fact] = stateUnknown
		if e.slack(full, o) > 0 {
			continue
		}
		full.fact[l.fact] = int8(l.answer)
		weight := 1 - l.slack/100 // among equals, the one that opens most
		need[l.fact] += weight
		for _, f := range e.facts[l.fact].guard.reads(nil) {
			need[f] += weight
		}
	}
}

// nominal picks the option where nobody answers what is unknown for good.
func (e *Engine) nominal(in *input) int {
	now := *in
	now.fact, now.final = slices.Clone(in.fact), false
	for f, piece := range now.fact {
		if piece == stateFinal || piece == stateFinalOrNA {
			now.fact[f] = stateUnknown
		}
	}
	o, _ := e.pick(e.values(e.evaluate(&now)), e.standings(&now, e.bites(&now)))
	return o
}

// slack is how far every rival stays from displacing an option, on a scale of
// its own: not positive if one may, -1 if the option may become unavailable.
func (e *Engine) slack(in *input, o int) float64 {
	now := *in
	now.fact = slices.Clone(in.fact)
	e.narrow(&now)
	if e.prospects(&now)[o] != rules.True {
		return -1
	}
	s := e.scene(&now)
	slack := 1.0
	for r := range e.options {
		if r == o || s.can[r] == rules.False {
			continue
		}
		if slack = min(slack, -s.threat(o, r)); slack <= 0 {
			return slack
		}
	}
	return slack
}

// narrow applies guards to facts of which some are unknown for good.
func (e *Engine) narrow(in *input) {
	for _, i := range e.guardOrder {
		guard := e.facts[i].guard
		switch {
		case guard.end(in.fact, true) == rules.False:
			in.fact[i] = stateNA
		case in.fact[i] == stateFinalOrNA && guard.end(in.fact, false) != rules.False:
			in.fact[i] = stateFinal
		}
	}
}
