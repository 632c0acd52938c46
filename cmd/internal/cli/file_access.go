package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/tree"
)

// isFile reports whether an argument names a file and nothing that comes with
// the program, from standard input or from questions.
func isFile(name string) bool {
	return name != stdin && name != draftName && !strings.HasPrefix(name, presetPrefix) && !strings.HasPrefix(name, casePrefix)
}

// openInput opens a file that a profile extends, or that answers are kept in.
func (a *app) openInput(name string) (io.ReadCloser, error) {
	a.inputs = append(a.inputs, name)
	return profiles.OpenRegular(a.resolvePath(name))
}

// readInputOnce reads a file that a person named, or standard input. That, like a pipe,
// gives its text once, so it is kept for a second reading.
func (a *app) readInputOnce(name string) ([]byte, error) {
	if data, ok := a.inputTexts[name]; ok {
		return data, nil
	}
	var data []byte
	var err error
	if name == stdin {
		data, err = readUpToLimit(a.Stdin, "stdin")
	} else {
		a.inputs = append(a.inputs, name)
		data, err = a.readFile(name)
	}
	if err == nil {
		a.inputTexts[name] = data
	}
	return data, err
}

// loadProfileFile reads a profile that a person named: it may be a pipe, what it
// extends may not.
func (a *app) loadProfileFile(name string, opts []profiles.LoadOption) (engine.Profile, error) {
	data, err := a.readInputOnce(name)
	if err != nil {
		return engine.Profile{}, err
	}
	return profiles.Read(bytes.NewReader(data), name, profiles.FormatOf(name), append(opts, profiles.WithOpen(a.openInput))...)
}

// isInput reports whether writing to a file would destroy what was read, be it
// through a link or under another name of the same file.
func (a *app) isInput(name string) bool {
	info, err := os.Stat(a.resolvePath(name))
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	return slices.ContainsFunc(a.inputs, func(input string) bool {
		read, err := os.Stat(a.resolvePath(input))
		return err == nil && os.SameFile(read, info)
	})
}

// readFile reads a file, or as much of it as shows that it is too large. The
// bytes are nil if and only if it cannot be read, with a [*profiles.ReadError].
func (a *app) readFile(name string) ([]byte, error) {
	f, err := os.Open(a.resolvePath(name))
	if err != nil {
		return nil, &profiles.ReadError{Name: name, Err: err}
	}
	defer f.Close()
	return readUpToLimit(f, name)
}

func readUpToLimit(r io.Reader, name string) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, tree.MaxSize+1))
	if err != nil {
		return nil, &profiles.ReadError{Name: name, Err: err}
	}
	return data, nil
}

// replaceFile replaces a file whole or not at all. A link stays a link, and a
// device or pipe is written to as it is.
func replaceFile(path string, data []byte) error {
	mode := fs.FileMode(0)
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		if !info.Mode().IsRegular() {
			return os.WriteFile(path, data, 0o666)
		}
		mode = info.Mode().Perm()
	}
	temp, err := createTempBeside(path)
	if err != nil {
		return err
	}
	_, err = temp.Write(data)
	if mode != 0 {
		err = errors.Join(err, temp.Chmod(mode))
	}
	err = errors.Join(err, temp.Sync(), temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temp.Name()))
	}
	return nil
}

// createTempBeside makes a new file in the folder of another, so that a rename
// stays on one disk. Its rights are those that the system gives to new files.
func createTempBeside(path string) (*os.File, error) {
	name := fmt.Sprintf(".%s.%08x.tmp", filepath.Base(path), rand.Uint32())
	return os.OpenFile(filepath.Join(filepath.Dir(path), name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
}

func isBrokenPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }
