//go:build !windows

package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// ownCommand is what --format github writes; nothing but it may begin a line so.
var ownCommand = regexp.MustCompile(`^::(notice|warning|error) file=[^:]*,title=ajar check[^:]*::`)

// remarkLine is a line on standard error: of a remark, a hint, the log or the count of mistakes.
var remarkLine = regexp.MustCompile(`^(ajar:|  |\{|[0-9]+ errors?\b|共 ?[0-9]+ |(ajar )?explain AJ|AJ[0-9]|（|Completion ended)`)

// stage is a folder in which all that a stranger can name or write is hostile: files bear
// one text as their name and hold all texts, or the one, wherever text may stand.
type stage struct {
	dir, text string
	env       []string
}

func newStage(t *testing.T, text, inside string) *stage {
	t.Helper()
	s := &stage{dir: filepath.Join(t.TempDir(), fileNameOf(text)), text: text}
	s.env = []string{"XDG_STATE_HOME=" + s.dir, "LC_ALL=C"}
	require.NoError(t, os.Mkdir(s.dir, 0o777))
	s.put(t, "good.json", hostileProfile(inside))
	s.put(t, s.name("json"), hostileProfile(inside))
	s.put(t, "broken.yaml", text)
	s.put(t, "wrong.json", map[string]any{
		"ajar": 1, "facts": map[string]any{text: text, "kind": text}, "priorities": map[string]any{text: 1, "adoption_reach": text}, text: text,
		"review_by": text, "extends": []string{text}, "limits": []any{map[string]any{"exclude": []string{text}, "because": text}},
		"parts": []any{map[string]any{"id": text, "like": text, "facts": map[string]any{text: text}}},
	})
	s.put(t, "lines.json", `{"name":`+quoteJSON(inside)+`,"facts":{"kind":"model"}}`+"\n"+`{"facts":{`+quoteJSON(text)+`:1}}`+"\n"+text+"\n")
	s.put(t, "table.csv", "name,kind,"+text+"\n"+text+",model,"+text+"\n")
	require.Empty(t, s.run(t, "check", "good.json", "--lock", "lock.json", "--update", "--allow-undecided", "-q").err)
	require.Empty(t, s.run(t, "decide", "good.json", "-o", "result.json", "-q").err)
	s.spoil(t, "lock.json", inside)
	s.spoil(t, "result.json", inside)
	return s
}

// hostileProfile is valid, and has the text wherever a profile may have any.
func hostileProfile(text string) any {
	note := map[string]any{"value": "model", "note": text, "by": text, "sure": "low"}
	return map[string]any{
		"ajar": 1, "name": text, "review_by": "2020-01-01", "rules": "core@0.0.9",
		"facts":      map[string]any{"kind": note, "release_status": "open_already", "present_terms": "proprietary"}, // which contradict each other
		"priorities": map[string]any{"adoption_reach": map[string]any{"weight": 7, "note": text, "by": text}},
		"limits":     []any{map[string]any{"exclude": []string{"open_model"}, "because": text}},
		"parts":      []any{map[string]any{"id": "a/b", "like": "inference_code", "title": text, "note": text}},
	}
}

func quoteJSON(text string) string {
	data, err := plain.EncodeJSON(text)
	if err != nil {
		panic(err)
	}
	return strings.TrimSpace(string(data))
}

// fileNameOf makes a name of a text, as far as the system lets it.
func fileNameOf(text string) string {
	name := strings.ReplaceAll(text, "/", "_")
	return name[:min(len(name), 200)]
}

func (s *stage) name(extension string) string { return fileNameOf(s.text) + "." + extension }

func (s *stage) put(t *testing.T, name string, content any) {
	t.Helper()
	text, ok := content.(string)
	if !ok {
		data, err := plain.EncodeJSON(content) // YAML takes no control characters
		require.NoError(t, err)
		text = string(data)
	}
	require.NoError(t, os.WriteFile(filepath.Join(s.dir, name), []byte(text), 0o666))
}

// spoil replaces the texts of a document that ajar wrote, but for what says of what kind
// it is.
func (s *stage) spoil(t *testing.T, name, with string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(s.dir, name))
	require.NoError(t, err)
	var content map[string]any
	require.NoError(t, json.Unmarshal(data, &content))
	s.put(t, name, spoilValue("", content, with))
}

