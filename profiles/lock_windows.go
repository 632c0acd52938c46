package profiles

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// What package syscall does not name: the system removes the file with its
// last handle, and refuses a second one.
const (
	deleteOnClose    = 0x04000000
	sharingViolation = syscall.Errno(32)
)

// lock holds a lock file for this program alone until it is released. The
// system gives it up with the program, however that ends: a file that stays
// behind locks nobody out. The error is ErrBusy if another program holds it.
func lock(path string) (release func(), err error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: path, Err: err}
	}
	const shared = 0 // with nobody
	h, err := syscall.CreateFile(name, syscall.GENERIC_WRITE, shared, nil, syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL|deleteOnClose, 0)
	// A file that is just being removed cannot be opened either.
	if errors.Is(err, sharingViolation) || errors.Is(err, syscall.ERROR_ACCESS_DENIED) && exists(path) {
		return nil, ErrBusy
	}
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: path, Err: err}
	}
	return func() { _ = syscall.CloseHandle(h) }, nil
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
