package rules

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// packFiles are the files of a pack, with how much of them was read. They may be a
// stranger's: nothing but folders and regular files is opened, since opening a pipe can
// wait for ever.
type packFiles struct {
	fs.FS
	count, bytes int
}

// isTestFile reports whether a file of a pack holds tests.
func isTestFile(name string) bool { return strings.HasSuffix(path.Base(name), "_test.yaml") }

// has reports whether there is something of that name, be it readable or not.
func (p *packFiles) has(name string) bool {
	_, err := fs.Stat(p.FS, name)
	return !errors.Is(err, fs.ErrNotExist)
}

var (
	errIrregular = errors.New("not a regular file")
	errCrowded   = errors.New("too many files in one folder")
)

// read gives a file, or one byte more of it than may be read.
func (p *packFiles) read(name string) ([]byte, error) {
	info, err := fs.Stat(p.FS, name)
	if err == nil && !info.Mode().IsRegular() {
		err = errIrregular
	}
	if err != nil {
		return nil, err
	}
	f, err := p.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := tree.ReadText(f)
	p.count, p.bytes = p.count+1, p.bytes+len(data)
	return data, err
}

// list gives what is in a folder, by name; nothing if there is no such folder.
func (p *packFiles) list(folder string) ([]fs.DirEntry, error) {
	info, err := fs.Stat(p.FS, folder)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	f, err := p.Open(folder)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	d, ok := f.(fs.ReadDirFile)
	if !ok {
		return nil, nil
	}
	entries, err := d.ReadDir(MaxFiles + 1)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if len(entries) > MaxFiles {
		return nil, errCrowded
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

// parser makes a tree of the bytes of a file with a name.
type parser func(name string, data []byte) (*tree.Node, diag.List)

// These are variables for the tests alone, which keep what they parsed.
var parseYAML, parseTexts parser = tree.ParseYAML, tree.ParseTexts

// parseFile reads the tree of one file; nil if it has none.
func parseFile(files *packFiles, name string, parse parser) (*tree.Node, diag.List) {
	data, err := files.read(name)
	if err != nil {
		return nil, diag.List{diagnoseUnreadable(name, err)}
	}
	return parse(name, data)
}

// diagnoseUnreadable says what is wrong with a file or a folder as a whole.
func diagnoseUnreadable(name string, err error) diag.Diagnostic {
	if pe := (*fs.PathError)(nil); errors.As(err, &pe) {
		err = pe.Err // the name stands in the place already
	}
	return diag.UnreadablePack(diag.Pos{File: name}, err.Error())
}
