package profiles

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles/disk"
	"github.com/ajar-decision/ajar/profiles/internal/layer"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// ErrNotRegular says that a profile extends a pipe, a socket or a device.
var ErrNotRegular = disk.ErrNotRegular

// OpenRegular opens a file as [os.Open] does, unless it is a pipe, a socket or
// a device: opening one can wait for ever, and a text from elsewhere may name
// it. The error is that of the system, or wraps [ErrNotRegular].
func OpenRegular(path string) (io.ReadCloser, error) { return disk.OpenRegular(path) }

func openAnyFile(path string) (io.ReadCloser, error) { return os.Open(path) }

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
	at := diag.Pos{File: e.Name}
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
	if r == nil {
		return engine.Profile{}, &ReadError{Name: name, Err: fs.ErrInvalid}
	}
	data, err := tree.ReadText(r)
	if err != nil {
		return engine.Profile{}, &ReadError{Name: name, Err: err}
	}
	c := newConfig(opts)
	layers, list := c.newLayerReader(name).readLayers(name, filepath.Base(name), data, f)
	return c.buildProfile(layers, list)
}

// buildProfile lays environment and assignments over the layers and merges all.
func (c *config) buildProfile(layers []*layer.Layer, list diag.List) (engine.Profile, error) {
	for _, top := range []*layer.Layer{
		layer.ReadEnv(c.environ, c.pack, &list), layer.ReadAssignments(c.assignments, c.pack, &list),
	} {
		if top != nil {
			layers = append(layers, top)
		}
	}
	if err := list.Err(); err != nil {
		return engine.Profile{}, err
	}
	if c.positions != nil {
		layer.NotePositions(c.positions, layers)
	}
	return layer.Merge(layers), nil
}
