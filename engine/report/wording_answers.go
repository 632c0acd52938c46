package report

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// AnswerText says in words what an answer to a fact means, in the language lang ("zh",
// else English). Without a fact it is the answer as a profile has it.
func AnswerText(f *rules.Fact, a engine.Answer, lang string) string {
	if f == nil {
		return a.String()
	}
	w := textsIn(lang)
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
	case f.Type == rules.SetFact && f.Value(v) == nil:
		return describeMembers(w, f, a)
	}
	return labelValue(w, f, v)
}

// describeAnswer says in words what an answer to a fact means.
func (w *wording) describeAnswer(id string, a engine.Answer) string {
	return AnswerText(w.pack.Fact(id), a, w.Lang)
}

// quoteAnswer is describeAnswer between quotes; what is said of several values has
// quotes of its own.
func (w *wording) quoteAnswer(id string, a engine.Answer) string {
	if v, known := a.Known(); known && w.pack.Fact(id).Type == rules.SetFact && w.pack.Fact(id).Value(v) == nil {
		return w.describeAnswer(id, a)
	}
	return w.Quoted(w.describeAnswer(id, a))
}

// labelValue says in words what a value means.
func labelValue(t texts, f *rules.Fact, value string) string {
	if x := f.Value(value); x != nil {
		return x.Label.In(t.Lang)
	}
	return value
}

// describeMembers says which values of a set hold, and of one that is not wholly known
// which do not. That none stands alone goes without saying once one holds.
func describeMembers(t texts, f *rules.Fact, a engine.Answer) string {
	members, _ := a.Members()
	truths := members.Truths(f)
	holds := slices.Contains(truths, rules.True)
	var in, out []string
	for i, truth := range truths {
		label := t.Quoted(f.Values[i].Label.In(t.Lang))
		switch {
		case truth == rules.True:
			in = append(in, label)
		case truth == rules.False && (!holds || !f.Values[i].Alone):
			out = append(out, label)
		}
	}
	if !slices.Contains(truths, rules.Unknown) {
		return t.List(in)
	}
	var parts []string
	if len(in) > 0 {
		parts = append(parts, t.List(in))
	}
	if len(out) > 0 {
		parts = append(parts, t.AnswerWithout(t.List(out)))
	}
	return strings.Join(append(parts, t.AnswerRest()), t.Semicolon())
}

// describeAnswers names the answers that a rule reads by their ids, those apart whose
// question does not apply. The answers themselves stand in the sentence or in the part
// of the page about what was stated.
func (w *wording) describeAnswers(facts []string) []string {
	var given, off []string
	for _, id := range facts {
		_, known := w.rec.Profile.Facts[id].Known()
		switch {
		case !known && slices.Contains(w.rec.Unknown, id):
		case !known || slices.Contains(w.rec.Inactive, id):
			off = append(off, id)
		default:
			given = append(given, id)
		}
	}
	var out []string
	if len(given) > 0 {
		out = append(out, w.Answers(w.joinIDs(given)))
	}
	if len(off) > 0 {
		out = append(out, w.AnswersNone(w.joinIDs(off)))
	}
	return out
}

// describeCountedAnswer says in words what the rules read as the answer to a fact: one whose
// question does not apply counts as not applying, whatever the profile says.
func (w *wording) describeCountedAnswer(id string) string {
	_, known := w.rec.Profile.Facts[id].Known()
	off := slices.Contains(w.rec.Inactive, id)
	switch {
	case slices.Contains(w.rec.Unknown, id) && !known:
		return w.describeAnswer(id, engine.Unknown)
	case off || !known:
		return w.describeAnswer(id, engine.NotApplicable)
	}
	return w.describeAnswer(id, w.rec.Profile.Facts[id])
}

// describeInactive says why an answer does not count.
func describeInactive(w *wording, id string) string {
	var by []string
	for _, f := range listFactsRead(w.pack.Fact(id).AskedIf) {
		if _, known := w.rec.Profile.Facts[f].Known(); known || !slices.Contains(w.rec.Unknown, f) {
			by = append(by, w.FactAnswer(f, w.describeCountedAnswer(f)))
		}
	}
	return w.Inactive(w.nameFact(id), trimFullStop(w.describeAnswer(id, w.rec.Profile.Facts[id])), id, w.joinPhrases(by))
}

func describeStatedWeight(w *wording, id string) string {
	if r := findRange(&w.rec.Profile, id); r != nil {
		return w.WeightBetween(plain.Decimal(r.Low), plain.Decimal(r.High))
	}
	if x, ok := w.rec.Profile.StatedWeight(id); ok {
		return plain.Decimal(x)
	}
	return w.WeightUnstated()
}
