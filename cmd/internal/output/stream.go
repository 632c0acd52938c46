package output

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/ajar-decision/ajar/cmd/internal/files"
)

// Stream is where a document goes that is written piece by piece, so that what is there
// stays if the run ends early. Of a piece that does not fit, on a full disk, nothing stays
// in any file, and of a new file that got no piece neither does the file. A run that fails
// before the first piece leaves earlier files as they were.
type Stream struct {
	out     *Output
	targets []streamTarget
	goOn    bool // files are continued
	begun   bool
}

type streamTarget struct {
	path string
	w    io.Writer
	file *os.File // nil: standard output
	// size is how long a regular file is with all pieces so far, -1 of anything else.
	size  int64
	isNew bool // it was not there before
}

// OpenStream opens the places that a document was asked for. A file that is there is
// written anew, or continued.
func (o *Output) OpenStream(d Document, goOn bool) (*Stream, error) {
	targets, err := o.readTargets(&d)
	if err != nil {
		return nil, err
	}
	s := &Stream{out: o, goOn: goOn}
	mode := os.O_CREATE | os.O_WRONLY
	if goOn {
		mode |= os.O_APPEND
	}
	for _, t := range targets {
		if t.path == files.Stdout {
			s.targets = append(s.targets, streamTarget{path: t.path, w: o.Stdout, size: -1})
			continue
		}
		path := o.Files.Resolve(t.path)
		_, missing := os.Stat(path)
		f, err := os.OpenFile(path, mode, fileMode)
		if err != nil {
			return nil, s.Close(o.newWriteMistake(t.path, err))
		}
		s.targets = append(s.targets, streamTarget{t.path, f, f, sizeOf(f), errors.Is(missing, fs.ErrNotExist)})
	}
	return s, nil
}

// sizeOf gives the length of a regular file, -1 of anything else.
func sizeOf(f *os.File) int64 {
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return -1
	}
	return info.Size()
}

// Write writes to all places.
func (s *Stream) Write(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	if err := s.begin(); err != nil {
		return 0, err
	}
	for _, t := range s.targets {
		if _, err := t.w.Write(p); err != nil {
			s.takeBack()
			return 0, s.out.newWriteMistake(t.path, err)
		}
	}
	for i := range s.targets {
		if t := &s.targets[i]; t.size >= 0 {
			t.size += int64(len(p))
		}
	}
	return len(p), nil
}

// begin empties files that are written anew. Until the first piece is there, the run may
// fail, and then what they hold is better than nothing.
func (s *Stream) begin() error {
	if s.begun {
		return nil
	}
	s.begun = true
	for i := range s.targets {
		t := &s.targets[i]
		if s.goOn || t.size <= 0 {
			continue
		}
		if err := t.file.Truncate(0); err != nil {
			return s.out.newWriteMistake(t.path, err)
		}
		t.size = 0
	}
	return nil
}

// takeBack leaves what was there before the last piece: half a line would be taken for
// one that was decided, by whoever goes on.
func (s *Stream) takeBack() {
	for _, t := range s.targets {
		switch {
		case t.size == 0 && t.isNew:
			if path, err := filepath.EvalSymlinks(t.file.Name()); err == nil {
				_ = os.Remove(path)
			}
		case t.size >= 0:
			_ = t.file.Truncate(t.size) // what cannot be mended is told already
		}
	}
}

// Close closes the files after a run that ended with an error, or with none. The error is
// that, or of the first file that could not be written.
func (s *Stream) Close(err error) error {
	switch {
	case err == nil:
		err = s.begin()
	case !s.begun:
		s.takeBack()
	}
	for _, t := range s.targets {
		if t.file == nil {
			continue
		}
		if closing := t.file.Close(); closing != nil && err == nil {
			err = s.out.newWriteMistake(t.path, closing)
		}
	}
	return err
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
