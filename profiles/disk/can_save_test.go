package disk

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestCanSave(t *testing.T) {
	t.Parallel()
	for _, step := range []string{"stat", "writable", "read", "lock", "create"} {
		m := &memory{files: map[string]string{"p.yaml": "old"}, fail: step}
		err := m.system().tryReplace("p.yaml", private)
		require.ErrorIs(t, err, errDisk, step)
	}
	for _, busy := range []bool{true, false} {
		m := &memory{files: map[string]string{"p.yaml": "old"}, locked: map[string]bool{"p.yaml": busy}}
		require.NoError(t, m.system().tryReplace("p.yaml", private))
		require.Equal(t, map[string]string{"p.yaml": "old"}, m.files, "nothing is written")
	}
	dir := t.TempDir()
	require.NoError(t, CanSave(filepath.Join(dir, "new.yaml"), private))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Empty(t, entries)
	require.ErrorContains(t, CanSave(filepath.Join(dir, "none", "p.yaml"), private), "no such file")
}

func TestCanWrite(t *testing.T) {
	t.Parallel()
	for _, step := range []string{"stat", "writable", "lock", "create"} {
		m := &memory{files: map[string]string{"r.md": "old"}, fail: step}
		require.ErrorIs(t, m.system().tryWrite("r.md", private), errDisk, step)
	}
	for _, busy := range []bool{true, false} {
		m := &memory{files: map[string]string{"r.md": "old"}, locked: map[string]bool{"r.md": busy}}
		require.NoError(t, m.system().tryWrite("r.md", private))
		require.Equal(t, map[string]string{"r.md": "old"}, m.files, "nothing is written")
	}
	dir := t.TempDir()
	require.NoError(t, CanWrite(filepath.Join(dir, "new.md"), private))
	require.NoError(t, CanWrite(os.DevNull, private), "what is no file is written to as it is")
	require.ErrorContains(t, CanWrite(dir, private), "is a directory")
	require.ErrorContains(t, CanWrite(filepath.Join(dir, "none", "new.md"), private), "no such file")
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Empty(t, entries)
}
