package cli

import (
	"strings"

	"github.com/ajar-decision/ajar/engine/report/page"
)

// parseHelpText reads a page from plain text. A line that begins with two spaces
// is a row if two more spaces part a word from its meaning, else a literal; one
// that begins with "# " is a heading; any other line is a paragraph.
func parseHelpText(text string) *page.Page {
	const indent = "  "
	p := &page.Page{}
	var rows []page.Row
	flush := func() { p.Rows(rows); rows = nil }
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \n\r")
		body, indented := strings.CutPrefix(line, indent)
		word, meaning, parted := strings.Cut(strings.TrimLeft(body, " "), indent)
		if indented && parted {
			rows = append(rows, page.Row{Term: word, Text: strings.TrimSpace(meaning)})
			continue
		}
		flush()
		switch title, isHeading := strings.CutPrefix(line, "# "); {
		case line == "":
			p.Gap()
		case isHeading:
			p.Heading(title)
		case indented:
			p.Literal(body)
		default:
			p.Text(line)
		}
	}
	flush()
	return p
}
