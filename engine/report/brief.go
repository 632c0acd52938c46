package report

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// What things are called in a line of a list. A pack need not have such words; then what
// it says in full stands there.

func (w *wording) sayBriefly(brief, text rules.Text) string {
	return trimFullStop(brief.InOr(w.Lang, text))
}

func (w *wording) briefPriority(id string) string {
	p := w.pack.Priority(id)
	return w.sayBriefly(p.Brief, p.Title)
}

func (w *wording) briefArgument(id string) string {
	a := w.pack.Argument(id)
	return w.sayBriefly(a.Brief, a.Text)
}

func (w *wording) briefModerator(id string) string {
	m := w.pack.Moderator(id)
	return w.sayBriefly(m.Brief, m.Text)
}

func (w *wording) briefBar(id string) string {
	b := w.pack.Bar(id)
	return w.sayBriefly(b.Brief, b.Text)
}

func (w *wording) briefLift(id string) string {
	b := w.pack.Bar(id)
	return w.sayBriefly(b.BriefLift, b.Lift)
}

func (w *wording) briefDuty(id string) string {
	d := w.pack.Duty(id)
	return w.sayBriefly(d.Brief, d.Text)
}

func (w *wording) briefQuestion(fact string) string {
	f := w.pack.Fact(fact)
	return w.sayBriefly(f.Brief, f.Title)
}

func (w *wording) briefComponent(id string) string {
	if w.findOwnPart(id) != nil {
		return w.nameComponent(id)
	}
	c := w.pack.Component(id)
	return w.sayBriefly(c.Brief, c.Title)
}

// briefStep says what to do in a step of the plan, or to lift a bar.
func (w *wording) briefStep(s *engine.PlanStep) string {
	if s.Kind == rules.BarRule {
		return w.briefLift(s.ID)
	}
	step := w.pack.Step(s.ID)
	return w.sayBriefly(step.Brief, step.Text)
}

// briefAnswer says an answer to the owner: "you sell licences". What has no words of its
// own is said with the name of the fact.
func (w *wording) briefAnswer(id string, a engine.Answer) string {
	f := w.pack.Fact(id)
	v, known := a.Known()
	if x := f.Value(v); known && x != nil {
		return w.sayBriefly(x.Brief, x.Label)
	}
	if members, ok := a.Members(); known && ok && f.Type == rules.SetFact {
		truths := members.Truths(f)
		var in []string
		for i := range f.Values {
			if truths[i] == rules.True {
				in = append(in, w.sayBriefly(f.Values[i].Brief, f.Values[i].Label))
			}
		}
		if len(in) > 0 && !slices.Contains(truths, rules.Unknown) {
			return w.List(in)
		}
	}
	return w.Topic(f.Title.In(w.Lang), strings.TrimSpace(trimFullStop(w.describeAnswer(id, a))))
}

// nameFormOrOption names a release in a sentence without quotes.
func (w *wording) nameBarely(id string) string {
	if o := w.pack.Option(id); o != nil {
		return o.Title.In(w.Lang)
	}
	_, f := w.pack.Form(id)
	return f.Title.In(w.Lang)
}
