package dialogue

import (
	"context"
	"strings"

	"github.com/ajar-decision/ajar/engine"
)

// listGivenAnswers lists what was said. It is again if the person went to a question.
func (d *Dialogue) listGivenAnswers() (again bool, err error) {
	d.writeGap()
	d.writeParagraph("", d.words.Review())
	said := d.Session.Review()
	for i, x := range said {
		title := d.nameQuestion(x.Question)
		line := title + d.words.Colon() + d.phraseGivenAnswer(x.Question)
		if !x.Active {
			line += d.words.Inactive()
		}
		d.writeNumbered(i+1, line)
	}
	d.writeParagraph("", d.words.ReviewKeys())
	for {
		text, err := d.promptLine()
		if err != nil {
			return false, err
		}
		switch text = strings.ToLower(text); {
		case text == "":
			return false, nil
		case text == "q":
			return false, ErrQuit
		case text == "b" && d.Session.Back():
			return true, nil
		}
		number, ok := strings.CutPrefix(text, "e")
		if n := parseInt(strings.TrimSpace(number)); ok && n >= 1 && n <= len(said) {
			return true, d.Session.Edit(said[n-1].Question.ID)
		}
		d.writeParagraph("  ", d.words.ReviewWrong(len(said)))
	}
}

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
