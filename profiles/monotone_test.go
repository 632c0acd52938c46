package profiles_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/monotone"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// turnFinder tries single changes of answers and keeps those that move the advice
// against the side they speak for.
type turnFinder struct {
	pack      *rules.Pack
	engine    *engine.Engine
	evaluator *engine.Evaluator
	changes   []monotone.Change
	tried     int
	excused   int
	turns     []string
}

func newTurnFinder(t *testing.T) *turnFinder {
	t.Helper()
	e := coreEngine(t)
	return &turnFinder{pack: rules.Core(), engine: e, evaluator: engine.NewEvaluator(e), changes: monotone.ListChanges(rules.Core())}
}

func (f *turnFinder) try(t *testing.T, name string, p engine.Profile) {
	t.Helper()
	before, err := f.engine.Recommend(t.Context(), p)
	require.NoError(t, err, name)
	for _, c := range f.changes {
		text, ok := c.Apply(f.pack, p.Facts[c.Fact].String())
		if !ok {
			continue
		}
		changed := p.Clone()
		if changed.Facts[c.Fact] = engine.Value(text); text == engine.Unknown.String() {
			changed.Facts[c.Fact] = engine.Unknown
		}
		f.tried++
		out, err := f.evaluator.Evaluate(t.Context(), &changed)
		require.NoError(t, err, "%s %s", name, c)
		if before.Option == "" || out.Option == "" {
			continue // no basis, or nothing is left
		}
		if !c.TurnsAgainst(f.classOf(&before.Verdict), f.classOf(&out.Verdict)) {
			continue
		}
		after, err := f.engine.Recommend(t.Context(), changed)
		require.NoError(t, err, "%s %s", name, c)
		if !f.isClose(before, after) && (!c.Decides || f.decidesNothing(p, changed, before, after)) {
			f.addTurn(name, c, before, after)
		}
	}
}

// addTurn notes advice that moved against the side that a change speaks for. One kind
// is as it should be, so that the property holds of all forms that leave the house:
// what stays inside earns nothing. What no longer earns anything loses a reason for
// closure, and one that must not be published then stays inside where it was a
// service before.
func (f *turnFinder) addTurn(name string, c monotone.Change, before, after *engine.Recommendation) {
	between := c.BreaksBetween(before.Form, after.Form)
	if len(between) > 0 && min(f.classOf(&before.Verdict), f.classOf(&after.Verdict)) == 0 {
		f.excused++
		return
	}
	f.turns = append(f.turns, fmt.Sprintf("%s, %s (toward %s): %s becomes %s, through %v; the two are out of order on %v",
		name, c, c.Toward, before.Form, after.Form, c.Arguments, between))
}

// decidesNothing reports whether the same is asked, and the same can be done, before
// and after a change.
func (f *turnFinder) decidesNothing(p, changed engine.Profile, before, after *engine.Recommendation) bool {
	for i := range before.Options {
		for j := range before.Options[i].Forms {
			if before.Options[i].Forms[j].Available != after.Options[i].Forms[j].Available {
				return false
			}
		}
	}
	was, now := f.pack.ReadAnswers(textOf(p)), f.pack.ReadAnswers(textOf(changed))
	for i := range f.pack.Facts {
		id := f.pack.Facts[i].ID
		if p.Facts[id] == changed.Facts[id] && was.Answer(id) != now.Answer(id) {
			return false
		}
	}
	return true
}

func textOf(p engine.Profile) map[string]string {
	out := map[string]string{}
	for id, a := range p.Facts {
		out[id] = a.String()
	}
	return out
}

// classOf gives what cannot be called back after the advised form.
func (f *turnFinder) classOf(v *engine.Verdict) int {
	o := f.pack.Option(v.Option)
	for _, form := range o.ListForms() {
		if form.ID == v.Form {
			return o.ClassOf(form)
		}
	}
	panic("no form " + v.Form)
}

// isClose reports whether the two forms lie within twice the margin, before or after.
func (f *turnFinder) isClose(before, after *engine.Recommendation) bool {
	for _, r := range []*engine.Recommendation{before, after} {
		gap := valueOf(r, after) - valueOf(r, before)
		if max(gap, -gap) <= 2*f.pack.Constants.Margin.Value {
			return true
		}
	}
	return false
}

// valueOf gives the value that one result gives the form that another advises.
func valueOf(r, advised *engine.Recommendation) float64 {
	for _, o := range r.Options {
		for _, f := range o.Forms {
			if f.ID == advised.Form {
				return f.Value.Nominal
			}
		}
	}
	return 0
}

// An answer that speaks for openness alone, taken away, opens nothing more; one that
// speaks for closure alone closes nothing more: for every preset and documented case
// with every such change.
func TestLessReasonForASideNeverMovesTowardIt(t *testing.T) {
	t.Parallel()
	f := newTurnFinder(t)
	for _, x := range examples(t) {
		f.try(t, x.name, x.profile)
		x.profile.Weights = nil
		f.try(t, x.name+" on facts alone", x.profile)
	}
	for _, x := range readExamples[lawExample](t, "testdata/law.yaml") {
		f.try(t, x.Name, x.load(t))
	}
	draw := rand.New(rand.NewPCG(12, 2))
	for i := range testkit.Times(100) {
		f.try(t, fmt.Sprint("random ", i), drawAnswers(draw))
	}
	t.Logf("%d changes tried, %d through what stays inside", f.tried, f.excused)
	require.Empty(t, f.turns)
}
