//go:build !windows

package cli_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
)

// runWithRoom runs ajar where no file may grow beyond some blocks, of 512 or 1,024 bytes,
// as on a disk without room.
func runWithRoom(t *testing.T, dir, blocks string, args ...string) (code int, stderr string) {
	t.Helper()
	cmd := exec.Command("sh", append([]string{"-c", `ulimit -f "$0" && exec ajar "$@"`, blocks}, args...)...)
	cmd.Dir = dir
	var said bytes.Buffer
	cmd.Stderr = &said
	err := cmd.Run()
	if exit := (*exec.ExitError)(nil); err != nil {
		require.ErrorAs(t, err, &exit)
	}
	return cmd.ProcessState.ExitCode(), said.String()
}

// A batch whose results do not fit leaves whole lines, says how many, and goes on from
// there; if nothing fits, it leaves no file.
func TestBatchOnAFullDisk(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	line := `{"name":"good","priorities":{"adoption_reach":9},"facts":{"kind":"software"}}` + "\n"
	all := strings.Repeat(line, 10_000)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "in.json"), []byte(all), 0o600))

	code, said := runWithRoom(t, dir, "1", "batch", "in.json", "-o", "out.json")
	require.Equal(t, cli.ExitFailed, code)
	require.Contains(t, said, "AJ416")
	require.NoFileExists(t, filepath.Join(dir, "out.json"))

	code, said = runWithRoom(t, dir, "1000", "batch", "in.json", "-o", "out.json")
	require.Equal(t, cli.ExitFailed, code)
	require.Contains(t, said, "AJ416")
	found := regexp.MustCompile(`--resume ([0-9]+)`).FindStringSubmatch(said)
	require.NotNil(t, found, said)
	part, err := os.ReadFile(filepath.Join(dir, "out.json"))
	require.NoError(t, err)
	require.True(t, bytes.HasSuffix(part, []byte("}\n")))

	require.NoError(t, runAjar(dir, "batch", "in.json", "-o", "out.json", "--resume", found[1]))
	require.NoError(t, runAjar(dir, "batch", "in.json", "-o", "whole.json"))
	got, err := os.ReadFile(filepath.Join(dir, "out.json"))
	require.NoError(t, err)
	whole, err := os.ReadFile(filepath.Join(dir, "whole.json"))
	require.NoError(t, err)
	require.True(t, bytes.Equal(whole, got), "nothing is lost and nothing stands twice")
}

func runAjar(dir string, args ...string) error {
	cmd := exec.Command("ajar", args...)
	cmd.Dir = dir
	return cmd.Run()
}

// Other verbs write whole files or none.
func TestFilesOnAFullDisk(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "old.md"), []byte("old\n"), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "p.yaml"), []byte("extends: [preset:model_startup]\nname: p\n"), 0o600))
	for _, args := range [][]string{
		{"decide", "p.yaml", "-o", "old.md"}, {"decide", "p.yaml", "-o", "new.md"}, {"check", "p.yaml", "--update"}, {"init", "--preset", "model_startup", "-o", "new.yaml"},
	} {
		code, said := runWithRoom(t, dir, "0", args...)
		require.Equal(t, cli.ExitFailed, code, args)
		require.Regexp(t, `AJ[0-9]{3}`, said, args)
	}
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, left, 2, "%v", left)
	old, err := os.ReadFile(filepath.Join(dir, "old.md"))
	require.NoError(t, err)
	require.Equal(t, "old\n", string(old))
}
