package dialogue

import (
	"context"

	"github.com/ajar-decision/ajar/engine"
)

// phraseStanceSoFar names the stance of the answers so far.
func (d *Dialogue) phraseStanceSoFar(s engine.Stance) string {
	switch s {
	case engine.Open:
		return d.words.PeekOpen()
	case engine.Mixed:
		return d.words.PeekMixed()
	case engine.Closed:
		return d.words.PeekClosed()
	case engine.NoBasis:
		return d.words.PeekNoBasis()
	}
	return d.words.PeekNone()
}

// tellResultSoFar tells what the answers so far come to.
func (d *Dialogue) tellResultSoFar(ctx context.Context) error {
	r, err := d.Session.Peek(ctx)
	if err != nil {
		return err
	}
	can, err := d.Session.CanStillChange(ctx)
	if err != nil {
		return err
	}
	line := d.phraseStanceSoFar(r.Stance)
	if r.Option != "" {
		line = d.words.Peek(line, d.Session.OptionTitle(r.Option).In(d.words.Lang))
	}
	if can && r.Stance != engine.NoBasis {
		line = d.words.Sentences([]string{line, d.words.CanChange()})
	}
	d.writeParagraph("  ", line)
	return nil
}
