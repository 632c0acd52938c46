//go:build !windows

package cli_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/profiles"
)

// The first screen says what this is, that answers stay here, how long it
// takes and all keys, in few lines.
func TestAskFirstScreen(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{nil, {"ask"}} {
		x := start(t, formatPosition(t), args...)
		screen := x.expect("1 of 9")
		require.LessOrEqual(t, strings.Count(screen, "\n"), 8)
		for _, want := range []string{"open, closed", "Answers stay on this computer", "9 questions, about 2 and a half minutes", "go deeper"} {
			require.Contains(t, strings.Join(strings.Fields(screen), " "), want)
		}
		for _, key := range []string{"? why", "u unknown", "s skip", "number or y/n", "na not applicable", "b back", "p peek", "q save and quit"} {
			require.Contains(t, strings.Join(strings.Fields(screen), " "), key)
		}
		require.Empty(t, drafts(t, x.dir), "nothing is written before the first answer")
	}
}

// The first choice each time leads to a result and then to ways to go on.
func TestAskToTheEnd(t *testing.T) {
	t.Parallel()
	x := start(t, formatPosition(t), "ask", "--quick")
	for i := 1; i <= 9; i++ {
		x.expect(strconv.Itoa(i) + " of 9")
		x.say("1")
	}
	x.expect("Your answers:")
	x.say("")
	result := x.expect("q end")
	for _, want := range []string{"work: ", "Firm?", "Why open", "First", "ajar decide @draft"} {
		require.Contains(t, strings.Join(strings.Fields(result), " "), want)
	}
	x.say("1") // one more question
	x.expect("]")
	x.say("u")
	x.expect("Firm?")
	x.expect("q end")
	x.say("")
	code, _ := x.end()
	require.Equal(t, cli.ExitOK, code)
}

// The quick result says everything that a decision needs: what, how settled,
// what comes next to it, what speaks for and against, what would change it, what
// to do next, and by which rules.
func TestAskQuickResult(t *testing.T) {
	t.Parallel()
	x := start(t, formatPosition(t), "ask", "--quick", "--order", "fixed")
	for _, line := range []string{"1", "3", "3", "3", "1", "1", "1", "5 8 15", "1", ""} {
		x.say(line)
	}
	result := strings.Join(strings.Fields(x.expect("q end")), " ")
	for _, want := range []string{"Firm?", "Why open", "Give", "First", "ajar decide @draft"} {
		require.Contains(t, result, want)
	}
}

// A change after the result leads back to it at once, and so does an answer to the one
// question that it names.
func TestAskChangeLeadsToResult(t *testing.T) {
	t.Parallel()
	x := start(t, formatPosition(t), "ask", "--order", "fixed")
	for _, line := range []string{"1", "3", "full", "1", "1=9 12=4", "y", "n", "na", "y", ""} {
		x.say(line)
	}
	x.expect("q end")
	x.say("6")
	x.expect("Your answers:")
	x.say("e 1").say("2")
	back := x.expect("q end")
	require.Contains(t, back, "Firm?")
	require.NotContains(t, back, " of 9")
	require.Equal(t, engine.Value("model"), saved(t, x.dir).Facts["kind"])
	require.Equal(t, map[string]float64{"external_scrutiny": 9, "predictable_revenue": 4}, saved(t, x.dir).Weights)
	x.say("q")
	code, _ := x.end()
	require.Equal(t, cli.ExitOK, code)
}

// One step writes the answers into a file for git, over nothing without asking.
func TestAskSaveForGit(t *testing.T) {
	t.Parallel()
	x := start(t, formatPosition(t), "ask", "--only", "kind")
	x.say("1").say("").say("4")
	x.expect("File for git (Enter: work.ajar.yaml):")
	x.say("")
	told := x.expect("q end")
	require.Contains(t, told, "ajar check work.ajar.yaml --update")
	require.Contains(t, told, "git add work.ajar.yaml work.ajar.lock.json")
	p, err := profiles.Load(filepath.Join(x.dir, "work", "work.ajar.yaml"))
	require.NoError(t, err)
	require.Equal(t, "work", p.Name)
	x.say("4").say("")
	x.expect("work.ajar.yaml is there already.")
	x.say("")
	x.say("q")
	code, _ := x.end()
	require.Equal(t, cli.ExitOK, code)
}

