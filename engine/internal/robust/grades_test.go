package robust

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// The words at their borders.
func TestRateRobustness(t *testing.T) {
	t.Parallel()
	below := func(x float64) float64 { return math.Nextafter(x, 0) }
	for _, c := range []struct {
		name string
		s    robustnessBasis
		want grade
	}{
		{"at 0.90", robustnessBasis{share: 0.90}, gradeClear},
		{"under 0.90", robustnessBasis{share: below(0.90)}, gradeLeaning},
		{"the error comes off", robustnessBasis{share: 0.904, err: 0.005}, gradeLeaning},
		{"an answer could change it", robustnessBasis{share: 1, open: true}, gradeLeaning},
		{"not of weights near the stated ones", robustnessBasis{share: 1, capped: true}, gradeLeaning},
		{"at 0.65", robustnessBasis{share: 0.65}, gradeLeaning},
		{"under 0.65", robustnessBasis{share: below(0.65)}, gradeClose},
		{"0.65 less its error", robustnessBasis{share: 0.65, err: 0.001}, gradeClose},
		{"an open answer is no reason to call it close", robustnessBasis{share: 0.65, open: true, capped: true}, gradeLeaning},
		{"tied or decided by the margin", robustnessBasis{share: 1, close: true}, gradeClose},
		{"nothing", robustnessBasis{}, gradeClose},
	} {
		require.Equal(t, c.want, c.s.rateRobustness(), c.name)
	}
}
