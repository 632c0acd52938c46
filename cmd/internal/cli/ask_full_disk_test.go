//go:build linux

package cli_test

import (
	"os/exec"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
)

// giveRoom says how large a file of a running ajar may grow.
func giveRoom(t *testing.T, x *talk, bytes uint64) {
	t.Helper()
	var limit unix.Rlimit
	require.NoError(t, unix.Prlimit(x.cmd.Process.Pid, unix.RLIMIT_FSIZE, nil, &limit))
	limit.Cur = bytes
	require.NoError(t, unix.Prlimit(x.cmd.Process.Pid, unix.RLIMIT_FSIZE, &limit, nil))
}

// Where nothing can be written, the person is told at once and the answer waits until there
// is room; whoever stops keeps the answers before it, and no part of a file is left.
func TestAskOnAFullDisk(t *testing.T) {
	t.Parallel()
	dir := formatPosition(t)
	x := startWith(t, dir, 80, func(c *exec.Cmd) {
		sh := exec.Command("sh", append([]string{"-c", `ulimit -S -f 0 && exec "$@"`, "sh"}, c.Args...)...)
		c.Path, c.Args = sh.Path, sh.Args
	}, "ask", "--order", "fixed")
	x.say("1")
	x.expect("cannot be written")
	x.expect("This answer is not saved yet.")
	require.Empty(t, drafts(t, dir))
	x.say("1") // try again
	x.expect("This answer is not saved yet.")
	giveRoom(t, x, unix.RLIM_INFINITY)
	x.say("1")
	x.expect("2 of 9")
	require.Len(t, saved(t, dir).Facts, 1, "the answer waited")
	x.say("3")
	x.expect("3 of 9")
	giveRoom(t, x, 10)
	x.say("u")
	x.expect("This answer is not saved yet.")
	x.say("2") // stop here
	code, _ := x.end()
	require.Equal(t, cli.ExitFailed, code)
	require.Len(t, saved(t, dir).Facts, 2, "the answers before it are whole")

	x = startWith(t, dir, 80, nil, "ask", "--order", "fixed")
	x.expect("has 2 answers.")
	x.say("1")
	x.expect("3 of 9")
	x.say("q")
	code, _ = x.end()
	require.Equal(t, cli.ExitIncomplete, code)
}
