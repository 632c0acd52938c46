package cli_test

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
	"github.com/ajar-decision/ajar/engine/report/layout"
)

// works runs ajar inside the test and wants success: works ajar version.
func works(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 || args[0] != "ajar" {
		ts.Fatalf("usage: works ajar ARGS...")
	}
	requireExit(ts, cli.ExitOK, runInside(ts, args[1:]))
}

// fails runs a command and wants one exit code: fails 2 ajar decide. Ajar runs
// inside the test, all else in a process.
func fails(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: fails CODE COMMAND ARGS...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	if args[1] == "ajar" {
		requireExit(ts, want, runInside(ts, args[2:]))
		return
	}
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	requireExit(ts, want, got)
}

func requireExit(ts *testscript.TestScript, want, got int) {
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// runInside runs ajar without a process, which costs a small part of one, in the
// folder and the environment of a script. A last argument <FILE is what it reads
// from standard input.
func runInside(ts *testscript.TestScript, args []string) int {
	var in io.Reader = strings.NewReader("")
	if last := len(args) - 1; last >= 0 && strings.HasPrefix(args[last], "<") {
		in, args = strings.NewReader(ts.ReadFile(args[last][1:])), args[:last]
	}
	s := cli.Surroundings{
		Stdin: in, Stdout: ts.Stdout(), Stderr: ts.Stderr(), Env: listEnvironment(ts), Dir: ts.MkAbs("."), Version: "devel", Analyse: analyseOnce,
	}
	return cli.Main(args, s)
}

var (
	setInScript   = regexp.MustCompile(`(?m)^env (\w+)=`)
	stdinInScript = regexp.MustCompile(`(?m)^stdin `)
)

// listEnvironment gives the variables of a script as they are now. testscript
// tells the value of a name but not the names there are, so these are HOME and
// what the script sets. One that is empty is as good as not set, but for exec.
func listEnvironment(ts *testscript.TestScript) []string {
	script, err := os.ReadFile(filepath.Join(scriptFolder, ts.Name()+".txtar"))
	ts.Check(err)
	if stdinInScript.Match(script) {
		ts.Fatalf("stdin reaches exec alone: say <FILE at the end of the line instead")
	}
	names := []string{"HOME"}
	for _, m := range setInScript.FindAllStringSubmatch(string(script), -1) {
		names = append(names, m[1])
	}
	var env []string
	for _, name := range names {
		if value := ts.Getenv(name); value != "" {
			env = append(env, name+"="+value)
		}
	}
	return env
}

// bigFile makes a file of so many bytes: bigfile NAME BYTES.
func bigFile(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.Atoi(args[1])
	ts.Check(err)
	line := "# nothing but a comment\n"
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(line, size/len(line)+1)), 0o666))
}

// writeBytes makes a file from a Go string, for what text cannot hold.
func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o666))
}

// narrow wants the lines of a stream to fit: narrow stdout 40.
func narrow(ts *testscript.TestScript, _ bool, args []string) {
	width, err := strconv.Atoi(args[1])
	ts.Check(err)
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		line = strings.TrimRight(line, "\n")
		if layout.TextWidth(line) > width && strings.Contains(strings.TrimSpace(line), " ") {
			ts.Fatalf("%d columns, more than %d: %s", layout.TextWidth(line), width, line)
		}
	}
}
