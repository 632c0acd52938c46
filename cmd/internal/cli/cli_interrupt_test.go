//go:build !windows

package cli_test

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// codesOfSignals are the exit codes that shells give to what a signal ended.
var codesOfSignals = map[syscall.Signal]int{syscall.SIGINT: 130, syscall.SIGHUP: 129, syscall.SIGQUIT: 131, syscall.SIGTERM: 143}

// Ctrl-C and its like end a run that waits for standard input, without a word on how the
// program is built.
func TestInterrupt(t *testing.T) {
	t.Parallel()
	for s, code := range codesOfSignals {
		if signal.Ignored(s) {
			continue // as under nohup, which a run takes over
		}
		x, rest := interrupt(t, s, exec.Command("ajar", "decide", "-"))
		require.Equal(t, code, x.ExitCode(), s)
		require.NotContains(t, rest, "goroutine", s)
	}
}

// What the caller has switched off stays so: nohup keeps a run alive.
func TestHangUpUnderNohup(t *testing.T) {
	t.Parallel()
	run := exec.Command("sh", "-c", `trap "" HUP; exec ajar decide -`) // as nohup does
	x, _ := interrupt(t, syscall.SIGHUP, run, "kind: software")
	require.Equal(t, 2, x.ExitCode(), "it read on and found a mistake")
}

// interrupt sends a signal to a run once it has begun, then what it waits for.
func interrupt(t *testing.T, s syscall.Signal, cmd *exec.Cmd, input ...string) (*exec.ExitError, string) {
	t.Helper()
	cmd.Env = append(os.Environ(), "AJAR_LOG=debug")
	stdin, err := cmd.StdinPipe() // open until the end
	require.NoError(t, err)
	stderr, err := cmd.StderrPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	// The first line of the log says that the run has begun.
	lines := bufio.NewReader(stderr)
	for line := ""; !strings.Contains(line, `"settings"`); {
		line, err = lines.ReadString('\n')
		require.NoError(t, err)
	}
	require.NoError(t, cmd.Process.Signal(s))
	if len(input) > 0 {
		_, err = io.WriteString(stdin, input[0])
		require.NoError(t, err)
		require.NoError(t, stdin.Close())
	}
	rest, err := io.ReadAll(lines)
	require.NoError(t, err)
	var exit *exec.ExitError
	require.ErrorAs(t, cmd.Wait(), &exit)
	return exit, string(rest)
}
