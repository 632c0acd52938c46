package mcda_test

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/mcda"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// random is a case to compare methods on: coefficients with ties, near ties
// and zeros among them, weights with ties, and whole Dirichlet parameters.
type random struct {
	d, w []float64
	a    []int
}

func (c random) String() string { return fmt.Sprintf("d=%v w=%v a=%v", c.d, c.w, c.a) }

// cases makes 200 cases with 2 to 20 coefficients, the same at every run. With
// -short there are 20.
func cases() []random {
	r := rand.New(rand.NewPCG(1, 2))
	out := make([]random, min(200, testkit.Times(200)))
	for i := range out {
		n := 2 + i%19
		c := random{make([]float64, n), make([]float64, n), make([]int, n)}
		for p := range n {
			c.d[p] = r.NormFloat64()
			c.w[p] = float64(r.IntN(4)) // ties, and now and then a 0
			c.a[p] = 1 + r.IntN(3)
			if p == 0 {
				continue
			}
			switch r.IntN(8) {
			case 0:
				c.d[p] = c.d[p-1]
			case 1:
				c.d[p] = c.d[p-1] * (1 + 1e-10*r.NormFloat64())
			case 2:
				c.d[p] = 0
			case 3:
				c.d[p] = -c.d[p-1]
			case 4:
				c.d[p] = 1e-6 * r.NormFloat64()
			}
		}
		out[i] = c
	}
	return out
}

// samples is how many weightings a comparison draws: a million in the long
// version ("make long"), and few enough to wait for otherwise.
func samples() int {
	if os.Getenv("AJAR_LONG_TESTS") != "" {
		return 1_000_000
	}
	return 20_000
}

// requireNear checks a share found by sampling: inside four standard errors
// of the exact share, taken as one sample at least.
func requireNear(t *testing.T, exact float64, hits, n int, of any) {
	t.Helper()
	size := float64(n)
	spread := math.Sqrt(max(exact*(1-exact), 1/size) / size)
	require.InDelta(t, exact, float64(hits)/size, 4*spread, "%v", of)
}

// exactly is the textbook sum of quotients Σ d_i^(n-1) / Π (d_i - d_k) over
// the positive d_i, in rational arithmetic. Equal coefficients, which it
// cannot take, are parted by 2^-120 each.
func exactly(d []float64) float64 {
	c := make([]*big.Int, len(d)) // d in units of 2^-240
	for i, x := range d {
		whole, _ := new(big.Float).SetMantExp(big.NewFloat(x), 240).Int(nil)
		c[i] = whole.Add(whole, new(big.Int).Lsh(big.NewInt(int64(i+1)), 120))
	}
	sum := new(big.Rat)
	for i := range c {
		if d[i] <= 0 {
			continue
		}
		up := new(big.Int).Exp(c[i], big.NewInt(int64(len(d)-1)), nil)
		down := big.NewInt(1)
		for k := range c {
			if k != i {
				down.Mul(down, new(big.Int).Sub(c[i], c[k]))
			}
		}
		sum.Add(sum, new(big.Rat).SetFrac(up, down))
	}
	out, _ := sum.Float64()
	return out
}

// share is that of arguments known to be right, or NaN for a tie.
func share(t require.TestingT, d []float64, a []int) float64 {
	out, err := mcda.Share(d, a)
	if err != nil {
		require.ErrorIs(t, err, mcda.ErrTie)
		return math.NaN()
	}
	return out
}

// numbers reads any float64 there are from bytes, to fuzz lists of them: eight
// bytes each, or one for a small whole number, so that ties and zeros are found.
func numbers(data []byte) []float64 {
	var out []float64
	for len(data) > 0 {
		if data[0]%2 == 0 || len(data) < 9 {
			out = append(out, float64(int8(data[0])/2))
			data = data[1:]
			continue
		}
		out = append(out, math.Float64frombits(binary.LittleEndian.Uint64(data[1:9])))
		data = data[9:]
	}
	return out
}

// bytesOf writes numbers so that numbers reads them.
func bytesOf(list ...float64) []byte {
	var out []byte
	for _, x := range list {
		out = binary.LittleEndian.AppendUint64(append(out, 1), math.Float64bits(x))
	}
	return out
}

// requireIn checks a result: 0 with an error, and else a number of the range.
func requireIn(t *testing.T, x float64, err error, low, high float64) {
	t.Helper()
	if err != nil {
		require.Zero(t, x)
		return
	}
	require.GreaterOrEqual(t, x, low)
	require.LessOrEqual(t, x, high)
}

// hard are lists at the ends of what there is.
func hard() [][]float64 {
	return [][]float64{
		nil, {0}, {1}, {1, -1}, {1, 2, -3, 0}, {math.MaxFloat64, -math.MaxFloat64, math.MaxFloat64},
		{math.SmallestNonzeroFloat64, -math.SmallestNonzeroFloat64}, {math.MaxFloat64, -math.SmallestNonzeroFloat64, 1},
		{math.NaN(), 1}, {math.Inf(1), 1}, {math.Inf(-1), math.Inf(1)}, {math.Copysign(0, -1), 1},
	}
}

// repeated writes each coefficient as often as its parameter says.
func repeated(d []float64, a []int) []float64 {
	var out []float64
	for p, x := range d {
		for range a[p] {
			out = append(out, x)
		}
	}
	return out
}

// exponential fills w with a weighting spread as Dirichlet(a), by the usual
// way through logarithms, without dividing by the sum.
func exponential(r *rand.Rand, w []float64, a []int) {
	for p := range w {
		w[p] = 0
		for range a[p] {
			w[p] += r.ExpFloat64()
		}
	}
}

func dot(w, d []float64) float64 {
	sum := 0.0
	for p := range w {
		sum += w[p] * d[p]
	}
	return sum
}
