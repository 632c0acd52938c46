package mcda

import "fmt"

// MaxParameterSum is how many coefficients [Share] takes at most, each counted as
// often as its parameter says, and how great the sum of the parameters of
// [NewDirichlet] may be. With so many a share takes less than a second.
const MaxParameterSum = 1 << 15

// requireParameters checks parameters of a Dirichlet distribution.
func requireParameters(a []int) error {
	sum := 0
	for p, n := range a {
		if n < 1 {
			return fmt.Errorf("mcda: a[%d] is %d, below 1: %w", p, n, ErrOutOfRange)
		}
		if n > MaxParameterSum-sum {
			return fmt.Errorf("mcda: a has a sum above %d: %w", MaxParameterSum, ErrTooLarge)
		}
		sum += n
	}
	return nil
}
