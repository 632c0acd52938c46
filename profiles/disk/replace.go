package disk

import (
	"bytes"
	"errors"
	"io/fs"
	"path/filepath"
	"syscall"
)

// errRefused wraps the error of a change, which no other try mends.
type errRefused struct{ error }

func (e errRefused) Unwrap() error { return e.error }

// always is what holds for a text that depends on no other.
func always() error { return nil }

func (s *system) writeFile(path string, data []byte, mode fs.FileMode) error {
	t, err := s.findTarget(path, mode)
	if err != nil {
		return err
	}
	if !t.isRegular() {
		f, err := s.open(t.path)
		if err != nil {
			return t.nameLinked(err)
		}
		_, err = f.Write(data)
		return errors.Join(err, f.Close())
	}
	put := func(temp string) error { return s.putInPlace(t, temp, data, always) }
	err = s.withLock(t.path, put)
	if errors.Is(err, ErrBusy) {
		// The last writer wins, so nobody waits. But the one who holds the lock may
		// be using the usual name for a new file.
		err = put(siblingPath(t.path, randomName()+".new"))
	}
	return t.nameLinked(err)
}

// replaceFile saves what change makes of a file. It tries again while another program
// writes the file; a careful one also if another has written it.
func (s *system) replaceFile(path string, mode fs.FileMode, change func([]byte) ([]byte, error), careful bool) error {
	for tries := 1; ; tries++ {
		err := s.replaceOnce(path, mode, change, careful)
		var refused errRefused
		switch again := errors.Is(err, ErrBusy) || errors.Is(err, ErrChanged); {
		case errors.As(err, &refused):
			return refused.error
		case !again || tries == maxTries:
			return err
		}
		s.pause()
	}
}

func (s *system) replaceOnce(path string, mode fs.FileMode, change func([]byte) ([]byte, error), careful bool) error {
	t, err := s.findRegular(path, mode)
	if err != nil {
		return err
	}
	old, err := s.readOld(t.path)
	if err != nil {
		return t.nameLinked(err)
	}
	data, err := change(bytes.Clone(old))
	if err != nil {
		return errRefused{err}
	}
	if careful && bytes.Equal(old, data) && (old == nil) == (data == nil) {
		return nil
	}
	err = s.withLock(t.path, func(temp string) error {
		return s.putInPlace(t, temp, data, func() error {
			now, err := s.readOld(t.path)
			if careful && err == nil && !bytes.Equal(now, old) {
				return ErrChanged
			}
			return err
		})
	})
	return t.nameLinked(err)
}

// tryReplace does all that replaceFile does before the old text is touched.
func (s *system) tryReplace(path string, mode fs.FileMode) error {
	t, err := s.findRegular(path, mode)
	if err != nil {
		return err
	}
	if _, err := s.readOld(t.path); err != nil {
		return t.nameLinked(err)
	}
	return s.tryNew(t)
}

// tryWrite does all that writeFile does before the old text is touched. What is no file
// is not opened: a pipe may wait for ever.
func (s *system) tryWrite(path string, mode fs.FileMode) error {
	t, err := s.findTarget(path, mode)
	switch {
	case err != nil:
		return err
	case t.isRegular():
		return s.tryNew(t)
	case t.old.IsDir():
		return t.nameLinked(&fs.PathError{Op: "write", Path: path, Err: syscall.EISDIR})
	}
	return nil
}

// tryNew makes a new file beside a target and takes it away again.
func (s *system) tryNew(t target) error {
	err := s.withLock(t.path, func(temp string) error {
		f, err := s.create(temp, t.mode)
		if err == nil {
			f.Discard()
		}
		return err
	})
	if errors.Is(err, ErrBusy) {
		return nil
	}
	return t.nameLinked(err)
}

// createNew writes a file that nothing stands in the place of.
func (s *system) createNew(path string, data []byte, mode fs.FileMode) error {
	t, err := s.findTarget(path, mode)
	switch {
	case err != nil:
		return err
	case t.old != nil:
		return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	}
	if err := s.fillNew(t, t.path, data, always); err != nil {
		return t.nameLinked(err)
	}
	s.sync(filepath.Dir(t.path))
	return nil
}

// readOld reads what is there; nothing is no error.
func (s *system) readOld(path string) ([]byte, error) {
	data, err := s.read(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// withLock lets the only writer of a file do something with a new file beside it.
// Nobody else writes, so one that is there already belongs to a program that was
// killed.
func (s *system) withLock(path string, do func(temp string) error) error {
	release, err := s.lock(path)
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
// when the text is on the disk. Between its name and its place is nothing else, since
// whoever is killed there leaves it behind.
func (s *system) putInPlace(t target, temp string, data []byte, still func() error) error {
	if err := s.fillNew(t, temp, data, still); err != nil {
		return err
	}
	if err := s.rename(temp, t.path); err != nil {
		_ = s.remove(temp) // the first error is the one to tell
		return err
	}
	s.sync(filepath.Dir(t.path))
	return nil
}

// fillNew makes a new file that gets its name when all of its text is on the disk, if
// that is still right then.
func (s *system) fillNew(t target, name string, data []byte, still func() error) error {
	f, err := s.create(name, t.mode)
	if err != nil {
		return err
	}
	if t.old != nil {
		f.Take(t.old)
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if err == nil {
		err = still()
	}
	if err == nil {
		err = f.Publish()
	}
	if err != nil {
		f.Discard() // the first error is the one to tell
	}
	return err
}
