package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/testkit"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"ajar": func() {
			debug.SetGCPercent(-1) // it ends before there is much to collect
			cli.ExitOnSignal()
			os.Exit(cli.Main(os.Args[1:], cli.ProcessSurroundings()))
		},
	})
}

const scriptFolder = "testdata/script"

// TestScripts runs the command as people do: one script a verb or concern,
// with its exit codes, standard output and standard error. What hangs on the
// process, such as signals and limits, says exec; all else runs inside the test.
func TestScripts(t *testing.T) {
	t.Parallel()
	action, err := filepath.Abs("../../../.github/actions/check")
	require.NoError(t, err)
	testscript.Run(t, testscript.Params{
		Dir: scriptFolder,
		Setup: func(e *testscript.Env) error {
			e.Setenv("ACTION", action)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"works": works, "fails": fails, "bigfile": bigFile, "bytes": writeBytes, "narrow": narrow,
		},
	})
}

// result is what a run left behind.
type result struct {
	code     int
	out, err string
}

// run calls ajar inside the test.
func run(t *testing.T, s cli.Surroundings, args ...string) result {
	t.Helper()
	var out, err bytes.Buffer
	if s.Stdin == nil {
		s.Stdin = strings.NewReader("")
	}
	if s.Stdout == nil {
		s.Stdout = &out
	}
	if s.Stderr == nil {
		s.Stderr = &err
	}
	if s.Analyse == nil {
		s.Analyse = analyseOnce
	}
	s.Version = "1.2.3"
	code := cli.Main(args, s)
	return result{code, out.String(), err.String()}
}

// decisions has what [decide] gave.
var decisions sync.Map

// decide gives what ajar decides of a preset as JSON, which tests share.
func decide(t *testing.T, preset, lang string) string {
	t.Helper()
	once := sync.OnceValue(func() result {
		var out, err bytes.Buffer
		s := cli.Surroundings{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &err, Analyse: analyseOnce}
		code := cli.Main([]string{"decide", "preset:" + preset, "--format", "json", "--lang", lang}, s)
		return result{code, out.String(), err.String()}
	})
	kept, _ := decisions.LoadOrStore(preset+" "+lang, once)
	r := kept.(func() result)()
	require.Equal(t, result{code: cli.ExitOK, out: r.out}, r)
	return r.out
}

// presets are those that tests go through: all, every tenth with -short.
func presets() (names []string) {
	all := profiles.Presets()
	for i := 0; i < len(all); i += testkit.Stride() {
		names = append(names, all[i].Name)
	}
	return names
}

// good runs ajar and wants success and silence on standard error.
func good(t *testing.T, s cli.Surroundings, args ...string) string {
	t.Helper()
	r := run(t, s, args...)
	if r.code != cli.ExitOK || r.err != "" {
		t.Fatalf("ajar %s: exit %d\n%s", strings.Join(args, " "), r.code, r.err)
	}
	return r.out
}
