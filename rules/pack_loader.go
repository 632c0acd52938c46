package rules

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

type packLoader struct {
	files     fs.FS
	languages []string        // folders of texts
	known     map[string]bool // files that can have texts in another language
	unread    diag.List       // mistakes of files that could not be read at all
	list      diag.List       // those in what could be read
	texts     diag.List       // those in texts
}

// isTestFile reports whether a file of a pack holds tests.
func isTestFile(name string) bool { return strings.HasSuffix(path.Base(name), "_test.yaml") }

// parser makes a tree of the bytes of a file with a name.
type parser func(name string, data []byte) (*tree.Node, diag.List)

// These are variables for the tests alone, which keep what they parsed.
var parseYAML, parseTexts parser = tree.ParseYAML, tree.ParseTexts

// parseFile reads the tree of one file; nil if it has none.
func parseFile(files fs.FS, name string, parse parser) (*tree.Node, diag.List) {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		if pe := (*fs.PathError)(nil); errors.As(err, &pe) {
			err = pe.Err // the name stands in the place already
		}
		return nil, diag.List{diag.UnreadablePack(diag.Pos{File: name}, err.Error())}
	}
	return parse(name, data)
}
