package output

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/cmd/internal/files"
	"github.com/ajar-decision/ajar/cmd/internal/settings"
	"github.com/ajar-decision/ajar/rules/diag"
)

// target is one place that a document goes to.
type target struct {
	format      *Format
	path        string // "-" is standard output
	formatNamed bool   // the format comes from the name
	old         []byte // what stands there, of a format that is put into that
}

// targetReader reads -o and --format.
type targetReader struct {
	doc      *Document
	settings *settings.Settings
	files    *files.Files
	fallback *Format
}

// readTargets finds out where the document goes. All mistakes come at once.
func (r *targetReader) readTargets() ([]target, error) {
	var list diag.List
	formats := r.doc.formats
	r.fallback = formats[0]
	switch f := findFormat(r.settings.Format); {
	case slices.Contains(formats, f):
		r.fallback = f
	case r.settings.FormatSet:
		list.Add(r.newUnsupportedMistake(r.settings.Format))
	}
	out := []target{{format: r.fallback, path: files.Stdout}}
	if len(r.settings.Outputs) > 0 {
		out = nil
	}
	for _, text := range r.settings.Outputs {
		t, err := r.readTarget(text)
		if err != nil {
			more, _ := diag.From(err)
			list.Add(more...)
			continue
		}
		switch {
		case slices.ContainsFunc(out, func(o target) bool { return r.areSame(o.path, t.path) }):
			list.Add(newSameTargetMistake(t.path))
		case t.path != files.Stdout && r.files.WasRead(t.path):
			list.Add(diag.InputOverwritten(diag.Pos{}, t.path))
		}
		out = append(out, t)
	}
	unused := !slices.ContainsFunc(out, func(t target) bool { return !t.formatNamed || t.format == r.fallback })
	if r.settings.FormatSet && unused && len(list) == 0 {
		list.Add(diag.ConflictingFormats(diag.Pos{}, out[0].path, out[0].format.Name, r.fallback.Name))
	}
	if len(r.settings.Language.Codes()) > 1 && !r.doc.OneLanguage {
		for _, t := range out {
			if t.format.join == nil && !t.format.multilingual {
				list.Add(diag.SingleLanguageFormat(diag.Pos{}, t.format.Name))
			}
		}
	}
	return out, list.Err()
}

// areSame reports whether two results go to one place.
func (r *targetReader) areSame(path, other string) bool {
	if path == files.Stdout || other == files.Stdout {
		return path == other
	}
	return r.files.AreSame(path, other)
}

func newSameTargetMistake(path string) diag.Diagnostic {
	if path == files.Stdout {
		return diag.SharedStandardOutput(diag.Pos{})
	}
	return diag.SharedOutputFile(diag.Pos{}, path)
}

// readTarget reads one -o: FORMAT:PATH, or a path whose ending tells the format.
// What can be written in one format only needs no telling.
func (r *targetReader) readTarget(text string) (target, error) {
	t := target{format: r.fallback, path: text}
	several := len(r.doc.formats) > 1
	if text == "" || strings.HasSuffix(text, ":") {
		return t, diag.MissingFlagValue(diag.Pos{}, "-o")
	}
	before, path, _ := strings.Cut(text, ":")
	if format := findFormat(before); format != nil && path != "" {
		t = target{format: format, path: path, formatNamed: true}
	} else if format := findFormatByExtension(filepath.Ext(text)); format != nil && several {
		t = target{format: format, path: text, formatNamed: true}
	} else if text != files.Stdout && several && !r.settings.FormatSet {
		return t, diag.UnclearFileFormat(diag.Pos{}, text)
	}
	if !slices.Contains(r.doc.formats, t.format) {
		return t, r.newUnsupportedMistake(t.format.Name)
	}
	return t, nil
}

func (r *targetReader) newUnsupportedMistake(format string) diag.Diagnostic {
	return diag.UnsupportedFormat(diag.Pos{}, r.doc.Verb, format).OneOf(format, ListNames(r.doc.formats))
}
