package report

import "github.com/ajar-decision/ajar/engine/report/layout"

// listItem is one entry of a list that may be counted only.
type listItem struct{ id, text string }

// fitList tells as many entries as there is room for, the first whatever it takes, and
// counts the rest.
func fitList(w *wording, items []listItem, room int, more func(n int) string) CardLine {
	var line CardLine
	for i, x := range items {
		text := x.text
		if i > 0 {
			text = line.Text + w.Semicolon() + x.text
		}
		full := text
		if rest := len(items) - i - 1; rest > 0 {
			full += more(rest)
		}
		if i > 0 && layout.TextWidth(full) > room {
			for _, y := range items[i:] {
				line.Counted = append(line.Counted, y.id)
			}
			line.Text += more(len(items) - i)
			return line
		}
		line.Text, line.Told = text, append(line.Told, x.id)
	}
	return line
}
