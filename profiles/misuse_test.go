package profiles_test

import (
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/profiles"
)

func TestReadNothing(t *testing.T) {
	t.Parallel()
	_, err := profiles.Read(nil, "x.yaml", profiles.YAML)
	require.ErrorIs(t, err, fs.ErrInvalid)
	_, err = profiles.Read(strings.NewReader("ajar: 1"), "x.yaml", profiles.YAML, nil)
	require.NoError(t, err)
	require.ErrorIs(t, profiles.Update(filepath.Join(t.TempDir(), "x.yaml"), nil), fs.ErrInvalid)
}
