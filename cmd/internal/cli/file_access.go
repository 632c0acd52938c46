package cli

import (
	"bytes"
	"errors"
	"io"
	"os"
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
	return name != stdin && name != draftName && !strings.HasPrefix(name, profiles.PresetPrefix) && !strings.HasPrefix(name, profiles.CasePrefix)
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
	data, err := tree.ReadText(r)
	if err != nil {
		return nil, &profiles.ReadError{Name: name, Err: err}
	}
	return data, nil
}

func isBrokenPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }
