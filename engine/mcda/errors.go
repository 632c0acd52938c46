package mcda

import "errors"

// What can be wrong with what a function is given. Errors of this package wrap
// one of these and say where; ask with errors.Is.
var (
	// ErrTie says that no coefficient differs from 0, so nothing is ahead of
	// anything whatever the weights are.
	ErrTie = errors.New("no coefficient differs from 0")
	// ErrLength says that lists which belong together are not of one length.
	ErrLength = errors.New("lists differ in length")
	// ErrNotFinite says that a number is infinite or not a number.
	ErrNotFinite = errors.New("not a finite number")
	// ErrTooLarge says that an exact answer would take too long or too much
	// memory; sample it.
	ErrTooLarge = errors.New("too large")
)
