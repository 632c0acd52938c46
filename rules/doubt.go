package rules

import (
	"github.com/ajar-decision/ajar/rules/diag"
)

// Doubt says how far a number of the pack may be off, where that is another than the
// pack says for all numbers of its kind.
type Doubt struct {
	At diag.Pos `json:"-"`
	// Value in [0, 1] is a standard deviation: a part of the number itself for a strength
	// or a factor, and of its distance from the nearer end of [0, 1] for a capture.
	Value   float64 `tree:"value"`
	Because Text    `tree:"because"`
}
