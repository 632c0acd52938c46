// Package mcda holds the numbers of decision analysis that say how settled a
// choice between options is when the weights of its criteria (here: priorities)
// are not known for sure:
//
//   - in what part of all weightings one option is ahead of another ([Share]), of
//     two others at once ([ShareOfBoth]), and in what part of those that keep an
//     order of priorities ([Ranked]): exact, not sampled;
//   - how far all weights may be off at once ([Radius]), and at which weight of one
//     priority two options change places ([Crossing]);
//   - random weightings for all that has no exact answer ([Dirichlet]);
//   - how far several people agree in how they rank options ([Ranks], [KendallW]).
//
// It knows no rule, no option and no fact, and it makes no choice: values of
// options, margins between them and words for what the numbers mean belong to the
// caller. Values that are not linear in the weights are out of its reach.
//
// Everything about weightings starts from a linear form. With w the weights of the
// priorities (w ≥ 0) and d the differences between two options, the first
// beats the second where Σ w_p d_p > 0. Multiplying all weights, or all
// differences, by a number above 0 changes nothing.
//
// Every function takes every input: what lies outside of its domain, which its
// comment states, is an error that wraps one of the errors of this package, and
// numbers that come without an error are finite and inside of their range.
// Numbers as large or small as float64 has them do not overflow or vanish. Limits
// of size ([MaxParameterSum], 64 priorities for [ShareOfBoth]) bound time and
// memory.
//
// Nothing here draws on a clock, a locale or a random source of the system:
// the same arguments give the same bits on every platform.
package mcda
