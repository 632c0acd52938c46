package engine

import (
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// Profile is what an owner wants and where they stand. A priority or fact that
// is absent was not stated; it is never read as 0, 5 or false. It marshals to JSON
// and back without loss.
type Profile struct {
	Name string `json:"name,omitzero"`
	// Weights says how much each priority matters, from 0 (shown, counts
	// nothing) to 10. Weights are read to nine decimals.
	Weights map[string]float64 `json:"weights,omitzero"`
	// WeightsFrom is what the weights were worked out from, if they were not
	// rated. It never changes a result, and says nothing once it comes to other
	// weights than these.
	WeightsFrom elicit.Input `json:"weights_from,omitzero"`
	// Unfinished is how far questions about weights got. It never changes a
	// result; it is there to go on from.
	Unfinished Unfinished `json:"unfinished,omitzero"`
	// Facts says what is known.
	Facts map[string]Answer `json:"facts,omitzero"`
	// Limits are the owner's own vetoes.
	Limits []Limit `json:"limits,omitzero"`
	// WeightsSure says how sure the owner is of the weights, "" if not stated.
	WeightsSure WeightSureness `json:"weights_sure,omitzero"`
	// Notes says more about single answers, by the id of the fact or priority;
	// it never changes a result.
	Notes map[string]Note `json:"notes,omitzero"`
	// Layers names where the answers came from, the weakest first.
	Layers []string `json:"layers,omitzero"`
	// Rules names the pack that the profile was last decided with, as in
	// "core@1.2", and ReviewBy the day (YYYY-MM-DD) on which to look again; ""
	// if not stated. Neither changes a result.
	Rules    string `json:"rules,omitzero"`
	ReviewBy string `json:"review_by,omitzero"`
}

// Unfinished is what was said of priorities and weighs nothing yet.
type Unfinished struct {
	// Pairs and BestWorst, of which any part may be missing, are comparisons
	// that do not weigh all chosen priorities.
	Pairs     []elicit.Judgement     `json:"pairs,omitzero"`
	BestWorst *elicit.BestWorstInput `json:"best_worst,omitzero"`
	// Unrated are priorities that were chosen beside rated ones and not rated:
	// their weight of 10 says that they were chosen.
	Unrated []string `json:"unrated,omitzero"`
}

// Limit rules options out because the owner says so.
type Limit struct {
	Exclude []string `json:"exclude,omitzero"` // option ids
	Because string   `json:"because,omitzero"`
}

// Note is what stands beside an answer.
type Note struct {
	Sure  AnswerSureness `json:"sure,omitzero"` // "" if not stated
	Text  string         `json:"text,omitzero"`
	By    string         `json:"by,omitzero"`
	Layer string         `json:"layer,omitzero"`
}

// Clone gives a deep copy: a change of one profile never reaches the other.
func (p *Profile) Clone() Profile {
	out := *p
	out.Weights, out.Facts, out.Notes = maps.Clone(p.Weights), maps.Clone(p.Facts), maps.Clone(p.Notes)
	out.WeightsFrom, out.Unfinished = p.WeightsFrom.Clone(), p.Unfinished.clone()
	out.Limits, out.Layers = slices.Clone(p.Limits), slices.Clone(p.Layers)
	for i := range out.Limits {
		out.Limits[i] = out.Limits[i].clone()
	}
	return out
}

func (u Unfinished) clone() Unfinished {
	return Unfinished{Pairs: slices.Clone(u.Pairs), BestWorst: u.BestWorst.Clone(), Unrated: slices.Clone(u.Unrated)}
}

func (l Limit) clone() Limit {
	return Limit{Exclude: slices.Clone(l.Exclude), Because: l.Because}
}

// weightUnit is the step in which weights are read. Whole numbers of it are exact in
// float64, so that multiplying all weights by one number changes no quotient.
const weightUnit = 1e9

// indexedProfile is a profile in the engine's own numbering.
type indexedProfile struct {
	weight        []int64 // per priority, in units; -1: not stated
	sum           int64
	fact          []int8 // per fact: piece, or answerUnknown, answerNA
	stated        []bool // per fact: an answer is there
	switchedOff   []bool // per fact: stated, but its guard is false
	limits        []int  // per option: index+1 of the limit that excludes it
	anyNeverKnown bool   // some facts are unknown for good: see pending.go
	// unrated: per priority, its weight may still be anything; nil if none.
	unrated []bool
}

const (
	stateUnknown = -1
	stateNA      = -2
)

// indexProfile checks a profile against the pack. All mistakes come together.
func (e *Engine) indexProfile(p *Profile) (*indexedProfile, error) {
	var list diag.List
	in := &indexedProfile{
		weight: make([]int64, len(e.priorities)), fact: make([]int8, len(e.facts)),
		stated: make([]bool, len(e.facts)), switchedOff: make([]bool, len(e.facts)), limits: make([]int, len(e.options)),
	}
	for i := range e.priorities {
		in.weight[i] = -1
	}
	for id, w := range p.Weights {
		e.indexWeight(in, id, w, &list)
	}
	for i := range e.facts {
		in.fact[i] = stateUnknown
	}
	for id, a := range p.Facts {
		e.indexAnswer(in, id, a, &list)
	}
	for i, l := range p.Limits {
		for _, id := range l.Exclude {
			o, ok := e.optionIndex[id]
			if !ok {
				list.Add(diag.UndefinedOption(diag.Pos{}, id).OneOf(id, slices.Sorted(maps.Keys(e.optionIndex))))
				continue
			}
			if in.limits[o] == 0 {
				in.limits[o] = i + 1
			}
		}
	}
	if len(list) > 0 {
		slices.SortFunc(list, func(a, b diag.Diagnostic) int { return strings.Compare(a.Error(), b.Error()) })
		return nil, list
	}
	e.applyGuards(in)
	return in, nil
}

func (e *Engine) indexWeight(in *indexedProfile, id string, w float64, list *diag.List) {
	i, ok := e.priorityIndex[id]
	switch {
	case !ok:
		list.Add(diag.UndefinedFactOrPriority(diag.Pos{}, id).OneOf(id, slices.Sorted(maps.Keys(e.priorityIndex))))
	case math.IsNaN(w) || w < 0 || w > 10:
		list.Add(diag.ProfileWeightOutOfRange(diag.Pos{}, id, plain.Number(w)))
	default:
		in.weight[i] = int64(math.Round(mul(w, weightUnit)))
		in.sum += in.weight[i]
	}
}

func (e *Engine) indexAnswer(in *indexedProfile, id string, a Answer, list *diag.List) {
	i, ok := e.factIndex[id]
	if !ok {
		list.Add(diag.UndefinedFactOrPriority(diag.Pos{}, id).OneOf(id, slices.Sorted(maps.Keys(e.factIndex))))
		return
	}
	in.stated[i] = true
	switch a.state {
	case notApplicable:
		in.fact[i] = stateNA
	case known:
		piece, ok := e.facts[i].pieceOf(a.value)
		if !ok {
			list.Add(diag.UndefinedValue(diag.Pos{}, a.value, id).OneOf(a.value, e.facts[i].def.ValueIDs()))
			return
		}
		in.fact[i] = int8(piece)
	}
}

// applyGuards applies guards, each after the facts it reads. A fact whose guard is
// false does not apply; a value stated while the guard is unknown stands, and
// so settles the guard.
func (e *Engine) applyGuards(in *indexedProfile) {
	for _, i := range e.guardOrder {
		guard := e.facts[i].guard.plainTruth(in.fact)
		if guard == rules.False {
			in.switchedOff[i] = in.stated[i] && in.fact[i] >= 0
			in.fact[i] = stateNA
		}
	}
}
