package rules

import (
	"errors"
	"io/fs"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

type packLoader struct {
	files     fs.FS
	languages []string        // folders of texts
	known     map[string]bool // files that can have texts in another language
	list      diag.List
	texts     diag.List // mistakes in them
}

// parseFile reads the tree of one file; nil if it has none.
func parseFile(files fs.FS, name string, parse func(string, []byte) (*tree.Node, diag.List)) (*tree.Node, diag.List) {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		if pe := (*fs.PathError)(nil); errors.As(err, &pe) {
			err = pe.Err // the name stands in the place already
		}
		return nil, diag.List{diag.UnreadablePack(diag.Pos{File: name}, err.Error())}
	}
	return parse(name, data)
}
