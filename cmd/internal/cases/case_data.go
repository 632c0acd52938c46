package cases

import (
	"math"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
)

func newCaseVerdict(v Answer) documents.CaseVerdict {
	return documents.CaseVerdict{Stance: v.Stance, Option: v.Option, Conditions: append([]string{}, v.Conditions...)}
}

// ListData gives all decisions as data.
func (a *Archive) ListData(lang string) documents.Cases {
	d := documents.Cases{Schema: documents.CasesSchema, Lang: lang, Cases: []documents.Case{}}
	for i := range a.entries {
		d.Cases = append(d.Cases, a.entries[i].newCaseData(lang))
	}
	return d
}

// CaseData gives one decision as data.
func (a *Archive) CaseData(e *JudgedCase, lang string) documents.Cases {
	return documents.Cases{Schema: documents.CasesSchema, Lang: lang, Cases: []documents.Case{e.newCaseData(lang)}}
}

// PrecedentsData gives all decisions as data, the nearest to the profile first.
func (a *Archive) PrecedentsData(p engine.Profile, lang string) documents.Cases {
	d := documents.Cases{Schema: documents.CasesSchema, Lang: lang, Cases: []documents.Case{}}
	for _, x := range profiles.FindPrecedents(p, profiles.WithPack(a.engine.Pack())) {
		one := a.Find(x.Case.Name).newCaseData(lang)
		one.Likeness = &documents.Likeness{Low: x.Low, High: x.High, Shared: append([]string{}, x.Shared...), Differing: []documents.FactDifference{}, Open: x.KnownOfOne}
		if !math.IsNaN(x.Likeness) {
			one.Likeness.Alike = &x.Likeness
		}
		for _, id := range x.Differing {
			one.Likeness.Differing = append(one.Likeness.Differing, documents.FactDifference{Fact: id, Here: p.Facts[id].String(), There: x.Answers[id]})
		}
		d.Cases = append(d.Cases, one)
	}
	return d
}

func (e *JudgedCase) newCaseData(lang string) documents.Case {
	d := documents.Case{
		ID: e.Name, Title: e.Title.In(lang), Owner: e.Owner.In(lang), Year: e.Year, Situation: e.About.In(lang), Outcome: e.Outcome,
		AlsoAcceptable: append([]engine.Stance{}, e.AlsoAcceptable...), OutcomeOptions: append([]string{}, e.OutcomeOptions...), Detail: e.Detail.In(lang), Note: e.Note.In(lang),
		PriorityBasis: e.PriorityBasis, Confidence: e.Confidence, Sources: []documents.CaseSource{},
		WithPriorities: newCaseVerdict(e.WithPriorities), FactsOnly: newCaseVerdict(e.FactsOnly),
	}
	for _, s := range e.Sources {
		d.Sources = append(d.Sources, documents.CaseSource{Ref: s.Ref, Mark: string(s.Basis)})
	}
	return d
}
