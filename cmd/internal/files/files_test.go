package files_test

import (
	"io"
	"os"
	"path/filepath"
	"runtime"
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
	f.MarkRead("later.yaml")
	for name, want := range map[string]bool{
		"in.yaml": true, "./in.yaml": true, "link.yaml": true, "other.yaml": false, "new.yaml": false, ".": false,
		"later.yaml": true, "./later.yaml": true, filepath.Join(dir, "later.yaml"): true, "sub/later.yaml": false,
	} {
		require.Equal(t, want, f.WasRead(name), name)
	}
}

// Two names of one file are the same, be the file there or not yet.
func TestAreSame(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, name := range []string{"a.md", "other.md"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), nil, 0o600))
	}
	require.NoError(t, os.Mkdir(filepath.Join(dir, "sub"), 0o700))
	require.NoError(t, os.Link(filepath.Join(dir, "a.md"), filepath.Join(dir, "hard.md")))
	pairs := map[[2]string]bool{
		{"a.md", "a.md"}: true, {"a.md", "./a.md"}: true, {"a.md", "sub/../a.md"}: true, {"a.md", filepath.Join(dir, "a.md")}: true,
		{"a.md", "hard.md"}: true, {"a.md", "other.md"}: false, {"a.md", "new.md"}: false, {"a.md", "sub/a.md"}: false,
		{"new.md", "./new.md"}: true, {"new.md", filepath.Join(dir, "new.md")}: true, {"new.md", "newer.md"}: false, {"new.md", "a.md"}: false,
		{"none/new.md", "none/./new.md"}: true, {"none/new.md", "new.md"}: false, {"sub", "sub/"}: true, {"-", "./-"}: true,
	}
	if runtime.GOOS != "windows" { // where not everybody may make links
		require.NoError(t, os.Symlink("new.md", filepath.Join(dir, "to-new.md")))
		require.NoError(t, os.Symlink("sub", filepath.Join(dir, "folder")))
		pairs[[2]string{"to-new.md", "new.md"}] = true
		pairs[[2]string{"folder/new.md", "sub/new.md"}] = true
		pairs[[2]string{"to-new.md", "a.md"}] = false
	}
	f := files.New(dir, nil)
	for pair, want := range pairs {
		require.Equal(t, want, f.AreSame(pair[0], pair[1]), pair)
		require.Equal(t, want, f.AreSame(pair[1], pair[0]), pair)
	}
	here, err := os.Getwd()
	require.NoError(t, err)
	require.True(t, files.New("", nil).AreSame("new.md", filepath.Join(here, "new.md")))
}
