package mcda_test

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/mcda"
)

func shareOfBoth(t require.TestingT, d1, d2 []float64) float64 {
	both, err := mcda.ShareOfBoth(d1, d2)
	require.NoError(t, err)
	return both
}

func TestShareOfBothByHand(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		d1, d2 []float64
		want   float64
	}{
		{"the first of three is the greatest", []float64{1, -1, 0}, []float64{1, 0, -1}, 1.0 / 3},
		{"three in order", []float64{1, -1, 0}, []float64{0, 1, -1}, 1.0 / 6},
		{"two pairs that share nothing", []float64{1, -1, 0, 0}, []float64{0, 0, 1, -1}, 0.25},
		{"opposite", []float64{3, -1, -0.7}, []float64{-3, 1, 0.7}, 0},
		{"opposite, not of one size", []float64{0.3, -0.1, -0.7}, []float64{-0.9, 0.3, 2.1}, 0},
		{"the same", []float64{2, -1}, []float64{2, -1}, 2.0 / 3},
		{"the same, not of one size", []float64{0.2, -0.1}, []float64{0.6, -0.3}, 2.0 / 3},
		{"always the one", []float64{1, 2}, []float64{2, -1}, 2.0 / 3},
		{"never the one", []float64{-1, -2}, []float64{2, -1}, 0},
		{"never the other", []float64{2, -1, 1}, []float64{-2, -1, 0}, 0},
		{"between a third and a half", []float64{2, -1}, []float64{-1, 1}, 1.0 / 6},
		{"one priority", []float64{1}, []float64{2}, 1},
		{"a bystander", []float64{2, -1, 0}, []float64{-1, 1, 0}, 1.0 / 6},
		{"dust counts as nothing", []float64{2, -1, 1e-13}, []float64{-1, 1, -1e-13}, 1.0 / 6},
		{"large numbers", []float64{1.6e308, -0.8e308}, []float64{-1e308, 1e308}, 1.0 / 6},
		{"small numbers", []float64{1e-323, -5e-324}, []float64{-5e-324, 5e-324}, 1.0 / 6},
	} {
		require.InDelta(t, c.want, shareOfBoth(t, c.d1, c.d2), 1e-14, c.name)
		require.InDelta(t, c.want, shareOfBoth(t, c.d2, c.d1), 1e-14, c.name)
	}
}

func TestShareOfBothRefuses(t *testing.T) {
	t.Parallel()
	line := make([]float64, 100)
	for p := range line {
		line[p] = 1 - 2*float64(p%2)
	}
	for _, c := range []struct {
		d1, d2 []float64
		want   error
	}{
		{nil, nil, mcda.ErrTie},
		{[]float64{1, 0}, []float64{0, 0}, mcda.ErrTie},
		{[]float64{0, 0}, []float64{1, 0}, mcda.ErrTie},
		{[]float64{1}, []float64{1, 2}, mcda.ErrLength},
		{[]float64{1, math.NaN()}, []float64{1, 2}, mcda.ErrNotFinite},
		{[]float64{1, 2}, []float64{1, math.Inf(-1)}, mcda.ErrNotFinite},
		{line[:65], line[:65], mcda.ErrTooLarge},
		{append(slice(40, 1), slice(40, 0)...), append(slice(40, 0), slice(40, 1)...), mcda.ErrTooLarge},
	} {
		both, err := mcda.ShareOfBoth(c.d1, c.d2)
		require.ErrorIs(t, err, c.want)
		require.Zero(t, both)
	}
	require.InDelta(t, 0.5, shareOfBoth(t, line[:64], line[:64]), 1e-12)
	bystanders := append(slices.Clone(line[:64]), slice(1000, 0)...)
	require.InDelta(t, 0.5, shareOfBoth(t, bystanders, bystanders), 1e-12)
}

