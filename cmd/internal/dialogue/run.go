package dialogue

import (
	"context"

	"github.com/ajar-decision/ajar/engine/session"
)

// Run asks until nothing is open or the person wants the result, then lets
// them look over what they said. The error is ErrQuit, an InterruptedError, or one
// of the session or of Save.
func (d *Dialogue) Run(ctx context.Context) error {
	for {
		if err := d.askQuestions(ctx); err != nil {
			return err
		}
		// What somebody else answered since counts in the result too.
		if len(d.Session.Review()) > 0 {
			if err := d.saveProfile(); err != nil {
				return err
			}
		}
		again, err := d.listGivenAnswers()
		if err != nil || !again {
			return err
		}
	}
}

// AskOpen asks a single question that nothing was said to yet, or ErrNotOpen. It need not
// be one of those that the session asks by itself.
func (d *Dialogue) AskOpen(ctx context.Context, id string) error {
	if q := d.Session.QuestionByID(id); q == nil || q.Given.State != session.Unanswered || !d.Session.Reach(id) {
		return ErrNotOpen
	}
	return d.askCurrent(ctx)
}

// askCurrent asks the question that the session is at.
func (d *Dialogue) askCurrent(ctx context.Context) error {
	q, err := d.Session.Next(ctx)
	if err != nil || q == nil {
		return err
	}
	q.Place = 0 // it stands alone
	d.showQuestion(q)
	_, err = d.readAnswer(ctx, q)
	return err
}

// Review lets the person change one answer, and leads back at once.
func (d *Dialogue) Review(ctx context.Context) error {
	again, err := d.listGivenAnswers()
	if err != nil || !again {
		return err
	}
	return d.askCurrent(ctx)
}
