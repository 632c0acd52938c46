package scribble_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules/testkit/scribble"
)

type kept struct {
	Names  map[string][]string
	Number float64
	Any    any
	Next   *kept
}

func TestWhatIsOverwrittenIsDescribedDifferently(t *testing.T) {
	t.Parallel()
	fill := func() *kept {
		return &kept{map[string][]string{"a": {"b"}, "c": nil}, 0.5, []string{"d"}, &kept{Number: math.NaN()}}
	}
	v := fill()
	require.Equal(t, scribble.Describe(fill()), scribble.Describe(v))
	inner, list := v.Next, v.Any.([]string)
	before := scribble.Describe(inner)
	require.Greater(t, scribble.Over(v), 10)
	require.NotEqual(t, scribble.Describe(fill()), scribble.Describe(v))
	require.NotEqual(t, before, scribble.Describe(inner))
	require.Equal(t, []string{"scribbled"}, list)
	require.NotEqual(t, scribble.Describe(0.0), scribble.Describe(math.Copysign(0, -1)))
}

func TestOwnResultsPass(t *testing.T) {
	t.Parallel()
	scribble.RequireOwn(t, map[string]func() any{"own": func() any { return &kept{Next: &kept{}} }})
}
