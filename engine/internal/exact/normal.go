package exact

import "sync"

const (
	normalEnd  = 5   // beyond this many standard deviations the rest is under 1e-6
	normalStep = 512 // places in the table for one standard deviation
)

// NormalCDF gives Φ(x), the chance that a standard normal number is at most x, within
// 1e-6: math.Erf rests on math.Exp, whose last bits differ between platforms. NaN gives
// NaN.
func NormalCDF(x float64) float64 {
	switch {
	case x != x:
		return x
	case x < 0:
		return 1 - NormalCDF(-x)
	case x >= normalEnd:
		return 1
	}
	table := normalTable()
	at := Mul(x, normalStep)
	i := int(at)
	return table[i] + Mul(at-float64(i), table[i+1]-table[i])
}

// normalTable has Φ at the places from 0 to normalEnd, by the series of the integral:
// Φ(x) = 1/2 + (x - x³/(2·3) + x⁵/(4·2!·5) - ...) / √(2π).
var normalTable = sync.OnceValue(func() []float64 {
	const rootOf2Pi = 2.50662827463100050242
	table := make([]float64, normalEnd*normalStep+1)
	for i := range table {
		x := float64(i) / normalStep
		term, sum := x, x
		for n := 1.0; n < 80; n++ {
			term *= -x * x / (2 * n)
			sum += term / (Mul(2, n) + 1)
		}
		table[i] = min(1, 0.5+sum/rootOf2Pi)
	}
	return table
})
