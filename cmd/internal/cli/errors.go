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

// errShown says that standard error tells already what is missing.
var errShown = errors.New("short help was shown")

// mostErrors is how many mistakes are told in one run.
const mostErrors = 20

// tell writes an error and gives the exit code.
func (a *app) tell(err error) int {
	list, ok := diag.From(err)
	if !ok {
		a.complain(plain.Clean(err.Error()))
		return Failed
	}
	for _, d := range list[:min(len(list), mostErrors)] {
		a.complain(place(d)+d.Message(a.words.Lang), d.Hints(a.words.Lang)...)
	}
	a.count(list)
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
		return Failed
	case has(diag.Gate):
		return GateFailed
	}
	return Usage
}

func place(d diag.Diagnostic) string {
	if at := d.Pos.String(); at != "" {
		return at + ": "
	}
	return ""
}

// complain writes a mistake and hints.
func (a *app) complain(message string, hints ...string) {
	a.remark(term.Red, message, hints)
}

// remark writes a message as one line that editors and scripts can read, unless
// a person reads it on a terminal or asked for a width: then it is wrapped.
func (a *app) remark(style term.Style, message string, hints []string) {
	look := a.look(a.Stderr)
	const name = "ajar:"
	line := name + " " + message + "\n"
	if a.settings.Width > 0 || term.IsTerminal(a.Stderr) {
		line = layout.Block("", "  ", name+" "+message, look.Width)
	}
	var b strings.Builder
	b.WriteString(term.Painter(look.Color).Paint(style, name) + strings.TrimPrefix(line, name))
	for _, hint := range hints {
		b.WriteString(layout.Block("  ", "  ", hint, look.Width))
	}
	a.say(b.String())
}

// say writes to standard error. If that is gone, nobody is left to be told.
func (a *app) say(text string) { _, _ = io.WriteString(a.Stderr, text) }

// count says how many mistakes there are and where to read about them.
func (a *app) count(list diag.List) {
	var codes []string
	for _, d := range list {
		if !slices.Contains(codes, d.Code) {
			codes = append(codes, d.Code)
		}
	}
	line := a.words.Count("errors", len(list), "code", codes[0])
	if len(list) > mostErrors {
		line = a.words.Count("errors_more", len(list), "code", codes[0], "shown", strconv.Itoa(mostErrors))
	}
	if len(codes) > 1 {
		line += a.words.Say("errors_also", "codes", strings.Join(codes[1:], ", "))
	}
	a.say(layout.Block("", "", line, a.look(a.Stderr).Width))
}

// note writes a remark that is no error, unless -q.
func (a *app) note(text string) {
	if !a.settings.Quiet {
		a.remark(term.Bold, a.words.Say("note", "text", text), nil)
	}
}

// warn writes a diagnostic that is no error, unless -q.
func (a *app) warn(d diag.Diagnostic) {
	if !a.settings.Quiet {
		a.remark(term.Yellow, place(d)+a.words.Say("warning", "text", d.Message(a.words.Lang)), d.Hints(a.words.Lang))
	}
}

// flagError puts an error of the flag parser into our words.
func flagError(cmd *cobra.Command, err error) error {
	if unknown := (*pflag.NotExistError)(nil); errors.As(err, &unknown) {
		return unknownFlag(cmd, unknown)
	}
	if bare := (*pflag.ValueRequiredError)(nil); errors.As(err, &bare) {
		return diag.MissingFlagValue(diag.Pos{}, dashes(bare.GetSpecifiedName(), bare.GetSpecifiedShortnames()))
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

func unknownFlag(cmd *cobra.Command, unknown *pflag.NotExistError) error {
	name := unknown.GetSpecifiedName()
	if unknown.GetSpecifiedShortnames() != "" {
		return diag.UnknownFlag(diag.Pos{}, dashes(name, unknown.GetSpecifiedShortnames()))
	}
	var valid []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { valid = append(valid, "--"+f.Name) })
	d := diag.UnknownFlag(diag.Pos{}, "--"+name)
	d.Suggest = diag.Nearest("--"+name, valid)
	return d
}

// dashes writes a flag as it was given: alone, or in a group of letters.
func dashes(name, group string) string {
	if group != "" {
		return "-" + name
	}
	return "--" + name
}
