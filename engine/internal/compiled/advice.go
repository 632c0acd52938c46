package compiled

import (
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
	Def *rules.Step
}

// adviceCondition is the condition of something that follows a verdict.
type adviceCondition struct{ When Condition }

// HoldsFor reports whether the condition holds for the facts. What advice marks
// "precaution" counts as true while it is unknown: such advice is left out only
// where an answer makes it foolish.
func (a *adviceCondition) HoldsFor(facts []int8) bool {
	return a.When.PrudentTruth(facts) == rules.True
}
