package edit

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules/tree"
)

// canChangeItems reports whether one list of words can be made another by taking
// words out and adding others at its end.
func canChangeItems(old, value *tree.Node) bool {
	if old.Kind != tree.List || value.Kind != tree.List || len(old.Items) == 0 || len(value.Items) == 0 {
		return false
	}
	kept := pickItems(value, old, true)
	return slices.EqualFunc(kept, pickItems(old, value, true), HaveSameMeaning) && slices.EqualFunc(kept, value.Items[:len(kept)], HaveSameMeaning)
}

// pickItems gives the words of a list that stand in another too, or those that do not.
func pickItems(list, other *tree.Node, shared bool) []*tree.Node {
	return slices.DeleteFunc(slices.Clone(list.Items), func(n *tree.Node) bool {
		return slices.ContainsFunc(other.Items, func(o *tree.Node) bool { return HaveSameMeaning(n, o) }) != shared
	})
}

// writeItems changes a list word by word, so that the comments beside those that stay
// stay. It goes from the end, so that places stay right.
func (e *yamlEditor) writeItems(old, value *tree.Node) {
	inside := e.isFlow(old)
	findItemEnd := func(n *tree.Node) int { return e.findEnd(n, n.At.Col-1, inside) }
	last := old.Items[len(old.Items)-1]
	from, to := e.findOffset(last.At), findItemEnd(last)
	var texts []string
	for _, n := range pickItems(value, old, false) {
		texts = append(texts, yamlStyle.RenderValue(n))
	}
	switch {
	case len(texts) == 0:
	case inside:
		e.replaceRange(to, to, ", "+strings.Join(texts, ", "))
		e.data = e.out
	default:
		at, dash := e.nextLine(to), string(e.data[e.lineStart(from):from])
		e.replaceRange(at, at, e.missingLineBreak(at)+dash+strings.Join(texts, e.lineBreak()+dash)+e.lineBreak())
		e.data = e.out
	}
	gone := pickItems(old, value, false)
	for _, n := range slices.Backward(gone) {
		from, to := e.findOffset(n.At), findItemEnd(n)
		if inside {
			e.cutBetweenBrackets(from, to)
		} else {
			e.replaceRange(e.lineStart(from), e.nextLine(to), "")
		}
		e.data = e.out
	}
}
