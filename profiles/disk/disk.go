// Package disk brings files to the disk whole or not at all: into a new file in
// the same folder, to the disk, then over the old one. When something fails the
// old file is as it was, and nothing is left behind. An old file keeps its mode,
// and a link stays a link.
//
// [Write] is for results, where the last writer wins. [Save] and [Update] are
// for files that several programs change; they hold a lock file meanwhile.
// [Create] never writes over anything.
package disk

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// ErrChanged says that another program wrote the file between reading and
// writing.
var ErrChanged = errors.New("changed by someone else meanwhile")

// Write writes a file whole or not at all. A new file gets the mode, less what
// the system takes from it. A device or a pipe is written to as it is.
func Write(path string, data []byte, mode fs.FileMode) error {
	return osDisk.writeFile(path, data, mode)
}

// Save is [Write] under the lock of the file: the error is [ErrBusy] if another
// program holds it. A device or a pipe is refused with [ErrNotRegular].
func Save(path string, data []byte, mode fs.FileMode) error {
	return osDisk.replaceFile(path, mode, func([]byte) ([]byte, error) { return data, nil }, false)
}

// Update changes a file: it reads it (no bytes if there is none), lets change
// make the new text of it and saves that as [Save] does. A text that stays the
// same is not written. The error is [ErrChanged] if another program wrote the
// file meanwhile, or that of change.
func Update(path string, mode fs.FileMode, change func(old []byte) ([]byte, error)) error {
	return osDisk.replaceFile(path, mode, change, true)
}

// CanSave tries whether [Save] could write a file, and leaves all as it is. A
// file that is just being written can be.
func CanSave(path string, mode fs.FileMode) error { return osDisk.tryReplace(path, mode) }

// Create writes a file that was not there before; the error is [fs.ErrExist] if
// it was.
func Create(path string, data []byte, mode fs.FileMode) error {
	return osDisk.createFile(path, data, mode, false)
}

// LockName names the file that [Save] and [Update] hold while they write.
func LockName(path string) string { return siblingPath(osDisk.resolveTarget(path), "lock") }

// Reason leaves out the paths that the system tried, for messages that name the
// file already.
func Reason(err error) error {
	if pe := (*fs.PathError)(nil); errors.As(err, &pe) {
		return pe.Err
	}
	if le := (*os.LinkError)(nil); errors.As(err, &le) {
		return le.Err
	}
	return err
}

// system is what writing needs of a file system.
type system struct {
	resolve func(path string) (string, error)
	lock    func(path string) (release func(), err error)
	stat    func(path string) (fs.FileMode, error)
	read    func(path string) ([]byte, error)
	create  func(path string, mode fs.FileMode) (syncedFile, error)
	open    func(path string) (syncedFile, error) // of what is no regular file
	rename  func(from, to string) error
	remove  func(path string) error
	sync    func(folder string)
}

type syncedFile interface {
	io.WriteCloser
	Sync() error
	Chmod(mode fs.FileMode) error
}

var osDisk = system{
	resolve: filepath.EvalSymlinks,
	lock:    acquireLock,
	stat: func(path string) (fs.FileMode, error) {
		info, err := os.Stat(path)
		if err != nil {
			return 0, err
		}
		return info.Mode(), nil
	},
	read: os.ReadFile,
	create: func(path string, mode fs.FileMode) (syncedFile, error) {
		return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	},
	open:   func(path string) (syncedFile, error) { return os.OpenFile(path, os.O_WRONLY|os.O_TRUNC, 0) },
	rename: os.Rename,
	remove: os.Remove,
	sync: func(folder string) {
		// Some systems cannot sync a folder; the file itself is safe already.
		if d, err := os.Open(folder); err == nil {
			_ = d.Sync()
			_ = d.Close()
		}
	},
}

// target is the file that a path means.
type target struct {
	path   string
	mode   fs.FileMode
	exists bool
}

// findTarget looks where a path leads and what is there; a new file gets the mode.
func (s *system) findTarget(path string, mode fs.FileMode) (target, error) {
	t := target{path: s.resolveTarget(path), mode: mode, exists: true}
	there, err := s.stat(t.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		t.exists = false
		return t, nil
	case err != nil:
		return t, err
	}
	t.mode = there
	return t, nil
}

