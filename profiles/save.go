package profiles

import (
	"errors"
	"io/fs"

	"github.com/ajar-decision/ajar/profiles/disk"
	"github.com/ajar-decision/ajar/rules/diag"
)

// privateMode is the mode of a new file: answers can be secret.
const privateMode fs.FileMode = 0o600

// Save writes a file whole or not at all: into a new file in the same folder,
// to the disk, then over the old one. A new file may be read by its owner only
// (answers can be secret); an old one keeps its mode, and a link stays a link.
//
// The error is a [*WriteError]. Then the old file is as it was.
func Save(path string, data []byte) error {
	return wrapWrite(path, disk.Save(path, data, privateMode))
}

// Update changes a file: it reads it (no bytes if there is none), lets change
// make the new text of it and saves that as [Save] does. A text that stays the
// same is not written, nor is no text where there is no file. If another program
// wrote the file meanwhile, nothing is lost: change is asked again, with what
// stands there now.
//
// Errors are those of change, or a [*WriteError].
func Update(path string, change func(old []byte) ([]byte, error)) error {
	if change == nil {
		return wrapWrite(path, fs.ErrInvalid)
	}
	var refused error
	err := disk.Update(path, privateMode, func(old []byte) (data []byte, err error) {
		data, refused = change(old)
		return data, refused
	})
	if refused != nil {
		return refused
	}
	return wrapWrite(path, err)
}

// CanSave tries whether [Save] could write a file, and leaves all as it is. A
// file that is just being written can be.
//
// The error is a [*WriteError].
func CanSave(path string) error { return wrapWrite(path, disk.CanSave(path, privateMode)) }

// WriteError says that a file could not be written.
type WriteError struct {
	Name string
	Err  error
}

// ErrChanged says that another program wrote the file between reading and
// writing; ErrBusy that it is writing it now.
var (
	ErrChanged = disk.ErrChanged
	ErrBusy    = disk.ErrBusy
)

func wrapWrite(path string, err error) error {
	if err == nil {
		return nil
	}
	return &WriteError{Name: path, Err: err}
}

// Error names the file and the reason.
func (e *WriteError) Error() string { return "profile " + e.Diagnostic().Error() }

// Unwrap gives ErrChanged, ErrBusy or the error of the system.
func (e *WriteError) Unwrap() error { return e.Err }

// Diagnostic gives the error in words of both languages: AJ240 changed
// meanwhile, AJ241 being written, AJ242 anything else.
func (e *WriteError) Diagnostic() diag.Diagnostic {
	at := diag.Pos{File: e.Name}
	linked := (*disk.LinkedError)(nil)
	reason := disk.Reason(e.Err).Error()
	switch {
	case errors.Is(e.Err, ErrChanged):
		return diag.FileChanged(at)
	case errors.Is(e.Err, ErrBusy):
		return diag.FileBusy(at)
	case errors.As(e.Err, &linked):
		return diag.UnwritableFileLinked(at, linked.To, reason)
	}
	return diag.UnwritableFileDirect(at, reason)
}
