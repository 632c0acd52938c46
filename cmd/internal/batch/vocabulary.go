package batch

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// vocabulary has the words of a pack, for finding them fast.
type vocabulary struct {
	things map[string]thing // by id
	facts  []factWords
}

// thing is a priority or a fact.
type thing struct {
	id       string
	fact     *factWords // nil: a priority
	position int        // among all things
}

// factWords are what a fact can be answered with in one word.
type factWords struct {
	fact    *rules.Fact
	answers map[string]engine.Answer // aliases too
	values  map[string]int           // by id or alias: the place among the values of a set
}

func newVocabulary(pack *rules.Pack) *vocabulary {
	v := &vocabulary{things: make(map[string]thing, len(pack.Facts)+len(pack.Priorities)), facts: make([]factWords, len(pack.Facts))}
	for i := range pack.Priorities {
		v.add(thing{id: pack.Priorities[i].ID})
	}
	for i := range pack.Facts {
		v.facts[i] = newFactWords(&pack.Facts[i])
		v.add(thing{id: pack.Facts[i].ID, fact: &v.facts[i]})
	}
	return v
}

func (v *vocabulary) add(t thing) {
	t.position = len(v.things)
	v.things[t.id] = t
}

func newFactWords(fact *rules.Fact) factWords {
	w := factWords{fact: fact, answers: map[string]engine.Answer{}, values: map[string]int{}}
	for i := range fact.Values {
		if fact.Type == rules.BoolFact {
			break // true and false are no words
		}
		id := fact.Values[i].ID
		w.answers[id], w.values[id] = engine.Value(id), i
	}
	w.answers["unknown"], w.answers["na"] = engine.Unknown, engine.NotApplicable
	for _, alias := range fact.Aliases.Keys() {
		id := fact.Aliases.Get(alias)
		// An alias stands for a value, or for a state.
		if a, ok := w.answers[id]; ok {
			w.answers[alias] = a
		}
		if i, ok := w.values[id]; ok {
			w.values[alias] = i
		}
	}
	return w
}
