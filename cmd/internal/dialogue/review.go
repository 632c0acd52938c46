package dialogue

import (
	"context"
	"strings"

	"github.com/ajar-decision/ajar/engine"
)

// review lists what was said. It is again if the person went to a question.
func (d *Dialogue) review() (again bool, err error) {
	d.gap()
	d.block("", d.say.Say("review"))
	said := d.Session.Review()
	for i, x := range said {
		title := d.title(x.Question)
		line := title + d.say.Say("colon") + d.given(x.Question)
		if !x.Active {
			line += d.say.Say("inactive")
		}
		d.numbered(i+1, line)
	}
	d.block("", d.say.Say("review_keys"))
	for {
		text, err := d.ask()
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
		if n := parse(strings.TrimSpace(number)); ok && n >= 1 && n <= len(said) {
			return true, d.Session.Edit(said[n-1].Question.ID)
		}
		d.block("  ", d.say.Count("review_wrong", len(said)))
	}
}

// peek tells what the answers so far come to.
func (d *Dialogue) peek(ctx context.Context) error {
	r, err := d.Session.Peek(ctx)
	if err != nil {
		return err
	}
	can, err := d.Session.CanStillChange(ctx)
	if err != nil {
		return err
	}
	line := d.say.Say("peek_" + string(r.Stance))
	if o := r.Pack.Option(r.Option); o != nil {
		line = d.say.Say("peek", "stance", line, "option", o.Title.In(d.say.Lang))
	}
	if can && r.Stance != engine.NoBasis {
		line = d.say.Sentences([]string{line, d.say.Say("can_change")})
	}
	d.block("  ", line)
	return nil
}
