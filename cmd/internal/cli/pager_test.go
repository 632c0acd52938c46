//go:build !windows

package cli_test

import (
	"os/exec"
	"testing"

	"github.com/stretchr/testify/require"
)

// startPaged runs ajar as start does, with a pager.
func startPaged(t *testing.T, pager string, args ...string) *talk {
	t.Helper()
	x := startWith(t, formatPosition(t), 80, func(c *exec.Cmd) {
		script := `trap : INT; "$@"; echo "exit code $?;"; read -r line`
		shell := exec.Command("sh", append([]string{"-c", script, "sh", "ajar"}, args...)...)
		c.Path, c.Args = shell.Path, shell.Args
		c.Env = append(c.Env, "AJAR_PAGER="+pager)
	}, args...)
	x.shell = true
	return x
}

// What is longer than the screen goes through the pager of the environment, which may be
// left early. Without one, or if it does not work, the text is printed.
func TestPager(t *testing.T) {
	t.Parallel()
	whole := []string{"decide", "preset:one_person_library", "--full"}
	for _, c := range []struct {
		pager, want string
		args        []string
	}{
		{"echo paged; head -n 1 >/dev/null", "paged\nexit code ", whole},
		{"echo paged; cat", "one_person_library", whole},
		{"", "one_person_library", whole},
		{"cat", "one_person_library", whole},
		{"no-such-pager", "one_person_library", whole},
		{"echo paged; cat >/dev/null", "one_person_library", append(whole, "--accessible")},
		{"echo paged; cat >/dev/null", "one_person_library", append(whole, "--no-input")},
		{"echo paged; cat >/dev/null", "rules core", []string{"version"}},
		{"echo paged; cat >/dev/null", "one_person_library", []string{"decide", "preset:one_person_library"}},
		{"echo paged; cat >/dev/null", "paged\nexit code ", []string{"why", "preset:one_person_library"}},
	} {
		x := startPaged(t, c.pager, c.args...)
		x.expect(c.want)
		if c.want != "paged\nexit code " {
			x.expect("exit code ")
		}
		x.expect("0;")
	}
}

// Ctrl-C is for the pager, and ajar ends well with it.
func TestInterruptedPager(t *testing.T) {
	t.Parallel()
	x := startPaged(t, "echo paged; exec sleep 60", "decide", "preset:one_person_library", "--full")
	x.expect("paged")
	x.raw("\x03")
	code, _ := x.end()
	require.Zero(t, code)
}
