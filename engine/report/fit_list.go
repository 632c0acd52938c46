package report

import "github.com/ajar-decision/ajar/engine/report/layout"

// listItem is one entry of a list that may be counted only.
type listItem struct {
	ids  []string // of what the entry tells
	text string
}

// itemList is what a line of a card could tell.
type itemList struct {
	items []listItem
	// more counts ids that are not told; nil for a list of examples, of which nobody
	// misses the rest.
	more func(n int) string
}

// makeStatement makes a list of one entry that is always told.
func makeStatement(text string, ids ...string) itemList {
	return itemList{items: []listItem{{ids, text}}}
}

// fitList tells as many entries as there is room for, the first whatever it takes, and
// counts the rest.
func fitList(w *wording, list *itemList, room int) CardLine {
	line := CardLine{Told: []string{}, Counted: []string{}}
	rest := 0
	for i := range list.items {
		rest += len(list.items[i].ids)
	}
	for i := range list.items {
		x := &list.items[i]
		text, tail := x.text, ""
		if i > 0 {
			text = line.Text + w.Semicolon() + x.text
		}
		if n := rest - len(x.ids); n > 0 && list.more != nil {
			tail = list.more(n)
		}
		if i > 0 && layout.TextWidth(text+tail) > room {
			countItems(&line, list, i, rest)
			return line
		}
		line.Text, line.Told = text, append(line.Told, x.ids...)
		rest -= len(x.ids)
	}
	return line
}

// countItems ends a line with the number of ids that entries from one on stand for.
func countItems(line *CardLine, list *itemList, from, n int) {
	if list.more == nil {
		return
	}
	line.Text += list.more(n)
	for i := from; i < len(list.items); i++ {
		line.Counted = append(line.Counted, list.items[i].ids...)
	}
}
