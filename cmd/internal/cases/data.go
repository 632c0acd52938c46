package cases

import (
	"math"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
)

// document is a list of decisions as JSON.
type document struct {
	Schema string     `json:"schema"`
	Lang   string     `json:"lang"`
	Cases  []decision `json:"cases"`
}

// decision is one documented decision as JSON. Alike and what follows it is
// there if a profile was compared.
type decision struct {
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
	Sources        []source        `json:"sources"`
	WithPriorities Verdict         `json:"ajar"`
	FactsOnly      Verdict         `json:"ajar_on_facts_only"`
	Likeness       *likeness       `json:"likeness,omitempty"`
}

type source struct {
	Ref  string `json:"ref"`
	Mark string `json:"mark"`
}

type likeness struct {
	Alike     *float64     `json:"alike"` // null if nothing is known of both
	Low       float64      `json:"low"`
	High      float64      `json:"high"`
	Shared    []string     `json:"shared"`
	Differing []difference `json:"differing"`
	Open      int          `json:"open"`
}

type difference struct {
	Fact  string `json:"fact"`
	Here  string `json:"here"`
	There string `json:"there"`
}

// List gives all decisions as data.
func (a *Archive) List(lang string) any {
	d := document{Schema: "ajar.cases/1", Lang: lang, Cases: []decision{}}
	for i := range a.entries {
		d.Cases = append(d.Cases, a.entries[i].data(lang))
	}
	return d
}

// Data gives one decision as data.
func (a *Archive) Data(e *Entry, lang string) any {
	return document{Schema: "ajar.cases/1", Lang: lang, Cases: []decision{e.data(lang)}}
}

// Like gives all decisions as data, the nearest to the profile first.
func (a *Archive) Like(p engine.Profile, lang string) any {
	d := document{Schema: "ajar.cases/1", Lang: lang, Cases: []decision{}}
	for _, x := range profiles.Like(p, profiles.WithPack(a.engine.Pack())) {
		one := a.Find(x.Case.Name).data(lang)
		one.Likeness = &likeness{Low: x.Low, High: x.High, Shared: append([]string{}, x.Shared...), Differing: []difference{}, Open: x.Open}
		if !math.IsNaN(x.Alike) {
			one.Likeness.Alike = &x.Alike
		}
		for _, id := range x.Differing {
			one.Likeness.Differing = append(one.Likeness.Differing, difference{id, p.Facts[id].String(), x.Answers[id]})
		}
		d.Cases = append(d.Cases, one)
	}
	return d
}

func (e *Entry) data(lang string) decision {
	d := decision{
		ID: e.Name, Title: e.Title.In(lang), Owner: e.Owner.In(lang), Year: e.Year, Situation: e.About.In(lang), Outcome: e.Outcome,
		AlsoAcceptable: append([]engine.Stance{}, e.AlsoAcceptable...), Detail: e.Detail.In(lang), Note: e.Note.In(lang),
		PriorityBasis: e.PriorityBasis, Confidence: e.Confidence, Sources: []source{}, WithPriorities: e.WithPriorities, FactsOnly: e.FactsOnly,
	}
	for _, s := range e.Sources {
		d.Sources = append(d.Sources, source{s.Ref, s.Basis})
	}
	return d
}
