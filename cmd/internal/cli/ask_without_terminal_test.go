//go:build !windows

package cli_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
)

// Without a terminal ajar asks nothing and makes nothing up; each command that
// it names instead works as it stands.
func TestAskCommandsInstead(t *testing.T) {
	t.Parallel()
	chosen := "ajar: 1\nfacts: {kind: software, rights_cleared: full}\n"
	for name, c := range map[string]struct {
		args, file, text string
		commands         int
	}{
		"nothing yet":            {"", "", "", 2},
		"chinese":                {"--lang zh", "", "", 2},
		"everything":             {"--full --order fixed", "", "", 2},
		"priorities next":        {"-p 'my answers.yaml' --order fixed", "my answers.yaml", chosen, 1},
		"one priority":           {"--only data_privacy", "", "", 2},
		"a file that is not yet": {"-p later.yaml", "", "", 2},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			if c.file != "" {
				require.NoError(t, os.WriteFile(filepath.Join(dir, c.file), []byte(c.text), 0o600))
			}
			code, told := shell(t, dir, "printf '2\\n1\\n' | ajar ask "+c.args)
			require.Equal(t, cli.ExitIncomplete, code, told)
			var commands []string
			for line := range strings.Lines(told) {
				if line = strings.TrimSpace(line); strings.HasPrefix(line, "ajar ") {
					commands = append(commands, line)
				}
			}
			require.Len(t, commands, c.commands, told)
			for _, command := range commands {
				code, told := shell(t, dir, command)
				require.Equal(t, cli.ExitOK, code, "%s\n%s", command, told)
			}
		})
	}
}

// shell runs a line as a person would type it, and gives all that it wrote.
func shell(t *testing.T, dir, line string) (code int, told string) {
	t.Helper()
	var out bytes.Buffer
	cmd := exec.Command("sh", "-c", line)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, &out, &out
	cmd.Env = append(os.Environ(), "LC_ALL=C", "XDG_STATE_HOME="+filepath.Join(dir, "state"))
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil {
		require.ErrorAs(t, err, &exit)
	}
	return cmd.ProcessState.ExitCode(), out.String()
}
