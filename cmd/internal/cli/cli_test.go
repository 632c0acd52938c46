package cli_test

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/testkit"
)

const profile = "ajar: 1\nname: falcon\npriorities: {adoption_reach: 8}\nfacts: {kind: model, hosting_rivals: unknown}\n"

// The same profile gives the same bytes, wherever and whenever ajar runs.
func TestSameBytesEverywhere(t *testing.T) {
	t.Parallel()
	envs := [][]string{
		nil, {"LANG=xx_XX.UTF-8"}, {"LC_ALL=zh_CN.UTF-8"}, {"TZ=Asia/Shanghai", "LC_NUMERIC=de_DE"}, {"HOME=/nowhere"},
	}
	for _, format := range []string{"text", "json", "md"} {
		want := ""
		for i := range min(20, testkit.Times(20)) {
			dir := t.TempDir()
			require.NoError(t, os.WriteFile(filepath.Join(dir, "p.yaml"), []byte(profile), 0o600))
			s := cli.Surroundings{Dir: dir, Env: envs[i%len(envs)], Analyse: analyseAnew}
			out := good(t, s, "decide", "p.yaml", "--lang", "en", "--format", format, "-q")
			if want == "" {
				want = out
			}
			require.Equal(t, want, out)
		}
	}
}

// Whatever id a result names can be looked up.
func TestEveryIDOfAResultIsExplained(t *testing.T) {
	t.Parallel()
	var index struct {
		IDs []struct{ ID string } `json:"ids"`
	}
	require.NoError(t, json.Unmarshal([]byte(good(t, cli.Surroundings{}, "explain", "--format", "json")), &index))
	known := map[string]bool{}
	for _, e := range index.IDs {
		known[e.ID] = true
	}
	for _, preset := range presets() {
		var result any
		require.NoError(t, json.Unmarshal([]byte(decide(t, preset, "en")), &result))
		for _, id := range idsIn(result) {
			require.True(t, known[id], "%s names %q", preset, id)
		}
	}
}

// idsIn gathers what a result names as ids and sources.
func idsIn(v any) []string {
	var ids []string
	switch v := v.(type) {
	case map[string]any:
		for key, value := range v {
			text, isText := value.(string)
			switch {
			case isText && text != "" && slices.Contains([]string{"id", "option", "source", "pattern", "fact"}, key):
				ids = append(ids, text)
			case slices.Contains([]string{"facts", "unknown", "not_stated", "gives", "keeps"}, key):
				ids = append(ids, textsIn(value)...)
			}
			// What is settled is told in words, and warnings are no rules.
			if key != "settled" && key != "warnings" {
				ids = append(ids, idsIn(value)...)
			}
		}
	case []any:
		for _, item := range v {
			ids = append(ids, idsIn(item)...)
		}
	}
	return ids
}

func textsIn(v any) []string {
	var out []string
	list, _ := v.([]any)
	for _, item := range list {
		if text, ok := item.(string); ok {
			out = append(out, text)
		}
	}
	return out
}

// failing stands for a stream that breaks.
type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
func (f failing) Read([]byte) (int, error)  { return 0, f.err }

func TestBrokenStreams(t *testing.T) {
	t.Parallel()
	r := run(t, cli.Surroundings{Stdout: failing{syscall.EPIPE}}, "explain")
	require.Equal(t, result{code: cli.ExitFailed}, r, "a reader that had enough is no news")
	r = run(t, cli.Surroundings{Stdout: failing{errors.New("disk full")}}, "explain")
	require.Equal(t, cli.ExitFailed, r.code)
	require.Contains(t, r.err, `cannot write "standard output": disk full`)
	r = run(t, cli.Surroundings{Stdin: failing{errors.New("cable cut")}}, "decide", "-")
	require.Equal(t, cli.ExitFailed, r.code)
	require.Contains(t, r.err, "stdin: the file cannot be read: cable cut")
	r = run(t, cli.Surroundings{Stderr: failing{io.ErrClosedPipe}}, "nope")
	require.Equal(t, cli.ExitUsage, r.code)
}

// panicking stands for a bug.
type panicking struct{}

func (panicking) Read([]byte) (int, error) { panic("index out of range") }

func TestBugIsToldInTwoLines(t *testing.T) {
	t.Parallel()
	r := run(t, cli.Surroundings{Stdin: panicking{}}, "decide", "-")
	require.Equal(t, cli.ExitFailed, r.code)
	require.Empty(t, r.out)
	require.Contains(t, r.err, "internal fault: index out of range")
	require.Contains(t, r.err, "1.2.3")
	require.NotContains(t, r.err, "goroutine")
	r = run(t, cli.Surroundings{Stdin: panicking{}, Env: []string{"AJAR_LOG=debug"}}, "decide", "-")
	require.Contains(t, r.err, "goroutine", "those who ask for the trace get it")
}

// pages lists what help there is.
func pages(t *testing.T) []string {
	t.Helper()
	var names []string
	entries, err := os.ReadDir("help/en")
	require.NoError(t, err)
	for _, e := range entries {
		if name := strings.TrimSuffix(e.Name(), ".txt"); name != "first" && name != "short" {
			names = append(names, name)
		}
	}
	return append(names, "")
}

