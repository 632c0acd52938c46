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
	asked := 0
	err := profiles.Update(path, func(old []byte) ([]byte, error) {
		if asked++; asked > 1 {
			return append(old, " and ours"...), nil
		}
		return []byte("ours"), os.WriteFile(path, []byte("theirs"), 0o600) // while we make up our mind
	})
	require.NoError(t, err)
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, "theirs and ours", string(text), "asked again with what stands there")
	changed := &profiles.WriteError{Name: "p.yaml", Err: profiles.ErrChanged}
	require.ErrorContains(t, changed, "p.yaml: AJ240")

	no := errors.New("no")
	require.Equal(t, no, profiles.Update(path, func([]byte) ([]byte, error) { return nil, no }), "the caller's own error comes back as it is")

	busy := &profiles.WriteError{Name: "d/p.yaml", Err: profiles.ErrBusy}
	require.ErrorContains(t, busy, `AJ241 another program is writing this file; try again`)

	lost := filepath.Join(dir, "none", "p.yaml")
	for _, err := range []error{profiles.Save(lost, nil), profiles.CanSave(lost)} {
		var we *profiles.WriteError
		require.ErrorAs(t, err, &we)
		require.ErrorContains(t, err, "AJ242 the file cannot be written: no such file")
	}
	require.NoError(t, profiles.Save(path, []byte("new")))
	require.NoError(t, profiles.CanSave(path))
}
