//go:build !windows

package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
)

// While another program holds the lock file, it is left as it is.
func TestUpdateOfALockThatIsBeingWritten(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"p.yaml": gated})
	s := cli.Surroundings{Dir: dir}
	require.Equal(t, cli.ExitOK, run(t, s, "check", "p.yaml", "--update").code)
	path := filepath.Join(dir, "p.lock.json")
	before, err := os.ReadFile(path)
	require.NoError(t, err)
	other, err := os.Create(filepath.Join(dir, ".p.lock.json.lock"))
	require.NoError(t, err)
	defer other.Close()
	require.NoError(t, syscall.Flock(int(other.Fd()), syscall.LOCK_EX))
	require.Equal(t, cli.ExitOK, run(t, s, "check", "p.yaml", "--update").code, "the same text needs no writing")
	moved := strings.Replace(gated, "full", "no", 1)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "p.yaml"), []byte(moved), 0o600))
	r := run(t, s, "check", "p.yaml", "--update")
	require.Equal(t, cli.ExitFailed, r.code)
	require.Contains(t, r.err, "another program is writing this file")
	after, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(before), string(after))
}
