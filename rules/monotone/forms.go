package monotone

import (
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

// Form is what can be done, as far as captures go.
type Form struct {
	ID       string
	Class    int
	Requires []*rules.Condition // all must hold
	option   *rules.Option
	def      *rules.Form
}

// listForms lists what can be done, in the order of the pack.
func listForms(p *rules.Pack) []Form {
	var out []Form
	for i := range p.Options {
		o := &p.Options[i]
		for _, f := range o.ListForms() {
			out = append(out, Form{f.ID, o.ClassOf(f), []*rules.Condition{o.Requires, f.Requires}, o, f})
		}
	}
	return out
}

// raise is a reason that lets a form secure more of an argument.
type raise struct {
	form    int
	when    *rules.Condition
	capture float64
}

// listRaises lists the raises of an argument over all forms.
func listRaises(forms []Form, a *rules.Argument) []raise {
	var out []raise
	for i := range forms {
		for j := range forms[i].def.Raises {
			if r := &forms[i].def.Raises[j]; r.Argument == a.ID {
				out = append(out, raise{i, r.When, r.Capture})
			}
		}
	}
	return out
}

// capturesOf gives by form how much of an argument each secures, with the raises
// that hold.
func capturesOf(forms []Form, a *rules.Argument, raises []raise, holds func(int) bool) []float64 {
	out := make([]float64, len(forms))
	for i := range forms {
		out[i] = forms[i].option.CaptureOf(forms[i].def, a)
	}
	for i, r := range raises {
		if holds(i) {
			out[r.form] = r.capture
		}
	}
	return out
}

// listArguments lists the arguments of all dimensions.
func listArguments(p *rules.Pack) []*rules.Argument {
	var out []*rules.Argument
	for i := range p.Dimensions {
		for j := range p.Dimensions[i].Arguments {
			out = append(out, &p.Dimensions[i].Arguments[j])
		}
	}
	return out
}

// listModerators lists the moderators on an argument.
func listModerators(p *rules.Pack, argument string) []*rules.Moderator {
	var out []*rules.Moderator
	for i := range p.Dimensions {
		for j := range p.Dimensions[i].Moderators {
			if m := &p.Dimensions[i].Moderators[j]; slices.Contains(m.On, argument) {
				out = append(out, m)
			}
		}
	}
	return out
}
