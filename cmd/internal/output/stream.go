package output

import (
	"errors"
	"io"
	"os"

	"github.com/ajar-decision/ajar/cmd/internal/files"
)

// Stream is where a document goes that is written piece by piece, so that what is there
// stays if the run ends early.
type Stream struct {
	out     *Output
	targets []streamTarget
}

type streamTarget struct {
	path string
	w    io.Writer
	file *os.File // nil: standard output
}

// OpenStream opens the places that a document was asked for. A file that is there is
// written anew, or continued.
func (o *Output) OpenStream(d Document, goOn bool) (*Stream, error) {
	targets, err := o.readTargets(&d)
	if err != nil {
		return nil, err
	}
	s := &Stream{out: o}
	mode := os.O_CREATE | os.O_WRONLY | os.O_TRUNC
	if goOn {
		mode = os.O_CREATE | os.O_WRONLY | os.O_APPEND
	}
	for _, t := range targets {
		if t.path == files.Stdout {
			s.targets = append(s.targets, streamTarget{path: t.path, w: o.Stdout})
			continue
		}
		f, err := os.OpenFile(o.Files.Resolve(t.path), mode, fileMode)
		if err != nil {
			return nil, errors.Join(o.newWriteMistake(t.path, err), s.Close())
		}
		s.targets = append(s.targets, streamTarget{path: t.path, w: f, file: f})
	}
	return s, nil
}

// Write writes to all places.
func (s *Stream) Write(p []byte) (int, error) {
	for _, t := range s.targets {
		if _, err := t.w.Write(p); err != nil {
			return 0, s.out.newWriteMistake(t.path, err)
		}
	}
	return len(p), nil
}

// Close closes the files; the first that could not be written is the error.
func (s *Stream) Close() error {
	var first error
	for _, t := range s.targets {
		if t.file == nil {
			continue
		}
		if err := t.file.Close(); err != nil && first == nil {
			first = s.out.newWriteMistake(t.path, err)
		}
	}
	return first
}

// ToStdout reports whether standard output is one of the places.
func (s *Stream) ToStdout() bool {
	for _, t := range s.targets {
		if t.file == nil {
			return true
		}
	}
	return false
}
