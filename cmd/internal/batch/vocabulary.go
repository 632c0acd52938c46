package batch

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// vocabulary has the words of a pack, for finding them fast. One worker uses it.
type vocabulary struct {
	things map[string]*thing // by id
	sets   map[setKey]engine.Answer
}

// thing is a priority or a fact.
type thing struct {
	id       string
	fact     *factWords // nil: a priority
	place    int        // in the list of the pack
	position int        // among all things
	// next is what followed it in the record before, and a good guess in the next.
	next *thing
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
	v := &vocabulary{things: make(map[string]*thing, len(pack.Facts)+len(pack.Priorities)), sets: map[setKey]engine.Answer{}}
	for i := range pack.Priorities {
		v.add(&thing{id: pack.Priorities[i].ID, place: i})
	}
	for i := range pack.Facts {
		v.add(&thing{id: pack.Facts[i].ID, fact: newFactWords(&pack.Facts[i]), place: i})
	}
	return v
}

func (v *vocabulary) add(t *thing) {
	t.position = len(v.things)
	v.things[t.id] = t
}

// find finds a thing by its id, nil if there is none. What followed the thing before is
// tried first: most inputs name all things in one order.
func (v *vocabulary) find(id []byte, before *thing) *thing {
	if before.next != nil && before.next.id == string(id) {
		return before.next
	}
	t := v.things[string(id)]
	before.next = t
	return t
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
func (v *vocabulary) set(t *thing, values int) engine.Answer {
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
