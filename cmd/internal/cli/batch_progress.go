package cli

import (
	"io"
	"time"

	"github.com/ajar-decision/ajar/cmd/internal/batch"
	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/cmd/internal/term"
	"github.com/ajar-decision/ajar/engine/report/layout"
)

// progressPause is how long a line of progress stands before it is written again.
const progressPause = 200 * time.Millisecond

// batchProgress tells on standard error how far a run has come, and what is wrong with
// profiles.
type batchProgress struct {
	app     *app
	in      *batchInput
	visible bool // somebody looks at standard error, and nothing else is written there
	begun   time.Time
	last    time.Time // of the line that stands, zero if there is none
}

func newBatchProgress(a *app, in *batchInput, stream *output.Stream) *batchProgress {
	busy := stream != nil && stream.ToStdout() && term.IsTerminal(a.Stdout)
	visible := term.IsTerminal(a.Stderr) && !busy && !a.out.Settings.Quiet && !a.out.Settings.Accessible
	return &batchProgress{app: a, in: in, visible: visible, begun: time.Now()}
}

// count tells what was done so far.
func (p *batchProgress) count(c *batch.Counts) {
	if !p.visible || time.Since(p.last) < progressPause {
		return
	}
	p.last = time.Now()
	state := batch.Progress{Profiles: c.Profiles, Mistaken: c.Mistaken, Elapsed: time.Since(p.begun), Read: p.in.meter.Bytes(), Size: p.in.size}
	columns := p.app.out.LookFor(p.app.Stderr).Width - len("^C") - 1 // what the terminal adds on Ctrl-C stays on the line
	p.write(state.Phrase(p.app.words.Lang, columns, layout.TextWidth))
}

// clearToEnd takes away what a longer line left, as terminals understand it.
const clearToEnd = "\x1b[K"

// write writes the line anew: past the guard, since it steers the terminal on purpose and
// holds no text from outside.
func (p *batchProgress) write(text string) {
	_, _ = io.WriteString(term.Raw(p.app.Stderr), "\r"+text+clearToEnd)
}

// clear takes the line of progress away.
func (p *batchProgress) clear() {
	if !p.last.IsZero() {
		p.write("")
		p.last = time.Time{}
	}
}

// tell tells a mistake or a warning.
func (p *batchProgress) tell(r batch.Remark) {
	p.clear()
	if r.IsWarning {
		p.app.writeUntoldWarning(r.Diagnostic)
		return
	}
	p.app.writeMistake(formatPosition(r.Diagnostic)+r.Message(p.app.words.Lang), r.Hints(p.app.words.Lang)...)
}
