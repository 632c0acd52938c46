//go:build unix

package profiles_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

// fed makes a named pipe that someone writes a text to.
func fed(t *testing.T, dir, text string) string {
	t.Helper()
	path := filepath.Join(dir, "pipe.yaml")
	require.NoError(t, syscall.Mkfifo(path, 0o600))
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = os.WriteFile(path, []byte(text), 0o600)
	}()
	t.Cleanup(func() {
		reader, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0) // lets a writer that nobody read go on
		require.NoError(t, err)
		<-done
		require.NoError(t, reader.Close())
	})
	return path
}

func TestPipesAreReadButNotExtended(t *testing.T) {
	t.Parallel()
	p, err := profiles.Load(fed(t, t.TempDir(), "facts: {kind: model}\n"))
	require.NoError(t, err, "a person named it")
	require.Equal(t, engine.Value("model"), p.Facts["kind"])

	dir := t.TempDir()
	fed(t, dir, "facts: {kind: model}\n")
	path := filepath.Join(dir, "x.yaml")
	require.NoError(t, os.WriteFile(path, []byte("extends: [pipe.yaml]\n"), 0o600))
	_, err = profiles.Load(path)
	require.ErrorContains(t, err, `x.yaml:1:11: AJ245 "pipe.yaml" is a pipe or a device`)
	list, _ := diag.From(err)
	requireReadable(t, list)

	_, err = profiles.OpenRegular(filepath.Join(dir, "pipe.yaml"))
	require.ErrorIs(t, err, profiles.ErrNotRegular)
	require.Equal(t, "AJ245", (&profiles.ReadError{Name: "pipe.yaml", Err: err}).Diagnostic().Code)
}
