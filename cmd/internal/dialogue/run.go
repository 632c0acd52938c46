package dialogue

import (
	"context"
)

// Run asks until nothing is open or the person wants the result, then lets
// them look over what they said. The error is ErrQuit, ErrInterrupted, or one
// of the session or of Save.
func (d *Dialogue) Run(ctx context.Context) error {
	for {
		if err := d.askQuestions(ctx); err != nil {
			return err
		}
		again, err := d.listGivenAnswers()
		if err != nil || !again {
			return err
		}
	}
}

// AskOne asks a single question, which must be open or answered before.
func (d *Dialogue) AskOne(ctx context.Context, id string) error {
	if err := d.Session.Edit(id); err != nil {
		return err
	}
	return d.askCurrent(ctx)
}

// askCurrent asks the question that the session is at.
func (d *Dialogue) askCurrent(ctx context.Context) error {
	q, err := d.Session.Next(ctx)
	if err != nil || q == nil {
		return err
	}
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
