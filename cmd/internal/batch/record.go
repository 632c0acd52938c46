package batch

import (
	"strconv"

	"github.com/ajar-decision/ajar/engine"
)

// record is a profile of the usual shape: a name, weights and facts. It is used again for
// each, so that reading it allocates next to nothing.
type record struct {
	words   *vocabulary
	name    string
	weights map[string]float64
	facts   map[string]engine.Answer
}

func newRecord(words *vocabulary) *record {
	return &record{words: words, weights: map[string]float64{}, facts: map[string]engine.Answer{}}
}

func (r *record) clear() {
	r.name = ""
	clear(r.weights)
	clear(r.facts)
}

// profile gives what was read. It holds until the next record is read.
func (r *record) profile() engine.Profile {
	return engine.Profile{Name: r.name, Weights: r.weights, Facts: r.facts}
}

// weigh notes the weight of a priority; false for what is no weight, or said twice.
func (r *record) weigh(t thing, number []byte) bool {
	w, err := strconv.ParseFloat(string(number), 64)
	if _, twice := r.weights[t.id]; twice || err != nil || !(w >= 0 && w <= 10) {
		return false
	}
	r.weights[t.id] = w + 0 // turns -0 into 0
	return true
}

// answer notes the answer to a fact; false if it was answered already.
func (r *record) answer(t thing, a engine.Answer) bool {
	if _, twice := r.facts[t.id]; twice {
		return false
	}
	r.facts[t.id] = a
	return true
}

// answerSet answers a set fact with several values; false for those that cannot be
// true together or are named twice.
func (r *record) answerSet(t thing, places []int) bool {
	values := make([]string, len(places))
	seen := 0
	for i, place := range places {
		v := &t.fact.fact.Values[place]
		if seen&(1<<place) != 0 || v.Alone && len(places) > 1 {
			return false
		}
		seen |= 1 << place
		values[i] = v.ID
	}
	return len(values) > 0 && r.answer(t, engine.Set(values...))
}