// findRegular refuses devices and pipes: reading one can wait for ever, and a
// rename would put a file in its place.
func (s *system) findRegular(path string, mode fs.FileMode) (target, error) {
	t, err := s.findTarget(path, mode)
	if err == nil && !t.mode.IsRegular() && !t.mode.IsDir() {
		err = &fs.PathError{Op: "write", Path: path, Err: ErrNotRegular}
	}
	return t, err
}

func (s *system) resolveTarget(path string) string {
	if resolved, err := s.resolve(path); err == nil {
		return resolved
	}
	return path
}

// readOld reads what is there; nothing is no error.
func (s *system) readOld(path string) ([]byte, error) {
	data, err := s.read(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// siblingPath names a file that stands beside another while that is written.
func siblingPath(path, what string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+what)
}

func (s *system) writeFile(path string, data []byte, mode fs.FileMode) error {
	t, err := s.findTarget(path, mode)
	if err != nil {
		return err
	}
	if !t.mode.IsRegular() {
		f, err := s.open(t.path)
		if err != nil {
			return err
		}
		_, err = f.Write(data)
		return errors.Join(err, f.Close())
	}
	// Nobody holds a lock, so no other writer may use the same new file.
	temp := siblingPath(t.path, fmt.Sprintf("%08x.new", rand.Uint32()))
	return s.putInPlace(t, temp, data, func() error { return nil })
}

func (s *system) replaceFile(path string, mode fs.FileMode, change func([]byte) ([]byte, error), careful bool) error {
	t, err := s.findRegular(path, mode)
	if err != nil {
		return err
	}
	old, err := s.readOld(t.path)
	if err != nil {
		return err
	}
	data, err := change(bytes.Clone(old))
	if err != nil {
		return err
	}
	if careful && old != nil && bytes.Equal(old, data) {
		return nil
	}
	return s.withLock(t.path, func(temp string) error {
		return s.putInPlace(t, temp, data, func() error {
			now, err := s.readOld(t.path)
			if careful && err == nil && !bytes.Equal(now, old) {
				return ErrChanged
			}
			return err
		})
	})
}

// tryReplace does all that replaceFile does before the old text is touched.
func (s *system) tryReplace(path string, mode fs.FileMode) error {
	t, err := s.findRegular(path, mode)
	if err != nil {
		return err
	}
	if _, err := s.readOld(t.path); err != nil {
		return err
	}
	err = s.withLock(t.path, func(temp string) error {
		f, err := s.create(temp, t.mode.Perm())
		if err != nil {
			return err
		}
		return errors.Join(f.Close(), s.remove(temp))
	})
	if errors.Is(err, ErrBusy) {
		return nil
	}
	return err
}

// withLock lets the only writer of a file do something with a new file beside it.
// Nobody else writes, so one that is there already belongs to a program that was
// killed.
func (s *system) withLock(path string, do func(temp string) error) error {
	release, err := s.lock(siblingPath(path, "lock"))
	if err != nil {
		return err
	}
	defer release()
	temp := siblingPath(path, "new")
	if err := s.remove(temp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return do(temp)
}

// putInPlace brings the text into the place of the old one, if that is still right
// when the text is on the disk.
func (s *system) putInPlace(t target, temp string, data []byte, still func() error) error {
	if err := s.createFile(temp, data, t.mode.Perm(), t.exists); err != nil {
		return err
	}
	err := still()
	if err == nil {
		err = s.rename(temp, t.path)
	}
	if err != nil {
		_ = s.remove(temp) // the first error is the one to tell
		return err
	}
	s.sync(filepath.Dir(t.path))
	return nil
}

// createFile makes a new file and brings the text to the disk. An exact mode is kept
// from the umask, which takes rights from new files.
func (s *system) createFile(path string, data []byte, mode fs.FileMode, exact bool) error {
	f, err := s.create(path, mode)
	if err != nil {
		return err
	}
	if exact {
		_ = f.Chmod(mode) // some file systems have no modes
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		_ = s.remove(path) // the first error is the one to tell
	}
	return err
}
