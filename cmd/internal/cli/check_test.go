package cli_test

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
	"github.com/ajar-decision/ajar/profiles/lock"
	"github.com/ajar-decision/ajar/rules/lang"
)

const gated = `ajar: 1
name: falcon
extends: ["preset:model_startup"]
facts:
  rights_cleared: full
`

// folder makes a folder with files.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	return dir
}

func TestJUnitAndGitHubAreEscaped(t *testing.T) {
	t.Parallel()
	// A hostile name would end a command or an element if it were not escaped.
	const name = "a,b%0A::error::x\n<b>&\"'\x1b.yaml"
	s := cli.Surroundings{Dir: folder(t, map[string]string{name: gated})}
	require.Equal(t, cli.ExitOK, run(t, s, "check", name, "--update").code)
	moved := strings.Replace(gated, "full", "no", 1)
	require.NoError(t, os.WriteFile(filepath.Join(s.Dir, name), []byte(moved), 0o600))

	r := run(t, s, "check", name, "--format", "github", "--fail-on", "changed,incomplete")
	require.Equal(t, cli.ExitGateFailed, r.code)
	lines := strings.Split(strings.TrimSpace(r.out), "\n")
	require.Len(t, lines, 2, r.out)
	require.True(t, strings.HasPrefix(lines[0], `::error file=a%2Cb%250A%3A%3Aerror%3A%3Ax\n<b>&"'\x1b.yaml`), lines[0])
	require.Contains(t, lines[0], ",line=5,col=3,title=ajar check%3A changed::The verdict was MIXED")
	require.True(t, strings.HasPrefix(lines[1], "::error file="), lines[1])

	r = run(t, s, "check", name, "--format", "junit")
	var suites struct {
		Suite struct {
			Name     string `xml:"name,attr"`
			Tests    int    `xml:"tests,attr"`
			Failures int    `xml:"failures,attr"`
			Skipped  int    `xml:"skipped,attr"`
			Cases    []struct {
				Name    string `xml:"name,attr"`
				Failure *struct {
					Text string `xml:",chardata"`
				} `xml:"failure"`
				Skipped *struct{} `xml:"skipped"`
			} `xml:"testcase"`
		} `xml:"testsuite"`
	}
	require.NoError(t, xml.Unmarshal([]byte(r.out), &suites), r.out)
	require.NotContains(t, r.out, "\x1b")
	suite := suites.Suite
	require.Equal(t, []int{7, 1, 4}, []int{suite.Tests, suite.Failures, suite.Skipped})
	require.Contains(t, suite.Name, "<b>&\"'")
	require.Len(t, suite.Cases, 7)
	require.Contains(t, suite.Cases[0].Failure.Text, "rights_cleared: from full to no")
	require.NotNil(t, suite.Cases[1].Skipped)
	require.Nil(t, suite.Cases[4].Skipped, "asked for, and it holds")

	for _, format := range []string{"text", "md", "json"} {
		r := run(t, s, "check", name, "--format", format)
		require.NotContains(t, r.out+r.err, "\x1b", format)
	}
}

// Without --now the clock is asked, and only for a profile with review_by.
func TestTheClockDecidesWhatIsStale(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"with.yaml": gated + "review_by: 2027-05-01\n", "without.yaml": gated})
	at := func(day string) func() time.Time {
		return func() time.Time {
			now, err := time.Parse(time.DateOnly, day)
			require.NoError(t, err)
			return now
		}
	}
	for day, want := range map[string]int{"2027-04-30": cli.ExitOK, "2027-05-01": cli.ExitGateFailed, "2031-01-01": cli.ExitGateFailed} {
		s := cli.Surroundings{Dir: dir, Now: at(day)}
		require.Equal(t, want, run(t, s, "check", "with.yaml", "--lock", day, "--update", "--fail-on", "stale").code, day)
	}
	never := cli.Surroundings{Dir: dir, Now: func() time.Time { panic("nobody needs the time") }}
	require.Equal(t, cli.ExitOK, run(t, never, "check", "without.yaml", "--update", "--fail-on", "stale").code)
	require.Equal(t, cli.ExitOK, run(t, never, "check", "with.yaml", "--update", "--now", "2027-04-30", "--fail-on", "stale").code)
}

