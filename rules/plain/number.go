package plain

import (
	"math"
	"strconv"
)

// Number writes a number with as few digits as read back to the same one, and
// with an exponent if it is very large or small.
func Number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// Decimal is Number without an exponent.
func Decimal(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// Fixed writes a number with so many decimals.
func Fixed(x float64, decimals int) string { return strconv.FormatFloat(x, 'f', decimals, 64) }

// Significant writes a number with at most so many significant digits.
func Significant(x float64, digits int) string { return strconv.FormatFloat(x, 'g', digits, 64) }

// Hundredths writes a share from 0 to 1 as a whole number of 100.
func Hundredths(x float64) string { return strconv.Itoa(int(math.Round(100 * x))) }
