package engine

import (
	"context"
	"math"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/exact"
)

// Evaluator gives the verdict on one profile after the other, for those who have
// many: it does what [Engine.Recommend] does up to the verdict and uses its room
// again, so that a profile costs no allocation. One goroutine uses it at a time;
// any number of them may serve one engine.
//
// A profile is stated as a whole, by Evaluate, or answer by answer: Clear, then
// Weigh, Choose and the like, then Outcome. Answers name priorities, facts and
// values by their places in the pack.
type Evaluator struct {
	engine *Engine
	state  *evaluate.Stream
	out    Outcome
}

// Outcome is what an [Evaluator] makes of a profile. Its numbers are those that
// [Engine.Recommend] gives, to the last bit; the slices are valid until the
// evaluator is used again.
type Outcome struct {
	Verdict
	// Values in [0, 1] are what each form secures of what counts, in the order in which
	// [Evaluator.Forms] lists them; NaN for all if nothing counts.
	Values []float64
	// Leans in [-1, 1] of the dimensions, in the order of the pack: + open, - closed; NaN
	// where nothing counts.
	Leans []float64
}

// NewEvaluator makes an evaluator, with nothing stated. Of an engine that was not made it
// makes the zero Evaluator, which takes no answer and has no outcome.
func NewEvaluator(e *Engine) *Evaluator {
	if !isMade(e) {
		return &Evaluator{}
	}
	return &Evaluator{engine: e, state: evaluate.NewStream(e.rules), out: Outcome{
		Values: make([]float64, len(e.rules.Forms)), Leans: make([]float64, len(e.rules.Dimensions)),
	}}
}

// Evaluate gives the outcome for a profile, nil for one with nothing stated. Its errors
// are those of [Engine.Recommend]; after one, nothing is stated.
func (v *Evaluator) Evaluate(ctx context.Context, p *Profile) (*Outcome, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if v.state == nil {
		return nil, ErrNotMade
	}
	if p == nil {
		p = &Profile{}
	}
	v.Clear()
	if !v.readPlain(p) {
		in, err := v.engine.indexProfile(p)
		v.Clear()
		if err != nil {
			return nil, err
		}
		v.state.Take(in)
	}
	return v.Outcome(), nil
}

// readPlain states what a profile says that has weights and answers alone, and no
// mistake; false is for all others.
func (v *Evaluator) readPlain(p *Profile) bool {
	if len(p.Ranges) > 0 || len(p.Parts) > 0 || len(p.Limits) > 0 {
		return false
	}
	for id, w := range p.Weights {
		if i, ok := v.engine.rules.PriorityIndex[id]; !ok || !v.state.Weigh(i, w) {
			return false
		}
	}
	for id, a := range p.Facts {
		i, ok := v.engine.rules.FactIndex[id]
		if !ok || !v.state.Answer(i, compiledAnswer(a)) {
			return false
		}
	}
	return true
}

// Clear forgets what was stated.
func (v *Evaluator) Clear() {
	if v.state != nil {
		v.state.Clear()
	}
}

// Weigh states the weight of a priority, from 0 to 10; false if it is none, or if the pack
// has no such priority. Stated twice, the last counts.
func (v *Evaluator) Weigh(priority int, weight float64) bool {
	return v.state != nil && isPlace(priority, v.engine.rules.PriorityPlaces) && v.state.Weigh(v.engine.rules.PriorityPlaces[priority], weight)
}

// Choose answers a fact with one of its values, by its place in [rules.Fact.ValueIDs]; of
// a set it is the only member. False if the pack has no such fact or value.
func (v *Evaluator) Choose(fact, value int) bool {
	return v.state != nil && isPlace(fact, v.engine.rules.FactPlaces) && v.state.Choose(v.engine.rules.FactPlaces[fact], value)
}

func isPlace(i int, places []int) bool { return i >= 0 && i < len(places) }

// Answer answers a fact in any way; false if that is no answer to it, or if the pack has no
// such fact.
func (v *Evaluator) Answer(fact int, a Answer) bool {
	return v.state != nil && isPlace(fact, v.engine.rules.FactPlaces) && v.state.Answer(v.engine.rules.FactPlaces[fact], compiledAnswer(a))
}

// Outcome evaluates what is stated. The outcome belongs to the evaluator.
func (v *Evaluator) Outcome() *Outcome {
	if v.state == nil {
		v.out.Stance = NoBasis
		return &v.out
	}
	e, n := v.engine.rules, v.state.Nominal
	found := v.state.ComputeVerdict()
	v.out.Verdict = Verdict{Form: e.FormID(found.Form), Option: e.OptionID(found.Option), Stance: found.Stance}
	if v.out.Stance == Mixed {
		v.out.Split = v.out.Form
	}
	copy(v.out.Values, n.Values)
	if !n.HasBasis() {
		for f := range v.out.Values {
			v.out.Values[f] = math.NaN()
		}
	}
	for d, arguments := range e.Dimensions {
		v.out.Leans[d] = leanOf(e, arguments, n.Masses())
	}
	return &v.out
}

// leanOf is the nominal lean of a dimension.
func leanOf(e *compiled.Rules, arguments []int, mass []float64) float64 {
	importance, toward := 0.0, 0.0
	for _, i := range arguments {
		importance += mass[i]
		toward += exact.Mul(e.Arguments[i].Sign, mass[i])
	}
	if importance == 0 {
		return noInterval.Nominal
	}
	return max(-1, min(1, toward/importance))
}

// Ready reports whether nothing has to be known or done before the release that was
// advised last, as [Recommendation.Ready] does.
func (v *Evaluator) Ready() bool { return v.state != nil && v.state.IsReady() }

// Forms lists the ids of the forms in the order of [Outcome.Values].
func (v *Evaluator) Forms() []string {
	if v.state == nil {
		return nil
	}
	out := make([]string, len(v.engine.rules.Forms))
	for f := range out {
		out[f] = v.engine.rules.FormID(f)
	}
	return out
}
