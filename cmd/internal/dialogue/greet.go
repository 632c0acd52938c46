package dialogue

import (
	"context"
	"strings"
)

// Greet says what this is, how long it takes and how to answer. More is how
// many questions there are beyond the short interview, 0 if they are asked
// too; deeper are those known so far.
func (d *Dialogue) Greet(ctx context.Context, more int, deeper []string) error {
	q, err := d.Session.Next(ctx)
	if err != nil {
		return err
	}
	d.writeParagraph("", d.words.Purpose())
	d.writeParagraph("", d.words.Privacy())
	if q != nil {
		n := q.Of - q.Place + 1
		screen := strings.Join([]string{d.words.Purpose(), d.words.Privacy(), d.words.Keys()}, "\n")
		line := d.words.Count(n, d.phraseTime(d.estimateSeconds(screen, d.Session.Ahead(), n)))
		if more > 0 {
			line = d.words.Sentences([]string{line, d.words.Deeper(more, d.phraseTime(d.estimateSeconds("", deeper, more)))})
		}
		d.writeParagraph("", line)
	}
	d.ShowKeys()
	return nil
}