// Options whose leads are differences of their values part the weightings among
// them, in any number, and each order of three has a part of its own.
func TestShareOfBothParts(t *testing.T) {
	t.Parallel()
	for _, c := range pairsOfCases() {
		if _, err := mcda.ShareOfBoth(c[0], c[1]); err != nil {
			continue
		}
		against := [][]float64{negated(c[0]), negated(c[1])}
		both, first := shareOfBoth(t, c[0], c[1]), shareOfBoth(t, c[0], against[1])
		second, none := shareOfBoth(t, against[0], c[1]), shareOfBoth(t, against[0], against[1])
		require.InDelta(t, 1, both+first+second+none, 1e-12, "%v", c)
		require.InDelta(t, share(t, c[0], nil), both+first, 1e-12, "%v", c)
		require.InDelta(t, share(t, c[1], nil), both+second, 1e-12, "%v", c)
		require.InDelta(t, share(t, c[0], nil), shareOfBoth(t, c[0], c[0]), 1e-12, "%v", c)
	}
}

// No order of the priorities changes a bit, since reports are compared so.
func TestShareOfBothKnowsNoOrder(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(11, 12))
	for _, c := range pairsOfCases() {
		want, err := mcda.ShareOfBoth(c[0], c[1])
		if err != nil {
			continue
		}
		r.Shuffle(len(c[0]), func(i, j int) {
			c[0][i], c[0][j] = c[0][j], c[0][i]
			c[1][i], c[1][j] = c[1][j], c[1][i]
		})
		require.Equal(t, want, shareOfBoth(t, c[0], c[1]), "%v", c)
	}
}

// The sum of quotients in high precision is another way to the same number: it
// knows no paths and no order.
func TestShareOfBothAgainstHighPrecision(t *testing.T) {
	t.Parallel()
	for _, c := range pairsOfCases() {
		if len(c[0]) > 12 {
			continue
		}
		if both, err := mcda.ShareOfBoth(c[0], c[1]); err == nil {
			require.InDelta(t, bothExactly(c[0], c[1]), both, 1e-9, "%v", c)
		}
	}
}

func TestShareOfBothAgainstSampling(t *testing.T) {
	t.Parallel()
	n := samples()
	for i, c := range pairsOfCases() {
		exact, err := mcda.ShareOfBoth(c[0], c[1])
		if err != nil {
			continue
		}
		r := rand.New(rand.NewPCG(13, uint64(i)))
		w, hits := make([]float64, len(c[0])), 0
		for range n {
			exponential(r, w, ones(len(w)))
			if dot(w, c[0]) > 0 && dot(w, c[1]) > 0 {
				hits++
			}
		}
		requireNear(t, exact, hits, n, c)
	}
}

func FuzzShareOfBoth(f *testing.F) {
	for _, list := range hard() {
		f.Add(bytesOf(list...), bytesOf(list...))
		f.Add(bytesOf(list...), bytesOf(slice(len(list), -1)...))
	}
	f.Fuzz(func(t *testing.T, d1, d2 []byte) {
		first, second := numbers(d1), numbers(d2)
		if len(first) > 100 {
			return
		}
		both, err := mcda.ShareOfBoth(first, second)
		requireIn(t, both, err, 0, 1)
		if err == nil {
			require.LessOrEqual(t, both, min(share(t, first, nil), share(t, second, nil))+1e-9)
		}
	})
}

// pairsOfCases are two lists each, with zeros, ties and multiples among them;
// every fourth pair is nearly or wholly a multiple.
func pairsOfCases() [][2][]float64 {
	r := rand.New(rand.NewPCG(15, 16))
	var out [][2][]float64
	for i, c := range cases() {
		other := make([]float64, len(c.d))
		for p, x := range c.d {
			other[p] = r.NormFloat64()
			switch r.IntN(6) {
			case 0:
				other[p] = 0
			case 1:
				other[p] = -x
			case 2:
				other[p] = other[max(0, p-1)]
			}
			if i%4 == 0 {
				other[p] = float64(1-i%8/2)*x + 1e-3*float64(i%3)*other[p]
			}
		}
		out = append(out, [2][]float64{c.d, other})
	}
	return out
}

func negated(d []float64) []float64 {
	out := slices.Clone(d)
	for p := range out {
		out[p] = -out[p]
	}
	return out
}

