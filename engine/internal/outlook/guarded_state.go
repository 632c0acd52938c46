package outlook

import (
	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/rules"
)

// guardedState is the state of a fact with a guard, by the bounds of that.
func guardedState(state int8, low, high rules.Truth) int8 {
	switch {
	case high == rules.False:
		return compiled.StateNA
	case state == compiled.StateNeverKnownOrNA && low != rules.False:
		return compiled.StateNeverKnown
	}
	return state
}
