package gen

import (
	"slices"
	"strconv"
	"sync"

	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// drawMembers draws the values of a set; now and then one or two stand alone.
func (m *packMaker) drawMembers() []rules.FactValue {
	var out []rules.FactValue
	for i := range m.drawCount("members", 2, 4) {
		out = append(out, rules.FactValue{
			ID: "m" + strconv.Itoa(i), Label: rules.Text{{"en", "member"}, {"zh", "值"}}, Alone: m.drawChance("alone", 4),
		})
	}
	return out
}

// listedSets keeps what ListSets made: a set of a dozen values has thousands of
// outcomes, which are wanted for every profile that is drawn.
var listedSets sync.Map // *rules.Fact -> []engine.Answer

// ListSets lists everything that a set may turn out to be: some of its values, or one
// that stands alone.
func ListSets(f *rules.Fact) []engine.Answer {
	if listed, ok := listedSets.Load(f); ok {
		return slices.Clone(listed.([]engine.Answer))
	}
	out := makeSets(f)
	listedSets.Store(f, out)
	return slices.Clone(out)
}

func makeSets(f *rules.Fact) []engine.Answer {
	var out []engine.Answer
	for bits := 1; bits < 1<<len(f.Values); bits++ {
		var members []string
		alone := false
		for i, v := range f.Values {
			if bits>>i&1 == 1 {
				members, alone = append(members, v.ID), alone || v.Alone
			}
		}
		if !alone || len(members) == 1 {
			out = append(out, engine.Set(members...))
		}
	}
	return out
}

// DrawPart leaves some of a set open.
func DrawPart(t *rapid.T, f *rules.Fact, whole engine.Answer) engine.Answer {
	members, _ := whole.Members()
	states := map[string]rules.Truth{}
	for _, v := range f.Values {
		if rapid.Bool().Draw(t, "known") {
			states[v.ID] = members.Truth(v.ID)
		}
	}
	return engine.PartOfSet(states)
}

// IsOpen reports whether an answer leaves something open.
func IsOpen(f *rules.Fact, a engine.Answer) bool {
	members, ok := a.Members()
	return a == engine.Unknown || ok && f.Type == rules.SetFact && slices.Contains(members.Truths(f), rules.Unknown)
}

var listedTexts sync.Map // *rules.Fact -> []string

// listSetTexts writes "does not apply" and everything that a set may turn out to be. The
// list is the same for all who ask.
func listSetTexts(f *rules.Fact) []string {
	if listed, ok := listedTexts.Load(f); ok {
		return listed.([]string)
	}
	out := []string{"na"}
	for _, a := range ListSets(f) {
		out = append(out, a.String())
	}
	listedTexts.Store(f, out)
	return out
}

// ParseAnswer reads one of [Answers].
func ParseAnswer(s string) engine.Answer {
	if s == "na" {
		return engine.NotApplicable
	}
	return engine.Value(s)
}
