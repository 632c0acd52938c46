package disk

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

// ErrNotRegular says that something is a pipe, a socket or a device.
var ErrNotRegular = errors.New("not a regular file")

// OpenRegular opens a file as [os.Open] does, unless it is a pipe, a socket or
// a device: opening one can wait for ever, and a text from elsewhere may name
// it. The error is that of the system, or wraps [ErrNotRegular].
func OpenRegular(path string) (io.ReadCloser, error) {
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		err = &fs.PathError{Op: "open", Path: path, Err: ErrNotRegular}
	}
	if err != nil {
		return nil, err
	}
	return os.Open(path)
}