// "?" says why and on what that rests, and asks again.
func TestAskWhy(t *testing.T) {
	t.Parallel()
	x := start(t, formatPosition(t), "ask", "--order", "fixed")
	for i := 1; i <= 9; i++ {
		question := x.expect("> ")
		id := regexp.MustCompile(`\[(\w+)\]`).FindStringSubmatch(question)[1]
		x.raw("?\n")
		again := x.expect("> ")
		if id == "priorities" { // its choices fill the screen and stay in sight
			require.Contains(t, again, "What matters most to you?\n")
			require.LessOrEqual(t, strings.Count(again, "\n"), 4)
		} else {
			require.Contains(t, again, "Why we ask: ", id)
			require.Regexp(t, `Sources: \w+`, again, id)
			require.Contains(t, again, "["+id+"]")
			require.Contains(t, again, strconv.Itoa(i)+" of 9")
		}
		x.raw("1\n")
	}
}

// A range of weights is taken, repeated, kept in the file and shown again by the next run.
func TestAskRange(t *testing.T) {
	t.Parallel()
	dir := formatPosition(t)
	x := start(t, dir, "ask", "--only", "data_privacy")
	x.expect("> ")
	x.raw("?\n")
	x.expect("give both, as in 4-7")
	x.say("4 to 7")
	x.expect("Noted: between 4 and 7. The middle, 5.5, counts.")
	x.expect("Data privacy: between 4 and 7")
	require.Equal(t, map[string]engine.WeightRange{"data_privacy": {Low: 4, High: 7}}, saved(t, dir).Ranges)
	x.say("e 1")
	x.expect("Your answer: between 4 and 7. Enter keeps it.")
	x.say("6")
	x.expect("Data privacy: 6")
	require.Empty(t, saved(t, dir).Ranges)
	require.Equal(t, map[string]float64{"data_privacy": 6}, saved(t, dir).Weights)
	x.say("e 1").say("3~5")
	x.expect("Data privacy: between 3 and 5")
	require.Equal(t, map[string]engine.WeightRange{"data_privacy": {Low: 3, High: 5}}, saved(t, dir).Ranges)
	require.Empty(t, saved(t, dir).Weights)
	x.say("e 1").say("s")
	x.expect("Data privacy: skipped")
	require.Empty(t, saved(t, dir).Ranges)
}

func TestAskBack(t *testing.T) {
	t.Parallel()
	x := start(t, formatPosition(t), "ask", "--order", "fixed")
	x.say("b")
	x.expect("This is the first question.")
	x.say("2")
	x.expect("2 of 9")
	x.say("b")
	earlier := x.expect("Enter keeps your answer.")
	require.Contains(t, earlier, "1 of 9")
	require.Contains(t, earlier, "it is a trained model (your answer)")
	x.say("")
	x.expect("2 of 9")
	require.Equal(t, engine.Value("model"), saved(t, x.dir).Facts["kind"])
}

// An answer that another one switches off is told, kept, and counts no more
// than if it had never been given.
func TestAskSwitchedOff(t *testing.T) {
	t.Parallel()
	ask := func(lines ...string) map[string]any {
		dir := formatPosition(t)
		out := filepath.Join(dir, "out.json")
		x := start(t, dir, "ask", "--only", "kind,gpai_systemic,rights_cleared", "--order", "fixed", "-o", out)
		for _, line := range lines {
			x.say(line)
		}
		code, _ := x.end()
		require.Equal(t, cli.ExitOK, code, x.all())
		data, err := os.ReadFile(out)
		require.NoError(t, err)
		var r map[string]any
		require.NoError(t, json.Unmarshal(data, &r))
		return r
	}
	never := ask("1", "3", "")
	changed := ask("2", "3", "1", "e 1", "1", "")
	require.Len(t, changed["inactive"], 1)
	require.Empty(t, never["inactive"])
	for key := range never {
		if key != "inactive" && key != "answers" && key != "profile" && key != "warnings" && key != "card" {
			require.Equal(t, never[key], changed[key], key)
		}
	}
}

func TestAskTellsWhatNoLongerApplies(t *testing.T) {
	t.Parallel()
	x := start(t, formatPosition(t), "ask", "--only", "kind,gpai_systemic", "--order", "fixed")
	x.say("2").say("1").say("e 1").say("1")
	x.expect("1 answer no longer applies; kept, not counted: gpai_systemic")
	x.expect("(kept, not counted)")
	require.Equal(t, engine.Yes, saved(t, x.dir).Facts["gpai_systemic"])
}

// Not known, skipped and not applicable are three states, at every question.
func TestAskStates(t *testing.T) {
	t.Parallel()
	for key, want := range map[string]engine.Answer{"u": engine.Unknown, "-": engine.NotApplicable, "na": engine.NotApplicable} {
		x := start(t, formatPosition(t), "ask", "--order", "fixed")
		asked := 0
		for !strings.Contains(x.expect("> "), "Your answers:") {
			x.raw(key + "\n")
			asked++
		}
		p := saved(t, x.dir)
		require.Empty(t, p.Weights)
		require.Len(t, p.Facts, asked-1, "all but the priorities")
		for id, a := range p.Facts {
			require.Equal(t, want, a, id)
		}
	}
	x := start(t, formatPosition(t), "ask", "--order", "fixed")
	for !strings.Contains(x.expect("> "), "Your answers:") {
		x.raw("s\n")
	}
	require.Empty(t, saved(t, x.dir).Facts)
}

