// Package disk brings files to the disk whole or not at all: into a new file in
// the same folder, to the disk, then over the old one. When something fails the
// old file is as it was. An old file keeps its mode and, as far as the system
// lets us, its owner and group. A link stays a link: what it leads to is written.
// Of a file with several names (hard links) the name that was given gets the new
// text; the others keep the old one.
//
// [Write] is for results, where the last writer wins. [Save] and [Update] are
// for files that several programs change: they lock the folder meanwhile and
// wait for one another. [Create] never writes over anything.
//
// Nothing stays behind, however the program ends. The lock is on the folder
// itself and ends with its process, and on Linux a new file has no name until it
// is whole. Elsewhere, or on a file system that cannot do this, a new file or a
// lock file beside the old one may outlive a killed program; it locks nobody
// out, and whoever writes the file next takes it away. On a file system without
// any locks Save and Update fail and say so.
package disk

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"time"
)

// Write writes a file whole or not at all. A new file gets the mode, less what
// the system takes from it. A device or a pipe is written to as it is. The error
// may be a [*LinkedError].
func Write(path string, data []byte, mode fs.FileMode) error {
	return osDisk.writeFile(path, data, mode)
}

// Save is [Write] under the lock of the file: the error is [ErrBusy] if another
// program holds it for long. A device or a pipe is refused with [ErrNotRegular].
func Save(path string, data []byte, mode fs.FileMode) error {
	return osDisk.replaceFile(path, mode, func([]byte) ([]byte, error) { return data, nil }, false)
}

// Update changes a file: it reads it (no bytes if there is none), lets change
// make the new text of it and saves that as [Save] does. A text that stays the
// same is not written, nor is no text where there is no file. If another program
// wrote the file meanwhile, change is asked again, with what stands there now.
// The error may be that of change.
func Update(path string, mode fs.FileMode, change func(old []byte) ([]byte, error)) error {
	return osDisk.replaceFile(path, mode, change, true)
}

// CanSave tries whether [Save] could write a file, and leaves all as it is. A
// file that is just being written can be.
func CanSave(path string, mode fs.FileMode) error { return osDisk.tryReplace(path, mode) }

// CanWrite is CanSave for [Write].
func CanWrite(path string, mode fs.FileMode) error { return osDisk.tryWrite(path, mode) }

// Create writes a file that was not there before; the error is [fs.ErrExist] if
// it was.
func Create(path string, data []byte, mode fs.FileMode) error {
	return osDisk.createNew(path, data, mode)
}

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

var osDisk = system{
	resolve: followLinks,
	lock:    acquireLock,
	pause:   func() { time.Sleep(pauseBetweenTries) },
	stat:    os.Stat,
	writable: func(path string) error {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return f.Close()
	},
	read:   os.ReadFile,
	create: createFile,
	open:   func(path string) (io.WriteCloser, error) { return os.OpenFile(path, os.O_WRONLY|os.O_TRUNC, 0) },
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
