//go:build darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd

package profiles

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// lock holds a lock file for this program alone until it is released. The
// system gives it up with the program, however that ends: a file that stays
// behind locks nobody out. The error is ErrBusy if another program holds it.
func lock(path string) (release func(), err error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|syscall.O_NOFOLLOW, privately)
	if err != nil {
		return nil, err
	}
	err = flock(f)
	if err == nil && !standsAt(f, path) {
		err = ErrBusy // its owner took it away before we got hold of it
	}
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	return func() {
		_ = os.Remove(path) // ours as long as we hold it
		_ = f.Close()
	}, nil
}

func flock(f *os.File) error {
	for {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		switch {
		case errors.Is(err, syscall.EINTR):
			continue
		case errors.Is(err, syscall.EWOULDBLOCK):
			return ErrBusy
		case err != nil:
			return &fs.PathError{Op: "flock", Path: f.Name(), Err: err}
		}
		return nil
	}
}

// standsAt reports whether the file is the one of that name, still.
func standsAt(f *os.File, path string) bool {
	ours, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Lstat(path)
	return err == nil && os.SameFile(ours, there)
}
