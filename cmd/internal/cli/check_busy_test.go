//go:build !windows

package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
)

// While another program holds the lock, the file is left as it is.
func TestUpdateOfALockThatIsBeingWritten(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"p.yaml": gated})
	s := cli.Surroundings{Dir: dir}
	require.Equal(t, cli.ExitOK, run(t, s, "check", "p.yaml", "--update").code)
	path := filepath.Join(dir, "p.lock.json")
	before, err := os.ReadFile(path)
	require.NoError(t, err)
	other, err := os.Open(dir)
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

// Many updates at once wait for one another, and all succeed where all write the same.
func TestUpdatesAtOnce(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"p.yaml": gated})
	var all sync.WaitGroup
	results := make([]result, 12)
	for i := range results {
		all.Go(func() { results[i] = run(t, cli.Surroundings{Dir: dir}, "check", "p.yaml", "--update") })
	}
	all.Wait()
	for _, r := range results {
		require.Equal(t, cli.ExitOK, r.code, r.err)
	}
	require.Equal(t, cli.ExitOK, run(t, cli.Surroundings{Dir: dir}, "check", "p.yaml").code)
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, entries, 2, "the profile, its lock file and nothing else")
}
