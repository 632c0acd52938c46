package compiled

import (
	"cmp"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/ajar-decision/ajar/rules"
)

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
	e.captureDifferences = make([]atomic.Pointer[ArgumentValues], len(e.Forms)*len(e.Forms))
}

func (e *Rules) compileForm(option int, def *rules.Form, kinds map[string]*Condition) Form {
	o := e.Options[option].Def
	f := Form{
		Option: option, Def: def, Class: o.ClassOf(def), Acts: e.listActs(o, def, kinds),
		Requires: allOf(e.compileCondition(o.Requires), e.compileCondition(def.Requires)), Own: e.compileCondition(def.Requires),
		Facts:   def.Requires.Facts(o.Requires.Facts(nil)),
		Capture: &ArgumentValues{Value: readCaptures(e, o, def, o.CaptureOf)},
	}
	slices.Sort(f.Facts)
	f.Facts = slices.Compact(f.Facts)
	for j := range def.Raises {
		r := &def.Raises[j]
		if i, ok := findArgument(e, r.Argument); ok {
			f.Raises = append(f.Raises, Raise{r, i, r.Capture - f.Capture.Value[i], e.compileCondition(r.When)})
		}
	}
	slices.SortStableFunc(f.Raises, func(a, b Raise) int { return cmp.Compare(a.Argument, b.Argument) })
	return f
}

// readCaptures reads something about the capture of every argument by a form. What is not
// stated by name is read once a pull and dimension, since a pack may have thousands of
// arguments.
func readCaptures[T any](e *Rules, o *rules.Option, f *rules.Form, read func(*rules.Form, *rules.Argument) T) []T {
	isNamed := map[string]bool{}
	for _, id := range o.ListNamedCaptures(f) {
		isNamed[id] = true
	}
	ofSide := make([]*T, 2*len(e.Dimensions)) // per dimension, for each pull
	out := make([]T, len(e.Arguments))
	for i := range e.Arguments {
		a := &e.Arguments[i]
		if isNamed[a.Def.ID] {
			out[i] = read(f, a.Def)
			continue
		}
		side := 2 * a.Dim
		if a.Def.Pull == rules.Open {
			side++
		}
		if ofSide[side] == nil {
			one := read(f, a.Def)
			ofSide[side] = &one
		}
		out[i] = *ofSide[side]
	}
	return out
}
