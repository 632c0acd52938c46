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
	share := func(x, err float64) estimate { return estimate{x, err} }
	for _, c := range []struct {
		name string
		s    robustnessBasis
		want grade
	}{
		{"at 0.90", robustnessBasis{share: share(0.90, 0)}, gradeClear},
		{"under 0.90", robustnessBasis{share: share(below(0.90), 0)}, gradeLeaning},
		{"the error comes off", robustnessBasis{share: share(0.904, 0.005)}, gradeLeaning},
		{"an answer could change it", robustnessBasis{share: share(1, 0), open: true}, gradeLeaning},
		{"another option within the margin", robustnessBasis{share: share(1, 0), beside: true}, gradeLeaning},
		{"at 0.65", robustnessBasis{share: share(0.65, 0)}, gradeLeaning},
		{"under 0.65", robustnessBasis{share: share(below(0.65), 0)}, gradeClose},
		{"0.65 less its error", robustnessBasis{share: share(0.65, 0.001)}, gradeClose},
		{"an open answer is no reason to call it close", robustnessBasis{share: share(0.65, 0), open: true, beside: true}, gradeLeaning},
		{"decided by the margin, or the greater part is another's", robustnessBasis{share: share(1, 0), close: true}, gradeClose},
		{"hardly any basis", robustnessBasis{share: share(1, 0), close: true, thin: true}, gradeThin},
		{"nothing", robustnessBasis{}, gradeClose},
	} {
		require.Equal(t, c.want, c.s.rateRobustness(), c.name)
	}
}
