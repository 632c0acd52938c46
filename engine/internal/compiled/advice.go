package compiled

import (
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

// Component is a component with its advice; choices are those that name it.
type Component struct {
	Def            *rules.Component
	Applies        adviceCondition
	Advice         []adviceCondition // as def.Advice
	LicenceChoices []int             // indexes of Rules.LicenceChoices
}

// LicenceChoice is a choice of licences with its condition.
type LicenceChoice struct {
	adviceCondition
	Def   *rules.LicenceChoice
	Gives rules.Advice // what its licences give
	For   rules.Content
}

// Compatibility is what inherited terms leave to parts, with its condition.
type Compatibility struct {
	adviceCondition
	Def *rules.Compatibility
}

// Step is a next step with its condition.
type Step struct {
	adviceCondition
	Def  *rules.Step
	acts []stepActs // of which one is done; empty: none is asked for
}

// stepActs are acts as those of a duty, and where they count; nil is everywhere.
type stepActs struct {
	acts uint64
	when *Condition
}

// FindAct gives what makes a form do what the step is about, apart from the parts that
// the work has; ok is false if it does not. An act that may or may not be done is none: a step told for
// nothing sends people on errands.
func (s *Step) FindAct(f *Form, facts []int8) (why []*Condition, ok bool) {
	holds := func(c *Condition) bool { return c == nil || c.PlainTruth(facts) == rules.True }
	for _, x := range s.acts {
		if !holds(x.when) {
			continue
		}
		for _, a := range f.Acts {
			if x.acts>>uint(a.Act)&1 == 1 && holds(a.When) {
				return slices.DeleteFunc([]*Condition{x.when, a.If}, func(c *Condition) bool { return c == nil }), true
			}
		}
	}
	return nil, len(s.acts) == 0
}

// AsksWhatIsDone reports whether the step is for some acts only.
func (s *Step) AsksWhatIsDone() bool { return len(s.acts) > 0 }

// Counsel is a piece of counsel with its condition.
type Counsel struct {
	adviceCondition
	Def *rules.Counsel
}

// adviceCondition is the condition of something that follows a verdict.
type adviceCondition struct{ When Condition }

// HoldsFor reports whether the condition holds for the facts. What advice marks
// "precaution" counts as true while it is unknown: such advice is left out only
// where an answer makes it foolish.
func (a *adviceCondition) HoldsFor(facts []int8) bool {
	return a.When.PrudentTruth(facts) == rules.True
}
