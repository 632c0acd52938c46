package testkit_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/rules/testkit"
)

func TestMaskDigest(t *testing.T) {
	t.Parallel()
	digest := "sha256:" + strings.Repeat("1a", 32)
	x := strings.Repeat("x", 12)
	require.Equal(t, "pack sha256:"+x+", profile sha256:2b2b2b2b2b2b", testkit.MaskDigest("pack "+digest[:19]+", profile sha256:2b2b2b2b2b2b", digest))
	require.Equal(t, "sha256:"+strings.Repeat("x", 64), testkit.MaskDigest(digest, digest), "the width stays")
}

// The number of checks follows -short and "make long".
func TestCheckRunsAsOftenAsItSays(t *testing.T) {
	n := 0
	testkit.Check(t, func(*rapid.T) { n++ })
	require.Equal(t, testkit.Times(100), n)
}
