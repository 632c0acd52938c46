package dialogue

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules"
)

// interview asks question after question.
func (d *Dialogue) interview(ctx context.Context) error {
	for {
		q, err := d.Session.Next(ctx)
		if err != nil || q == nil {
			return err
		}
		if err := d.tellSettled(ctx); err != nil {
			return err
		}
		d.show(q)
		if enough, err := d.answer(ctx, q); err != nil || enough {
			return err
		}
	}
}

// tellSettled says once that nothing still open can change the result.
func (d *Dialogue) tellSettled(ctx context.Context) error {
	can, err := d.Session.CanStillChange(ctx)
	if err != nil {
		return err
	}
	if !can && !d.settled {
		d.gap()
		d.block("", d.say.Say("settled"))
	}
	d.settled = !can
	return nil
}

// show writes the question with its choices.
func (d *Dialogue) show(q *session.Question) {
	d.gap()
	place := d.say.Say("place", "i", strconv.Itoa(q.Place), "n", strconv.Itoa(q.Of))
	name := "   [" + q.ID + "]"
	if compares(q) {
		name = ""
	}
	d.block("", place+"  "+d.text(q)+name)
	for i, c := range q.Choices {
		label := c.Label.In(d.say.Lang)
		if q.Kind == session.Choose && !d.look.Plain {
			label += d.say.Say("colon") + c.More.In(d.say.Lang)
		}
		for _, given := range q.Given.Values {
			if given == c.ID {
				label += d.say.Say("chosen")
			}
		}
		d.numbered(i+1, label)
	}
	switch q.Kind {
	case session.Choose:
		d.block("  ", d.limit(q))
	case session.Number:
		d.block("  ", d.say.Say("range", "low", float(q.Min), "high", float(q.Max), "unit", q.Unit.In(d.say.Lang)))
	case session.Rate:
		if compares(q) {
			d.block("  ", d.scale(q))
			break
		}
		for _, a := range q.Anchors {
			d.block("  ", float(a.Weight)+"  "+a.Text.In(d.say.Lang))
		}
	case session.Order:
		d.block("  ", d.say.Say("order"))
	case session.Spread:
		d.block("  ", d.say.Say("spread", "points", float(q.Max)))
	case session.Compare:
		d.block("  ", d.say.Say("compare", "low", float(q.Min), "high", float(q.Max)))
		d.block("  ", d.scale(q))
	}
	d.before(q)
}

// limit says how to choose several.
func (d *Dialogue) limit(q *session.Question) string {
	if q.Most == 0 {
		return d.say.Say("choose_any")
	}
	return d.say.Count("choose", q.Most)
}

func (d *Dialogue) text(q *session.Question) string {
	if t := q.Text.In(d.say.Lang); t != "" {
		return t
	}
	return d.title(q) + d.say.Say("mark")
}

// before says what was answered earlier, and that Enter keeps it.
func (d *Dialogue) before(q *session.Question) {
	switch {
	case q.Given.State == session.Open:
	case q.Given.State == session.Answered && (q.Kind == session.OneOf || q.Kind == session.Choose):
		d.block("  ", d.say.Say("keep_marked"))
	default:
		d.block("  ", d.say.Say("keep", "answer", d.given(q)))
	}
}

// given puts what was said into words.
func (d *Dialogue) given(q *session.Question) string {
	switch q.Given.State {
	case session.Unknown:
		return d.say.Say("unknown")
	case session.NotApplicable:
		return d.say.Say("na")
	case session.Skipped, session.Open:
		return d.say.Say("skipped")
	}
	return d.answered(q, q.Given.Values)
}

// answered puts an answer into words.
func (d *Dialogue) answered(q *session.Question, values []string) string {
	labels := make([]string, len(values))
	for i, v := range values {
		labels[i] = d.label(q, v)
	}
	switch q.Kind {
	case session.Order:
		for i, v := range values {
			var tied []string
			for _, id := range strings.Split(v, "=") {
				tied = append(tied, d.label(q, id))
			}
			labels[i] = strings.Join(tied, " = ")
		}
		return strings.Join(labels, " > ")
	case session.Spread:
		for i, c := range q.Choices {
			labels[i] = c.Label.In(d.say.Lang) + " " + values[i]
		}
	case session.Compare:
		if values[1] == "1" {
			return d.say.Say("alike")
		}
		return d.say.Say("times", "more", labels[0], "times", short(values[1]))
	}
	return strings.Join(labels, d.say.Say("semicolon"))
}

