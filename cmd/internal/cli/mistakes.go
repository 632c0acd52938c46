package cli

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/cmd/internal/term"
	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// maxErrorsShown is how many mistakes are told in one run.
const maxErrorsShown = 20

// tellError writes an error and gives the exit code.
func (a *app) tellError(err error) int {
	list, ok := diag.From(err)
	if !ok {
		a.writeMistake(err.Error())
		return ExitFailed
	}
	for _, d := range list[:min(len(list), maxErrorsShown)] {
		a.writeMistake(formatPosition(d)+d.Message(a.words.Lang), d.Hints(a.words.Lang)...)
	}
	a.summariseMistakes(list)
	return exitCode(list)
}

func formatPosition(d diag.Diagnostic) string {
	if at := d.Pos.String(); at != "" {
		return at + ": "
	}
	return ""
}

// writeMistake writes a mistake and hints.
func (a *app) writeMistake(message string, hints ...string) {
	a.writeRemark(page.Red, message, hints)
}

// writeRemark writes a message as one line that editors and scripts can read, unless
// a person reads it on a terminal or asked for a width: then it is wrapped.
func (a *app) writeRemark(style page.Style, message string, hints []string) {
	look := a.out.LookFor(a.Stderr)
	const name = "ajar:"
	line := name + " " + plain.Escape(message)
	if a.out.Settings.Width > 0 || term.IsTerminal(a.Stderr) {
		line = layout.WrapWithPrefixes("", "  ", line, look.Width)
	} else {
		line += "\n"
	}
	var b strings.Builder
	b.WriteString(page.Painter(look.Color).Paint(style, name) + strings.TrimPrefix(line, name))
	for _, hint := range hints {
		b.WriteString(layout.WrapWithPrefixes("  ", "  ", plain.Escape(hint), look.Width))
	}
	a.writeStderr(b.String())
}

// writeStderr writes to standard error, in colour if it may have any. If that is gone,
// nobody is left to be told.
func (a *app) writeStderr(text string) {
	if a.out.LookFor(a.Stderr).Color {
		a.errors.Keep(page.Marks()...)
	}
	_, _ = io.WriteString(a.errors, text)
}

// summariseMistakes says how many mistakes there are and where to read about them.
func (a *app) summariseMistakes(list diag.List) {
	var codes []string
	for _, d := range list {
		if !slices.Contains(codes, d.Code) {
			codes = append(codes, d.Code)
		}
	}
	line := a.words.Errors(len(list), codes[0])
	if len(list) > maxErrorsShown {
		line = a.words.ErrorsMore(len(list), strconv.Itoa(maxErrorsShown), codes[0])
	}
	if len(codes) > 1 {
		line += a.words.ErrorsAlso(strings.Join(codes[1:], ", "))
	}
	a.writeStderr(layout.WrapWithPrefixes("", "", line, a.out.LookFor(a.Stderr).Width))
}

// writeNote writes a remark that is no error, unless -q.
func (a *app) writeNote(text string) {
	if !a.out.Settings.Quiet {
		a.writeRemark(page.Bold, a.words.Note(text), nil)
	}
}

// writeUntoldWarning leaves out what results tell themselves: comparisons that
// contradict one another.
func (a *app) writeUntoldWarning(d diag.Diagnostic) {
	if d.Code != diag.ContradictingComparisons(diag.Pos{}, "", "", "", "").Code {
		a.writeWarning(d)
	}
}

// writeWarning writes a diagnostic that is no error, unless -q.
func (a *app) writeWarning(d diag.Diagnostic) {
	if !a.out.Settings.Quiet {
		a.writeRemark(page.Yellow, formatPosition(d)+a.words.Warning(d.Message(a.words.Lang)), d.Hints(a.words.Lang))
	}
}
