// Package files is how a run of ajar gets at files: names are relative to its
// working directory, what was read is remembered so that no result replaces it,
// and what can be read only once, such as standard input, is kept.
package files

import (
	"io"
	"os"
	"path/filepath"

	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/tree"
)

// Stdin names standard input where a file is expected, and Stdout standard output.
const (
	Stdin  = "-"
	Stdout = "-"
)

// Files are the files of one run. Make it with New.
type Files struct {
	dir   string
	stdin io.Reader
	read  []string          // names of files that were read
	texts map[string][]byte // what was read once, by name
}

// New makes the files of a run: names are relative to dir, "" is the working
// directory of the process.
func New(dir string, stdin io.Reader) *Files {
	return &Files{dir: dir, stdin: stdin, texts: map[string][]byte{}}
}

// Resolve finds a file from the working directory.
func (f *Files) Resolve(name string) string {
	if f.dir == "" || filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(f.dir, name)
}

// WorkDir is the folder that the run belongs to.
func (f *Files) WorkDir() string {
	dir := f.dir
	if dir == "" {
		dir = "."
	}
	if full, err := filepath.Abs(dir); err == nil {
		return full
	}
	return dir
}

// Open opens a file that a profile extends, or that answers are kept in.
func (f *Files) Open(name string) (io.ReadCloser, error) {
	f.MarkRead(name)
	return profiles.OpenRegular(f.Resolve(name))
}

// MarkRead says that a file is read, or that it is looked for and may be made by
// something else than a result, so that no result may replace it.
func (f *Files) MarkRead(name string) { f.read = append(f.read, name) }

// IsAnother reports whether there is a file of the first name, which is not the one of
// the second name.
func (f *Files) IsAnother(name, than string) bool {
	there, err := os.Stat(f.Resolve(name))
	if err != nil {
		return false
	}
	other, err := os.Stat(f.Resolve(than))
	return err != nil || !os.SameFile(there, other)
}

// ReadOnce reads a file that a person named, or standard input. That, like a pipe,
// gives its text once, so it is kept for a second reading.
func (f *Files) ReadOnce(name string) ([]byte, error) {
	if data, ok := f.texts[name]; ok {
		return data, nil
	}
	var data []byte
	var err error
	f.MarkRead(name)
	if name == Stdin {
		data, err = readUpToLimit(f.stdin, "stdin")
	} else {
		data, err = f.Read(name)
	}
	if err == nil {
		f.texts[name] = data
	}
	return data, err
}

// Read reads a file, or as much of it as shows that it is too large. The
// bytes are nil if and only if it cannot be read, with a [*profiles.ReadError].
func (f *Files) Read(name string) ([]byte, error) { return f.readOpened(name, openAny) }

// ReadRegular is Read for what a run writes to in the end: a pipe or a device,
// where reading can wait for ever, is refused with [profiles.ErrNotRegular].
func (f *Files) ReadRegular(name string) ([]byte, error) {
	return f.readOpened(name, profiles.OpenRegular)
}

func openAny(path string) (io.ReadCloser, error) { return os.Open(path) }

func (f *Files) readOpened(name string, open func(path string) (io.ReadCloser, error)) ([]byte, error) {
	file, err := open(f.Resolve(name))
	if err != nil {
		return nil, &profiles.ReadError{Name: name, Err: err}
	}
	defer file.Close()
	return readUpToLimit(file, name)
}

func readUpToLimit(r io.Reader, name string) ([]byte, error) {
	data, err := tree.ReadText(r)
	if err != nil {
		return nil, &profiles.ReadError{Name: name, Err: err}
	}
	return data, nil
}
