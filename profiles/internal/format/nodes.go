package format

import (
	"math"
	"strconv"

	"github.com/ajar-decision/ajar/rules/tree"
)

// AddField adds a field to a map, last.
func AddField(n *tree.Node, key string, v *tree.Node) {
	n.Fields = append(n.Fields, tree.Field{Key: key, Value: v})
}

// NewString makes a node of text.
func NewString(s string) *tree.Node { return &tree.Node{Kind: tree.String, Text: s} }

// NewNumber writes a number as people do, with an exponent only where there
// would be many zeros, which TOML could not read back.
func NewNumber(x float64) *tree.Node {
	format := byte('f')
	if size := math.Abs(x); size >= 1e15 || size < 1e-9 && size > 0 {
		format = 'g'
	}
	return &tree.Node{Kind: tree.Number, Text: strconv.FormatFloat(x, format, -1, 64)}
}
