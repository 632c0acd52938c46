package layer

import (
	"slices"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/lang"
	"github.com/ajar-decision/ajar/rules/tree"
)

// checker turns the nodes of one document into a layer and notes every mistake.
type checker struct {
	pack        *rules.Pack
	warn        func(diag.Diagnostic)
	layer       *Layer
	olderFormat bool // the file has format 0
	// weightsKey is the section that gives the weights, "" so far.
	weightsKey string
	list       diag.List
}

// newChecker begins a layer of the given name. What is odd but no mistake goes
// to warn, which may be nil.
func newChecker(pack *rules.Pack, warn func(diag.Diagnostic), name string) *checker {
	if warn == nil {
		warn = func(diag.Diagnostic) {}
	}
	return &checker{pack: pack, warn: warn, layer: New(name)}
}

// readText reads a text that passes the test, if there is one.
func (ck *checker) readText(f tree.Field, test func(*tree.Node) bool) {
	if ck.expectKind(f.Value, tree.String, f.Key) && (test == nil || test(f.Value)) {
		ck.layer.Texts[f.Key] = f.Value.Text
	}
}

// unexpected has what is wrong with a node that is not of the kind that it
// should be.
var unexpected = map[tree.NodeKind]func(at diag.Pos, id, got string) diag.Diagnostic{
	tree.Map: diag.NotAMap, tree.List: diag.NotAList, tree.String: diag.NotText,
}

// expectKind reports whether the node is a map, a list or text, as wanted.
func (ck *checker) expectKind(n *tree.Node, want tree.NodeKind, key string) bool {
	if n.Kind == want {
		return true
	}
	if n.Kind == tree.Null {
		ck.list.Add(diag.MissingValue(n.At, key))
		return false
	}
	ck.list.Add(unexpected[want](n.At, key, showNode(n)))
	return false
}

// showNode gives a value as messages show it, the same in every language.
func showNode(n *tree.Node) string {
	switch n.Kind {
	case tree.Null:
		return "null"
	case tree.String:
		return `"` + n.Text + `"`
	case tree.List:
		return "[...]"
	case tree.Map:
		return "{...}"
	}
	return n.Text
}

// readBilingual reads one text, or one text for each language.
func (ck *checker) readBilingual(f tree.Field) (t rules.Text) {
	if f.Value.Kind != tree.Map {
		if ck.expectKind(f.Value, tree.String, f.Key) {
			t = rules.Text{{lang.Default, f.Value.Text}}
		}
		return t
	}
	t = rules.Text{}
	for _, part := range f.Value.Fields {
		if !slices.Contains(lang.All(), part.Key) {
			ck.list.Add(diag.UnknownKey(part.At, part.Key).OneOf(part.Key, lang.All()))
			continue
		}
		if ck.expectKind(part.Value, tree.String, part.Key) {
			t = t.With(part.Key, part.Value.Text)
		}
	}
	return t
}

func (ck *checker) checkOneOf(n *tree.Node, key string, valid []string) bool {
	if slices.Contains(valid, n.Text) {
		return true
	}
	ck.list.Add(diag.UnknownValue(n.At, n.Text, key).OneOf(n.Text, valid))
	return false
}

// eachField goes through the answers of a section.
func (ck *checker) eachField(f tree.Field, read func(tree.Field)) {
	if !ck.expectKind(f.Value, tree.Map, f.Key) {
		return
	}
	for _, item := range f.Value.Fields {
		read(item)
	}
}

// eachText reads a list of texts.
func (ck *checker) eachText(n *tree.Node, key string, each func(*tree.Node)) {
	if !ck.expectKind(n, tree.List, key) {
		return
	}
	for _, item := range n.Items {
		if ck.expectKind(item, tree.String, key) {
			each(item)
		}
	}
}

// requireKeys asks for keys that are there and not empty.
func (ck *checker) requireKeys(n *tree.Node, keys ...string) {
	for _, key := range keys {
		v := n.Get(key)
		if v == nil || v.Kind == tree.String && v.Text == "" || v.Kind == tree.List && len(v.Items) == 0 {
			ck.list.Add(diag.MissingKey(n.At, key))
		}
	}
}