func TestAskInvalid(t *testing.T) {
	t.Parallel()
	x := start(t, formatPosition(t), "ask")
	for line, want := range map[string]string{
		"9": `"9" is not one of the choices; type a number from 1 to 3`, "modle": `did you mean "model"?`,
		"1 2": "at most 1", "": "no answer was given", "\x1b[2J": `\x1b`, strings.Repeat("x", 1000): "...",
	} {
		x.say(line)
		require.NotContains(t, x.expect(want), "2 of 9")
	}
	x.say("2")
	x.expect("2 of 9")
}

// Prompts stay at the terminal while the result goes elsewhere.
func TestAskPiped(t *testing.T) {
	t.Parallel()
	dir := formatPosition(t)
	file, err := os.Create(filepath.Join(dir, "out.json"))
	require.NoError(t, err)
	x := startWith(t, dir, 80, func(c *exec.Cmd) { c.Stdout = file }, "ask", "--format", "json", "--only", "kind", "--lang", "zh")
	x.say("2").say("")
	code, rest := x.end()
	require.Equal(t, cli.ExitOK, code, x.all())
	require.NotContains(t, rest, "{")
	data, err := os.ReadFile(file.Name())
	require.NoError(t, err)
	require.True(t, json.Valid(data), "%s", data)
}

// A file that a person wrote keeps its comments.
func TestAskFile(t *testing.T) {
	t.Parallel()
	dir := formatPosition(t)
	file := filepath.Join(dir, "work", "mine.yaml")
	require.NoError(t, os.WriteFile(file, []byte("# ours\najar: 1\nfacts:\n  kind: software # sure\n"), 0o644))
	x := start(t, dir, "ask", "-p", "mine.yaml", "--order", "fixed")
	x.expect("2 of 9")
	x.say("3")
	x.expect("3 of 9")
	x.say("q")
	code, _ := x.end()
	require.Equal(t, cli.ExitIncomplete, code)
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, "# ours\najar: 1\nfacts:\n  kind: software # sure\n  release_status: closed_product\n", string(data))
	require.Empty(t, drafts(t, dir))
}

var colours = regexp.MustCompile(`\x1b\[[0-9;]*m`)

var moves = regexp.MustCompile(`\x1b\[[0-9;?]*[A-HJKSTfhlsu]|\x1b[^\[]`)

// Lines are written one after another, in the language asked for, and fit.
func TestAskLooks(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"en", "zh"} {
		for _, columns := range []int{40, 80, 200} {
			x := startWith(t, formatPosition(t), uint16(columns), nil, "ask", "--lang", lang, "--order", "fixed", "--width", strconv.Itoa(columns))
			for range 9 {
				x.say("？").say("１")
			}
			x.say("ｂ").say("").say("")
			x.expect("git")
			x.expect("> ")
			text := x.all()
			require.NotRegexp(t, moves, text)
			if lang == "en" {
				require.NotRegexp(t, han, strings.NewReplacer("？", "", "１", "").Replace(text))
			} else {
				require.NotRegexp(t, sentence, commands.ReplaceAllString(text, ""))
			}
			for line := range strings.Lines(text) {
				if line = colours.ReplaceAllString(strings.TrimRight(line, "\n"), ""); strings.Contains(strings.TrimSpace(line), " ") && !strings.Contains(line, "@draft") {
					require.LessOrEqual(t, layout.TextWidth(line), columns, "%q", line)
				}
			}
		}
	}
}

func TestAskAccessible(t *testing.T) {
	t.Parallel()
	x := startWith(t, formatPosition(t), 80, func(c *exec.Cmd) { c.Env = append(c.Env, "ACCESSIBLE=1") }, "ask", "--order", "fixed")
	for range 9 {
		x.say("1")
	}
	x.say("")
	result := x.expect("q end")
	require.NotRegexp(t, `[#|─│]|-\+-`, result)
	require.Contains(t, result, "Firm?")
}

func TestAskLanguageOfTheEnvironment(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ env, flag, want string }{
		{"LC_ALL=zh_CN.UTF-8", "", "第 1 题，共 9 题"}, {"LC_ALL=zh_CN.UTF-8", "en", "1 of 9"}, {"LC_ALL=C", "", "1 of 9"},
	} {
		args := []string{"ask"}
		if c.flag != "" {
			args = append(args, "--lang", c.flag)
		}
		startWith(t, formatPosition(t), 80, func(cmd *exec.Cmd) { cmd.Env = append(cmd.Env, c.env) }, args...).expect(c.want)
	}
}
