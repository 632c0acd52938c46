// Package mcda holds the numbers of decision analysis that ajar needs to say
// how settled a result is: exact shares of weightings, sampling, stability
// radius and crossing points. It knows no rule, no option and no fact.
//
// Everything here starts from a linear form. With w the weights of the
// priorities (w ≥ 0) and d the differences between two options, the first
// beats the second where Σ w_p d_p > 0. The call most people need is
// [Share]: the part of all weightings for which that is so.
//
// Nothing here draws on a clock, a locale or a random source of the system:
// the same arguments give the same bits on every platform.
package mcda