// A lock that was cut anywhere is either refused in one line or complete.
func TestCutLocks(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"p.yaml": gated})
	s := cli.Surroundings{Dir: dir}
	require.Equal(t, cli.ExitOK, run(t, s, "check", "p.yaml", "--update").code)
	whole, err := os.ReadFile(filepath.Join(dir, "p.lock.json"))
	require.NoError(t, err)
	for end := 0; end < len(whole)-2; end += 97 {
		require.NoError(t, os.WriteFile(filepath.Join(dir, "p.lock.json"), whole[:end], 0o600))
		r := run(t, s, "check", "p.yaml")
		require.Equal(t, cli.ExitUsage, r.code, "cut at %d", end)
		require.Contains(t, r.err, "p.lock.json")
		require.Empty(t, r.out)
	}
	require.Equal(t, cli.ExitOK, run(t, s, "check", "p.yaml", "--update").code)
	again, err := os.ReadFile(filepath.Join(dir, "p.lock.json"))
	require.NoError(t, err)
	require.Equal(t, string(whole), string(again))
}

// Whoever writes at the same time either succeeds or is told; the lock is whole.
func TestTwoUpdatesAtOnce(t *testing.T) {
	t.Parallel()
	moved := strings.Replace(gated, "full", "no", 1)
	dir := t.TempDir()
	for name, text := range map[string]string{"a": gated, "b": moved} { // two copies of one profile
		require.NoError(t, os.Mkdir(filepath.Join(dir, name), 0o700))
		require.NoError(t, os.WriteFile(filepath.Join(dir, name, "p.yaml"), []byte(text), 0o600))
	}
	path := filepath.Join(dir, "l.json")
	var group sync.WaitGroup
	for i := range 16 {
		group.Go(func() {
			name := []string{"a/p.yaml", "b/p.yaml"}[i%2]
			r := run(t, cli.Surroundings{Dir: dir}, "check", name, "--lock", "l.json", "--update")
			if r.code != cli.ExitOK {
				// Asserted without stopping: this is another goroutine.
				if r.code != cli.ExitFailed || !strings.Contains(r.err, "AJ24") {
					t.Errorf("exit %d: %s", r.code, r.err)
				}
			}
		})
	}
	group.Wait()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	_, err = lock.Parse("l.json", data)
	require.NoError(t, err)
	left, err := filepath.Glob(filepath.Join(dir, ".*"))
	require.NoError(t, err)
	require.Empty(t, left)
}

// A lock that someone else writes between reading and writing is kept.
func TestUpdateLosesNothing(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"p.lock.json": `"schema": "ajar.lock/1"`})
	path := filepath.Join(dir, "p.lock.json")
	in, out := io.Pipe()
	go func() {
		// Whoever reads the profile has read the lock already.
		_, _ = io.WriteString(out, gated[:10])
		_ = os.WriteFile(path, []byte("theirs"), 0o600)
		_, _ = io.WriteString(out, gated[10:])
		_ = out.Close()
	}()
	r := run(t, cli.Surroundings{Dir: dir, Stdin: in}, "check", "-", "--lock", "p.lock.json", "--update")
	require.Equal(t, cli.ExitFailed, r.code)
	require.Contains(t, r.err, "p.lock.json: the file was changed by someone else meanwhile")
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, "theirs", string(data))
}

// commandsIn gathers the shell commands of a snippet: what stands under run and
// script, and the entry of a hook with its arguments.
func commandsIn(v any) (out []string) {
	switch v := v.(type) {
	case map[string]any:
		if entry, ok := v["entry"].(string); ok {
			args, _ := v["args"].([]any)
			for _, arg := range args {
				entry += " " + arg.(string)
			}
			out = append(out, entry)
		}
		for key, value := range v {
			if text, ok := value.(string); ok && key == "run" {
				out = append(out, text)
			}
			if lines, ok := value.([]any); ok && key == "script" {
				for _, line := range lines {
					out = append(out, line.(string))
				}
			}
			out = append(out, commandsIn(value)...)
		}
	case []any:
		for _, item := range v {
			out = append(out, commandsIn(item)...)
		}
	}
	return out
}

