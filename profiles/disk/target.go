package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// LinkedError says that a link was given and what it leads to could not be
// written. It wraps the reason.
type LinkedError struct {
	To  string // what the link leads to
	Err error
}

// Error names what the link leads to.
func (e *LinkedError) Error() string { return e.To + ": " + e.Err.Error() }

// Unwrap gives the reason.
func (e *LinkedError) Unwrap() error { return e.Err }

// maxLinks is how many links one leads over; Linux allows as many.
const maxLinks = 40

// Follow gives the file that a path leads to over links, be it there or not: what is
// written goes there.
func Follow(path string) string {
	to, _, _ := followLinks(path) // of what cannot be followed, the path itself
	return to
}

// followLinks finds the file that a path leads to, be it there or not, and whether
// the file itself is a link. Folders on the way may be links in any case.
func followLinks(path string) (to string, linked bool, err error) {
	for at, n := path, 0; ; n++ {
		info, err := os.Lstat(at)
		if err != nil || info.Mode()&fs.ModeSymlink == 0 {
			return resolveFolder(at), n > 0, nil // what is wrong with it shows when it is written
		}
		if n == maxLinks {
			return path, true, &fs.PathError{Op: "write", Path: path, Err: syscall.ELOOP}
		}
		to, err := os.Readlink(at)
		if err != nil {
			return path, true, err
		}
		if !filepath.IsAbs(to) {
			// Not cleaned: a folder in the way may be a link, and ".." is then not where it seems.
			folder, _ := filepath.Split(at)
			to = folder + to
		}
		at = to
	}
}

// resolveFolder gives a file by the true name of its folder: what stands before ".." may
// be a link.
func resolveFolder(path string) string {
	folder, base := filepath.Split(path)
	if folder == "" {
		return path
	}
	if real, err := filepath.EvalSymlinks(folder); err == nil {
		return filepath.Join(real, base)
	}
	return path
}

// target is the file that a path means.
type target struct {
	path   string
	linked bool        // a link leads there
	mode   fs.FileMode // of a new file
	old    fs.FileInfo // nil if it is not there
}

// findTarget looks where a path leads and what is there; a new file gets the mode.
func (s *system) findTarget(path string, mode fs.FileMode) (t target, err error) {
	t = target{path: path, mode: mode}
	if t.path, t.linked, err = s.resolve(path); err != nil {
		return t, err
	}
	// The path as it was given: where the system does not let us follow a link,
	// in a folder that strangers write to for instance, it says so here.
	t.old, err = s.stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		t.old, err = nil, nil
	}
	if err == nil && t.isRegular() && t.old != nil {
		err = s.writable(t.path)
	}
	return t, t.nameLinked(err)
}

func (t *target) isRegular() bool { return t.old == nil || t.old.Mode().IsRegular() }

// findRegular refuses devices and pipes: reading one can wait for ever, and a
// rename would put a file in its place.
func (s *system) findRegular(path string, mode fs.FileMode) (target, error) {
	t, err := s.findTarget(path, mode)
	if err == nil && !t.isRegular() && !t.old.IsDir() {
		err = &fs.PathError{Op: "write", Path: path, Err: ErrNotRegular}
	}
	return t, err
}

// nameLinked names what a link leads to in an error of the system.
func (t *target) nameLinked(err error) error {
	var linked *LinkedError
	if err == nil || !t.linked || errors.Is(err, ErrBusy) || errors.Is(err, ErrChanged) || errors.As(err, &linked) {
		return err
	}
	return &LinkedError{To: t.path, Err: err}
}