func help(t *testing.T, name string, flags ...string) string {
	t.Helper()
	args := append([]string{"help"}, flags...)
	if name != "" {
		args = append(args, name)
	}
	return good(t, cli.Surroundings{}, args...)
}

func TestHelpNamesEveryFlagAndCode(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"en", "zh"} {
		first := help(t, "", "--lang", lang)
		for _, flag := range []string{
			"--accessible", "--color", "--format", "-h, --help", "--lang", "--no-input", "-o, --output",
			"-q, --quiet", "-v, --verbose", "--version", "--width",
		} {
			require.Contains(t, first, flag)
		}
		for _, name := range pages(t) {
			require.Contains(t, first, "  "+name)
		}
		for _, code := range []string{"0", "1", "2", "3", "4", "130"} {
			require.Contains(t, help(t, "exit-codes", "--lang", lang), "\n  "+code+" ")
		}
	}
}

// Help never names a command that does not exist.
func TestCommandsInTextsExist(t *testing.T) {
	t.Parallel()
	verbs := cli.VerbNames()
	command := regexp.MustCompile(`ajar ([a-z]+)`)
	prose := []string{"recommends", "helps", "ajar", "weighs", "opens", "did", "itself", "reads", "behaves", "shares", "does", "writes", "method", "explains", "speaks", "could", "cannot", "runs"}
	check := func(where, text string) {
		for _, m := range command.FindAllStringSubmatch(text, -1) {
			if !slices.Contains(verbs, m[1]) && !slices.Contains(prose, m[1]) {
				t.Errorf("%s: \"ajar %s\" is no command; reword it, or add the word to the prose in this test", where, m[1])
			}
		}
	}
	for _, lang := range []string{"en", "zh"} {
		for _, name := range pages(t) {
			check("help/"+lang+"/"+name, help(t, name, "--lang", lang))
		}
		for _, code := range diag.Codes() {
			about, _ := diag.About(code, lang)
			d := diag.Diagnostic{Code: code}
			check(code+" in "+lang, about+"\n"+d.Message(lang)+"\n"+d.Hint(lang))
		}
	}
}

// The example in the help on profiles is a profile.
func TestExampleProfile(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"en", "zh"} {
		text := help(t, "profile", "--lang", lang)
		start := strings.Index(text, "  ajar: 1\n")
		require.Positive(t, start)
		example, _, _ := strings.Cut(text[start:], "\n\n")
		lines := strings.Split(example, "\n")
		for i := range lines {
			lines[i] = strings.TrimPrefix(lines[i], "  ")
		}
		good(t, cli.Surroundings{Stdin: strings.NewReader(strings.Join(lines, "\n"))}, "decide", "-")
	}
}

// Both languages have the same pages of help.
func TestLanguagesMatch(t *testing.T) {
	t.Parallel()
	en, err := os.ReadDir("help/en")
	require.NoError(t, err)
	zh, err := os.ReadDir("help/zh")
	require.NoError(t, err)
	require.Len(t, zh, len(en))
	for i := range en {
		require.Equal(t, en[i].Name(), zh[i].Name())
	}
}

// sourceTexts are the texts of the pack that stay in their own language.
func sourceTexts() []string {
	var out []string
	for _, s := range rules.Core().Sources {
		out = append(out, s.Title.In("en"), s.Authors.In("en"))
		if s.Identifier != nil {
			out = append(out, *s.Identifier)
		}
	}
	for _, l := range rules.Core().Licences {
		out = append(out, l.Name)
	}
	slices.SortFunc(out, func(a, b string) int { return len(b) - len(a) })
	return out
}

var (
	han      = regexp.MustCompile(`\p{Han}+`)
	sentence = regexp.MustCompile(`(?:\b[A-Za-z]+[ ,]+){3,}[A-Za-z]+`)
	// commands, flags, ids and lists of values are the same in every language
	commands = regexp.MustCompile(`(?m)^ +(ajar|source|strace|-|because).*$`)
)

// Nothing is left untranslated in help and in explanations, either way. (Each text of
// the pack by itself is tested where it is.)
func TestNoTextIsLeftUntranslated(t *testing.T) {
	t.Parallel()
	var own []string
	for _, text := range sourceTexts() {
		own = append(own, text, "")
	}
	strip := strings.NewReplacer(own...)
	for _, name := range pages(t) {
		zh := commands.ReplaceAllString(help(t, name, "--lang", "zh"), "")
		require.NotRegexp(t, sentence, zh, name)
		require.NotRegexp(t, han, help(t, name, "--lang", "en"), name)
	}
	var index struct {
		IDs []struct{ ID, Kind string } `json:"ids"`
	}
	require.NoError(t, json.Unmarshal([]byte(good(t, cli.Surroundings{}, "explain", "--format", "json")), &index))
	// Of each kind of id every third, all in "make long".
	seen, step := map[string]int{}, testkit.StrideOf(3)
	for _, e := range index.IDs {
		if seen[e.Kind]++; seen[e.Kind]%step != 1%step {
			continue
		}
		zh := strip.Replace(good(t, cli.Surroundings{}, "explain", e.ID, "--lang", "zh", "--width", "1000"))
		require.NotRegexp(t, sentence, zh, e.ID)
		en := strip.Replace(good(t, cli.Surroundings{}, "explain", e.ID, "--lang", "en", "--width", "1000"))
		require.NotRegexp(t, han, en, e.ID)
	}
}