// The snippets that the help shows do what they promise: their own command
// lines pass on an unchanged profile and fail on one whose verdict moved.
func TestSnippetsWork(t *testing.T) {
	t.Parallel()
	const install = "go install github.com/ajar-decision/ajar/cmd/ajar@v0.1.0"
	for _, file := range []string{"ci/github.yaml", "ci/gitlab.yaml", "../../../.pre-commit-hooks.yaml"} {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		var snippet any
		require.NoError(t, yaml.Unmarshal(data, &snippet))
		commands := commandsIn(snippet)
		if !strings.Contains(file, "pre-commit") {
			require.Equal(t, install, commands[0])
			commands = commands[1:]
		}
		require.Len(t, commands, 1, file)

		dir := folder(t, map[string]string{"release.ajar.yaml": gated, "summary": "", "out": ""})
		sh := func() (int, string) {
			cmd := exec.Command("sh", "-ec", commands[0])
			cmd.Dir = dir
			cmd.Env = append(os.Environ(), "GITHUB_STEP_SUMMARY="+filepath.Join(dir, "summary"), "LC_ALL=C")
			out, err := cmd.CombinedOutput()
			if err != nil {
				require.ErrorAs(t, err, new(*exec.ExitError))
			}
			return cmd.ProcessState.ExitCode(), string(out)
		}
		code, out := sh()
		require.Equal(t, cli.ExitGateFailed, code, "no lock yet: %s", out)
		require.Contains(t, out, "ajar check release.ajar.yaml --update")
		require.Equal(t, cli.ExitOK, run(t, cli.Surroundings{Dir: dir}, "check", "release.ajar.yaml", "--update").code)
		code, out = sh()
		require.Equal(t, cli.ExitOK, code, out)
		moved := strings.Replace(gated, "full", "no", 1)
		require.NoError(t, os.WriteFile(filepath.Join(dir, "release.ajar.yaml"), []byte(moved), 0o600))
		code, out = sh()
		require.Equal(t, cli.ExitGateFailed, code, out)
		require.Contains(t, out, "rights_cleared")
		switch filepath.Base(file) {
		case "github.yaml":
			require.Contains(t, out, "::error file=release.ajar.yaml,line=5,col=3")
			summary, err := os.ReadFile(filepath.Join(dir, "summary"))
			require.NoError(t, err)
			require.Contains(t, string(summary), "# Release recommendation for falcon")
		case "gitlab.yaml":
			report, err := os.ReadFile(filepath.Join(dir, "ajar.xml"))
			require.NoError(t, err)
			require.Contains(t, string(report), `failures="1"`)
		}
	}
}

// The snippet for pre-commit names a hook that the repository has.
func TestPreCommitSnippetNamesAHook(t *testing.T) {
	t.Parallel()
	var config struct {
		Repos []struct {
			Hooks []struct{ ID string }
		}
	}
	var hooks []struct{ ID, Language, Files string }
	read := func(name string, to any) {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		require.NoError(t, yaml.Unmarshal(data, to))
	}
	read("ci/pre-commit.yaml", &config)
	read("../../../.pre-commit-hooks.yaml", &hooks)
	require.Equal(t, config.Repos[0].Hooks[0].ID, hooks[0].ID)
	require.Equal(t, "golang", hooks[0].Language)
}

// What decide writes follows the schema of results, and the profiles that come
// with the program, as init writes them, follow the schema of profiles.
func TestDocumentsFollowTheSchemas(t *testing.T) {
	t.Parallel()
	resolve := func(lang, name string) *jsonschema.Resolved {
		var s jsonschema.Schema
		require.NoError(t, json.Unmarshal([]byte(good(t, cli.Surroundings{}, "schema", name, "--lang", lang)), &s))
		r, err := s.Resolve(nil)
		require.NoError(t, err)
		return r
	}
	result, profile := resolve("en", "result"), resolve("zh", "profile")
	for _, preset := range presets() {
		var doc, form any
		for _, code := range lang.All() {
			require.NoError(t, json.Unmarshal([]byte(decide(t, preset, code)), &doc), "one document of JSON")
			require.NoError(t, result.Validate(doc), "%s: if documents or languages were changed, run make golden", preset)
		}
		require.NoError(t, yaml.Unmarshal([]byte(good(t, cli.Surroundings{}, "init", "--preset", preset)), &form))
		require.NoError(t, profile.Validate(form), preset)
		form.(map[string]any)["facts"].(map[string]any)["kind"] = "modle"
		require.Error(t, profile.Validate(form), preset)
	}
}
