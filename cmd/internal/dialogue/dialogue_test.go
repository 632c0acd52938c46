package dialogue_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/dialogue"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules"
)

// talk is a dialogue in memory, about the toy pack of package report.
type talk struct {
	*dialogue.Dialogue
	out   *bytes.Buffer
	saved []engine.Profile
}

// newTalk makes a dialogue with a person who types the lines.
func newTalk(t *testing.T, lang string, config session.Config, lines ...string) *talk {
	t.Helper()
	pack, err := rules.Load(os.DirFS("../../../engine/report/testdata/pack"))
	require.NoError(t, err)
	e, err := engine.New(pack)
	require.NoError(t, err)
	x := &talk{out: &bytes.Buffer{}}
	in := strings.NewReader(strings.Join(append(lines, ""), "\n"))
	x.Dialogue = dialogue.New(in, x.out, lang, page.Look{Width: 80}, nil)
	x.Save = x.keep
	x.Session, err = session.New(e, engine.Profile{}, config)
	require.NoError(t, err)
	return x
}

// keep saves where nobody else answers.
func (x *talk) keep(p engine.Profile) (*session.Meanwhile, error) {
	x.saved = append(x.saved, p)
	return nil, nil // nothing to tell is no error
}

// fixed asks everything in the order of the pack.
var fixed = session.Config{Full: true, Fixed: true}

// converse runs the whole dialogue and gives what was written.
func (x *talk) converse(t *testing.T) string {
	t.Helper()
	require.NoError(t, x.Run(context.Background()))
	return x.out.String()
}

func TestGreetingCountsQuestions(t *testing.T) {
	t.Parallel()
	x := newTalk(t, "en", fixed)
	require.NoError(t, x.Greet(context.Background(), 0, nil))
	require.Contains(t, x.out.String(), "5 questions")
	require.NotContains(t, x.out.String(), "deeper")
	require.Contains(t, x.out.String(), "Keys: ")
	x = newTalk(t, "en", fixed)
	require.NoError(t, x.Greet(context.Background(), 12, []string{"sold"}))
	require.Contains(t, x.out.String(), "12")
}

func TestChoose(t *testing.T) {
	t.Parallel()
	ways := []string{"on", "off"}
	for _, c := range []struct {
		name  string
		lines []string
		enter bool
		want  int
		err   error
	}{
		{"a number", []string{"2"}, false, 2, nil},
		{"a number of Chinese input methods", []string{"２"}, false, 2, nil},
		{"after mistakes", []string{"3", "x", "", " 1 "}, false, 1, nil},
		{"Enter for none", []string{""}, true, 0, nil},
		{"q", []string{"q"}, true, 0, dialogue.ErrQuit},
		{"the end of the input", nil, true, 0, dialogue.ErrQuit},
	} {
		x := newTalk(t, "en", fixed, c.lines...)
		got, err := x.Choose("Go on?", ways, c.enter)
		require.ErrorIs(t, err, c.err, c.name)
		require.Equal(t, c.want, got, c.name)
		require.Contains(t, x.out.String(), "  1  on\n  2  off\n> ", c.name)
	}
}

// What was typed before the end of the input was not confirmed with Enter.
func TestHalfALineIsNoAnswer(t *testing.T) {
	t.Parallel()
	x := newTalk(t, "en", fixed)
	x.Dialogue = replaceInput(x, strings.NewReader("1"), nil)
	require.ErrorIs(t, x.Run(context.Background()), dialogue.ErrQuit)
	require.Empty(t, x.saved)
}

// The end of the input stays the end, however often somebody asks.
func TestNothingComesAfterTheEnd(t *testing.T) {
	t.Parallel()
	x := newTalk(t, "en", fixed)
	for range 3 {
		require.ErrorIs(t, x.Run(context.Background()), dialogue.ErrQuit)
	}
}

// replaceInput gives the talk another input.
func replaceInput(x *talk, in io.Reader, interrupt chan os.Signal) *dialogue.Dialogue {
	d := dialogue.New(in, x.out, "en", page.Look{Width: 80}, interrupt)
	d.Session, d.Save = x.Session, x.Save
	return d
}

func TestBrokenInput(t *testing.T) {
	t.Parallel()
	x := newTalk(t, "en", fixed)
	broken := errors.New("cable cut")
	x.Dialogue = replaceInput(x, io.MultiReader(strings.NewReader("1\n"), errReader{broken}), nil)
	require.ErrorIs(t, x.Run(context.Background()), broken)
	require.Len(t, x.saved, 1, "the first answer is kept")
}

type errReader struct{ err error }

func (r errReader) Read([]byte) (int, error) { return 0, r.err }

// Ctrl-C ends the dialogue at once, with Enter or without.
func TestInterrupt(t *testing.T) {
	t.Parallel()
	x := newTalk(t, "en", fixed)
	in, typing := io.Pipe()
	t.Cleanup(func() { _ = typing.Close() })
	interrupt := make(chan os.Signal, 1)
	interrupt <- os.Interrupt
	x.Dialogue = replaceInput(x, in, interrupt)
	var ended *dialogue.InterruptedError
	require.ErrorAs(t, x.Run(context.Background()), &ended)
	require.Equal(t, os.Interrupt, ended.Signal)
	require.True(t, strings.HasSuffix(x.out.String(), "> \n"), "the shell's prompt begins a line")
}

// A text of a stranger's pack reaches the terminal as text, never as a command.
func TestNothingControlsTheTerminal(t *testing.T) {
	t.Parallel()
	x := newTalk(t, "en", fixed, "1")
	x.Say("red \x1b[31mtext")
	_, err := x.Choose("\x1b]0;title\a", []string{"a\x1b[2Jb"}, false)
	require.NoError(t, err)
	require.NotContains(t, x.out.String(), "\x1b")
	require.NotContains(t, x.out.String(), "\a")
}
