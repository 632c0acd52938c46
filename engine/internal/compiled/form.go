package compiled

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules"
)

// Form is what is really done: one way to carry out an option.
type Form struct {
	Option   int
	Def      *rules.Form
	Class    int            // what cannot be called back
	Requires *Condition     // of the option and of the form; nil: always possible
	Own      *Condition     // what the form itself requires
	Facts    []string       // that Requires reads
	Capture  ArgumentValues // κ of every argument, without raises
	Raises   []Raise
	Meets    []Meeting // bars that what it does may run into, by bar
	Acts     []DoneAct // what it does
}

// Raise adds to the capture of an argument while a condition holds. Only arguments
// with a condition are raised, so that no raise depends on weights.
type Raise struct {
	Argument int
	By       float64 // above 0
	When     *Condition
}

// Value is U of the form for the masses: the share of what counts that it secures.
// An open raise counts as not met.
func (f *Form) Value(mass []float64, facts []int8) float64 {
	u := f.Capture.WeightedMean(mass)
	for i := range f.Raises {
		if r := &f.Raises[i]; mass[r.Argument] > 0 && r.When.PlainTruth(facts) == rules.True {
			u += exact.Mul(mass[r.Argument], r.By)
		}
	}
	return u
}

// RaisedCaptures are the captures with the raises that hold, and with those that may
// hold if open is set.
func (f *Form) RaisedCaptures(in *Profile, open bool) *ArgumentValues {
	least := rules.True
	if open {
		least = rules.Unknown
	}
	var out *ArgumentValues
	for i := range f.Raises {
		r := &f.Raises[i]
		if in.RuleTruth(r.When) < least {
			continue
		}
		if out == nil {
			out = &ArgumentValues{Value: slices.Clone(f.Capture.Value), Order: slices.Clone(f.Capture.Order)}
		}
		out.Value[r.Argument] += r.By
	}
	if out == nil {
		return &f.Capture
	}
	out.sortOrder()
	return out
}

// HasOpenRaise reports a raise that may yet hold.
func (e *Rules) HasOpenRaise(in *Profile) bool {
	for f := range e.Forms {
		for i := range e.Forms[f].Raises {
			if in.RuleTruth(e.Forms[f].Raises[i].When) == rules.Unknown {
				return true
			}
		}
	}
	return false
}

// addForms lists the forms of every option.
func (e *Rules) addForms() {
	kinds := map[string]*Condition{}
	for i := range e.Pack.PartKinds {
		kinds[e.Pack.PartKinds[i].ID] = e.compileCondition(e.Pack.PartKinds[i].Applies)
	}
	for o := range e.Options {
		opt := &e.Options[o]
		forms := opt.Def.ListForms()
		slices.SortFunc(forms, func(a, b *rules.Form) int {
			return cmp.Or(cmp.Compare(len(a.Gives), len(b.Gives)), strings.Compare(a.ID, b.ID))
		})
		for _, def := range forms {
			opt.Forms = append(opt.Forms, len(e.Forms))
			opt.HasOwnForm = opt.HasOwnForm || def.ID == opt.Def.ID
			e.FormIndex[def.ID] = len(e.Forms)
			e.Forms = append(e.Forms, e.compileForm(o, def, kinds))
		}
	}
}

func (e *Rules) compileForm(option int, def *rules.Form, kinds map[string]*Condition) Form {
	o := e.Options[option].Def
	f := Form{
		Option: option, Def: def, Class: o.ClassOf(def), Acts: e.listActs(o, def, kinds),
		Requires: allOf(e.compileCondition(o.Requires), e.compileCondition(def.Requires)), Own: e.compileCondition(def.Requires),
		Facts:   def.Requires.Facts(o.Requires.Facts(nil)),
		Capture: e.newArgumentValues(func(a *Argument) float64 { return o.CaptureOf(def, a.Def) }),
	}
	slices.Sort(f.Facts)
	f.Facts = slices.Compact(f.Facts)
	for i := range e.Arguments {
		for j := range def.Raises {
			if r := &def.Raises[j]; r.Argument == e.Arguments[i].Def.ID {
				f.Raises = append(f.Raises, Raise{i, r.Capture - f.Capture.Value[i], e.compileCondition(r.When)})
			}
		}
	}
	return f
}
