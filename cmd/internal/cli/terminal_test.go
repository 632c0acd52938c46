//go:build !windows

package cli_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
)

// talk is a run of ajar at a pseudo-terminal of its own.
type talk struct {
	t     *testing.T
	dir   string // where it runs; drafts are kept beside
	cmd   *exec.Cmd
	tty   *os.File
	mu    sync.Mutex
	text  bytes.Buffer
	news  chan struct{} // something was written, or nothing more comes
	done  bool
	shell bool
	seen  int // how much of the text has been waited for
}

// shortTalks are the tests at a terminal that -short keeps.
var shortTalks = []string{"TestAskToTheEnd", "TestAskBack", "TestAskInterrupted"}

// formatPosition is where a test runs ajar: a folder to work in, and one for drafts.
func formatPosition(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, "work"), 0o777))
	return dir
}

// start runs ajar in English at a terminal of 80 columns, below a shell as
// people do: the terminal outlives ajar, so that its last words are not lost.
func start(t *testing.T, dir string, args ...string) *talk {
	t.Helper()
	x := startWith(t, dir, 80, func(c *exec.Cmd) {
		script := `trap : INT; "$@"; echo "exit code $?;"; read -r line`
		shell := exec.Command("sh", append([]string{"-c", script, "sh", "ajar"}, args...)...)
		c.Path, c.Args = shell.Path, shell.Args
	}, args...)
	x.shell = true
	return x
}

func startWith(t *testing.T, dir string, columns uint16, change func(*exec.Cmd), args ...string) *talk {
	t.Helper()
	if testing.Short() && !slices.Contains(shortTalks, t.Name()) {
		t.Skip("a process and a terminal for each run")
	}
	x := &talk{t: t, dir: dir, cmd: exec.Command("ajar", args...), news: make(chan struct{}, 1)}
	x.cmd.Dir = filepath.Join(dir, "work")
	x.cmd.Env = append(os.Environ(), "XDG_STATE_HOME="+filepath.Join(dir, "state"), "LC_ALL=C", "TERM=xterm", "NO_COLOR=")
	if change != nil {
		change(x.cmd)
	}
	var err error
	x.tty, err = pty.StartWithSize(x.cmd, &pty.Winsize{Rows: 24, Cols: columns})
	require.NoError(t, err)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		x.listen()
	}()
	// The shell and what it started are one group. Reading ends when none of
	// them holds the terminal any more, so nobody writes into a folder that is
	// about to be removed.
	t.Cleanup(func() {
		_ = syscall.Kill(-x.cmd.Process.Pid, syscall.SIGKILL)
		select {
		case <-ended:
		case <-time.After(hang):
		}
		_ = x.cmd.Wait()
		_ = x.tty.Close()
	})
	return x
}

func (x *talk) listen() {
	b := make([]byte, 4096)
	for {
		n, err := x.tty.Read(b)
		x.mu.Lock()
		x.text.Write(bytes.ReplaceAll(b[:n], []byte("\r"), nil))
		x.done = x.done || err != nil
		x.mu.Unlock()
		select {
		case x.news <- struct{}{}:
		default:
		}
		if err != nil {
			return // the other end is closed
		}
	}
}

// hang is how long a test waits before it counts as stuck.
const hang = 30 * time.Second

// expect waits until ajar has written a text since the last one waited for,
// and gives all that was written up to its end.
func (x *talk) expect(want string) string {
	x.t.Helper()
	limit := time.After(hang)
	for {
		x.mu.Lock()
		fresh, done := x.text.String()[x.seen:], x.done
		x.mu.Unlock()
		if i := strings.Index(fresh, want); i >= 0 {
			x.seen += i + len(want)
			return fresh[:i+len(want)]
		}
		if done {
			require.Fail(x.t, "ajar ended", "before writing %q, after:\n%s", want, fresh)
		}
		select {
		case <-x.news:
		case <-limit:
			require.Fail(x.t, "ajar is stuck", "instead of writing %q, after:\n%s", want, fresh)
		}
	}
}

// say types a line at the prompt.
func (x *talk) say(line string) *talk {
	x.t.Helper()
	x.expect("> ")
	x.raw(line + "\n")
	return x
}

func (x *talk) raw(keys string) {
	x.t.Helper()
	_, err := x.tty.WriteString(keys)
	require.NoError(x.t, err)
}

// end waits until ajar has ended and gives its exit code and the rest of what
// it wrote.
func (x *talk) end() (code int, rest string) {
	x.t.Helper()
	if x.shell {
		rest = x.expect("exit code ")
		code, err := strconv.Atoi(strings.TrimSuffix(x.expect(";"), ";"))
		require.NoError(x.t, err)
		return code, rest
	}
	timer := time.AfterFunc(hang, func() { _ = x.cmd.Process.Kill() })
	defer timer.Stop()
	err := x.cmd.Wait()
	var exit *exec.ExitError
	if err != nil {
		require.ErrorAs(x.t, err, &exit)
		code = exit.ExitCode()
	}
	for {
		x.mu.Lock()
		done, all := x.done, x.text.String()
		x.mu.Unlock()
		if done {
			return code, all[x.seen:]
		}
		<-x.news
	}
}

// all is everything written so far.
func (x *talk) all() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.text.String()
}

// drafts lists the files in the folder of drafts.
func drafts(t *testing.T, dir string) []string {
	t.Helper()
	files, err := os.ReadDir(filepath.Join(dir, "state", "ajar"))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	require.NoError(t, err)
	var names []string
	for _, f := range files {
		names = append(names, filepath.Join(dir, "state", "ajar", f.Name()))
	}
	return names
}

// saved reads the only draft.
func saved(t *testing.T, dir string) engine.Profile {
	t.Helper()
	files := drafts(t, dir)
	require.Len(t, files, 1)
	info, err := os.Stat(files[0])
	require.NoError(t, err)
	require.EqualValues(t, 0o600, info.Mode().Perm())
	p, err := profiles.Load(files[0])
	require.NoError(t, err)
	return p
}
