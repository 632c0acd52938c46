package profiles

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// Save writes a file whole or not at all: into a new file in the same folder,
// to the disk, then over the old one. A new file may be read by its owner only
// (answers can be secret); an old one keeps its mode, and a link stays a link.
//
// The error is a [*WriteError]. Then the old file is as it was.
func Save(path string, data []byte) error {
	return osDisk.replaceFile(path, func([]byte) ([]byte, error) { return data, nil }, false)
}

// Update changes a file: it reads it (no bytes if there is none), lets change
// make the new text of it and saves that as [Save] does. A text that stays the
// same is not written. If another program wrote the file meanwhile, nothing is
// lost: the error is AJ240 and the caller may try again.
//
// Errors are those of change, or a [*WriteError].
func Update(path string, change func(old []byte) ([]byte, error)) error {
	return osDisk.replaceFile(path, change, true)
}

// CanSave tries whether [Save] could write a file, and leaves all as it is. A
// file that is just being written can be.
//
// The error is a [*WriteError].
func CanSave(path string) error { return osDisk.tryReplace(path) }

// WriteError says that a file could not be written.
type WriteError struct {
	Name string
	Err  error
	lock string
}

// ErrChanged says that another program wrote the file between reading and
// writing; ErrBusy that it is writing it now.
var (
	ErrChanged = errors.New("changed by someone else meanwhile")
	ErrBusy    = errors.New("another program is writing this file")
)

// Error names the file and the reason.
func (e *WriteError) Error() string { return "profile " + e.Diagnostic().Error() }

// Unwrap gives ErrChanged, ErrBusy or the error of the system.
func (e *WriteError) Unwrap() error { return e.Err }

// Diagnostic gives the error in words of both languages: AJ240 changed
// meanwhile, AJ241 being written, AJ242 anything else.
func (e *WriteError) Diagnostic() diag.Diagnostic {
	at := diag.Pos{File: plain.Clean(e.Name)}
	switch {
	case errors.Is(e.Err, ErrChanged):
		return diag.FileChanged(at)
	case errors.Is(e.Err, ErrBusy):
		return diag.FileBusy(at, e.lock)
	}
	return diag.UnwritableFile(at, stripPath(e.Err).Error())
}

// stripPath leaves out the path that the system tried: the message names the file.
func stripPath(err error) error {
	if pe := (*os.PathError)(nil); errors.As(err, &pe) {
		return pe.Err
	}
	if le := (*os.LinkError)(nil); errors.As(err, &le) {
		return le.Err
	}
	return err
}

// disk is what saving needs of a file system.
type disk struct {
	resolve func(path string) (string, error)
	lock    func(path string) (release func(), err error)
	read    func(path string) ([]byte, fs.FileMode, error)
	create  func(path string, mode fs.FileMode) (syncedFile, error)
	rename  func(from, to string) error
	remove  func(path string) error
	sync    func(folder string)
}

type syncedFile interface {
	io.WriteCloser
	Sync() error
}

var osDisk = disk{
	resolve: filepath.EvalSymlinks,
	lock:    acquireLock,
	read: func(path string) ([]byte, fs.FileMode, error) {
		info, err := os.Stat(path)
		if err != nil {
			return nil, 0, err
		}
		data, err := os.ReadFile(path)
		return data, info.Mode().Perm(), err
	},
	create: func(path string, mode fs.FileMode) (syncedFile, error) {
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if err == nil && mode != privateMode {
			_ = f.Chmod(mode) // the umask may have taken from the mode
		}
		return f, err
	},
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

// privateMode is the mode of a new file.
const privateMode fs.FileMode = 0o600

// resolveTarget is the file that a path means; a link stays one.
func (d *disk) resolveTarget(path string) string {
	if resolved, err := d.resolve(path); err == nil {
		return resolved
	}
	return path
}

func (d *disk) replaceFile(path string, change func([]byte) ([]byte, error), careful bool) error {
	target := d.resolveTarget(path)
	old, mode, err := d.readOld(target)
	if err != nil {
		return &WriteError{Name: path, Err: err}
	}
	data, err := change(bytes.Clone(old))
	if err != nil {
		return err
	}
	if careful && old != nil && bytes.Equal(old, data) {
		return nil
	}
	err = d.withLock(target, func(temp string) error { return d.putInPlace(target, temp, data, old, mode, careful) })
	if err != nil {
		return &WriteError{Name: path, Err: err, lock: siblingPath(target, "lock")}
	}
	return nil
}

// siblingPath names a file that stands beside another while that is written.
func siblingPath(path, what string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+what)
}

// tryReplace does all that replace does before the old text is touched.
func (d *disk) tryReplace(path string) error {
	target := d.resolveTarget(path)
	_, mode, err := d.readOld(target)
	if err == nil {
		err = d.withLock(target, func(temp string) error {
			f, err := d.create(temp, mode)
			if err != nil {
				return err
			}
			return errors.Join(f.Close(), d.remove(temp))
		})
	}
	if err != nil && !errors.Is(err, ErrBusy) {
		return &WriteError{Name: path, Err: err}
	}
	return nil
}

// withLock lets the only writer of a file do something with a new file beside it.
// Nobody else writes, so one that is there already belongs to a program that was
// killed.
func (d *disk) withLock(target string, do func(temp string) error) error {
	release, err := d.lock(siblingPath(target, "lock"))
	if err != nil {
		return err
	}
	defer release()
	temp := siblingPath(target, "new")
	if err := d.remove(temp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return do(temp)
}

// putInPlace brings the text into the place of the old one.
func (d *disk) putInPlace(target, temp string, data, old []byte, mode fs.FileMode, careful bool) error {
	f, err := d.create(temp, mode)
	if err != nil {
		return err
	}
	err = writeAndSync(f, data)
	if err == nil && careful {
		err = d.checkUnchanged(target, old)
	}
	if err == nil {
		err = d.rename(temp, target)
	}
	if err != nil {
		_ = d.remove(temp) // the first error is the one to tell
		return err
	}
	d.sync(filepath.Dir(target))
	return nil
}

func (d *disk) checkUnchanged(path string, old []byte) error {
	now, _, err := d.readOld(path)
	if err == nil && !bytes.Equal(now, old) {
		return ErrChanged
	}
	return err
}

// readOld reads what is there; nothing is no error.
func (d *disk) readOld(path string) ([]byte, fs.FileMode, error) {
	data, mode, err := d.read(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, privateMode, nil
	}
	return data, mode, err
}

// writeAndSync brings the text to the disk.
func writeAndSync(f syncedFile, data []byte) error {
	_, err := f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}
