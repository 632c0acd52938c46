package lock

import (
	"encoding/json"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/tree"
)

// ResultSchema names the format of results that [FromResult] reads.
const ResultSchema = "ajar.result/1"

// resultExcerpt is what a lock takes from a result.
type resultExcerpt struct {
	Schema  string        `json:"schema"`
	Stance  engine.Stance `json:"stance"`
	Option  *string       `json:"option"`
	Rules   Ref           `json:"rules"`
	Profile Ref           `json:"profile"`
	Split   *struct {
		Pattern string `json:"pattern"`
	} `json:"split"`
	Options []struct {
		ID        string `json:"id"`
		BlockedBy []struct {
			ID string `json:"id"`
		} `json:"blocked_by"`
	} `json:"options"`
	Dimensions []struct {
		ID   string `json:"id"`
		Lean struct {
			Nominal *float64 `json:"nominal"`
		} `json:"lean"`
	} `json:"dimensions"`
	Answers []struct {
		ID    string          `json:"id"`
		Kind  string          `json:"kind"`
		State string          `json:"state"`
		Value json.RawMessage `json:"value"`
	} `json:"answers"`
}

// FromResult makes a lock from the JSON of a result, as package report writes it,
// so that results can be compared like locks. A result does not say how sure
// the owner is of the weights, so that is left out. The name stands in
// diagnostics; errors are AJ011, AJ012, AJ252 no result and AJ253 a format that
// this program does not know.
func FromResult(name string, data []byte) (*Lock, error) {
	if list := tree.CheckBytes(plain.Clean(name), data); list != nil {
		return nil, list
	}
	at := diag.Pos{File: plain.Clean(name)}
	var r resultExcerpt
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, diag.List{diag.NotAResult(at, err.Error())}
	}
	if r.Schema != ResultSchema {
		return nil, diag.List{diag.UnknownResultFormat(at, r.Schema, ResultSchema)}
	}
	if !slices.Contains(engine.Stances(), r.Stance) {
		return nil, diag.List{diag.NotAResult(at, describeUnknownStance(r.Stance))}
	}
	l := &Lock{
		Schema: Schema, Rules: r.Rules, Profile: r.Profile, Verdict: engine.Verdict{Stance: r.Stance},
		Dimensions: map[string]*float64{}, Answers: r.extractAnswers(),
	}
	if r.Option != nil {
		l.Verdict.Option = *r.Option
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

func (r *resultExcerpt) extractAnswers() Answers {
	a := Answers{Facts: map[string]string{}, Priorities: map[string]float64{}, Excluded: []string{}}
	for _, x := range r.Answers {
		var weight float64
		switch {
		case x.Kind == "priority" && json.Unmarshal(x.Value, &weight) == nil:
			a.Priorities[x.ID] = weight
		case x.Kind == "priority":
		case x.State == "known":
			a.Facts[x.ID] = unquoteValue(x.Value)
		default:
			a.Facts[x.ID] = x.State
		}
	}
	for _, o := range r.Options {
		for _, b := range o.BlockedBy {
			if b.ID == "limit" && !slices.Contains(a.Excluded, o.ID) {
				a.Excluded = append(a.Excluded, o.ID)
			}
		}
	}
	slices.Sort(a.Excluded)
	return a
}

// unquoteValue gives a value as files write it: text without quotes.
func unquoteValue(value json.RawMessage) string {
	var text string
	if json.Unmarshal(value, &text) == nil {
		return text
	}
	return string(value)
}
