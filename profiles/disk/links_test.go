//go:build unix

package disk

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// What a link leads to is written, be it there or not; else the error says what it is.
func TestLinks(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	require.NoError(t, os.MkdirAll(in("a/b"), 0o777))
	for link, to := range map[string]string{
		"dangling": "a/new.md", "second": "dangling", "folder": "a/b", "up": "folder/../up.md",
		"lost": "none/new.md", "round": "about", "about": "round", "to_folder": "a",
	} {
		require.NoError(t, os.Symlink(to, in(link)))
	}
	for link, file := range map[string]string{"dangling": "a/new.md", "second": "a/new.md", "up": "a/up.md"} {
		for _, write := range []func(string) error{
			func(path string) error { return Create(path, []byte("created"), private) },
			func(path string) error { return Write(path, []byte("written"), private) },
			func(path string) error { return Save(path, []byte("saved"), private) },
		} {
			require.NoError(t, write(in(link)))
			require.FileExists(t, in(file))
		}
		requireFile(t, in(file), "saved", private)
		require.NoError(t, os.Remove(in(file)))
		info, err := os.Lstat(in(link))
		require.NoError(t, err)
		require.NotZero(t, info.Mode()&os.ModeSymlink, "a link stays a link")
	}
	for link, reason := range map[string]string{"lost": "no such file", "to_folder": "is a directory", "round": "too many levels of symbolic links"} {
		for _, write := range []func(string, []byte, os.FileMode) error{Write, Save} {
			err := write(in(link), nil, private)
			require.ErrorContains(t, err, reason)
			if link != "round" {
				var linked *LinkedError
				require.ErrorAs(t, err, &linked)
			}
		}
	}
	require.ErrorIs(t, Create(in("to_folder"), nil, private), os.ErrExist)
	requireOnly(t, in("a"), "b")
}

// Other names of a file keep the text that they had.
func TestHardLinks(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	one, two := filepath.Join(dir, "one"), filepath.Join(dir, "two")
	require.NoError(t, os.WriteFile(one, []byte("old"), private))
	require.NoError(t, os.Link(one, two))
	require.NoError(t, Write(one, []byte("new"), private))
	requireFile(t, one, "new", private)
	requireFile(t, two, "old", private)
}

// A pipe is written to; a result waits for its reader, as those of other programs do.
func TestPipe(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "pipe")
	require.NoError(t, syscall.Mkfifo(path, 0o600))
	read := make(chan string)
	go func() {
		f, err := os.Open(path)
		data, readErr := io.ReadAll(f)
		if err = errors.Join(err, readErr, f.Close()); err != nil {
			data = []byte(err.Error())
		}
		read <- string(data)
	}()
	require.NoError(t, Write(path, []byte("whole"), private))
	require.Equal(t, "whole", <-read)
	info, err := os.Stat(path)
	require.NoError(t, err)
	require.False(t, info.Mode().IsRegular(), "still a pipe")
	require.ErrorIs(t, Save(path, nil, private), ErrNotRegular)
}

// What is read-only stays as it is, though its folder would let us replace it; but
// nothing is read-only to root.
func TestReadOnly(t *testing.T) {
	t.Parallel()
	if os.Geteuid() == 0 {
		t.Skip("root may write everything")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "p")
	require.NoError(t, os.WriteFile(path, []byte("old"), 0o400))
	require.ErrorIs(t, Write(path, []byte("new"), private), os.ErrPermission)
	require.ErrorIs(t, CanSave(path, private), os.ErrPermission)
	requireFile(t, path, "old", 0o400)
	require.NoError(t, os.Chmod(path, 0o600))
	require.NoError(t, os.Chmod(dir, 0o500))
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
	require.ErrorIs(t, Write(path, []byte("new"), private), os.ErrPermission)
	requireFile(t, path, "old", 0o600)
}
