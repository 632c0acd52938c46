package term

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"slices"
	"strings"
)

// ErrNoPager says that a pager could not show anything.
var ErrNoPager = errors.New("the pager does not work")

// RunPager shows a text with a command of the user's environment and waits for its end.
// Whoever leaves it early, or with Ctrl-C, has seen enough, which is no error. The error
// is [ErrNoPager] if the text is still to be shown.
func RunPager(command string, env []string, text []byte, stdout, stderr io.Writer) error {
	cmd := newShellCommand(command)
	if cmd == nil {
		return ErrNoPager
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr, cmd.Env = bytes.NewReader(text), Raw(stdout), Raw(stderr), env
	if err := cmd.Start(); err != nil {
		return ErrNoPager
	}
	// Ctrl-C belongs to the pager from here on: if ajar ended first, the pager would be
	// left alone with the terminal. It is ignored only now, since a child inherits that.
	signal.Ignore(os.Interrupt)
	defer signal.Reset(os.Interrupt)
	err := cmd.Wait()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) && !isLeft(exit.ExitCode()) {
		return ErrNoPager
	}
	return nil
}

// isLeft reports whether a pager with this exit code was left by its reader: by a signal,
// which has no code or that of a shell, or as less -K ends on Ctrl-C.
func isLeft(code int) bool { return slices.Contains([]int{-1, 0, 2, 130, 141}, code) }

// newShellCommand makes what runs a command that may have arguments, nil if it is empty.
func newShellCommand(command string) *exec.Cmd {
	words := strings.Fields(command)
	if len(words) == 0 {
		return nil
	}
	if runtime.GOOS == "windows" {
		return exec.Command(words[0], words[1:]...)
	}
	return exec.Command("sh", "-c", command)
}
