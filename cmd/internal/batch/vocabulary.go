package batch

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// vocabulary has the words of a pack, for finding them fast. One worker uses it.
type vocabulary struct {
	things map[string]thing // by id
	sets   map[setKey]engine.Answer
}

// thing is a priority or a fact.
type thing struct {
	fact     *factWords // nil: a priority
	place    int        // in the list of the pack
	position int        // among all things
}

// factWords are what a fact can be answered with in one word.
type factWords struct {
	fact   *rules.Fact
	values map[string]int // by id or older word: the place among the values
	truths map[string]int // the same of true and false, which are no words
	states map[string]engine.Answer
}

// setKey is a set fact with the bits of the values that are in the set.
type setKey struct{ place, values int }

func newVocabulary(pack *rules.Pack) *vocabulary {
	v := &vocabulary{things: make(map[string]thing, len(pack.Facts)+len(pack.Priorities)), sets: map[setKey]engine.Answer{}}
	for i := range pack.Priorities {
		v.things[pack.Priorities[i].ID] = thing{place: i, position: len(v.things)}
	}
	for i := range pack.Facts {
		v.things[pack.Facts[i].ID] = thing{fact: newFactWords(&pack.Facts[i]), place: i, position: len(v.things)}
	}
	return v
}

func newFactWords(fact *rules.Fact) *factWords {
	w := &factWords{fact: fact, values: map[string]int{}, truths: map[string]int{}, states: map[string]engine.Answer{}}
	values := w.values
	if fact.Type == rules.BoolFact {
		values = w.truths
	}
	for i, id := range fact.ValueIDs() {
		values[id] = i
	}
	for _, state := range []engine.Answer{engine.Unknown, engine.NotApplicable} {
		w.states[state.String()] = state
	}
	for _, old := range fact.Aliases.Keys() {
		now := fact.Aliases.Get(old)
		if i, ok := w.values[now]; ok {
			w.values[old] = i
		}
		if state, ok := w.states[now]; ok {
			w.states[old] = state
		}
	}
	return w
}

// set gives the answer to a set fact; the same few occur again and again.
func (v *vocabulary) set(t thing, values int) engine.Answer {
	key := setKey{t.place, values}
	a, ok := v.sets[key]
	if !ok {
		var ids []string
		for i := range t.fact.fact.Values {
			if values&(1<<i) != 0 {
				ids = append(ids, t.fact.fact.Values[i].ID)
			}
		}
		a = engine.Set(ids...)
		if len(v.sets) < maxSets {
			v.sets[key] = a
		}
	}
	return a
}

// maxSets is how many sets are kept, so that memory stays what it is.
const maxSets = 10_000
