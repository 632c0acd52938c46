package disk

import (
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"golang.org/x/sys/unix"
)

// unnamedFile is a file that ends with its process unless it is published.
type unnamedFile struct {
	*os.File
	path string
}

// createUnnamed gives nil where the file system has no such files, or no folder: the
// usual way tells what is wrong.
func createUnnamed(path string, mode fs.FileMode) newFile {
	fd, err := unix.Open(filepath.Dir(path), unix.O_TMPFILE|unix.O_WRONLY|unix.O_CLOEXEC, uint32(mode.Perm()))
	if err != nil {
		return nil
	}
	f := &unnamedFile{os.NewFile(uintptr(fd), path), path}
	if _, err := os.Stat(f.link()); err != nil { // no /proc, so no name for it later
		_ = f.Close()
		return nil
	}
	return f
}

// link is where the system shows the file as long as it is open.
func (f *unnamedFile) link() string { return "/proc/self/fd/" + strconv.Itoa(int(f.Fd())) }

// Take takes what it may from an old file.
func (f *unnamedFile) Take(from fs.FileInfo) { takeOwnerAndMode(f.File, from) }

// Publish gives the file its name and closes it.
func (f *unnamedFile) Publish() error {
	err := unix.Linkat(unix.AT_FDCWD, f.link(), unix.AT_FDCWD, f.path, unix.AT_SYMLINK_FOLLOW)
	if err != nil {
		return &fs.PathError{Op: "link", Path: f.path, Err: err}
	}
	_ = f.Close() // all of it is on the disk
	return nil
}

// Discard closes the file, which ends it.
func (f *unnamedFile) Discard() { _ = f.Close() }
