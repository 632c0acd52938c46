package report

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// describeAnswer says in words what an answer to a fact means.
func (w *wording) describeAnswer(id string, a engine.Answer) string {
	f := w.pack.Fact(id)
	v, known := a.Known()
	switch {
	case a == engine.NotApplicable && f.NA.In(w.Lang) != "":
		return f.NA.In(w.Lang)
	case a == engine.NotApplicable:
		return w.AnswerNA()
	case !known:
		return w.AnswerUnknown()
	case f.Type == rules.NumberFact:
		return w.Number(v, f.Unit.In(w.Lang))
	}
	if x := f.Value(v); x != nil {
		return x.Label.In(w.Lang)
	}
	return v
}

// describeAnswers says what the profile answers to facts, leaving out what it does
// not know.
func (w *wording) describeAnswers(facts []string) []string {
	var out []string
	for _, id := range facts {
		if !slices.Contains(w.rec.Unknown, id) {
			out = append(out, w.FactAnswer(id, w.describeCountedAnswer(id)))
		}
	}
	return out
}

// describeCountedAnswer says in words what the rules read as the answer to a fact: one whose
// question does not apply counts as not applying, whatever the profile says.
func (w *wording) describeCountedAnswer(id string) string {
	_, known := w.rec.Profile.Facts[id].Known()
	off := slices.Contains(w.rec.Inactive, id)
	switch {
	case slices.Contains(w.rec.Unknown, id):
		return w.describeAnswer(id, engine.Unknown)
	case off || !known:
		return w.describeAnswer(id, engine.NotApplicable)
	}
	return w.describeAnswer(id, w.rec.Profile.Facts[id])
}

// describeInactive says why an answer does not count.
func describeInactive(w *wording, id string) string {
	by := w.joinPhrases(w.describeAnswers(listFactsRead(w.pack.Fact(id).AskedIf)))
	return w.Inactive(w.nameFact(id), id, trimFullStop(w.describeAnswer(id, w.rec.Profile.Facts[id])), by)
}
