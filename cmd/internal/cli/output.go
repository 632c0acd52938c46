package cli

import (
	"bytes"
	"encoding/json"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/cmd/internal/page"
	"github.com/ajar-decision/ajar/cmd/internal/settings"
	"github.com/ajar-decision/ajar/profiles/disk"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// verbOutput is what a verb has to say: the formats it can be written in, the
// first by default, and how.
type verbOutput struct {
	verb    string
	formats []string
	write   func(w io.Writer, v outputView) error
}

// outputView is one way to write a document.
type outputView struct {
	format, lang string
	look         page.Look
}

// outputTarget is one place that a document goes to.
type outputTarget struct {
	format      string
	path        string // "-" is standard output
	formatNamed bool   // the format comes from the name
}

// stdin and stdout are named by the same sign where a file is expected.
const (
	stdin  = "-"
	stdout = "-"
)

// reportFormats are those of everything that engine/report writes.
var reportFormats = []string{"text", "json", "md"}

// listFormats lists the formats that a verb writes, the first by default.
func listFormats(verb string) []string {
	switch verb {
	case "ask", "decide", "whatif", "sensitivity":
		return reportFormats
	case "check":
		return settings.Formats
	case "schema":
		return []string{"json"}
	case "help", "completion":
		return []string{"text"}
	}
	return []string{"text", "json"}
}

// formatByExtension tell the format of a file.
var formatByExtension = map[string]string{".txt": "text", ".md": "md", ".markdown": "md", ".json": "json", ".xml": "junit"}

// writeOutput writes a document wherever it was asked for. Everything is made before
// anything is written, and files are written before standard output.
func (a *app) writeOutput(d verbOutput) error {
	targets, err := a.parseTargets(d)
	if err != nil {
		return err
	}
	toFile := func(t outputTarget) bool { return t.path != stdout }
	toStdout := func(t outputTarget) bool { return t.path == stdout }
	targets = append(slices.DeleteFunc(slices.Clone(targets), toStdout), slices.DeleteFunc(targets, toFile)...)
	results := make([][]byte, len(targets))
	for i, t := range targets {
		if results[i], err = a.renderTarget(d, t); err != nil {
			return err
		}
	}
	for i, t := range targets {
		if t.path == stdout {
			_, err = a.Stdout.Write(results[i])
		} else {
			err = disk.Write(a.resolvePath(t.path), results[i], resultMode)
		}
		if err != nil {
			return a.newWriteMistake(t.path, err)
		}
		a.log.Info().Str("path", t.path).Str("format", t.format).Int("bytes", len(results[i])).Msg("written")
	}
	return nil
}

// resultMode is the mode of a new result, less what the system takes from it.
const resultMode fs.FileMode = 0o666

// newWriteMistake says that a result got lost; a reader that went away is no news.
func (a *app) newWriteMistake(path string, err error) error {
	if isBrokenPipe(err) {
		return err
	}
	if path == stdout {
		path = a.words.Stdout()
	}
	return diag.UnwritableOutput(diag.Pos{}, path, disk.Reason(err).Error())
}

// renderTarget makes the bytes for one target in all languages that were asked for.
func (a *app) renderTarget(d verbOutput, t outputTarget) ([]byte, error) {
	look := a.lookFor(a.Stdout)
	if t.path != stdout {
		look = a.lookFor(io.Discard)
		look.Color = a.settings.Color == "always"
	}
	var parts [][]byte
	for _, lang := range a.settings.Language.Codes() {
		var b bytes.Buffer
		if err := d.write(&b, outputView{format: t.format, lang: lang, look: look}); err != nil {
			return nil, err
		}
		parts = append(parts, b.Bytes())
	}
	if len(parts) > 1 && t.format == "json" {
		return bundleJSON(parts)
	}
	return bytes.Join(parts, []byte("\n")), nil
}

// bundleJSON puts JSON documents in one, for --lang all.
func bundleJSON(parts [][]byte) ([]byte, error) {
	all := struct {
		Schema    string            `json:"schema"`
		Documents []json.RawMessage `json:"documents"`
	}{Schema: "ajar.all/1"}
	for _, p := range parts {
		all.Documents = append(all.Documents, p)
	}
	return plain.EncodeJSON(all)
}

// parseTargets reads -o and --format. All mistakes come at once.
func (a *app) parseTargets(d verbOutput) ([]outputTarget, error) {
	var list diag.List
	fallback := d.formats[0]
	switch f := a.settings.Format; {
	case slices.Contains(d.formats, f):
		fallback = f
	case a.settings.FormatSet:
		list.Add(diag.UnsupportedFormat(diag.Pos{}, d.verb, f).OneOf(f, d.formats))
	}
	out := []outputTarget{{format: fallback, path: stdout}}
	if len(a.settings.Outputs) > 0 {
		out = nil
	}
	for _, text := range a.settings.Outputs {
		t, err := a.parseTarget(d, text, fallback)
		if err != nil {
			more, _ := diag.From(err)
			list.Add(more...)
			continue
		}
		switch {
		case slices.ContainsFunc(out, func(o outputTarget) bool { return filepath.Clean(o.path) == filepath.Clean(t.path) }):
			list.Add(newSameTargetMistake(t.path))
		case t.path != stdout && a.isInput(t.path):
			list.Add(diag.InputOverwritten(diag.Pos{}, t.path))
		}
		out = append(out, t)
	}
	unused := slices.IndexFunc(out, func(t outputTarget) bool { return !t.formatNamed || t.format == fallback }) < 0
	if a.settings.FormatSet && unused && len(list) == 0 {
		list.Add(diag.ConflictingFormats(diag.Pos{}, out[0].path, out[0].format, fallback))
	}
	return out, list.Err()
}

func newSameTargetMistake(path string) diag.Diagnostic {
	if path == stdout {
		return diag.SharedStandardOutput(diag.Pos{})
	}
	return diag.SharedOutputFile(diag.Pos{}, path)
}

// parseTarget reads one -o: FORMAT:PATH, or a path whose ending tells the format.
// What can be written in one format only needs no telling.
func (a *app) parseTarget(d verbOutput, text, fallback string) (outputTarget, error) {
	t := outputTarget{format: fallback, path: text}
	if text == "" || strings.HasSuffix(text, ":") {
		return t, diag.MissingFlagValue(diag.Pos{}, "-o")
	}
	if format, path, ok := strings.Cut(text, ":"); ok && slices.Contains(settings.Formats, format) {
		t = outputTarget{format: format, path: path, formatNamed: true}
	} else if format, ok := formatByExtension[strings.ToLower(filepath.Ext(text))]; ok && len(d.formats) > 1 {
		t = outputTarget{format: format, path: text, formatNamed: true}
	} else if text != stdout && len(d.formats) > 1 && !a.settings.FormatSet {
		return t, diag.UnclearFileFormat(diag.Pos{}, text)
	}
	if !slices.Contains(d.formats, t.format) {
		return t, diag.UnsupportedFormat(diag.Pos{}, d.verb, t.format).OneOf(t.format, d.formats)
	}
	return t, nil
}
