package dialogue

import (
	"errors"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// What a dialogue may end with, beside being done.
var (
	// ErrQuit says that the person wants to stop here; nothing is lost.
	ErrQuit = errors.New("dialogue: left")
	// ErrNotOpen says that a question is answered, or does not apply.
	ErrNotOpen = errors.New("dialogue: the question is not open")
)

// InterruptedError says that Ctrl-C or another signal ended the dialogue; nothing is lost.
type InterruptedError struct{ Signal os.Signal }

// Error names the signal.
func (e *InterruptedError) Error() string { return "dialogue: interrupted by " + e.Signal.String() }

// Dialogue is a talk with one person. Make it with New.
type Dialogue struct {
	Session *session.Session
	// Save keeps the profile so far; it is called after each answer. If somebody else
	// changed what is kept, it says how and keeps nothing: it is called again when that
	// is settled.
	Save func(engine.Profile) (*session.Meanwhile, error)

	out          io.Writer
	look         page.Look
	words        texts
	lines        <-chan inputLine
	interrupt    <-chan os.Signal
	toldNoChange bool // it was said that nothing open can change the result
}

// New makes a dialogue that reads from in and writes to out in a language;
// interrupt ends it at once.
func New(in io.Reader, out io.Writer, lang string, look page.Look, interrupt <-chan os.Signal) *Dialogue {
	return &Dialogue{out: out, look: look, words: textsIn(lang), lines: readLines(in), interrupt: interrupt}
}

// ShowKeys says how to answer.
func (d *Dialogue) ShowKeys() { d.writeParagraph("", d.words.Keys()) }

// Say writes a paragraph.
func (d *Dialogue) Say(text string) { d.writeParagraph("", text) }

// Choose lets the person pick one of several ways to go on: 1 for the first,
// 0 for none of them, which is Enter.
func (d *Dialogue) Choose(intro string, ways []string, enter bool) (int, error) {
	d.writeGap()
	d.writeParagraph("", intro)
	for i, w := range ways {
		d.writeNumbered(i+1, w)
	}
	q := &session.Question{Kind: session.OneOf, Choices: make([]session.Choice, len(ways))}
	for i := range q.Choices {
		q.Choices[i].ID = formatInt(i + 1)
	}
	for {
		text, err := d.promptLine()
		switch {
		case err != nil:
			return 0, err
		case text == "" && enter:
			return 0, nil
		case text == "q":
			return 0, ErrQuit
		}
		values, err := q.Parse(text)
		if err != nil {
			d.showMistake(err)
			continue
		}
		return parseInt(values[0]), nil
	}
}

// Pick lets the person pick one of the ways that are shown already: its number, 0 for
// Enter, which ends.
func (d *Dialogue) Pick(ways int) (int, error) {
	for {
		text, err := d.promptLine()
		switch n := parseInt(text); {
		case err != nil:
			return 0, err
		case text == "":
			return 0, nil
		case strings.EqualFold(text, "q"):
			return 0, ErrQuit
		case n >= 1 && n <= ways:
			return n, nil
		}
		d.writeParagraph("  ", d.words.PickWrong(formatInt(ways)))
	}
}

// AskText asks for a line of text; "" is Enter.
func (d *Dialogue) AskText(intro string) (string, error) {
	d.writeParagraph("", intro)
	text, err := d.promptLine()
	if err == nil && strings.EqualFold(text, "q") {
		err = ErrQuit
	}
	return text, err
}

// promptLine shows the prompt and waits for a line.
func (d *Dialogue) promptLine() (string, error) {
	d.writeText("> ")
	select {
	case line, more := <-d.lines:
		if !more {
			line.err = io.EOF
		}
		if line.err != nil {
			// What was typed before the end of the input was not confirmed.
			d.writeText("\n")
			if errors.Is(line.err, io.EOF) {
				return "", ErrQuit
			}
			return "", line.err
		}
		return line.text, nil
	case s := <-d.interrupt:
		d.writeText("\n")
		return "", &InterruptedError{s}
	}
}

// showMistake says what is allowed instead.
func (d *Dialogue) showMistake(err error) {
	list, ok := diag.From(err)
	if !ok {
		d.writeParagraph("  ", err.Error())
		return
	}
	for _, x := range list {
		d.writeParagraph("  ", x.Message(d.words.Lang)+d.words.Semicolon()+strings.Join(x.Hints(d.words.Lang), d.words.Semicolon()))
	}
}

func (d *Dialogue) writeGap() { d.writeText("\n") }

// writeParagraph writes a paragraph, wrapped. A text of a rule pack or a profile may
// come from a stranger, so nothing in it reaches the terminal as a command.
func (d *Dialogue) writeParagraph(indent, text string) {
	d.writeText(layout.WrapWithPrefixes(indent, indent, plain.Escape(text), d.look.Width))
}

func (d *Dialogue) writeNumbered(n int, text string) {
	lead := "  " + formatInt(n) + "  "
	d.writeText(layout.WrapWithPrefixes(lead, strings.Repeat(" ", len(lead)), plain.Escape(text), d.look.Width))
}

// writeText writes to the terminal. If it is gone, reading from it ends too.
func (d *Dialogue) writeText(text string) { _, _ = io.WriteString(d.out, text) }

func formatInt(n int) string { return strconv.Itoa(n) }

func parseInt(text string) int {
	n, _ := strconv.Atoi(text) // one of our own numbers
	return n
}
