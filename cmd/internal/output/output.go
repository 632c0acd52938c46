// Package output writes what a verb has to say: in the formats that it has, in the
// languages and to the places that the settings name.
package output

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os/exec"
	"slices"
	"syscall"

	"github.com/rs/zerolog"

	"github.com/ajar-decision/ajar/cmd/internal/files"
	"github.com/ajar-decision/ajar/cmd/internal/settings"
	"github.com/ajar-decision/ajar/cmd/internal/term"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/profiles/disk"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// Output is where the documents of one run go.
type Output struct {
	Settings       settings.Settings
	Env            settings.Env
	Stdout, Stderr io.Writer
	Files          *files.Files
	Log            zerolog.Logger
}

// LookFor says how to draw a page on a stream.
func (o *Output) LookFor(stream io.Writer) page.Look {
	return page.Look{
		Width:      term.Width(o.Settings.Width, stream),
		Color:      term.UseColor(o.Settings.Color, o.Env.Get, term.IsTerminal(stream)),
		Accessible: o.Settings.Accessible,
	}
}

// Check tells, before anything is done, mistakes in -o and --format and places that
// cannot be written to.
func (o *Output) Check(d Document) error {
	targets, err := o.readTargets(&d)
	if err != nil {
		return err
	}
	for _, t := range targets {
		if t.path == files.Stdout {
			continue
		}
		if err := disk.CanWrite(o.Files.Resolve(t.path), fileMode); err != nil {
			return o.newWriteMistake(t.path, err)
		}
	}
	return nil
}

// Writes reports whether a document was asked for in a format. What is wrong with -o and
// --format is told when it is written.
func (o *Output) Writes(d Document, f *Format) bool {
	targets, _ := o.readTargets(&d)
	return slices.ContainsFunc(targets, func(t target) bool { return t.format == f })
}

func (o *Output) readTargets(d *Document) ([]target, error) {
	r := targetReader{doc: d, settings: &o.Settings, files: o.Files}
	return r.readTargets()
}

// Write writes a document wherever it was asked for. Everything is made before
// anything is written, and files are written before standard output.
func (o *Output) Write(d Document) error {
	targets, err := o.readTargets(&d)
	if err != nil {
		return err
	}
	slices.SortStableFunc(targets, func(a, b target) int { return rankOfTarget(a) - rankOfTarget(b) })
	results := make([][]byte, len(targets))
	for i := range targets {
		if err := o.readOld(&targets[i]); err != nil {
			return err
		}
		if results[i], err = o.renderTarget(&d, targets[i]); err != nil {
			return err
		}
	}
	for i, t := range targets {
		if t.path == files.Stdout {
			if d.Long && o.showOnTerminal(results[i]) {
				continue
			}
			_, err = term.Raw(o.Stdout).Write(results[i])
		} else {
			err = o.writeFile(t, results[i])
		}
		if err != nil {
			return o.newWriteMistake(t.path, err)
		}
		o.Log.Info().Str("path", t.path).Str("format", t.format.Name).Int("bytes", len(results[i])).Msg("written")
	}
	return nil
}

// readOld reads what stands in a file that a document is put into.
func (o *Output) readOld(t *target) error {
	if t.format.merge == nil || t.path == files.Stdout {
		return nil
	}
	var err error
	t.old, err = o.Files.ReadRegular(t.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case errors.Is(err, disk.ErrNotRegular):
		return o.newWriteMistake(t.path, err)
	}
	return err
}

// writeFile writes a file. One that a document was put into is not written if somebody
// changed it meanwhile.
func (o *Output) writeFile(t target, text []byte) error {
	path := o.Files.Resolve(t.path)
	if t.format.merge == nil {
		return disk.Write(path, text, fileMode)
	}
	return disk.Update(path, fileMode, func(now []byte) ([]byte, error) {
		if !bytes.Equal(now, t.old) {
			return nil, disk.ErrChanged
		}
		return text, nil
	})
}

// rankOfTarget puts standard output last.
func rankOfTarget(t target) int {
	if t.path == files.Stdout {
		return 1
	}
	return 0
}

// fileMode is the mode of a new file, less what the system takes from it.
const fileMode fs.FileMode = 0o666

// renderTarget makes the bytes for one target in all languages that were asked for, as
// they may leave.
func (o *Output) renderTarget(d *Document, t target) ([]byte, error) {
	look := o.LookFor(o.Stdout)
	if t.path != files.Stdout {
		look = o.LookFor(io.Discard)
		look.Color = o.Settings.Color == "always"
	}
	langs := o.Settings.Language.Codes()
	if d.OneLanguage {
		langs = []string{o.Settings.Language.Code}
	}
	all := langs
	if t.format.multilingual {
		langs = langs[:1]
	}
	var parts [][]byte
	for _, lang := range langs {
		var b bytes.Buffer
		if err := d.write[slices.Index(d.formats, t.format)](&b, View{Lang: lang, Langs: all, Look: look, ToFile: t.path != files.Stdout, Path: t.path, Old: t.old}); err != nil {
			return nil, err
		}
		parts = append(parts, b.Bytes())
	}
	text := parts[0]
	if len(parts) > 1 {
		var err error
		if text, err = t.format.join(parts); err != nil {
			return nil, err
		}
	}
	keep := t.format.keep
	if look.Color {
		keep = append(page.Marks(), keep...)
	}
	text = plain.Guarded(text, keep...)
	if len(t.old) > 0 {
		return t.format.merge(t.path, t.old, text)
	}
	return text, nil
}

// Create writes a file that was not there before, or to standard output.
func (o *Output) Create(path, text string) error {
	if path == files.Stdout {
		if _, err := io.WriteString(o.Stdout, text); err != nil {
			return o.newWriteMistake(path, err)
		}
		return nil
	}
	err := disk.Create(o.Files.Resolve(path), []byte(text), fileMode)
	if errors.Is(err, fs.ErrExist) {
		return diag.FileExists(diag.Pos{}, path)
	}
	if err != nil {
		return o.newWriteMistake(path, err)
	}
	return nil
}

// newWriteMistake says that a result got lost; a reader that went away is no news.
func (o *Output) newWriteMistake(path string, err error) error {
	if IsBrokenPipe(err) {
		return err
	}
	if path == files.Stdout {
		path = textsIn(o.Settings.Language.Code).Stdout()
	}
	if linked := (*disk.LinkedError)(nil); errors.As(err, &linked) {
		return diag.UnwritableOutputLinked(diag.Pos{}, path, linked.To, disk.Reason(err).Error())
	}
	return diag.UnwritableOutputDirect(diag.Pos{}, path, disk.Reason(err).Error())
}

// IsBrokenPipe reports that whoever read the result has seen enough.
func IsBrokenPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }

// showOnTerminal shows a text that is longer than the screen with a pager, and reports
// whether it did. Anything else is written as usual: what goes to a pipe or a file, and
// what is for a screen reader or for somebody who does not want to be asked.
func (o *Output) showOnTerminal(text []byte) bool {
	if o.Settings.Accessible || o.Settings.NoInput || !term.IsTerminal(o.Stdout) || bytes.Count(text, []byte("\n")) < term.Height(o.Stdout) {
		return false
	}
	command := choosePager(o.Env, exec.LookPath)
	if command == "" {
		return false
	}
	err := term.RunPager(command, pagerEnv(o.Env), text, o.Stdout, o.Stderr)
	o.Log.Info().Str("pager", command).Err(err).Msg("shown")
	return err == nil
}
