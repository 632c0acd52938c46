package batch

import (
	"strconv"

	"github.com/ajar-decision/ajar/engine"
)

// record is a profile of the usual shape: a name, weights and facts. It is used again for
// each, so that reading it allocates next to nothing.
type record struct {
	words   *vocabulary
	name    []byte // part of the text that was read
	weights []weighed
	answers []answered
	stated  []bool // by the position of a thing
	first   thing  // stands before the first thing of a record
}

// weighed is a priority, by its place in the pack, with its weight.
type weighed struct {
	priority *thing
	weight   float64
}

// answered is a fact with a value, by its place in the pack, or with any other answer.
type answered struct {
	fact  *thing
	value int // -1: other holds
	other engine.Answer
}

func newRecord(words *vocabulary) *record {
	return &record{words: words, stated: make([]bool, len(words.things))}
}

func (r *record) clear() {
	r.name, r.weights, r.answers = nil, r.weights[:0], r.answers[:0]
	clear(r.stated)
}

// state notes that something is said of a thing; false if something was already.
func (r *record) state(t *thing) bool {
	first := !r.stated[t.position]
	r.stated[t.position] = true
	return first
}

// weigh notes the weight of a priority; false for what is no weight, or said twice.
func (r *record) weigh(t *thing, number []byte) bool {
	w, err := strconv.ParseFloat(string(number), 64)
	if err != nil || !(w >= 0 && w <= 10) || !r.state(t) {
		return false
	}
	r.weights = append(r.weights, weighed{t, w + 0}) // turns -0 into 0
	return true
}

// answer notes an answer in one word; false if the fact has no such word, or an answer
// already.
func (r *record) answer(t *thing, word []byte) bool {
	if value, ok := t.fact.values[string(word)]; ok {
		r.answers = append(r.answers, answered{fact: t, value: value})
		return r.state(t)
	}
	state, ok := t.fact.states[string(word)]
	r.answers = append(r.answers, answered{fact: t, value: -1, other: state})
	return ok && r.state(t)
}

// answerTruth answers a fact that is true or false; false for another word, or if the
// fact has an answer already.
func (r *record) answerTruth(t *thing, word []byte) bool {
	value, ok := t.fact.truths[string(word)]
	r.answers = append(r.answers, answered{fact: t, value: value})
	return ok && r.state(t)
}

// answerSet answers a set fact with several values; false for those that cannot be
// true together or are named twice.
func (r *record) answerSet(t *thing, places []int) bool {
	seen := 0
	for _, place := range places {
		if seen&(1<<place) != 0 || len(places) > 1 && t.fact.fact.Values[place].Alone {
			return false
		}
		seen |= 1 << place
	}
	r.answers = append(r.answers, answered{fact: t, value: -1, other: r.words.set(t, seen)})
	return len(places) > 0 && r.state(t)
}

// stateTo states the record to an evaluator; false if that does not take it.
func (r *record) stateTo(v *engine.Evaluator) bool {
	v.Clear()
	for i := range r.weights {
		if !v.Weigh(r.weights[i].priority.place, r.weights[i].weight) {
			return false
		}
	}
	for i := range r.answers {
		a := &r.answers[i]
		if a.value >= 0 {
			v.Choose(a.fact.place, a.value)
		} else if !v.Answer(a.fact.place, a.other) {
			return false
		}
	}
	return true
}
