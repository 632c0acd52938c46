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
	Default    *CapturePair               `tree:"default,optional"`
	Dimensions map[string]CapturePair     `tree:"dimensions,optional"`
	Arguments  map[string]ArgumentCapture `tree:"arguments,optional"`
}

// Raise is a reason for a form: a fact that fires an argument and makes the form
// secure more of it.
type Raise struct {
	At       diag.Pos
	Argument string     `tree:"argument"` // one with a condition
	When     *Condition `tree:"when"`     // reads a fact that the argument's condition reads
	Capture  float64    `tree:"capture"`  // above the capture without it, at most 1
	Because  Text       `tree:"because"`
}

// ListForms gives the forms of the option; one that names none is its own form.
func (o *Option) ListForms() []*Form {
	if len(o.Forms) == 0 {
		return []*Form{{At: o.At, ID: o.ID, Title: o.Title, Text: o.Text, Examples: o.Examples, Source: o.Source}}
	}
	out := make([]*Form, len(o.Forms))
	for i := range o.Forms {
		out[i] = &o.Forms[i]
	}
	return out
}

// ClassOf gives what cannot be called back after a form of the option.
func (o *Option) ClassOf(f *Form) int {
	if f.Class != nil {
		return *f.Class
	}
	return o.Class
}

// CaptureOf gives the capture of an argument by a form of the option without its
// raises, the most particular that is stated: for the argument by the form, else by
// the option; for the dimension or for all by the form; else what the option says.
func (o *Option) CaptureOf(f *Form, a *Argument) float64 {
	c := f.Captures
	if c == nil {
		return o.Captures.Of(a)
	}
	if own, ok := c.Arguments[a.ID]; ok {
		return own.Capture
	}
	if own, ok := o.Captures.Arguments[a.ID]; ok {
		return own.Capture
	}
	if own, ok := c.Dimensions[a.Dimension]; ok {
		return own.toward(a.Pull)
	}
	if c.Default != nil {
		return c.Default.toward(a.Pull)
	}
	return o.Captures.Of(a)
}

// toward gives the side of a pair that arguments of one pull have.
func (p *CapturePair) toward(pull Stance) float64 {
	if pull == Open {
		return p.Open
	}
	return p.Closed
}

// ActsWith gives the acts that the form of the option does with a kind of part:
// those that the form names, else those of the option.
func (o *Option) ActsWith(f *Form, kind string) []string {
	if acts, ok := f.Acts[kind]; ok {
		return acts
	}
	return o.Acts[kind]
}

// ConditionalActsWith lists the conditional acts of the option, or those of the form
// if it has any of its own.
func (o *Option) ConditionalActsWith(f *Form) []ConditionalActs {
	if f.ActsIf != nil {
		return f.ActsIf
	}
	return o.ActsIf
}

// IsSplit reports whether the form gives some parts and keeps others.
func (f *Form) IsSplit() bool { return len(f.Gives) > 0 && len(f.Keeps) > 0 }
