package compiled

import (
	"slices"
	"strings"
)

// findArgument gives the place of an argument.
func findArgument(e *Rules, id string) (at int, ok bool) {
	return slices.BinarySearchFunc(e.Arguments, id, func(a Argument, id string) int { return strings.Compare(a.Def.ID, id) })
}

// newArgumentValues gives every argument a value.
func newArgumentValues(e *Rules, value func(*Argument) float64) *ArgumentValues {
	t := &ArgumentValues{Value: make([]float64, len(e.Arguments))}
	for i := range e.Arguments {
		t.Value[i] = value(&e.Arguments[i])
	}
	return t
}
