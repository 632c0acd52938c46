package report

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// What things are called in a line of a list. A pack need not have such words; then what
// it says in full stands there.

func sayBriefly(w *wording, brief, text rules.Text) string {
	return trimFullStop(brief.InOr(w.Lang, text))
}

func briefPriority(w *wording, id string) string {
	p := w.pack.Priority(id)
	return sayBriefly(w, p.Brief, p.Title)
}

func briefArgument(w *wording, id string) string {
	a := w.pack.Argument(id)
	return sayBriefly(w, a.Brief, a.Text)
}

func briefModerator(w *wording, id string) string {
	m := w.pack.Moderator(id)
	return sayBriefly(w, m.Brief, m.Text)
}

func briefBar(w *wording, id string) string {
	b := w.pack.Bar(id)
	return sayBriefly(w, b.Brief, b.Text)
}

func briefLift(w *wording, id string) string {
	b := w.pack.Bar(id)
	return sayBriefly(w, b.BriefLift, b.Lift)
}

func briefDuty(w *wording, id string) string {
	d := w.pack.Duty(id)
	return sayBriefly(w, d.Brief, d.Text)
}

func briefQuestion(w *wording, fact string) string {
	f := w.pack.Fact(fact)
	return sayBriefly(w, f.Brief, f.Title)
}

func briefComponent(w *wording, id string) string {
	if w.findOwnPart(id) != nil {
		return w.nameComponent(id)
	}
	c := w.pack.Component(id)
	return sayBriefly(w, c.Brief, c.Title)
}

// briefStep says what to do in a step of the plan, or to lift a bar.
func briefStep(w *wording, s *engine.PlanStep) string {
	if s.Kind == rules.BarRule {
		return briefLift(w, s.ID)
	}
	step := w.pack.Step(s.ID)
	return sayBriefly(w, step.Brief, step.Text)
}

// briefAnswer says an answer to the owner: "you sell licences". What has no words of its
// own is said with the name of the fact.
func briefAnswer(w *wording, id string, a engine.Answer) string {
	f := w.pack.Fact(id)
	v, known := a.Known()
	if x := f.Value(v); known && x != nil {
		return sayBriefly(w, x.Brief, x.Label)
	}
	if members, ok := a.Members(); known && ok && f.Type == rules.SetFact {
		truths := members.Truths(f)
		var in []string
		for i := range f.Values {
			if truths[i] == rules.True {
				in = append(in, sayBriefly(w, f.Values[i].Brief, f.Values[i].Label))
			}
		}
		if len(in) > 0 && !slices.Contains(truths, rules.Unknown) {
			return w.List(in)
		}
	}
	return w.Topic(f.Title.In(w.Lang), strings.TrimSpace(trimFullStop(w.describeAnswer(id, a))))
}

// nameFormOrOption names a release in a sentence without quotes.
func nameBarely(w *wording, id string) string {
	if o := w.pack.Option(id); o != nil {
		return o.Title.In(w.Lang)
	}
	_, f := w.pack.Form(id)
	return f.Title.In(w.Lang)
}
