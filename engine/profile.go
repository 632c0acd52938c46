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

// Answer is what is known about a fact: a value, "not known" or "does not
// apply". The zero Answer is Unknown.
type Answer struct {
	value string
	state answerState
}

type answerState uint8

const (
	unknown answerState = iota
	known
	notApplicable
)

// Unknown says that the fact was considered and is not known; NotApplicable
// that it does not apply, so that no condition on it holds.
var (
	Unknown       = Answer{}
	NotApplicable = Answer{state: notApplicable}
)

// Value answers with a value of the fact: an id of an enum, "true" or "false",
// or a number in decimal notation.
func Value(v string) Answer { return Answer{value: v, state: known} }

// Yes and No answer a fact that is true or false.
var (
	Yes = Value("true")
	No  = Value("false")
)

// Number answers a fact that is a number.
func Number(x float64) Answer { return Value(plain.Number(x)) }

// Known gives the value; ok is false for Unknown and NotApplicable.
func (a Answer) Known() (value string, ok bool) { return a.value, a.state == known }

// String gives the value, "unknown" or "na".
func (a Answer) String() string {
	switch a.state {
	case known:
		return a.value
	case notApplicable:
		return "na"
	}
	return "unknown"
}

// Profile is what an owner wants and where they stand. A priority or fact that
// is absent was not stated; it is never read as 0, 5 or false.
type Profile struct {
	Name string
	// Weights says how much each priority matters, from 0 (shown, counts
	// nothing) to 10. Weights are read to nine decimals.
	Weights map[string]float64
	// WeightsFrom is what the weights were worked out from, if they were not
	// rated. It never changes a result, and says nothing once it comes to other
	// weights than these.
	WeightsFrom elicit.Input
	// Unfinished is how far questions about weights got. It never changes a
	// result; it is there to go on from.
	Unfinished Unfinished
	// Facts says what is known.
	Facts map[string]Answer
	// Limits are the owner's own vetoes.
	Limits []Limit
	// WeightsSure says how sure the owner is of the weights, "" if not stated.
	WeightsSure WeightSureness
	// Notes says more about single answers, by the id of the fact or priority;
	// it never changes a result.
	Notes map[string]Note
	// Layers names where the answers came from, the weakest first.
	Layers []string
	// Rules names the pack that the profile was last decided with, as in
	// "core@1.2", and ReviewBy the day (YYYY-MM-DD) on which to look again; ""
	// if not stated. Neither changes a result.
	Rules    string
	ReviewBy string
}

// Unfinished is what was said of priorities and weighs nothing yet.
type Unfinished struct {
	// Pairs and BestWorst, of which any part may be missing, are comparisons
	// that do not weigh all chosen priorities.
	Pairs     []elicit.Judgement
	BestWorst *elicit.BestWorstInput
	// Unrated are priorities that were chosen beside rated ones and not rated:
	// their weight of 10 says that they were chosen.
	Unrated []string
}

// Limit rules options out because the owner says so.
type Limit struct {
	Exclude []string // option ids
	Because string
}

// Note is what stands beside an answer.
type Note struct {
	Sure  AnswerSureness // "" if not stated
	Text  string
	By    string
	Layer string
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
