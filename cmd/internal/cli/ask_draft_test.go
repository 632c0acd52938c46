//go:build !windows

package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
)

// Two people answer at the same time, in one folder or one file: each save
// writes only what that run changed.
func TestAskTwice(t *testing.T) {
	t.Parallel()
	for _, file := range []string{"", "mine.yaml", "mine.json", "mine.toml"} {
		t.Run(file, func(t *testing.T) {
			t.Parallel()
			dir := formatPosition(t)
			with := func(only string) *talk {
				args := []string{"ask", "--only", only, "--order", "fixed"}
				if file != "" {
					args = append(args, "-p", file)
				}
				return start(t, dir, args...)
			}
			a, b := with("kind,rights_cleared"), with("priorities,openness_mandate")
			a.expect("> ")
			b.expect("> ")
			a.raw("2\n")
			a.expect("2 of 2")
			b.raw("9 11\n")
			b.expect("2 of 2")
			a.say("3")
			a.expect("Your answers:")
			b.say("1")
			b.expect("Your answers:")
			path := filepath.Join(dir, "work", file)
			if file == "" {
				path = drafts(t, dir)[0]
			}
			p, err := profiles.Load(path)
			require.NoError(t, err)
			require.Len(t, p.Facts, 3)
			require.Equal(t, engine.Value("model"), p.Facts["kind"])
			require.Equal(t, map[string]float64{reach: 10, customise: 10}, p.Weights)
		})
	}
}

// Weights that were worked out mean something only together, so those of two
// people are not mixed: the second one chooses.
func TestAskTwiceByComparison(t *testing.T) {
	t.Parallel()
	dir := formatPosition(t)
	a, b := weigh(t, dir, "rank"), weigh(t, dir, "rank")
	b.expect("> ")
	a.say("9 11").say("2 1")
	a.expect("Your answers:")
	b.raw("9 6\n")
	told := oneLine(b.expect("> "))
	require.Contains(t, told, "Someone else answered this meanwhile, and not as you did:")
	require.Contains(t, told, "1 yours: ")
	require.Contains(t, told, "2 theirs: Customisability 10.0; Adoption and influence 3.3")
	b.raw("2\n")
	b.expect("Your answers:")
	require.Equal(t, [][]string{{customise}, {reach}}, saved(t, dir).WeightsFrom.Ranking)
}

// Two people answer the same question: the second sees both answers and chooses, and
// what the first said beside it is taken over and told, as far as the result.
func TestAskTwiceTheSameQuestion(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		lang, choice, stays string
		told                []string
	}{
		{"en", "1", "software", []string{"Taken over: Right to publish: ", "Someone else answered this meanwhile, and not as you did:", "1 yours: ", "2 theirs: "}},
		{"zh", "2", "model", []string{"已采纳 1 个回答", "答案与您的不同", "1 您的：", "2 对方的："}},
	} {
		t.Run(x.lang, func(t *testing.T) {
			t.Parallel()
			dir := formatPosition(t)
			args := []string{"ask", "--only", "kind,rights_cleared,openness_mandate", "--order", "fixed"}
			a, b := start(t, dir, args...), start(t, dir, append(args, "--lang", x.lang)...)
			b.expect("> ")
			a.say("2").say("3")
			a.expect("3 of 3")
			b.raw("1\n")
			told := oneLine(b.expect("> "))
			for _, want := range x.told {
				require.Contains(t, told, want)
			}
			b.raw(x.choice + "\n")
			b.expect("openness_mandate")
			b.say("q")
			code, _ := b.end()
			require.Equal(t, cli.ExitIncomplete, code)
			require.Equal(t, engine.Value(x.stays), saved(t, dir).Facts["kind"])
			require.Len(t, saved(t, dir).Facts, 2)
			// The first one learns of it with the next answer.
			a.say("1")
			told = a.expect("Your answers:")
			require.Equal(t, x.stays != "model", strings.Contains(oneLine(told), "Taken over: "), told)
		})
	}
}

