package dialogue

import (
	"bufio"
	"io"
	"strings"

	"golang.org/x/text/width"
)

// typed is a line that was read, or the end of the input.
type typed struct {
	text string
	err  error
}

// read reads lines while others wait for them, so that an interrupt need not
// wait for Enter.
func read(r io.Reader) <-chan typed {
	lines := make(chan typed)
	go func() {
		b := bufio.NewReader(r)
		for {
			text, err := b.ReadString('\n')
			lines <- typed{fold(text), err}
			if err != nil {
				return
			}
		}
	}()
	return lines
}

// fold turns what input methods for Chinese produce into plain letters and
// digits, and drops what surrounds a line.
func fold(text string) string { return strings.TrimSpace(width.Fold.String(text)) }
