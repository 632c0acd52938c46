package dialogue

import (
	"strings"
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