// A preset's answers get into a file that had none, beside the first answer.
func TestAskPresetInAFile(t *testing.T) {
	t.Parallel()
	dir := formatPosition(t)
	file := filepath.Join(dir, "work", "mine.yaml")
	require.NoError(t, os.WriteFile(file, []byte("# ours\najar: 1\n"), 0o644))
	x := start(t, dir, "ask", "-p", "mine.yaml", "--preset", "model_startup", "--full", "--order", "fixed")
	x.say("e 1").say("2").say("q")
	code, _ := x.end()
	require.Equal(t, cli.ExitIncomplete, code)
	preset, err := profiles.Preset("model_startup")
	require.NoError(t, err)
	p, err := profiles.Load(file)
	require.NoError(t, err)
	for id := range preset.Facts {
		require.Contains(t, p.Facts, id)
	}
	require.Equal(t, preset.Weights, p.Weights)
}

// Where nothing is recorded, nothing is written: a file keeps its own form.
func TestAskLeavesAFileAsItIs(t *testing.T) {
	t.Parallel()
	dir := formatPosition(t)
	text := `{"ajar": 1,   "facts": {"kind": "model"}}`
	file := filepath.Join(dir, "work", "mine.json")
	require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
	x := start(t, dir, "ask", "-p", "mine.json", "--order", "fixed")
	x.say("s").say("q")
	code, _ := x.end()
	require.Equal(t, cli.ExitIncomplete, code)
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, text, string(data))

	x = start(t, dir, "ask", "-p", "none/mine.json")
	code, rest := x.end()
	require.Equal(t, cli.ExitFailed, code)
	require.Contains(t, rest, "AJ242", "told before the first question")
}

// What cannot be saved is told before the first question.
func TestAskWhereNothingCanBeSaved(t *testing.T) {
	t.Parallel()
	for lang, spoil := range map[string]func(state string) error{
		"en": func(state string) error { return os.WriteFile(state, nil, 0o600) }, // no folder
		"zh": func(state string) error { return os.Symlink("none/there", state) }, // nor can there be
	} {
		dir := formatPosition(t)
		require.NoError(t, spoil(filepath.Join(dir, "state")))
		x := start(t, dir, "ask", "--lang", lang)
		code, rest := x.end()
		require.Equal(t, cli.ExitFailed, code)
		require.NotContains(t, rest, "> ")
		require.Contains(t, oneLine(rest), "-p", "what to do")
		require.Contains(t, rest, "AJ423")
	}
}

// An answer that cannot be saved is kept until it can be.
func TestAskSavesLater(t *testing.T) {
	t.Parallel()
	dir := formatPosition(t)
	x := start(t, dir, "ask", "--order", "fixed")
	x.expect("> ")
	state := filepath.Join(dir, "state")
	require.NoError(t, os.RemoveAll(state))
	require.NoError(t, os.WriteFile(state, nil, 0o600))
	x.raw("2\n")
	told := oneLine(x.expect("> "))
	require.Contains(t, told, "cannot be written")
	require.Contains(t, told, "This answer is not saved yet. 1 try again 2 stop here")
	require.NoError(t, os.Remove(state))
	x.raw("1\n")
	x.expect("2 of 9")
	require.Equal(t, engine.Value("model"), saved(t, dir).Facts["kind"])
	for _, name := range drafts(t, dir) {
		require.True(t, strings.HasSuffix(name, ".yaml"), "nothing is left beside the draft")
	}
}

// A skipped question is as good as not asked, so the next run asks it again;
// one that is not known or does not apply is answered.
func TestAskSkippedComesBack(t *testing.T) {
	t.Parallel()
	for key, again := range map[string]bool{"s": true, "u": false, "-": false} {
		dir := formatPosition(t)
		ask := []string{"ask", "--only", "kind,rights_cleared,release_status", "--order", "fixed"}
		x := start(t, dir, ask...)
		x.say("1").say(key)
		x.expect("3 of 3")
		x.say("q")
		code, _ := x.end()
		require.Equal(t, cli.ExitIncomplete, code)
		x = start(t, dir, ask...)
		x.say("1")
		asked := x.expect("> ")
		require.Equal(t, again, strings.Contains(asked, "2 of 3") && strings.Contains(asked, "[release_status]"), asked)
	}
}
