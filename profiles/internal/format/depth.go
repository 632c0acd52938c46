package format

import (
	"bytes"
	"strconv"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// checkText checks a text of JSON or TOML before a library reads it: that it is text of a
// size that we take, and that no bracket opens more levels than YAML may have. The
// libraries stop at 10,000 levels and say so in words of their own.
func checkText(file string, data []byte) diag.List {
	if list := tree.CheckBytes(file, data); list != nil {
		return list
	}
	if at := findDeepBracket(data); at >= 0 {
		return tooDeep(tree.NewPlaces(file, data).At(at))
	}
	return nil
}

func tooDeep(at diag.Pos) diag.List {
	return diag.List{diag.TooDeep(at, strconv.Itoa(tree.MaxDepth))}
}

// findDeepBracket gives the place of the first bracket that opens one level too many, -1
// without any. What stands in quotes, and in comments of TOML, opens none.
func findDeepBracket(data []byte) int {
	depth := 0
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '[', '{':
			if depth++; depth > tree.MaxDepth {
				return i
			}
		case ']', '}':
			depth = max(0, depth-1)
		case '"', '\'':
			i = endOfQuoted(data, i)
		case '#':
			if end := bytes.IndexByte(data[i:], '\n'); end >= 0 {
				i += end
			} else {
				return -1
			}
		}
	}
	return -1
}

// endOfQuoted gives the place of the last byte of what is quoted from a place on: up to
// the same quote, or three of them if three begin it. A line ends what one quote begins.
func endOfQuoted(data []byte, at int) int {
	quote := data[at : at+1]
	if three := bytes.Repeat(quote, 3); bytes.HasPrefix(data[at:], three) {
		quote = three
	}
	for i := at + len(quote); i < len(data); i++ {
		switch {
		case data[i] == '\\' && quote[0] == '"':
			i++
		case bytes.HasPrefix(data[i:], quote):
			return i + len(quote) - 1
		case data[i] == '\n' && len(quote) == 1:
			return i
		}
	}
	return len(data)
}

// findDeepNode gives the first node that nests too deep, as keys with dots may, nil
// without any.
func findDeepNode(n *tree.Node, depth int) *tree.Node {
	if depth > tree.MaxDepth {
		return n
	}
	for _, item := range n.Items {
		if deep := findDeepNode(item, depth+1); deep != nil {
			return deep
		}
	}
	for _, f := range n.Fields {
		if deep := findDeepNode(f.Value, depth+1); deep != nil {
			return deep
		}
	}
	return nil
}
