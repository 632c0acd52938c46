package engine

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// The words at their borders.
func TestWord(t *testing.T) {
	t.Parallel()
	below := func(x float64) float64 { return math.Nextafter(x, 0) }
	for _, c := range []struct {
		name string
		s    support
		want Word
	}{
		{"at 0.90", support{share: 0.90}, Clear},
		{"under 0.90", support{share: below(0.90)}, Leaning},
		{"the error comes off", support{share: 0.904, err: 0.005}, Leaning},
		{"an answer could change it", support{share: 1, open: true}, Leaning},
		{"not of weights near the stated ones", support{share: 1, capped: true}, Leaning},
		{"at 0.65", support{share: 0.65}, Leaning},
		{"under 0.65", support{share: below(0.65)}, Close},
		{"0.65 less its error", support{share: 0.65, err: 0.001}, Close},
		{"an open answer is no reason to call it close", support{share: 0.65, open: true, capped: true}, Leaning},
		{"tied or decided by the margin", support{share: 1, close: true}, Close},
		{"nothing", support{}, Close},
	} {
		require.Equal(t, c.want, c.s.word(), c.name)
	}
}
