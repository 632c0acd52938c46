package profiles_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/profiles"
)

func TestWriteErrors(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "p.yaml")
	err := profiles.Update(path, func([]byte) ([]byte, error) {
		return []byte("ours"), os.WriteFile(path, []byte("theirs"), 0o600) // while we make up our mind
	})
	require.ErrorIs(t, err, profiles.ErrChanged)
	require.ErrorContains(t, err, "p.yaml: AJ240")

	no := errors.New("no")
	require.Equal(t, no, profiles.Update(path, func([]byte) ([]byte, error) { return nil, no }), "the caller's own error comes back as it is")

	busy := &profiles.WriteError{Name: "d/p.yaml", Err: profiles.ErrBusy}
	require.ErrorContains(t, busy, `AJ241 another program is writing this file; try again; if none is, delete "d/.p.yaml.lock"`)

	lost := filepath.Join(dir, "none", "p.yaml")
	for _, err := range []error{profiles.Save(lost, nil), profiles.CanSave(lost)} {
		var we *profiles.WriteError
		require.ErrorAs(t, err, &we)
		require.ErrorContains(t, err, "AJ242 the file cannot be written: no such file")
	}
	require.NoError(t, profiles.Save(path, []byte("new")))
	require.NoError(t, profiles.CanSave(path))
}
