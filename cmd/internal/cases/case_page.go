package cases

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// pageWriter makes the pages in one language.
type pageWriter struct {
	texts
	pack *rules.Pack
}

func (a *Archive) newPageWriter(lang string) pageWriter {
	return pageWriter{textsIn(lang), a.engine.Pack()}
}

// ListPage lists all decisions with outcome and answer.
func (a *Archive) ListPage(lang string) *page.Page {
	w := a.newPageWriter(lang)
	p := &page.Page{}
	p.Text(w.Listed(len(a.entries)))
	p.Gap()
	rows := make([]page.Row, len(a.entries))
	for i := range a.entries {
		e := &a.entries[i]
		rows[i] = page.Row{Term: e.Name, Text: w.Entry(e.Title.In(lang), e.Owner.In(lang), strconv.Itoa(e.Year), w.nameStance(e.Outcome), w.phraseVerdict(e.WithPriorities))}
	}
	p.Rows(rows)
	p.Gap()
	p.Text(w.ListMore())
	return p
}

// CasePage shows one decision.
func (a *Archive) CasePage(e *JudgedCase, lang string) *page.Page {
	w := a.newPageWriter(lang)
	p := &page.Page{}
	p.Heading(e.Name)
	p.Text(w.Heading(e.Title.In(lang), e.Owner.In(lang), strconv.Itoa(e.Year)))
	for _, part := range []struct{ head, text string }{
		{w.PartSituation(), e.About.In(lang)}, {w.PartDone(), w.Done(w.nameStance(e.Outcome), e.Detail.In(lang))},
		{w.PartAlso(), w.phraseAlsoAcceptable(e)}, {w.PartAnswer(), w.phraseAnswers(e)}, {w.PartFirst(), w.phraseConditions(e.WithPriorities)}, {w.PartNote(), e.Note.In(lang)},
		{w.PartBasis(), w.Sentences([]string{w.describeBasis(e), w.describeConfidence(e)})},
	} {
		if part.text != "" {
			p.Gap()
			p.Heading(part.head)
			p.Inset(part.text)
		}
	}
	p.Gap()
	p.Heading(w.PartSources())
	for _, s := range e.Sources {
		p.Follow(s.Ref)
		p.Inset(w.Source(s.Ref, w.nameMark(s.Basis)))
	}
	p.Gap()
	p.Text(w.More(e.Name))
	return p
}

// describeBasis says where the weights of the priorities come from.
func (w *pageWriter) describeBasis(e *JudgedCase) string {
	switch e.PriorityBasis {
	case "stated":
		return w.BasisStated()
	case "inferred":
		return w.BasisInferred()
	}
	return w.BasisMixed()
}

func (w *pageWriter) describeConfidence(e *JudgedCase) string {
	if e.Confidence == "high" {
		return w.ConfidenceHigh()
	}
	return w.ConfidenceMedium()
}

// nameMark says whether a source was looked up.
func (w *pageWriter) nameMark(basis rules.Mark) string {
	if basis == rules.FromMemory {
		return w.MarkMemory()
	}
	return w.MarkFound()
}

func (w *pageWriter) nameStance(s engine.Stance) string {
	switch s {
	case engine.Open:
		return w.StanceOpen()
	case engine.Mixed:
		return w.StanceMixed()
	case engine.Closed:
		return w.StanceClosed()
	case engine.NoBasis:
		return w.StanceNoBasis()
	}
	return w.StanceNone()
}

// phraseVerdict names stance and option, after "not yet" if something holds them
// back: "mixed (Open core)".
func (w *pageWriter) phraseVerdict(v Answer) string {
	text := w.nameStance(v.Stance)
	if o := w.pack.Option(v.Option); o != nil {
		text = w.Verdict(text, o.Title.In(w.Lang))
	}
	if len(v.Conditions) > 0 && v.Option != "" {
		return w.VerdictNotYet(text)
	}
	return text
}

// phraseConditions says what holds the answer back, "" if nothing does.
func (w *pageWriter) phraseConditions(v Answer) string {
	var out []string
	for _, id := range v.Conditions {
		out = append(out, w.Condition(strings.TrimRight(w.pack.Bar(id).Text.In(w.Lang), ".。"), id))
	}
	return w.Sentences(out)
}

func (w *pageWriter) phraseAlsoAcceptable(e *JudgedCase) string {
	if len(e.AlsoAcceptable) == 0 {
		return ""
	}
	names := make([]string, len(e.AlsoAcceptable))
	for i, s := range e.AlsoAcceptable {
		names[i] = w.nameStance(s)
	}
	return w.Also(w.List(names))
}

func (w *pageWriter) phraseAnswers(e *JudgedCase) string {
	return w.Answers(w.phraseVerdict(e.WithPriorities), w.phraseVerdict(e.FactsOnly), w.phraseAgreement(e))
}

func (w *pageWriter) phraseAgreement(e *JudgedCase) string {
	switch {
	case e.WithPriorities.Stance == e.Outcome:
		return w.Agrees()
	case slices.Contains(e.AlsoAcceptable, e.WithPriorities.Stance):
		return w.AgreesInPart()
	}
	return w.Differs()
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
		out.Text(w.NothingKnown())
		return out
	}
	out.Text(w.Like())
	for _, x := range list[:min(maxPrecedentsShown, len(list))] {
		w.writePrecedent(out, a.Find(x.Case.Name), &x, p)
	}
	out.Gap()
	out.Text(w.LikeCaution())
	return out
}

func (w *pageWriter) writePrecedent(out *page.Page, e *JudgedCase, x *profiles.Precedent, p engine.Profile) {
	out.Gap()
	out.Heading(w.Precedent(e.Name, e.Title.In(w.Lang), strconv.Itoa(e.Year)))
	out.Inset(w.describeAlikeness(x))
	out.Inset(w.Did(w.nameStance(e.Outcome), e.Detail.In(w.Lang)))
	out.Inset(w.AjarSays(w.phraseVerdict(e.WithPriorities)))
	if len(x.Shared) > 0 {
		out.Inset(w.Shared(w.listSharedFacts(x)))
	}
	for _, id := range x.Differing {
		out.Literal(w.Differing(w.pack.Fact(id).Title.In(w.Lang), id, w.phraseValue(id, p.Facts[id].String()), w.phraseValue(id, x.Answers[id])))
	}
}

// describeAlikeness says how like a precedent is.
func (w *pageWriter) describeAlikeness(x *profiles.Precedent) string {
	same, both := strconv.Itoa(len(x.Shared)), strconv.Itoa(len(x.Shared)+len(x.Differing))
	if x.KnownOfOne == 0 {
		return w.AlikeSettled(plain.Hundredths(x.Likeness), same, both)
	}
	return w.Alike(plain.Hundredths(x.Likeness), plain.Hundredths(x.Low), plain.Hundredths(x.High), strconv.Itoa(x.KnownOfOne), same, both)
}

// listSharedFacts names the facts in common.
func (w *pageWriter) listSharedFacts(x *profiles.Precedent) string {
	names := make([]string, len(x.Shared))
	for i, id := range x.Shared {
		names[i] = w.pack.Fact(id).Title.In(w.Lang)
	}
	return w.List(names)
}

// phraseValue says an answer in words. A profile may be silent on a fact that its
// other answers settle: then it does not apply.
func (w *pageWriter) phraseValue(id, answer string) string {
	f := w.pack.Fact(id)
	switch {
	case answer == "na" || answer == "unknown":
		return w.NA()
	case f.Type == rules.NumberFact:
		return answer
	}
	return report.AnswerText(f, engine.Value(answer), w.Lang)
}
