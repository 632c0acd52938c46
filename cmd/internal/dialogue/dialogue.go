package dialogue

import (
	"context"
	"embed"
	"errors"
	"io"
	"os"
	"strings"
	"sync"

	"github.com/ajar-decision/ajar/cmd/internal/page"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/engine/report/words"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

//go:embed texts
var texts embed.FS

var book = sync.OnceValue(func() *words.Book { return words.Load(texts, "texts") })

// What a dialogue may end with, beside being done.
var (
	// ErrQuit says that the person wants to stop here; nothing is lost.
	ErrQuit = errors.New("dialogue: left")
	// ErrInterrupted says the same by Ctrl-C.
	ErrInterrupted = errors.New("dialogue: interrupted")
)

// Dialogue is a talk with one person. Make it with New.
type Dialogue struct {
	Session *session.Session
	// Save keeps the profile so far; it is called after each answer.
	Save func(engine.Profile) error

	out       io.Writer
	look      page.Look
	say       words.Tongue
	lines     <-chan typed
	interrupt <-chan os.Signal
	settled   bool // it was said that nothing open can change the result
}

// New makes a dialogue that reads from in and writes to out in a language;
// interrupt ends it at once.
func New(in io.Reader, out io.Writer, lang string, look page.Look, interrupt <-chan os.Signal) *Dialogue {
	return &Dialogue{out: out, look: look, say: book().In(lang), lines: read(in), interrupt: interrupt}
}

// Greet says what this is, how long it takes and how to answer. More is how
// many questions there are beyond the short interview, 0 if they are asked
// too.
func (d *Dialogue) Greet(ctx context.Context, more int) error {
	q, err := d.Session.Next(ctx)
	if err != nil {
		return err
	}
	d.block("", d.say.Say("purpose"))
	d.block("", d.say.Say("privacy"))
	if q != nil {
		n := q.Of - q.Place + 1
		line := d.say.Count("count", n, "time", d.time(n))
		if more > 0 {
			line = d.say.Sentences([]string{line, d.say.Count("deeper", more, "time", d.time(more))})
		}
		d.block("", line)
	}
	d.Keys()
	return nil
}

// Keys says how to answer.
func (d *Dialogue) Keys() { d.block("", d.say.Say("keys")) }

// secondsPerQuestion is how long people take for a question of this kind.
const secondsPerQuestion = 7

func (d *Dialogue) time(questions int) string {
	return d.say.Count("minutes", max(1, (questions*secondsPerQuestion+30)/60))
}

// Say writes a paragraph.
func (d *Dialogue) Say(text string) { d.block("", text) }

// Run asks until nothing is open or the person wants the result, then lets
// them look over what they said. The error is ErrQuit, ErrInterrupted, or one
// of the session or of Save.
func (d *Dialogue) Run(ctx context.Context) error {
	for {
		if err := d.interview(ctx); err != nil {
			return err
		}
		again, err := d.review()
		if err != nil || !again {
			return err
		}
	}
}

// Choose lets the person pick one of several ways to go on: 1 for the first,
// 0 for none of them, which is Enter.
func (d *Dialogue) Choose(intro string, ways []string, enter bool) (int, error) {
	d.gap()
	d.block("", intro)
	for i, w := range ways {
		d.numbered(i+1, w)
	}
	q := &session.Question{Kind: session.OneOf, Choices: make([]session.Choice, len(ways))}
	for i := range q.Choices {
		q.Choices[i].ID = number(i + 1)
	}
	for {
		text, err := d.ask()
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
			d.wrong(err)
			continue
		}
		return parse(values[0]), nil
	}
}

// ask shows the prompt and waits for a line.
func (d *Dialogue) ask() (string, error) {
	d.write("> ")
	select {
	case line := <-d.lines:
		if line.err != nil {
			// What was typed before the end of the input was not confirmed.
			d.write("\n")
			if errors.Is(line.err, io.EOF) {
				return "", ErrQuit
			}
			return "", line.err
		}
		return line.text, nil
	case <-d.interrupt:
		d.write("\n")
		return "", ErrInterrupted
	}
}

// wrong says what is allowed instead.
func (d *Dialogue) wrong(err error) {
	list, ok := diag.From(err)
	if !ok {
		d.block("  ", err.Error())
		return
	}
	for _, x := range list {
		d.block("  ", x.Message(d.say.Lang)+d.say.Say("semicolon")+strings.Join(x.Hints(d.say.Lang), d.say.Say("semicolon")))
	}
}

func (d *Dialogue) gap() { d.write("\n") }

// block writes a paragraph, wrapped. A text of a rule pack or a profile may
// come from a stranger, so nothing in it reaches the terminal as a command.
func (d *Dialogue) block(indent, text string) {
	d.write(layout.Block(indent, indent, plain.Escape(text), d.look.Width))
}

func (d *Dialogue) numbered(n int, text string) {
	lead := "  " + number(n) + "  "
	d.write(layout.Block(lead, strings.Repeat(" ", len(lead)), plain.Escape(text), d.look.Width))
}

// write writes to the terminal. If it is gone, reading from it ends too.
func (d *Dialogue) write(text string) { _, _ = io.WriteString(d.out, text) }
