package cli

import (
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/ajar-decision/ajar/cmd/internal/term"
	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// errHelpShown says that standard error tells already what is missing.
var errHelpShown = errors.New("short help was shown")

// maxErrorsShown is how many mistakes are told in one run.
const maxErrorsShown = 20

// tellError writes an error and gives the exit code.
func (a *app) tellError(err error) int {
	list, ok := diag.From(err)
	if !ok {
		a.writeMistake(plain.Clean(err.Error()))
		return ExitFailed
	}
	for _, d := range list[:min(len(list), maxErrorsShown)] {
		a.writeMistake(formatPosition(d)+d.Message(a.words.Lang), d.Hints(a.words.Lang)...)
	}
	a.summariseMistakes(list)
	return exitCode(list)
}

// exitCode chooses by the kinds of the mistakes. What could not be read or
// written comes first, since the other mistakes may follow from it.
func exitCode(list diag.List) int {
	has := func(kind diag.Kind) bool {
		return slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.Kind() == kind })
	}
	switch {
	case has(diag.Fault):
		return ExitFailed
	case has(diag.Gate):
		return ExitGateFailed
	}
	return ExitUsage
}

func formatPosition(d diag.Diagnostic) string {
	if at := d.Pos.String(); at != "" {
		return at + ": "
	}
	return ""
}

// writeMistake writes a mistake and hints.
func (a *app) writeMistake(message string, hints ...string) {
	a.writeRemark(term.Red, message, hints)
}

// writeRemark writes a message as one line that editors and scripts can read, unless
// a person reads it on a terminal or asked for a width: then it is wrapped.
func (a *app) writeRemark(style term.Style, message string, hints []string) {
	look := a.lookFor(a.Stderr)
	const name = "ajar:"
	line := name + " " + message + "\n"
	if a.settings.Width > 0 || term.IsTerminal(a.Stderr) {
		line = layout.WrapWithPrefixes("", "  ", name+" "+message, look.Width)
	}
	var b strings.Builder
	b.WriteString(term.Painter(look.Color).Paint(style, name) + strings.TrimPrefix(line, name))
	for _, hint := range hints {
		b.WriteString(layout.WrapWithPrefixes("  ", "  ", hint, look.Width))
	}
	a.writeStderr(b.String())
}

// writeStderr writes to standard error. If that is gone, nobody is left to be told.
func (a *app) writeStderr(text string) { _, _ = io.WriteString(a.Stderr, text) }

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
	a.writeStderr(layout.WrapWithPrefixes("", "", line, a.lookFor(a.Stderr).Width))
}

// writeNote writes a remark that is no error, unless -q.
func (a *app) writeNote(text string) {
	if !a.settings.Quiet {
		a.writeRemark(term.Bold, a.words.Note(text), nil)
	}
}

// writeWarning writes a diagnostic that is no error, unless -q.
func (a *app) writeWarning(d diag.Diagnostic) {
	if !a.settings.Quiet {
		a.writeRemark(term.Yellow, formatPosition(d)+a.words.Warning(d.Message(a.words.Lang)), d.Hints(a.words.Lang))
	}
}

// translateFlagError puts an error of the flag parser into our words.
func translateFlagError(cmd *cobra.Command, err error) error {
	if unknown := (*pflag.NotExistError)(nil); errors.As(err, &unknown) {
		return newUnknownFlagMistake(cmd, unknown)
	}
	if bare := (*pflag.ValueRequiredError)(nil); errors.As(err, &bare) {
		return diag.MissingFlagValue(diag.Pos{}, formatFlag(bare.GetSpecifiedName(), bare.GetSpecifiedShortnames()))
	}
	if bad := (*pflag.InvalidValueError)(nil); errors.As(err, &bad) {
		d := diag.UnknownFlagValue(diag.Pos{}, bad.GetValue(), "--"+bad.GetFlag().Name)
		if bad.GetFlag().Value.Type() == "bool" {
			d = d.OneOf(bad.GetValue(), []string{"true", "false"})
		}
		return d
	}
	if syntax := (*pflag.InvalidSyntaxError)(nil); errors.As(err, &syntax) {
		return diag.InvalidFlag(diag.Pos{}, syntax.GetSpecifiedFlag())
	}
	return err
}

func newUnknownFlagMistake(cmd *cobra.Command, unknown *pflag.NotExistError) error {
	name := unknown.GetSpecifiedName()
	if unknown.GetSpecifiedShortnames() != "" {
		return diag.UnknownFlag(diag.Pos{}, formatFlag(name, unknown.GetSpecifiedShortnames()))
	}
	var valid []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { valid = append(valid, "--"+f.Name) })
	d := diag.UnknownFlag(diag.Pos{}, "--"+name)
	d.Suggest = diag.Nearest("--"+name, valid)
	return d
}

// formatFlag writes a flag as it was given: alone, or in a group of letters.
func formatFlag(name, group string) string {
	if group != "" {
		return "-" + name
	}
	return "--" + name
}
