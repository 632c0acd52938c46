package files_test

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/files"
	"github.com/ajar-decision/ajar/profiles"
)

// What can be read only once is there for a second reading.
func TestReadOnce(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "p.yaml"), []byte("first"), 0o600))
	f := files.New(dir, strings.NewReader("typed"))
	for range 2 {
		text, err := f.ReadOnce(files.Stdin)
		require.NoError(t, err)
		require.Equal(t, "typed", string(text))
		text, err = f.ReadOnce("p.yaml")
		require.NoError(t, err)
		require.Equal(t, "first", string(text))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "p.yaml"), []byte("second"), 0o600))
	}
	var missing *profiles.ReadError
	_, err := f.Read("nope.yaml")
	require.ErrorAs(t, err, &missing)
	require.Equal(t, "nope.yaml", missing.Name)
}

// A file that was read is known under every name that it has.
func TestWasRead(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, name := range []string{"in.yaml", "other.yaml"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), nil, 0o600))
	}
	require.NoError(t, os.Link(filepath.Join(dir, "in.yaml"), filepath.Join(dir, "link.yaml")))
	f := files.New(dir, nil)
	opened, err := f.Open("in.yaml")
	require.NoError(t, err)
	_, err = io.ReadAll(opened)
	require.NoError(t, err)
	require.NoError(t, opened.Close())
	for name, want := range map[string]bool{"in.yaml": true, "./in.yaml": true, "link.yaml": true, "other.yaml": false, "new.yaml": false, ".": false} {
		require.Equal(t, want, f.WasRead(name), name)
	}
}