func spoilValue(key string, value any, with string) any {
	switch x := value.(type) {
	case string:
		if key != "schema" && key != "stance" && key != "lang" {
			return with
		}
	case []any:
		for i := range x {
			x[i] = spoilValue(key, x[i], with)
		}
	case map[string]any:
		for k, v := range x {
			x[k] = spoilValue(k, v, with)
		}
		if key == "facts" {
			x[with] = with
		}
	}
	return value
}

// run runs ajar here and wants nobody to find an order in what it wrote.
func (s *stage) run(t *testing.T, args ...string) result {
	t.Helper()
	r := run(t, cli.Surroundings{Dir: s.dir, Env: s.env}, args...)
	require.NotContains(t, r.err, "panic")
	require.Empty(t, testkit.CommandsIn(r.out, ownCommand), "%q\n%s", args, r.out)
	require.Empty(t, testkit.CommandsIn(r.err, nil), "%q\n%s", args, r.err)
	for line := range strings.Lines(r.err) {
		require.Regexp(t, remarkLine, line, "%q\n%s", args, r.err)
	}
	return r
}

// looks are ways to write what all verbs have: wide and narrow, for people and programs.
var looks = [][]string{{"--width", "20"}, {"--accessible", "--lang", "zh"}, {"--format", "md"}, {"--format", "json", "-v"}}

// Every verb in every format. Each text is the name of the files once, and all texts stand
// in what they hold each time.
func TestNoVerbWritesACommand(t *testing.T) {
	t.Parallel()
	all := strings.Join(testkit.HostileTexts(), "\n")
	for i, text := range testkit.HostileTexts() {
		if i%testkit.StrideOf(3) > 0 {
			continue
		}
		t.Run(nameOf(text), func(t *testing.T) {
			t.Parallel()
			s := newStage(t, text, all)
			file := s.name("json")
			for _, args := range [][]string{
				{"decide", file}, {"decide", file, "--full"}, {"why", file}, {"explain", "kind", file}, {"whatif", file, "--set", "kind=software"},
				{"check", file}, {"check", file, "--lock", "lock.json"}, {"compare", file, "lock.json"}, {"compare", "lock.json", "result.json"}, {"cases", "--like", file},
				{"batch", "lines.json", "--summary"}, {"migrate", file, "--dry-run"}, {"sensitivity", file}, {"report", file, "--sheet"}, {"report", file, "--sheet", "--format", "html"},
			} {
				s.run(t, append(args, looks[i%len(looks)]...)...)
			}
			for _, args := range [][]string{
				{"check", file, "--format", "github"}, {"check", file, "--lock", "lock.json", "--format", "github"}, {"check", file, "--format", "junit"}, {"check", file, "--format", "sarif"},
				{"report", file, "--format", "adr"}, {"report", file, "--format", "csv", "--table", "forms"}, {"report", file, "--format", "csv", "--table", "dimensions"}, {"report", file, "-o", "adr:record.md"}, {"report", file, "-o", "adr:record.md", "--decided", "in_house", "--deciders", s.text, "--because", s.text}, {"report", file, "-o", "adr:record.md"},
				{"check", file, "--lock", "lock.json", "--format", "junit"}, {"decide", file, "--format", "csv"}, {"batch", "lines.json", "--fields", "why"}, {"batch", "lines.json"},
				{"batch", "table.csv"}, {"init"}, {"init", "-o", "new" + file}, {"init", "-o", "new" + s.name("toml")}, {"init", "-o", "new" + s.name("yaml")},
				{"ask", "-p", file, "--no-input"}, {"check", file, "--update", "--lock", "lock" + file},
			} {
				s.run(t, args...)
			}
		})
	}
}

// nameOf says what a hostile text is about.
func nameOf(text string) string { return text[strings.LastIndex(text, "; ")+2:] }

