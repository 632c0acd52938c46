package robust

import (
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules"
)

// causeKind says what sort of rule makes a flip.
type causeKind string

// A flip is made by what is for or against forms, or by which of them are available.
const (
	causeArgument  causeKind = "argument"
	causeModerator causeKind = "moderator"
	causeRaise     causeKind = "raise"
	causeAvailable causeKind = "available" // a requirement or a bar
)

// Cause is the rule that makes a flip: one that holds after the change and did not
// before, or the other way round.
type Cause struct {
	Kind  causeKind
	Rule  int  // the argument, that of the raise, or the moderator
	Form  int  // that is raised, or comes to be available or ceases to be
	Holds bool // after the change
}

// flipState is what a verdict comes from.
type flipState struct {
	e           *compiled.Rules
	facts       []int8
	values      []float64
	available   []bool
	mass, mu, y []float64
	verdict     evaluate.Verdict
}

// readState keeps what was evaluated last.
func (a *analysis) readState(v evaluate.Verdict) *flipState {
	t := a.nominal
	return &flipState{
		a.e, slices.Clone(t.In.Fact), slices.Clone(t.Values), slices.Clone(t.Available),
		slices.Clone(t.Masses()), slices.Clone(t.Mu), slices.Clone(t.Y), v,
	}
}

// isTrue reports whether a condition holds there.
func (s *flipState) isTrue(c *compiled.Condition) bool { return c.PlainTruth(s.facts) == rules.True }

// raiseOf says how much a reason for a form adds to its capture of an argument.
func (s *flipState) raiseOf(form, argument int) float64 {
	if form < 0 {
		return 0
	}
	raises := s.e.Forms[form].Raises
	i := slices.IndexFunc(raises, func(r compiled.Raise) bool { return r.Argument == argument })
	if i < 0 || !s.isTrue(raises[i].When) {
		return 0
	}
	return raises[i].By
}

// captureOf gives what a form captures of an argument.
func (s *flipState) captureOf(form, argument int) float64 {
	if form < 0 {
		return 0
	}
	return s.e.Forms[form].Capture.Value[argument] + s.raiseOf(form, argument)
}

// findBest gives the available form of the greatest value, -1 if none is available.
func (s *flipState) findBest() int {
	best := -1
	for f := range s.available {
		if s.available[f] && (best < 0 || s.values[f] > s.values[best]) {
			best = f
		}
	}
	return best
}

// findFirstAvailable gives the form of the verdict, or else the first that is available.
func (s *flipState) findFirstAvailable() int {
	if s.verdict.Form >= 0 {
		return s.verdict.Form
	}
	return slices.Index(s.available, true)
}

// decisivePair are two forms of which the first gained on the second, and that is why the
// verdict is another. One is -1 if there was, or is then, nothing that counts.
type decisivePair struct{ gains, loses int }

// findDecisivePair finds what turned the verdict. Where a form that had to be there came
// to be available or ceased to be, that did, and ok is false.
func findDecisivePair(a *analysis, before, after *flipState) (pair decisivePair, turned Cause, ok bool) {
	was, is := before.verdict, after.verdict
	available := func(f int, holds bool) (decisivePair, Cause, bool) {
		return decisivePair{}, Cause{Kind: causeAvailable, Form: f, Holds: holds}, false
	}
	switch {
	case is.Stance == evaluate.NoOption:
		return available(before.findFirstAvailable(), false)
	case was.Stance == evaluate.NoOption:
		return available(after.findFirstAvailable(), true)
	case is.Form < 0 || was.Form < 0: // no basis
		return decisivePair{is.Form, was.Form}, Cause{}, true
	case !after.available[was.Form]:
		return available(was.Form, false)
	case !before.available[is.Form]:
		return available(is.Form, true)
	}
	// The choice looks at no more than this: what lies within the margin of the best,
	// and of that the narrowest class.
	outOfMargin := func(rival int) bool {
		return after.values[rival]-after.values[was.Form] > a.e.Margin+evaluate.ValueTolerance
	}
	switch best := after.findBest(); {
	case outOfMargin(is.Form):
		return decisivePair{is.Form, was.Form}, Cause{}, true
	case !outOfMargin(best):
	case !before.available[best]:
		return available(best, true)
	default:
		return decisivePair{best, was.Form}, Cause{}, true
	}
	if a.e.Forms[is.Form].Class == a.e.Forms[was.Form].Class {
		return decisivePair{is.Form, was.Form}, Cause{}, true
	}
	best := before.findBest() // it kept the new form, of a narrower class, out of the margin
	if !after.available[best] {
		return available(best, false)
	}
	return decisivePair{is.Form, best}, Cause{}, true
}

