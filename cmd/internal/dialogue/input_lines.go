package dialogue

import (
	"bufio"
	"io"
	"strings"

	"golang.org/x/text/width"
)

// inputLine is a line that was read, or the end of the input.
type inputLine struct {
	text string
	err  error
}

// readLines reads lines while others wait for them, so that an interrupt need not
// wait for Enter. After the end there are no more lines.
func readLines(r io.Reader) <-chan inputLine {
	lines := make(chan inputLine)
	go func() {
		defer close(lines)
		b := bufio.NewReader(r)
		for {
			text, err := b.ReadString('\n')
			lines <- inputLine{foldInput(text), err}
			if err != nil {
				return
			}
		}
	}()
	return lines
}

// foldInput turns what input methods for Chinese produce into plain letters and
// digits, and drops what surrounds a line.
func foldInput(text string) string { return strings.TrimSpace(width.Fold.String(text)) }
