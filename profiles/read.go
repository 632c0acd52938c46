package profiles

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles/disk"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/tree"
)

// Format is a way to write a profile down.
type Format string

// The formats. An empty Format lets [Read] look at the text: what is valid JSON
// is read as JSON, anything else as YAML.
const (
	YAML Format = "yaml"
	TOML Format = "toml"
	JSON Format = "json"
)

// FormatOf tells the format by the extension of a file name; YAML if the
// extension is not known.
func FormatOf(name string) Format {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".toml":
		return TOML
	case ".json":
		return JSON
	}
	return YAML
}

// LoadOption changes how a profile is read.
type LoadOption func(*config)

type config struct {
	pack        *rules.Pack
	environ     []string
	assignments []string
	warn        func(diag.Diagnostic)
	open        func(path string) (io.ReadCloser, error)

	positions map[string]diag.Pos
}

// WithPack reads against another pack than [rules.Core].
func WithPack(p *rules.Pack) LoadOption { return func(c *config) { c.pack = p } }

// WithAssignments adds a layer of assignments over the file: "ID=VALUE" with a weight,
// a value, "unknown" or "na"; "ID=" takes an answer away. The last assignment
// to an id counts.
func WithAssignments(assignments ...string) LoadOption {
	return func(c *config) { c.assignments = append(c.assignments, assignments...) }
}

// WithEnv adds a layer between the file and the assignments: of the given
// variables ("NAME=VALUE", as [os.Environ] lists them) those named AJAR_SET_
// and an id in capitals. It is meant for a command; the package never looks at
// the environment by itself.
func WithEnv(environ ...string) LoadOption {
	return func(c *config) { c.environ = append(c.environ, environ...) }
}

// WithWarn hears what is odd but no mistake, such as a file that was last
// decided with another version of the pack (AJ219).
func WithWarn(warn func(diag.Diagnostic)) LoadOption { return func(c *config) { c.warn = warn } }

// WithOpen lets a profile extend other files, which open opens by their path:
// the folder of the name that was given to [Read] joined with what the profile
// says. Without it Read refuses such a profile, so that a text from elsewhere
// cannot make a program read its files; [Load] opens them by [OpenRegular].
func WithOpen(open func(path string) (io.ReadCloser, error)) LoadOption {
	return func(c *config) { c.open = open }
}

// ErrNotRegular says that a profile extends a pipe, a socket or a device.
var ErrNotRegular = disk.ErrNotRegular

// OpenRegular opens a file as [os.Open] does, unless it is a pipe, a socket or
// a device: opening one can wait for ever, and a text from elsewhere may name
// it. The error is that of the system, or wraps [ErrNotRegular].
func OpenRegular(path string) (io.ReadCloser, error) { return disk.OpenRegular(path) }

func openAnyFile(path string) (io.ReadCloser, error) { return os.Open(path) }

func newConfig(opts []LoadOption) *config {
	c := &config{warn: func(diag.Diagnostic) {}}
	for _, opt := range opts {
		opt(c)
	}
	if c.pack == nil {
		c.pack = rules.Core()
	}
	return c
}

// ReadError says that a file could not be read at all, which is a fault of the
// system or of the name, not of what the file says.
type ReadError struct {
	Name string
	Err  error
}

// Error names the file and the system's reason.
func (e *ReadError) Error() string { return "profile " + e.Diagnostic().Error() }

// Unwrap gives the error of the system.
func (e *ReadError) Unwrap() error { return e.Err }

// Diagnostic gives the error in words of both languages: AJ230 missing, AJ231 a
// directory, AJ245 a pipe or a device, AJ232 anything else.
func (e *ReadError) Diagnostic() diag.Diagnostic {
	at := diag.Pos{File: plain.Clean(e.Name)}
	switch {
	case errors.Is(e.Err, os.ErrNotExist):
		return diag.FileNotFound(at)
	case errors.Is(e.Err, syscall.EISDIR):
		return diag.FileIsFolder(at)
	case errors.Is(e.Err, ErrNotRegular):
		return diag.NotARegularFile(at, filepath.Base(e.Name))
	}
	return diag.UnreadableFile(at, disk.Reason(e.Err).Error())
}

// Load reads a profile file and the files that it extends; the extension tells
// the format, see [FormatOf]. The file itself may be a pipe or a device, those
// that it extends may not, unless [WithOpen] opens them. The error is a
// [*ReadError] if the file cannot be read, or a [diag.List] with all mistakes
// of the files and of the assignments.
func Load(path string, opts ...LoadOption) (engine.Profile, error) {
	open := newConfig(append([]LoadOption{WithOpen(openAnyFile)}, opts...)).open
	f, err := open(path)
	if err != nil {
		return engine.Profile{}, &ReadError{Name: path, Err: err}
	}
	defer f.Close()
	return Read(f, path, FormatOf(path), append([]LoadOption{WithOpen(OpenRegular)}, opts...)...)
}

// Read reads a profile from r. The name stands in diagnostics; its base name is
// the layer of the answers. Errors are those of [Load].
func Read(r io.Reader, name string, f Format, opts ...LoadOption) (engine.Profile, error) {
	data, err := tree.ReadText(r)
	if err != nil {
		return engine.Profile{}, &ReadError{Name: name, Err: err}
	}
	c := newConfig(opts)
	layers, list := c.newLayerReader(name).readLayers(name, filepath.Base(name), data, f)
	return c.buildProfile(layers, list)
}

// buildProfile lays environment and assignments over the layers and merges all.
func (c *config) buildProfile(layers []*layer, list diag.List) (engine.Profile, error) {
	for _, top := range []*layer{c.readEnvLayer(&list), c.readAssignmentLayer(&list)} {
		if top != nil {
			layers = append(layers, top)
		}
	}
	if err := list.Err(); err != nil {
		return engine.Profile{}, err
	}
	c.notePositions(layers)
	return mergeLayers(layers), nil
}

// parseDocument turns the text into nodes with places.
func parseDocument(name string, data []byte, f Format) (*tree.Node, diag.List) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	switch detectFormat(data, f) {
	case JSON:
		return parseJSON(name, data)
	case TOML:
		return parseTOML(name, data)
	}
	return tree.ParseYAML(name, data)
}

// detectFormat looks at the text if the format is not known.
func detectFormat(data []byte, f Format) Format {
	if f == "" && json.Valid(data) {
		return JSON
	}
	return f
}
