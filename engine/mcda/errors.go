package mcda

import (
	"errors"
	"fmt"
	"math"
)

// What can be wrong with what a function is given. Errors of this package are or
// wrap one of these and say where; ask with errors.Is. The number that comes with
// an error is 0 and means nothing.
var (
	// ErrTie says that no coefficient differs from 0, or that all values are
	// equal: nothing is ahead of anything.
	ErrTie = errors.New("no coefficient differs from 0")
	// ErrNoCrossing says that a sum has the same sign for every weight above 0.
	ErrNoCrossing = errors.New("no crossing at a weight above 0")
	// ErrTooFew says that fewer values are given than it takes to say anything.
	ErrTooFew = errors.New("too few values")
	// ErrTooLarge says that an exact answer would take too long or too much
	// memory; sample it.
	ErrTooLarge = errors.New("too large")
	// ErrLength says that lists which belong together are not of one length.
	ErrLength = errors.New("lists differ in length")
	// ErrNotFinite says that a number is infinite or not a number.
	ErrNotFinite = errors.New("not a finite number")
	// ErrOutOfRange says that a number is finite, but not one that this argument
	// or result can have.
	ErrOutOfRange = errors.New("out of range")
	// ErrNotRanks says that a list does not hold ranks as [Ranks] gives them.
	ErrNotRanks = errors.New("not a list of ranks")
)

func isFinite(x float64) bool { return math.Abs(x) <= math.MaxFloat64 }

// requireFinite checks the numbers of a list.
func requireFinite(name string, list []float64) error {
	for i, x := range list {
		if !isFinite(x) {
			return fmt.Errorf("mcda: %s[%d] is %v: %w", name, i, x, ErrNotFinite)
		}
	}
	return nil
}

// requireWeights checks that there is a weight for each coefficient, and none
// below 0.
func requireWeights(w, d []float64) error {
	if len(w) != len(d) {
		return fmt.Errorf("mcda: %d weights for %d coefficients: %w", len(w), len(d), ErrLength)
	}
	if err := requireFinite("w", w); err != nil {
		return err
	}
	for p, x := range w {
		if x < 0 {
			return fmt.Errorf("mcda: w[%d] is %v, below 0: %w", p, x, ErrOutOfRange)
		}
	}
	return requireFinite("d", d)
}
