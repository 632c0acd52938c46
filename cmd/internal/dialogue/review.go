package dialogue

import (
	"context"
	"strings"

	"github.com/ajar-decision/ajar/engine"
)

// listGivenAnswers lists what was said. It is again if the person went to a question.
func (d *Dialogue) listGivenAnswers() (again bool, err error) {
	d.writeGap()
	d.writeParagraph("", d.words.Say("review"))
	said := d.Session.Review()
	for i, x := range said {
		title := d.nameQuestion(x.Question)
		line := title + d.words.Say("colon") + d.phraseGivenAnswer(x.Question)
		if !x.Active {
			line += d.words.Say("inactive")
		}
		d.writeNumbered(i+1, line)
	}
	d.writeParagraph("", d.words.Say("review_keys"))
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
		d.writeParagraph("  ", d.words.Count("review_wrong", len(said)))
	}
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
	line := d.words.Say("peek_" + string(r.Stance))
	if o := r.Pack.Option(r.Option); o != nil {
		line = d.words.Say("peek", "stance", line, "option", o.Title.In(d.words.Lang))
	}
	if can && r.Stance != engine.NoBasis {
		line = d.words.JoinSentences([]string{line, d.words.Say("can_change")})
	}
	d.writeParagraph("  ", line)
	return nil
}