// What a command line, a file and the environment say that cannot be used is told with
// what was said.
func TestNoMistakeWritesACommand(t *testing.T) {
	t.Parallel()
	for i, text := range testkit.HostileTexts() {
		if i%testkit.StrideOf(3) > 0 {
			continue
		}
		t.Run(nameOf(text), func(t *testing.T) {
			t.Parallel()
			s := newStage(t, text, text)
			for _, args := range [][]string{
				{text}, {"decide", text}, {"decide", "--" + text}, {"decide", "-" + text}, {"decide", "good.json", text}, {"help", text}, {"schema", text}, {"explain", text},
				{"cases", text}, {"decide", "good.json", "--set", text}, {"decide", "good.json", "--set", "kind=" + text}, {"decide", "good.json", "--set", text + "=" + text},
				{"decide", "good.json", "--lang", text}, {"decide", "good.json", "--format", text}, {"decide", "good.json", "--width", text}, {"decide", "good.json", "--color", text},
				{"decide", "good.json", "-o", text}, {"decide", "good.json", "-o", text + "/a.md"}, {"check", "good.json", "--fail-on", text}, {"check", "good.json", "--now", text},
				{"check", "good.json", "--lock", text}, {"check", "good.json", "--lock", "broken.yaml"}, {"init", "--preset", text}, {"completion", text}, {"ask", "--only", text},
				{"ask", "--order", text}, {"decide", "wrong.json"}, {"decide", "broken.yaml"}, {"migrate", "wrong.json"}, {"compare", "broken.yaml", text}, {"batch", text},
				{"batch", "good.json", "--fields", text}, {"batch", "good.json", "--shard", text}, {"decide", s.name("json"), "--width", "20", "--set", text}, {"compare", "wrong.json", "wrong.json"},
				{"decide", "preset:" + text}, {"decide", "case:" + text}, {"__complete", "explain", text}, {"__complete", "decide", "--set", "kind=" + text}, {"whatif", "good.json", "--set", text},
			} {
				s.run(t, args...)
				s.run(t, append(args, "--lang", "zh", "--width", "40")...)
			}
			own := s.env
			for _, variable := range []string{
				"AJAR_SET_" + text + "=" + text, "AJAR_SET_KIND=" + text, "AJAR_LANG=" + text, "LANG=" + text, "AJAR_FORMAT=" + text, "AJAR_COLOR=" + text, "AJAR_WIDTH=" + text, "AJAR_LOG=" + text, "AJAR_LOG=debug",
			} {
				s.env = slices.Concat(own, []string{variable})
				s.run(t, "decide", s.name("json"))
				s.run(t, "batch", "lines.json")
				s.run(t, "check", "good.json", "--lock", "lock.json")
				s.run(t, "check", "good.json", "--lock", "lock.json", "--allow-env", "--format", "github")
			}
		})
	}
}

// What files hold is printed in logs too.
func TestNoFileHoldsACommand(t *testing.T) {
	t.Parallel()
	all := strings.Join(testkit.HostileTexts(), "\n")
	s := newStage(t, testkit.CommandsToRunners()[0], all)
	var lines strings.Builder
	for _, text := range testkit.CommandsToRunners() {
		lines.WriteString(`{"name":` + quoteJSON(text) + "}\n")
	}
	s.put(t, "many.json", strings.ReplaceAll(lines.String(), `\u005b`, "["))
	s.run(t, "batch", "many.json", "-o", "lines.out")
	for _, name := range []string{"lines.out", "out.txt", "out.md", "out.json", "out.csv"} {
		if name != "lines.out" {
			s.run(t, "decide", "good.json", "-o", name)
		}
		data, err := os.ReadFile(filepath.Join(s.dir, name))
		require.NoError(t, err)
		require.Empty(t, testkit.CommandsIn(string(data), nil), name)
	}
}

// People still read what they wrote, and programs get it unchanged.
func TestOrdinaryTextLeavesAsItIs(t *testing.T) {
	t.Parallel()
	for _, text := range testkit.OrdinaryTexts() {
		s := newStage(t, "calm", text)
		require.Contains(t, strings.Join(strings.Fields(s.run(t, "decide", "good.json", "--full", "--width", "400").out), " "), strings.Join(strings.Fields(text), " "))
		var document struct{ Profile struct{ Name string } }
		require.NoError(t, json.Unmarshal([]byte(s.run(t, "decide", "good.json", "--format", "json").out), &document))
		require.Equal(t, text, document.Profile.Name)
	}
}

func TestCompletionScriptsLeaveAsTheyAre(t *testing.T) {
	t.Parallel()
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		require.NotContains(t, good(t, cli.Surroundings{}, "completion", shell), `\u00`)
	}
}
