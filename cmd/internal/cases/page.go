package cases

import (
	"math"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/cmd/internal/page"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/words"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
)

// writer makes the pages in one language.
type writer struct {
	words.Tongue
	pack *rules.Pack
}

func (a *Archive) writer(lang string) writer { return writer{book().In(lang), a.engine.Pack()} }

// ListPage lists all decisions with outcome and answer.
func (a *Archive) ListPage(lang string) *page.Page {
	w := a.writer(lang)
	p := &page.Page{}
	p.Text(w.Count("list", len(a.entries)))
	p.Gap()
	rows := make([]page.Row, len(a.entries))
	for i := range a.entries {
		e := &a.entries[i]
		rows[i] = page.Row{Term: e.Name, Text: w.Say("entry", "title", e.Title.In(lang), "owner", e.Owner.In(lang), "year", strconv.Itoa(e.Year),
			"outcome", w.stance(e.Outcome), "answer", w.verdict(e.WithPriorities))}
	}
	p.Rows(rows)
	p.Gap()
	p.Text(w.Say("list_more"))
	return p
}

// Page shows one decision.
func (a *Archive) Page(e *Entry, lang string) *page.Page {
	w := a.writer(lang)
	p := &page.Page{}
	p.Heading(e.Name)
	p.Text(w.Say("heading", "title", e.Title.In(lang), "owner", e.Owner.In(lang), "year", strconv.Itoa(e.Year)))
	for _, part := range []struct{ key, text string }{
		{"situation", e.About.In(lang)}, {"done", w.Say("done", "outcome", w.stance(e.Outcome), "detail", e.Detail.In(lang))},
		{"also", w.also(e)}, {"answer", w.answers(e)}, {"note", e.Note.In(lang)},
		{"basis", w.Sentences([]string{w.Say("basis_" + e.PriorityBasis), w.Say("confidence_" + e.Confidence)})},
	} {
		if part.text != "" {
			p.Gap()
			p.Heading(w.Say("part_" + part.key))
			p.Inset(part.text)
		}
	}
	p.Gap()
	p.Heading(w.Say("part_sources"))
	for _, s := range e.Sources {
		p.Inset(w.Say("source", "ref", s.Ref, "mark", w.Say("mark_"+s.Basis)))
	}
	p.Gap()
	p.Text(w.Say("more", "name", e.Name))
	return p
}

func (w *writer) stance(s engine.Stance) string { return w.Say("stance_" + string(s)) }

// verdict names stance and option: "mixed: Open core".
func (w *writer) verdict(v Verdict) string {
	if o := w.pack.Option(v.Option); o != nil {
		return w.Say("verdict", "stance", w.stance(v.Stance), "option", o.Title.In(w.Lang))
	}
	return w.stance(v.Stance)
}

func (w *writer) also(e *Entry) string {
	if len(e.AlsoAcceptable) == 0 {
		return ""
	}
	names := make([]string, len(e.AlsoAcceptable))
	for i, s := range e.AlsoAcceptable {
		names[i] = w.stance(s)
	}
	return w.Say("also", "stances", w.List(names))
}

func (w *writer) answers(e *Entry) string {
	return w.Say("answers", "all", w.verdict(e.WithPriorities), "facts", w.verdict(e.FactsOnly), "agrees", w.agrees(e))
}

func (w *writer) agrees(e *Entry) string {
	switch {
	case e.WithPriorities.Stance == e.Outcome:
		return w.Say("agrees")
	case slices.Contains(e.AlsoAcceptable, e.WithPriorities.Stance):
		return w.Say("agrees_in_part")
	}
	return w.Say("differs")
}

// nearest is how many precedents are shown.
const nearest = 3

// LikePage shows the precedents nearest to a profile: what they did, the facts
// they share with it and those that differ.
func (a *Archive) LikePage(p engine.Profile, lang string) *page.Page {
	w := a.writer(lang)
	out := &page.Page{}
	list := profiles.Like(p, profiles.WithPack(w.pack))
	if math.IsNaN(list[0].Alike) {
		out.Text(w.Say("nothing_known"))
		return out
	}
	out.Text(w.Say("like"))
	for _, x := range list[:min(nearest, len(list))] {
		w.precedent(out, a.Find(x.Case.Name), &x, p)
	}
	out.Gap()
	out.Text(w.Say("like_caution"))
	return out
}

func (w *writer) precedent(out *page.Page, e *Entry, x *profiles.Precedent, p engine.Profile) {
	out.Gap()
	out.Heading(w.Say("precedent", "name", e.Name, "title", e.Title.In(w.Lang), "year", strconv.Itoa(e.Year)))
	id := "alike"
	if x.Open == 0 {
		id = "alike_settled"
	}
	out.Inset(w.Say(id, "n", hundred(x.Alike), "low", hundred(x.Low), "high", hundred(x.High),
		"same", strconv.Itoa(len(x.Shared)), "both", strconv.Itoa(len(x.Shared)+len(x.Differing)), "open", strconv.Itoa(x.Open)))
	out.Inset(w.Say("did", "outcome", w.stance(e.Outcome), "detail", e.Detail.In(w.Lang)))
	out.Inset(w.Say("ajar_says", "answer", w.verdict(e.WithPriorities)))
	if len(x.Shared) > 0 {
		out.Inset(w.Say("shared", "facts", w.shared(x)))
	}
	for _, id := range x.Differing {
		out.Literal(w.Say("differing", "fact", w.pack.Fact(id).Title.In(w.Lang), "id", id,
			"here", w.value(id, p.Facts[id].String()), "there", w.value(id, x.Answers[id])))
	}
}

// shared names the facts in common.
func (w *writer) shared(x *profiles.Precedent) string {
	names := make([]string, len(x.Shared))
	for i, id := range x.Shared {
		names[i] = w.pack.Fact(id).Title.In(w.Lang)
	}
	return w.List(names)
}

// value says an answer in words. A profile may be silent on a fact that its
// other answers settle: then it does not apply.
func (w *writer) value(id, answer string) string {
	f := w.pack.Fact(id)
	if v := f.Value(answer); v != nil {
		return v.Label(w.Lang)
	}
	if f.Type == rules.NumberFact && answer != "na" && answer != "unknown" {
		return answer
	}
	return w.Say("na")
}

// hundred gives a share as a whole number of 100.
func hundred(x float64) string { return strconv.Itoa(int(math.Round(100 * x))) }
