package rules

import (
	"github.com/ajar-decision/ajar/rules/lang"
	"github.com/ajar-decision/ajar/rules/tree"
)

// Text is one text in every language that the pack has.
type Text = lang.Text

// Table is a map of a pack: its entries sorted by key. [tree.NewTable] makes one of a map.
type Table[V any] = tree.Table[V]
