package tree

import (
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/rules/pattern"
)

var plainWord = pattern.New(`^[A-Za-z_][A-Za-z0-9_.+-]*$`)

// notPlain are words that a reader may take for something else than text.
var notPlain = map[string]bool{"yes": true, "no": true, "true": true, "false": true, "null": true}

// FormatFlow writes a node on one line, as YAML that reads as the same node again.
func (n *Node) FormatFlow() string {
	switch n.Kind {
	case Map:
		parts := make([]string, len(n.Fields))
		for i, f := range n.Fields {
			parts[i] = quoteIfNeeded(f.Key) + ": " + f.Value.FormatFlow()
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case List:
		parts := make([]string, len(n.Items))
		for i, item := range n.Items {
			parts[i] = item.FormatFlow()
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case String:
		return quoteIfNeeded(n.Text)
	case Null:
		return "null"
	}
	return n.Text
}

func quoteIfNeeded(text string) string {
	if plainWord().MatchString(text) && !notPlain[strings.ToLower(text)] {
		return text
	}
	return strconv.Quote(text)
}
