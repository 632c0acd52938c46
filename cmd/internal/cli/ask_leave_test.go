//go:build !windows

package cli_test

import (
	"math/rand/v2"
	"os/signal"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/testkit"
)

func TestAskInterrupted(t *testing.T) {
	t.Parallel()
	dir := formatPosition(t)
	x := start(t, dir, "ask", "--order", "fixed")
	x.say("1").say("3").say("u")
	x.expect("4 of 9")
	x.expect("> ")
	x.raw("1\x03") // typed, not entered
	code, rest := x.end()
	require.Equal(t, cli.ExitInterrupted, code)
	require.Contains(t, strings.Join(strings.Fields(rest), ""), drafts(t, dir)[0])
	require.Len(t, saved(t, dir).Facts, 3)

	// A closed terminal or a shutdown save and say so as well.
	for s, code := range codesOfSignals {
		if signal.Ignored(s) {
			continue
		}
		x := startWith(t, formatPosition(t), 80, nil, "ask")
		x.say("2")
		x.expect("2 of 9")
		x.expect("> ")
		require.NoError(t, x.cmd.Process.Signal(s))
		got, rest := x.end()
		require.Equal(t, code, got, s)
		require.Contains(t, strings.Join(strings.Fields(rest), ""), drafts(t, x.dir)[0], s)
		require.Len(t, saved(t, x.dir).Facts, 1, s)
	}

	x = start(t, dir, "ask", "--order", "fixed")
	x.expect("has 3 answers.")
	x.say("1")
	x.expect("4 of 9")
	x.say("q")
	code, _ = x.end()
	require.Equal(t, cli.ExitIncomplete, code)

	x = start(t, dir, "ask")
	x.say("2")
	code, rest = x.end()
	require.Equal(t, cli.ExitOK, code)
	require.Contains(t, rest, "NO BASIS YET")

	x = start(t, dir, "ask")
	x.say("3")
	x.expect(".bak")
	x.expect("1 of 9")
	require.Len(t, drafts(t, dir), 1, "set aside, and nothing answered yet")
}

func TestAskLeave(t *testing.T) {
	t.Parallel()
	for _, keys := range []string{"q\n", "\x04", "Q\n", "ｑ\n"} {
		x := start(t, formatPosition(t), "ask")
		x.say("2")
		x.expect("2 of 9")
		x.expect("> ")
		x.raw(keys)
		code, rest := x.end()
		require.Equal(t, cli.ExitIncomplete, code)
		require.Contains(t, rest, "answers saved in")
		require.Len(t, saved(t, x.dir).Facts, 1, "nothing is recorded for the open question")
	}
}

// A run that is killed at any moment loses at most the open question; the draft
// can always be read, and the next run goes on and saves.
func TestAskKilled(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	for range testkit.Times(8) {
		dir := formatPosition(t)
		x := startWith(t, dir, 80, nil, "ask", "--full", "--order", "fixed")
		lines := random.IntN(12)
		for range lines {
			x.say("1")
		}
		confirmed := lines - 1 // the last line may not have been read yet
		switch random.IntN(3) {
		case 0:
			x.expect("> ")
			confirmed = lines
		case 1: // while the answer is being saved, perhaps
			x.expect("\n")
		}
		require.NoError(t, x.cmd.Process.Kill())
		code, _ := x.end()
		require.Equal(t, -1, code)
		var p engine.Profile
		for _, f := range drafts(t, dir) {
			if strings.HasSuffix(f, ".yaml") {
				var err error
				p, err = profiles.Load(f)
				require.NoError(t, err)
			}
		}
		// The choice of priorities and its rating are one weight.
		require.GreaterOrEqual(t, len(p.Facts)+2*len(p.Weights), confirmed)

		x = startWith(t, dir, 80, nil, "ask", "--full", "--order", "fixed")
		if len(p.Facts) > 0 {
			x.expect("go on")
			x.say("1")
		}
		x.say("1")
		require.NotContains(t, x.expect("> "), "not saved")
		after := saved(t, dir) // and nothing is left beside it
		require.NotEqual(t, p, after)
		require.NoError(t, x.cmd.Process.Kill())
		x.end()
	}
}

// Ctrl-C means the same at every prompt: what was said is kept, and named.
func TestAskInterruptedAnywhere(t *testing.T) {
	t.Parallel()
	for prompt, lines := range map[string][]string{
		"the first question": {}, "a question": {"2"}, "a question again": {"2", "3", "b"}, "review": {"2", "3"},
		"edit": {"2", "3", "e 1"}, "why": {"?"}, "a wrong answer": {"9"}, "peek": {"2", "p"},
		"the offer": {"2", "3", ""}, "a wrong choice": {"2", "3", "", "9"}, "one more": {"2", "3", "", "1"}, "a name": {"2", "3", "", "4"}, "more": {"2", "3", "", "5"}, "a change": {"2", "3", "", "6"},
	} {
		t.Run(prompt, func(t *testing.T) {
			t.Parallel()
			dir := formatPosition(t)
			x := start(t, dir, "ask", "--only", "kind,rights_cleared", "--order", "fixed")
			for _, line := range lines {
				x.say(line)
			}
			x.expect("> ")
			x.raw("\x03")
			code, rest := x.end()
			require.Equal(t, cli.ExitInterrupted, code)
			if len(drafts(t, dir)) == 0 {
				require.Contains(t, rest, "nothing is saved")
				return
			}
			require.Contains(t, rest, "answers saved in")
			x = start(t, dir, "ask")
			x.expect("> ")
			x.raw("\x03")
			code, rest = x.end()
			require.Equal(t, cli.ExitInterrupted, code, "at the choice what to do with the draft")
			require.Contains(t, rest, "answers saved in")
		})
	}
}
