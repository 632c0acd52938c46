package compiled

import (
	"github.com/ajar-decision/ajar/rules"
)

// makeNumbers lists the numbers of arguments, of moderators and of forms, in the order
// of the rules.
func makeNumbers(e *Rules) *Numbers {
	n := &Numbers{
		Strength: make([]int, len(e.Arguments)), Factor: make([]int, len(e.Moderators)),
		Capture: make([][]int, len(e.Forms)), Raise: make([][]int, len(e.Forms)),
	}
	places := map[rules.NumberID]int{}
	place := func(x rules.Number) int {
		i, ok := places[x.ID]
		if !ok {
			i = len(n.List)
			places[x.ID] = i
			n.List = append(n.List, x)
		}
		return i
	}
	for i := range e.Arguments {
		n.Strength[i] = place(e.Pack.StrengthNumber(e.Arguments[i].Def))
	}
	for i := range e.Moderators {
		n.Factor[i] = place(e.Pack.FactorNumber(e.Moderators[i].Def))
	}
	for i := range e.Forms {
		f := &e.Forms[i]
		o := e.Options[f.Option].Def
		n.Capture[i] = readCaptures(e, o, f.Def, func(f *rules.Form, a *rules.Argument) int { return place(e.Pack.CaptureNumber(o, f, a)) })
		for k := range f.Raises {
			n.Raise[i] = append(n.Raise[i], place(e.Pack.RaiseNumber(f.Def, f.Raises[k].Def)))
		}
	}
	return n
}
