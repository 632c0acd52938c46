package disk

import (
	"io/fs"
	"os"
)

// createFile makes a file for a name: on Linux without one until it is published.
func createFile(path string, mode fs.FileMode) (newFile, error) {
	if f := createUnnamed(path, mode); f != nil {
		return f, nil
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return nil, err
	}
	return &namedFile{f}, nil
}

// namedFile has its name from the beginning.
type namedFile struct{ *os.File }

// Take takes what it may from an old file.
func (f *namedFile) Take(from fs.FileInfo) { takeOwnerAndMode(f.File, from) }

// Publish closes the file.
func (f *namedFile) Publish() error { return f.Close() }

// Discard closes and removes the file.
func (f *namedFile) Discard() {
	_ = f.Close()
	_ = os.Remove(f.Name())
}
