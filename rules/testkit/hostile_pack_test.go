package testkit_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// A number names a hostile pack for good: a finding can be looked at again.
func TestHostilePacksAreTheSameAgain(t *testing.T) {
	t.Parallel()
	for n := range 2 * testkit.HostileKinds() {
		name, files := testkit.HostilePack(n)
		again, other := testkit.HostilePack(n)
		require.Equal(t, name, again)
		require.Equal(t, files, other, name)
	}
	small, err := rules.Load(testkit.FilesOfSmallPack())
	require.NoError(t, err)
	for n := range 20 {
		require.Equal(t, testkit.SpoilPack(small.Clone(), n), testkit.SpoilPack(small.Clone(), n))
	}
}
