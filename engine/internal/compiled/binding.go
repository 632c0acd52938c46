package compiled

import "slices"

// Binding is what it hangs on whether a bar binds a form: all of Holds have to be true
// and none of Lifts. It is worked out once for each bar and each thing that forms do.
type Binding struct {
	Holds, Lifts, Conditions []*Condition // Conditions are both
	Facts                    []OpenFact   // behind them
}

// bindingKey tells bindings apart: forms that do the same share the condition.
type bindingKey struct {
	bar     int
	touches *Condition
}

// FindBinding gives the binding of a bar to forms that do what it is about as far as a
// condition says.
func FindBinding(e *Rules, bar int, touches *Condition) *Binding {
	key := bindingKey{bar, touches}
	if known, ok := e.bindings.Load(key); ok {
		return known.(*Binding)
	}
	b := &e.Bars[bar]
	made := &Binding{Holds: []*Condition{b.When, touches}}
	for j, c := range b.Escapes {
		if b.Def.Escapes[j].FindOut != nil {
			made.Lifts = append(made.Lifts, c)
		}
	}
	made.Conditions = slices.Concat(made.Holds, made.Lifts)
	made.Facts = ListFactsBehind(e, made.Conditions...)
	known, _ := e.bindings.LoadOrStore(key, made)
	return known.(*Binding)
}