func (d *Dialogue) label(q *session.Question, value string) string {
	for _, c := range q.Choices {
		if c.ID == value {
			return c.Label.In(d.say.Lang)
		}
	}
	return value
}

// answer reads lines until the question is done with. It is enough if the
// person wants the result now.
func (d *Dialogue) answer(ctx context.Context, q *session.Question) (enough bool, err error) {
	for {
		text, err := d.ask()
		if err != nil {
			return false, err
		}
		switch strings.ToLower(text) {
		case "?":
			d.why(q)
			d.show(q)
			continue
		case "h":
			d.Keys()
			continue
		case "p":
			if err := d.peek(ctx); err != nil {
				return false, err
			}
			continue
		case "b":
			if !d.Session.Back() {
				d.block("  ", d.say.Say("first"))
				continue
			}
			return false, nil
		case "r":
			return true, nil
		case "q":
			return false, ErrQuit
		}
		done, err := d.record(ctx, q, text)
		if err != nil || done {
			return false, err
		}
	}
}

// record tells the session what was said and saves; done is false if it was no
// answer.
func (d *Dialogue) record(ctx context.Context, q *session.Question, text string) (done bool, err error) {
	var change session.Change
	switch strings.ToLower(text) {
	case "u":
		change, err = d.Session.Unknown(ctx)
		d.block("  ", d.say.Say("noted_unknown"))
	case "s":
		change, err = d.Session.Skip(ctx)
		d.block("  ", d.say.Say("noted_skip"))
	case "n":
		change, err = d.Session.NotApplicable(ctx)
		d.block("  ", d.say.Say("noted_na"))
	case "":
		if err = d.Session.Keep(ctx); err == nil {
			return true, nil
		}
		if errors.Is(err, session.ErrNoQuestion) {
			_, err = q.Parse("")
			d.wrong(err)
			return false, nil
		}
	default:
		values, wrong := q.Parse(text)
		if wrong != nil {
			d.wrong(wrong)
			return false, nil
		}
		change, err = d.Session.Answer(ctx, values...)
	}
	if err != nil {
		return false, err
	}
	d.tell(change)
	if err := d.keep(); err != nil {
		return false, err
	}
	return true, d.weighed(q)
}

// keep saves. If that does not work, the answer is not lost yet: the person may
// make room, say, and try again. Whoever does not leaves with the error.
func (d *Dialogue) keep() error {
	for {
		err := d.Save(d.Session.Profile())
		if err == nil {
			return nil
		}
		d.wrong(err)
		way, left := d.Choose(d.say.Say("not_saved"), []string{d.say.Say("try_again"), d.say.Say("stop_here")}, false)
		if left != nil || way == 2 {
			return err
		}
	}
}

// tell says what an answer switched off or on.
func (d *Dialogue) tell(c session.Change) {
	if n := len(c.Off); n > 0 {
		d.block("  ", d.say.Count("off", n, "ids", d.names(c.Off)))
	}
	if n := len(c.On); n > 0 {
		d.block("  ", d.say.Count("on", n, "ids", d.names(c.On)))
	}
}

// why says why the question is asked and what that rests on.
func (d *Dialogue) why(q *session.Question) {
	why := q.Why.In(d.say.Lang)
	if why == "" {
		why = d.say.Say("what_matters_why")
	}
	d.block("  ", d.say.Say("why", "text", why))
	if na := q.NA.In(d.say.Lang); na != "" {
		d.block("  ", d.say.Say("na_means", "text", na))
	}
	sources := d.say.Say("sources", "ids", strings.Join(q.Source, ", "))
	if q.ID != rules.PrioritiesID && !compares(q) {
		sources += d.say.Say("explain", "id", q.ID)
	}
	d.block("  ", sources)
}

func number(n int) string { return strconv.Itoa(n) }

func parse(text string) int {
	n, _ := strconv.Atoi(text) // one of our own numbers
	return n
}

func float(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// One asks a single question, which must be open or answered before.
func (d *Dialogue) One(ctx context.Context, id string) error {
	if err := d.Session.Edit(id); err != nil {
		return err
	}
	q, err := d.Session.Next(ctx)
	if err != nil {
		return err
	}
	d.show(q)
	_, err = d.answer(ctx, q)
	return err
}

// Review lets the person change answers, and asks what that opens.
func (d *Dialogue) Review(ctx context.Context) error {
	again, err := d.review()
	if err != nil || !again {
		return err
	}
	return d.Run(ctx)
}
