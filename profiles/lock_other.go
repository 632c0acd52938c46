//go:build !(darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd || windows)

package profiles

import (
	"errors"
	"io/fs"
	"os"
)

// lock holds a lock file for this program alone until it is released. A program
// that is killed leaves it behind, and a person has to delete it: these systems
// have no lock that ends with the program. The error is ErrBusy if the file is
// there.
func lock(path string) (release func(), err error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, privately)
	if errors.Is(err, fs.ErrExist) {
		return nil, ErrBusy
	}
	if err != nil {
		return nil, err
	}
	_ = f.Close()
	return func() { _ = os.Remove(path) }, nil
}
