package engine_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/monotone"
)

// A change of one answer that speaks for one side alone never moves the advice
// against that side, unless the two lie within the margin before it. That holds of
// changes through situation arguments whose captures are in order.
//
// Of moderators on priorities' arguments it need not hold, however well the captures
// are ordered: what priorities give is a mean, and to take a weak reason for openness
// out of a mean of strong ones raises it.
func TestChangesThatSpeakForOneSideMoveTheAdviceToIt(t *testing.T) {
	check(t, func(t *rapid.T) {
		p := gen.Pack(t, gen.Usual)
		if rapid.Bool().Draw(t, "in order") {
			putCapturesInOrder(p)
		}
		if rapid.Bool().Draw(t, "no else") {
			takeOutElse(p)
		}
		if p.Check() != nil {
			return // without what was taken out no answer changes some condition
		}
		e, changes := build(t, p), slices.DeleteFunc(monotone.ListChanges(p), func(c monotone.Change) bool {
			return c.Decides || len(c.Breaks) > 0 || slices.ContainsFunc(c.Arguments, func(id string) bool { return p.Argument(id).When == nil })
		})
		for range 5 {
			requireNoTurn(t, p, e, gen.Profile(t, p), changes)
		}
	})
}

func requireNoTurn(t require.TestingT, p *rules.Pack, e *engine.Engine, profile engine.Profile, changes []monotone.Change) {
	before := decide(t, e, profile)
	for _, c := range changes {
		answer, ok := c.Apply(p, profile.Facts[c.Fact].String())
		if !ok {
			continue
		}
		a := engine.Value(answer)
		if answer == engine.Unknown.String() {
			a = engine.Unknown
		}
		after := decide(t, e, gen.WithAnswer(profile, c.Fact, a))
		if before.Option == "" || after.Option == "" {
			continue // no basis, or nothing is left
		}
		require.False(t, c.TurnsAgainst(classOf(t, p, before), classOf(t, p, after)) &&
			!inMargin(p, before, before.Form, after.Form) && !inMargin(p, after, before.Form, after.Form),
			"%s toward %s: %s becomes %s", c, c.Toward, before.Form, after.Form)
	}
}

// classOf gives what cannot be called back after the advised form.
func classOf(t require.TestingT, p *rules.Pack, r *engine.Recommendation) int {
	o := optionOf(t, p, r.Option)
	for _, f := range o.ListForms() {
		if f.ID == r.Form {
			return o.ClassOf(f)
		}
	}
	require.Fail(t, "no form "+r.Form)
	return 0
}

// inMargin reports whether two forms lie within twice the margin.
func inMargin(p *rules.Pack, r *engine.Recommendation, a, b string) bool {
	values := map[string]float64{}
	for _, o := range r.Options {
		for _, f := range o.Forms {
			values[f.ID] = f.Value.Nominal
		}
	}
	return math.Abs(values[a]-values[b]) <= 2*p.Constants.Margin.Value+sums
}

// putCapturesInOrder lets no wider option secure less of what speaks for openness,
// or more of what speaks for closure.
func putCapturesInOrder(p *rules.Pack) {
	for i := range p.Options {
		o := &p.Options[i]
		o.Captures.Open, o.Captures.Closed = float64(o.Class)/4, 1-float64(o.Class)/4
		o.Captures.Dimensions, o.Captures.Arguments = nil, nil
		for j := range o.Forms {
			o.Forms[j].Class, o.Forms[j].Captures, o.Forms[j].Raises = nil, nil, nil
		}
	}
}

// takeOutElse takes out what else a fact may decide, since few random facts are
// read by arguments alone: bars, guards and what makes an option possible.
func takeOutElse(p *rules.Pack) {
	p.Bars, p.Acts[0].ToldOnlyIf, p.PartKinds[1].Applies = nil, nil, nil
	for i := range p.Steps {
		p.Steps[i].About = nil
	}
	for i := range p.Facts {
		p.Facts[i].AskedIf = nil
	}
	for i := range p.Options {
		o := &p.Options[i]
		o.Requires, o.RequiresText, o.ActsIf = nil, nil, nil
		for j := range o.Forms {
			o.Forms[j].Requires, o.Forms[j].RequiresText, o.Forms[j].ActsIf = nil, nil, nil
		}
	}
}
