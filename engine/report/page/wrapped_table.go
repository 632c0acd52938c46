package page

import (
	"strings"

	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/rules/plain"
)

// fitColumns narrows columns until the table fits, the widest first and none below its
// longest word; nil if its cells do not wrap or it cannot fit.
func (t *textWriter) fitColumns(tab *Table, widths []int) []int {
	if !tab.Wraps || t.Width < minColumnsWidth {
		return nil
	}
	out, least := append([]int{}, widths...), tab.longestWords()
	over := len(t.indent) + 2*(len(out)-1) - t.Width
	for _, n := range out {
		over += n
	}
	for ; over > 0; over-- {
		widest := -1
		for i, n := range out {
			if n > least[i] && (widest < 0 || n > out[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			return nil
		}
		out[widest]--
	}
	return out
}

// longestWords gives the columns that the longest word of each column takes.
func (t *Table) longestWords() []int {
	out := make([]int, len(t.Head))
	for _, cells := range t.listLines() {
		for i, c := range cells {
			for _, line := range layout.Wrap(plain.Escape(c), 1) {
				out[i] = max(out[i], layout.TextWidth(line))
			}
		}
	}
	return out
}

// writeWrappedColumns writes columns whose cells take as many lines as they need.
func (t *textWriter) writeWrappedColumns(tab *Table, widths []int) {
	for _, cells := range tab.listLines() {
		columns, height := make([][]string, len(cells)), 1
		for i, c := range cells {
			columns[i] = layout.Wrap(plain.Escape(c), widths[i])
			height = max(height, len(columns[i]))
		}
		for line := range height {
			var b strings.Builder
			b.WriteString(t.indent)
			for i, lines := range columns {
				text := ""
				if line < len(lines) {
					text = lines[line]
				}
				b.WriteString(text + strings.Repeat(" ", 2+widths[i]-layout.TextWidth(text)))
			}
			t.b.WriteString(strings.TrimRight(b.String(), " ") + "\n")
		}
	}
}
