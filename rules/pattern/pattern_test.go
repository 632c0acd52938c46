package pattern_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules/pattern"
)

func TestPatternsAreCompiledOnce(t *testing.T) {
	t.Parallel()
	word := pattern.New(`^[a-z]+$`)
	require.True(t, word().MatchString("abc"))
	require.False(t, word().MatchString("a1"))
	require.Same(t, word(), word())
	broken := pattern.New(`(`)
	require.Panics(t, func() { broken() })
}
