package rules

import "github.com/ajar-decision/ajar/rules/diag"

// Form is what an owner really does: one way to carry out an option, its family.
// It is the unit that is valued and advised.
type Form struct {
	At    diag.Pos
	ID    string `tree:"id"`
	Title Text   `tree:"title"`
	Text  Text   `tree:"text"`
	// Danger says what can go wrong.
	Danger   Text `tree:"danger,optional"`
	Examples Text `tree:"examples,optional"`
	// Class is what cannot be called back; nil is that of the option.
	Class *int `tree:"class,optional"`
	// Requires says what makes the form possible at all. A reason for it is no
	// requirement: see Raises.
	Requires     *Condition `tree:"requires,optional"`
	RequiresText Text       `tree:"requires_text,optional"` // given if Requires is
	// Captures says where the form delivers other benefits than its family; nil is
	// nowhere.
	Captures *FormCaptures `tree:"captures,optional"`
	// Raises are the reasons for the form, at most one for an argument.
	Raises []Raise `tree:"raises,optional"`
	// Gives and Keeps name parts; a mixed form has both. What a form gives is
	// given, what it keeps is kept.
	Gives []string `tree:"gives,optional"`
	Keeps []string `tree:"keeps,optional"`
	// Acts and ActsIf stand in place of those of the option, kind by kind.
	Acts   Acts              `tree:"acts,optional"`
	ActsIf []ConditionalActs `tree:"acts_if,optional"`
	Source []string          `tree:"source"`
}

// FormCaptures are the captures of a form that differ from those of its family.
type FormCaptures struct {
	At         diag.Pos
	Default    *CapturePair           `tree:"default,optional"`
	Dimensions Table[CapturePair]     `tree:"dimensions,optional"`
	Arguments  Table[ArgumentCapture] `tree:"arguments,optional"`
}

// Raise is a reason for a form: a fact that fires an argument and makes the form
// secure more of it.
type Raise struct {
	At       diag.Pos
	Argument string     `tree:"argument"` // one with a condition
	When     *Condition `tree:"when"`     // reads a fact that the argument's condition reads
	Capture  float64    `tree:"capture"`  // above the capture without it, at most 1
	Because  Text       `tree:"because"`
	Doubt    *Doubt     `tree:"doubt,optional" json:",omitempty"` // of Capture
}

// IsSplit reports whether the form gives some parts and keeps others.
func (f *Form) IsSplit() bool { return len(f.Gives) > 0 && len(f.Keeps) > 0 }