// findCause finds what makes the verdict another one after a change of facts.
func findCause(a *analysis, before, after *flipState) Cause {
	pair, turned, ok := findDecisivePair(a, before, after)
	if !ok {
		return turned
	}
	found, most := -1, math.Inf(-1)
	for i := range a.e.Arguments {
		if by := effectOf(i, pair, before, after); isTouched(i, pair, before, after) && by > most {
			found, most = i, by
		}
	}
	if found < 0 {
		return Cause{}
	}
	return nameCause(a, found, most, pair, before, after)
}

// isTouched reports whether the change itself reaches an argument: its mass before all
// masses are brought to the sum of 1, or what the forms capture of it.
func isTouched(i int, pair decisivePair, before, after *flipState) bool {
	if before.mass[i] == 0 && after.mass[i] == 0 {
		return false
	}
	return before.mu[i] != after.mu[i] || before.y[i] != after.y[i] ||
		before.raiseOf(pair.gains, i) != after.raiseOf(pair.gains, i) || before.raiseOf(pair.loses, i) != after.raiseOf(pair.loses, i)
}

// effectOf says how much the first form of a pair gains on the second by one argument.
func effectOf(i int, pair decisivePair, before, after *flipState) float64 {
	lead := func(s *flipState) float64 {
		return exact.Mul(s.mass[i], s.captureOf(pair.gains, i)-s.captureOf(pair.loses, i))
	}
	return lead(after) - lead(before)
}

// nameCause finds the rule by which an argument has the effect: a raise if that makes
// more than half of it, the argument if it begins or ceases to count, else a moderator.
func nameCause(a *analysis, i int, effect float64, pair decisivePair, before, after *flipState) Cause {
	gained := after.raiseOf(pair.gains, i) - before.raiseOf(pair.gains, i)
	lost := after.raiseOf(pair.loses, i) - before.raiseOf(pair.loses, i)
	lead := func(s *flipState) float64 {
		return exact.Mul(s.mass[i], s.raiseOf(pair.gains, i)-s.raiseOf(pair.loses, i))
	}
	byRaise := lead(after) - lead(before)
	when := a.e.Arguments[i].When
	began := when != nil && before.isTrue(when) != after.isTrue(when)
	moderator := findModerator(a, i, before, after)
	switch {
	case (gained != 0 || lost != 0) && (byRaise > effect-byRaise || !began && moderator < 0):
		if math.Abs(gained) >= math.Abs(lost) {
			return Cause{causeRaise, i, pair.gains, gained > 0}
		}
		return Cause{causeRaise, i, pair.loses, lost > 0}
	case began || moderator < 0:
		return Cause{causeArgument, i, -1, after.mass[i] > 0}
	}
	return Cause{causeModerator, moderator, -1, after.isTrue(a.e.Moderators[moderator].When)}
}

// findModerator finds the moderator of an argument that began or ceased to act and moved
// its mass most the way that it went; -1 if none acts otherwise than before.
func findModerator(a *analysis, i int, before, after *flipState) int {
	found, most := -1, math.Inf(-1)
	for _, m := range a.e.Arguments[i].Moderators {
		acts := after.isTrue(a.e.Moderators[m].When)
		if before.isTrue(a.e.Moderators[m].When) == acts {
			continue
		}
		by := a.e.Moderators[m].Def.Factor // what it does to the mass, over what it did
		if !acts {
			by = 1 / by
		}
		if after.mu[i] < before.mu[i] {
			by = -by
		}
		if by > most {
			found, most = m, by
		}
	}
	return found
}
