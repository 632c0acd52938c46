// Package testkit is what the tests of all packages here share: golden files,
// and how often a random check runs. Nothing but tests imports it.
package testkit

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Golden compares a text with a file that is kept beside the test, or writes
// the file when the tests run with -update. "make golden" finds tests by name.
func Golden(t *testing.T, file, got string) {
	t.Helper()
	require.True(t, strings.HasPrefix(t.Name(), "TestGolden"), "a test with a golden file is called TestGolden...")
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
		return
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err, `"make golden" writes what is missing`)
	if string(want) != got {
		difference := diff.Diff(file, want, "written now", []byte(got))
		require.Fail(t, `if this is meant, run "make golden" and read all differences`, string(difference))
	}
}

// MaskDigest hides the digest of a pack, whole or cut short, in a text for a
// golden file: a change of the pack would change all the files otherwise. The
// text keeps its width.
func MaskDigest(text, digest string) string {
	const short = len("sha256:") + 12
	for _, shown := range []string{digest, digest[:short]} {
		text = strings.ReplaceAll(text, shown, "sha256:"+strings.Repeat("x", len(shown)-len("sha256:")))
	}
	return text
}

// MaskStyle hides the style of a page and the digest that allows it: the style stands in a
// file of its own, and each golden page would change with it.
func MaskStyle(text string) string {
	text = regexp.MustCompile(`(?s)<style>.*?</style>`).ReplaceAllString(text, "<style></style>")
	return regexp.MustCompile(`style-src &#39;sha256-[^;]*&#39;;`).ReplaceAllString(text, "style-src &#39;sha256-x&#39;;")
}
