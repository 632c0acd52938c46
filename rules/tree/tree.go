// Package tree reads a file into nodes that know their place.
//
// It is the common ground of packs and profiles: a [Node] is a map, a list or
// a scalar with the line and column where it stands, whatever the format was.
// YAML is read here; other formats can build nodes of their own. What a node
// means is not decided here.
package tree

import (
	"errors"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/rules/diag"
)

// NodeKind says what a node is.
type NodeKind uint8

// The kinds of nodes. Scalars keep the type that the format gave them: a
// quoted "5" is a String, a bare 5 a Number.
const (
	Null NodeKind = iota
	Bool
	Number
	String
	List
	Map
)

var kindNames = [...]string{"null", "a truth value", "a number", "text", "a list", "a map"}

// String names the kind as messages use it: "a number", "text".
func (k NodeKind) String() string { return kindNames[k] }

// Node is one value of a file.
type Node struct {
	Kind   NodeKind
	At     diag.Pos
	Text   string // scalars: as written, without quotes
	Items  []*Node
	Fields []Field // in the order of the file; keys are unique
}

// Field is one key of a map.
type Field struct {
	Key   string
	At    diag.Pos
	Value *Node
}

// Get finds a field by its key; nil if there is none.
func (n *Node) Get(key string) *Node {
	for i := range n.Fields {
		if n.Fields[i].Key == key {
			return n.Fields[i].Value
		}
	}
	return nil
}

// Count is how many values the node holds, itself among them; nil has none.
func (n *Node) Count() int {
	if n == nil {
		return 0
	}
	count := 1
	for _, item := range n.Items {
		count += item.Count()
	}
	for i := range n.Fields {
		count += n.Fields[i].Value.Count()
	}
	return count
}

// Float reads a Number. Infinity and "not a number" are read as such, since
// only the reader knows the range it wants; ok is false for other kinds.
func (n *Node) Float() (f float64, ok bool) {
	if n.Kind != Number {
		return 0, false
	}
	text := strings.ReplaceAll(strings.ToLower(n.Text), "_", "")
	switch strings.TrimLeft(text, "+-") {
	case ".nan":
		text = "nan"
	case ".inf":
		text = strings.ReplaceAll(text, ".", "")
	}
	f, err := strconv.ParseFloat(text, 64)
	if err != nil && !errors.Is(err, strconv.ErrRange) { // out of range is infinity
		i, err := strconv.ParseInt(text, 0, 64)
		return float64(i), err == nil
	}
	return f, true
}

// IsTrue reports whether a Bool node says true.
func (n *Node) IsTrue() bool { return n.Kind == Bool && strings.EqualFold(n.Text, "true") }
