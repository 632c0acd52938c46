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

// pageWriter makes the pages in one language.
type pageWriter struct {
	words.Tongue
	pack *rules.Pack
}

func (a *Archive) newPageWriter(lang string) pageWriter {
	return pageWriter{book().In(lang), a.engine.Pack()}
}

// ListPage lists all decisions with outcome and answer.
func (a *Archive) ListPage(lang string) *page.Page {
	w := a.newPageWriter(lang)
	p := &page.Page{}
	p.Text(w.Count("list", len(a.entries)))
	p.Gap()
	rows := make([]page.Row, len(a.entries))
	for i := range a.entries {
		e := &a.entries[i]
		rows[i] = page.Row{Term: e.Name, Text: w.Say("entry", "title", e.Title.In(lang), "owner", e.Owner.In(lang), "year", strconv.Itoa(e.Year),
			"outcome", w.nameStance(e.Outcome), "answer", w.phraseVerdict(e.WithPriorities))}
	}
	p.Rows(rows)
	p.Gap()
	p.Text(w.Say("list_more"))
	return p
}

// CasePage shows one decision.
func (a *Archive) CasePage(e *JudgedCase, lang string) *page.Page {
	w := a.newPageWriter(lang)
	p := &page.Page{}
	p.Heading(e.Name)
	p.Text(w.Say("heading", "title", e.Title.In(lang), "owner", e.Owner.In(lang), "year", strconv.Itoa(e.Year)))
	for _, part := range []struct{ key, text string }{
		{"situation", e.About.In(lang)}, {"done", w.Say("done", "outcome", w.nameStance(e.Outcome), "detail", e.Detail.In(lang))},
		{"also", w.phraseAlsoAcceptable(e)}, {"answer", w.phraseAnswers(e)}, {"note", e.Note.In(lang)},
		{"basis", w.JoinSentences([]string{w.Say("basis_" + e.PriorityBasis), w.Say("confidence_" + e.Confidence)})},
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
		p.Inset(w.Say("source", "ref", s.Ref, "mark", w.Say("mark_"+string(s.Basis))))
	}
	p.Gap()
	p.Text(w.Say("more", "name", e.Name))
	return p
}

func (w *pageWriter) nameStance(s engine.Stance) string { return w.Say("stance_" + string(s)) }

// phraseVerdict names stance and option: "mixed: Open core".
func (w *pageWriter) phraseVerdict(v engine.Verdict) string {
	if o := w.pack.Option(v.Option); o != nil {
		return w.Say("verdict", "stance", w.nameStance(v.Stance), "option", o.Title.In(w.Lang))
	}
	return w.nameStance(v.Stance)
}

func (w *pageWriter) phraseAlsoAcceptable(e *JudgedCase) string {
	if len(e.AlsoAcceptable) == 0 {
		return ""
	}
	names := make([]string, len(e.AlsoAcceptable))
	for i, s := range e.AlsoAcceptable {
		names[i] = w.nameStance(s)
	}
	return w.Say("also", "stances", w.JoinAnd(names))
}

func (w *pageWriter) phraseAnswers(e *JudgedCase) string {
	return w.Say("answers", "all", w.phraseVerdict(e.WithPriorities), "facts", w.phraseVerdict(e.FactsOnly), "agrees", w.phraseAgreement(e))
}

func (w *pageWriter) phraseAgreement(e *JudgedCase) string {
	switch {
	case e.WithPriorities.Stance == e.Outcome:
		return w.Say("agrees")
	case slices.Contains(e.AlsoAcceptable, e.WithPriorities.Stance):
		return w.Say("agrees_in_part")
	}
	return w.Say("differs")
}

// maxPrecedentsShown is how many precedents are shown.
const maxPrecedentsShown = 3

// PrecedentsPage shows the precedents nearest to a profile: what they did, the facts
// they share with it and those that differ.
func (a *Archive) PrecedentsPage(p engine.Profile, lang string) *page.Page {
	w := a.newPageWriter(lang)
	out := &page.Page{}
	list := profiles.FindPrecedents(p, profiles.WithPack(w.pack))
	if math.IsNaN(list[0].Likeness) {
		out.Text(w.Say("nothing_known"))
		return out
	}
	out.Text(w.Say("like"))
	for _, x := range list[:min(maxPrecedentsShown, len(list))] {
		w.writePrecedent(out, a.Find(x.Case.Name), &x, p)
	}
	out.Gap()
	out.Text(w.Say("like_caution"))
	return out
}

func (w *pageWriter) writePrecedent(out *page.Page, e *JudgedCase, x *profiles.Precedent, p engine.Profile) {
	out.Gap()
	out.Heading(w.Say("precedent", "name", e.Name, "title", e.Title.In(w.Lang), "year", strconv.Itoa(e.Year)))
	id := "alike"
	if x.KnownOfOne == 0 {
		id = "alike_settled"
	}
	out.Inset(w.Say(id, "n", formatPercent(x.Likeness), "low", formatPercent(x.Low), "high", formatPercent(x.High),
		"same", strconv.Itoa(len(x.Shared)), "both", strconv.Itoa(len(x.Shared)+len(x.Differing)), "open", strconv.Itoa(x.KnownOfOne)))
	out.Inset(w.Say("did", "outcome", w.nameStance(e.Outcome), "detail", e.Detail.In(w.Lang)))
	out.Inset(w.Say("ajar_says", "answer", w.phraseVerdict(e.WithPriorities)))
	if len(x.Shared) > 0 {
		out.Inset(w.Say("shared", "facts", w.listSharedFacts(x)))
	}
	for _, id := range x.Differing {
		out.Literal(w.Say("differing", "fact", w.pack.Fact(id).Title.In(w.Lang), "id", id,
			"here", w.phraseValue(id, p.Facts[id].String()), "there", w.phraseValue(id, x.Answers[id])))
	}
}

// listSharedFacts names the facts in common.
func (w *pageWriter) listSharedFacts(x *profiles.Precedent) string {
	names := make([]string, len(x.Shared))
	for i, id := range x.Shared {
		names[i] = w.pack.Fact(id).Title.In(w.Lang)
	}
	return w.JoinAnd(names)
}

// phraseValue says an answer in words. A profile may be silent on a fact that its
// other answers settle: then it does not apply.
func (w *pageWriter) phraseValue(id, answer string) string {
	f := w.pack.Fact(id)
	if v := f.Value(answer); v != nil {
		return v.Label(w.Lang)
	}
	if f.Type == rules.NumberFact && answer != "na" && answer != "unknown" {
		return answer
	}
	return w.Say("na")
}

// formatPercent gives a share as a whole number of 100.
func formatPercent(x float64) string { return strconv.Itoa(int(math.Round(100 * x))) }
