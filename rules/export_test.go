package rules

import (
	"bytes"
	"io/fs"
	"sync"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// Tests load the core pack some hundred times, each time with one file that is not as it
// was, and most of that is the parsing of the others. A file of the core pack is parsed
// once: nothing that is done with a tree changes it.
func init() { parseYAML, parseTexts = parseCoreOnce(parseYAML), parseCoreOnce(parseTexts) }

func parseCoreOnce(parse parser) parser {
	type result struct {
		tree *tree.Node
		list diag.List
	}
	var kept sync.Map // result by name
	return func(file string, data []byte) (*tree.Node, diag.List) {
		if core, err := fs.ReadFile(CoreFiles(), file); err != nil || !bytes.Equal(core, data) {
			return parse(file, data)
		}
		r, ok := kept.Load(file)
		if !ok {
			n, list := parse(file, data)
			r, _ = kept.LoadOrStore(file, result{n, list})
		}
		return r.(result).tree, r.(result).list
	}
}

// PackTests are the tests of a pack.
type PackTests = packTests

// ReadPackTests reads the tests among some files, RunPackTests runs them on a pack.
var (
	ReadPackTests = readPackTests
	RunPackTests  = runPackTests
)
