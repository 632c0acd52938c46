package compiled

import (
	"slices"
	"strings"
)

// findArgument gives the place of an argument.
func findArgument(e *Rules, id string) (at int, ok bool) {
	return slices.BinarySearchFunc(e.Arguments, id, func(a Argument, id string) int { return strings.Compare(a.Def.ID, id) })
}