// bothExactly is the sum over pairs of priorities i, k of what an edge between
// them has in common with the quadrant, times Π 1 / L_m over the others: with
// (d1, d2)_m = α (d1, d2)_i + β (d1, d2)_k, L_m = 1 - α - β. These quotients are
// the partial fractions of the Laplace transform of Σ w d under exponential w.
// They cancel, so it takes thousands of bits; and no three points may be in
// line, so each is moved by 2^-60.
func bothExactly(d1, d2 []float64) float64 {
	r := rand.New(rand.NewPCG(17, 18))
	place := func(x float64) *big.Float {
		moved := new(big.Float).SetMantExp(number(r.NormFloat64()), -60)
		return moved.Add(moved, number(x))
	}
	a, b := make([]*big.Float, len(d1)), make([]*big.Float, len(d1))
	for p := range d1 {
		a[p], b[p] = place(d1[p]), place(d2[p])
	}
	minor := func(i, k int) *big.Float {
		x, y := times(a[i], b[k]), times(a[k], b[i])
		return x.Sub(x, y)
	}
	sum := number(0)
	for i := range a {
		for k := range i {
			part := edgePart(a[i], a[k], b[i], b[k])
			for m := range a {
				if m == i || m == k {
					continue
				}
				// α = [m k] / [i k], β = [i m] / [i k]
				l := minor(i, k)
				whole := minor(i, k)
				l.Sub(l, minor(m, k))
				l.Sub(l, minor(i, m))
				part = times(part, whole.Quo(whole, l))
			}
			sum.Add(sum, part)
		}
	}
	if len(a) == 1 {
		return edgeOfOne(d1[0], d2[0])
	}
	out, _ := sum.Float64()
	return out
}

func edgeOfOne(a, b float64) float64 {
	if a > 0 && b > 0 {
		return 1
	}
	return 0
}

// edgePart is the length of those x in [0, 1] for which x a + (1-x) c > 0 and
// x b + (1-x) d > 0.
func edgePart(a, c, b, d *big.Float) *big.Float {
	low, high := number(0), number(1)
	for _, end := range [][2]*big.Float{{a, c}, {b, d}} {
		at, other := end[0].Sign(), end[1].Sign()
		if at <= 0 && other <= 0 {
			return number(0)
		}
		if at > 0 && other > 0 {
			continue
		}
		size := number(0)
		zero := number(0).Quo(end[1], size.Sub(end[1], end[0]))
		if at > 0 && zero.Cmp(low) > 0 {
			low = zero
		}
		if at <= 0 && zero.Cmp(high) < 0 {
			high = zero
		}
	}
	if low.Cmp(high) >= 0 {
		return number(0)
	}
	return high.Sub(high, low)
}

const precision = 8000

func number(x float64) *big.Float { return new(big.Float).SetPrec(precision).SetFloat64(x) }

func times(x, y *big.Float) *big.Float { return number(0).Mul(x, y) }

func BenchmarkShareOfBoth(b *testing.B) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, n := range []int{3, 17, 64} {
		for name, like := range map[string]float64{"like": 0.9, "unlike": 0} {
			var pairs [16][2][]float64
			for i := range pairs {
				for p := range n {
					x := 1 - 2*float64(p%2)
					pairs[i][0] = append(pairs[i][0], x*math.Abs(r.NormFloat64()))
					pairs[i][1] = append(pairs[i][1], like*pairs[i][0][p]+(1-like)*r.NormFloat64())
				}
			}
			b.Run(fmt.Sprintf("n=%d,%s", n, name), func(b *testing.B) {
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					if _, err := mcda.ShareOfBoth(pairs[i%16][0], pairs[i%16][1]); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// The order of the priorities changes no bit, be they on the border of the first comparison
// or beside others that lean as far.
func TestShareOfBothInAnyOrder(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	for _, d := range [][2][]float64{
		{{0, 0, 0, 0.9, -0.8}, {0.7, 0.8, 0.5, -0.7, 0.4}},
		{{0, 0, 0, 0.9, -0.8}, {-0.7, -0.8, -0.5, 0.7, -0.4}},
		{{0, 0, 0, 0, 1, 2, 0.3, -0.7, -0.1, -0.2}, {0.1, 0.7, -0.3, -0.9, 2, 4, 0.6, 0.7, 0.1, 0.2}},
	} {
		want := shareOfBoth(t, d[0], d[1])
		for range 50 {
			random.Shuffle(len(d[0]), func(i, j int) {
				d[0][i], d[0][j] = d[0][j], d[0][i]
				d[1][i], d[1][j] = d[1][j], d[1][i]
			})
			require.Equal(t, math.Float64bits(want), math.Float64bits(shareOfBoth(t, d[0], d[1])), "%v", d)
		}
	}
}
