package lock

import (
	"encoding/json"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/tree"
)

// FromResult makes a lock from the JSON of a result, as package report writes it,
// so that results can be compared like locks. A result does not say how sure
// the owner is of the weights, so that is left out. The name stands in
// diagnostics; errors are AJ010, AJ011, AJ012, AJ021, AJ252 no result and AJ253 a format that
// this program does not know.
func FromResult(name string, data []byte) (*Lock, error) {
	if list := tree.CheckBytes(name, data); list != nil {
		return nil, list
	}
	at := diag.Pos{File: name}
	var head struct {
		Schema string `json:"schema"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return nil, diag.List{diag.NotAResult(at, err.Error())}
	}
	if !slices.Contains(report.ReadableSchemas(), head.Schema) {
		return nil, diag.List{diag.UnknownResultFormat(at, head.Schema, report.ResultSchema)}
	}
	var r report.Result
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, diag.List{diag.NotAResult(at, err.Error())}
	}
	if !slices.Contains(engine.Stances(), r.Stance) {
		return nil, diag.List{diag.NotAResult(at, describeUnknownStance(r.Stance))}
	}
	l := &Lock{
		Schema: Schema, Verdict: engine.Verdict{Stance: r.Stance},
		Dimensions: map[string]*float64{}, Answers: extractAnswers(&r), Conditions: []string{},
		Rules:   Ref{Name: r.Rules.Name, Version: r.Rules.Version, Digest: r.Rules.Digest},
		Profile: ProfileRef{Name: r.Profile.Name, Digest: r.Profile.Digest},
	}
	if head.Schema == report.ResultSchema {
		l.addStanding(&r)
	}
	if r.Option != nil {
		l.Verdict.Option = *r.Option
	}
	if r.Form != nil && head.Schema == report.ResultSchema {
		l.Verdict.Form = *r.Form
	}
	if r.Split != nil {
		l.Verdict.Split = r.Split.Pattern
	}
	for _, d := range r.Dimensions {
		l.Dimensions[d.ID] = nil
		if d.Lean.Nominal != nil {
			lean := math.Round(*d.Lean.Nominal*1000)/1000 + 0
			l.Dimensions[d.ID] = &lean
		}
	}
	return l, nil
}

// addStanding takes over what results of the first format do not say.
func (l *Lock) addStanding(r *report.Result) {
	l.Ready, l.Today, l.Conditions = &r.Ready, &engine.Release{Stance: r.Today.Stance}, []string{}
	if r.Today.Option != nil {
		l.Today.Option = *r.Today.Option
	}
	if r.Today.Form != nil {
		l.Today.Form = *r.Today.Form
	}
	for i := range r.Conditions {
		l.Conditions = append(l.Conditions, r.Conditions[i].ID)
	}
}

func extractAnswers(r *report.Result) Answers {
	a := Answers{Facts: map[string]string{}, Priorities: map[string]float64{}, Excluded: []string{}}
	for _, x := range r.Answers {
		weight, isNumber := x.Value.(float64)
		switch {
		case x.Kind == report.PriorityKind && isNumber:
			a.addWeight(x.ID, weight)
		case x.Kind == report.PriorityKind:
			if r, isRange := parseRange(x.Value); isRange {
				a.addRange(x.ID, r)
			}
		case x.State == report.KnownState:
			a.Facts[x.ID] = formatValue(x.Value)
		default:
			a.Facts[x.ID] = x.State
		}
	}
	for _, p := range r.Profile.Parts {
		a.addParts([]engine.Part{{ID: p.ID, Like: p.Like, Facts: p.Facts}})
	}
	for _, o := range r.Options {
		for _, b := range o.BlockedBy {
			if b.ID == report.LimitID && !slices.Contains(a.Excluded, o.ID) {
				a.Excluded = append(a.Excluded, o.ID)
			}
		}
	}
	slices.Sort(a.Excluded)
	return a
}

// formatValue gives a value as a lock keeps it.
func formatValue(value report.Value) string {
	switch v := value.(type) {
	case string:
		return v
	case float64:
		return plain.Number(v)
	}
	data, err := json.Marshal(value)
	if err == nil {
		var a engine.Answer // true, false or a set
		if err = json.Unmarshal(data, &a); err == nil {
			return a.String()
		}
	}
	return string(data)
}

// parseRange reads a range of weights.
func parseRange(value report.Value) (r engine.WeightRange, ok bool) {
	data, err := json.Marshal(value)
	ok = err == nil && json.Unmarshal(data, &r) == nil
	return r, ok
}
