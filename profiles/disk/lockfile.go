package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"github.com/gofrs/flock"
)

// ErrBusy says that another program is writing the file, or another one of its
// folder, now.
var ErrBusy = errors.New("another program is writing this file")

var errLockIsLink = errors.New("a link stands in its place")

// acquireLock lets this program alone write a file until it is released. It locks the
// folder, which leaves nothing behind. The system gives the lock up with the program,
// however that ends. The error is ErrBusy if another program holds it.
func acquireLock(path string) (release func(), err error) {
	if runtime.GOOS != "windows" { // which locks no folders
		l := flock.New(filepath.Dir(path), flock.SetFlag(os.O_RDONLY))
		held, err := l.TryLock()
		switch {
		case err == nil && held:
			return func() { _ = l.Unlock() }, nil
		case err == nil:
			return nil, ErrBusy
		}
		// The folder may be one that we cannot read, or of a network that locks files only.
	}
	return acquireLockFile(siblingPath(path, "lock"))
}

// acquireLockFile holds a lock file. One that stays behind locks nobody out.
func acquireLockFile(path string) (release func(), err error) {
	if info, err := os.Lstat(path); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return nil, &fs.PathError{Op: "lock", Path: path, Err: errLockIsLink}
	}
	l := flock.New(path)
	held, err := l.TryLock()
	switch {
	case err != nil:
		return nil, err
	case !held:
		return nil, ErrBusy
	case !isStillAt(l, path):
		_ = l.Unlock()
		return nil, ErrBusy // its owner took the file away before we got hold of it
	}
	return func() {
		if runtime.GOOS == "windows" { // which removes no open file
			_ = l.Unlock()
			_ = os.Remove(path)
			return
		}
		_ = os.Remove(path) // ours as long as we hold it
		_ = l.Unlock()
	}, nil
}

// isStillAt reports whether the file that is held is the one of that name, still.
func isStillAt(l *flock.Flock, path string) bool {
	ours, err := l.Stat()
	if err != nil {
		return false
	}
	there, err := os.Lstat(path)
	return err == nil && os.SameFile(ours, there)
}
