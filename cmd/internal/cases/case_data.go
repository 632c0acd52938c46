package cases

import (
	"math"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
)

// casesData is a list of decisions as JSON.
type casesData struct {
	Schema string     `json:"schema"`
	Lang   string     `json:"lang"`
	Cases  []caseData `json:"cases"`
}

// caseData is one documented decision as JSON. Alike and what follows it is
// there if a profile was compared.
type caseData struct {
	ID             string          `json:"id"`
	Title          string          `json:"title"`
	Owner          string          `json:"owner"`
	Year           int             `json:"year"`
	Situation      string          `json:"situation"`
	Outcome        engine.Stance   `json:"outcome"`
	AlsoAcceptable []engine.Stance `json:"also_acceptable"`
	Detail         string          `json:"detail"`
	Note           string          `json:"note"`
	PriorityBasis  string          `json:"priority_basis"`
	Confidence     string          `json:"confidence"`
	Sources        []sourceData    `json:"sources"`
	WithPriorities verdictData     `json:"ajar"`
	FactsOnly      verdictData     `json:"ajar_on_facts_only"`
	Likeness       *likenessData   `json:"likeness,omitempty"`
}

// verdictData is what ajar answers: a stance, and an option if there is one.
type verdictData struct {
	Stance engine.Stance `json:"stance"`
	Option string        `json:"option"`
}

func newVerdictData(v engine.Verdict) verdictData { return verdictData{v.Stance, v.Option} }

type sourceData struct {
	Ref  string `json:"ref"`
	Mark string `json:"mark"`
}

type likenessData struct {
	Alike     *float64         `json:"alike"` // null if nothing is known of both
	Low       float64          `json:"low"`
	High      float64          `json:"high"`
	Shared    []string         `json:"shared"`
	Differing []differenceData `json:"differing"`
	Open      int              `json:"open"`
}

type differenceData struct {
	Fact  string `json:"fact"`
	Here  string `json:"here"`
	There string `json:"there"`
}

// ListData gives all decisions as data.
func (a *Archive) ListData(lang string) any {
	d := casesData{Schema: "ajar.cases/1", Lang: lang, Cases: []caseData{}}
	for i := range a.entries {
		d.Cases = append(d.Cases, a.entries[i].newCaseData(lang))
	}
	return d
}

// CaseData gives one decision as data.
func (a *Archive) CaseData(e *JudgedCase, lang string) any {
	return casesData{Schema: "ajar.cases/1", Lang: lang, Cases: []caseData{e.newCaseData(lang)}}
}

// PrecedentsData gives all decisions as data, the nearest to the profile first.
func (a *Archive) PrecedentsData(p engine.Profile, lang string) any {
	d := casesData{Schema: "ajar.cases/1", Lang: lang, Cases: []caseData{}}
	for _, x := range profiles.FindPrecedents(p, profiles.WithPack(a.engine.Pack())) {
		one := a.Find(x.Case.Name).newCaseData(lang)
		one.Likeness = &likenessData{Low: x.Low, High: x.High, Shared: append([]string{}, x.Shared...), Differing: []differenceData{}, Open: x.KnownOfOne}
		if !math.IsNaN(x.Likeness) {
			one.Likeness.Alike = &x.Likeness
		}
		for _, id := range x.Differing {
			one.Likeness.Differing = append(one.Likeness.Differing, differenceData{id, p.Facts[id].String(), x.Answers[id]})
		}
		d.Cases = append(d.Cases, one)
	}
	return d
}

func (e *JudgedCase) newCaseData(lang string) caseData {
	d := caseData{
		ID: e.Name, Title: e.Title.In(lang), Owner: e.Owner.In(lang), Year: e.Year, Situation: e.About.In(lang), Outcome: e.Outcome,
		AlsoAcceptable: append([]engine.Stance{}, e.AlsoAcceptable...), Detail: e.Detail.In(lang), Note: e.Note.In(lang),
		PriorityBasis: e.PriorityBasis, Confidence: e.Confidence, Sources: []sourceData{},
		WithPriorities: newVerdictData(e.WithPriorities), FactsOnly: newVerdictData(e.FactsOnly),
	}
	for _, s := range e.Sources {
		d.Sources = append(d.Sources, sourceData{s.Ref, string(s.Basis)})
	}
	return d
}
