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

// subset is some of the values of a set fact: bit i stands for the i-th. The empty one
// stands for "does not apply".
type subset uint32

func (b subset) makeAnswer(f *rules.Fact) engine.Answer {
	if b == 0 {
		return engine.NotApplicable
	}
	var members []string
	for i := range f.Values {
		if b>>i&1 == 1 {
			members = append(members, f.Values[i].ID)
		}
	}
	return engine.Set(members...)
}

// listedSubsets keeps what listSubsets made: a set of a dozen values has thousands of
// outcomes, one of which is wanted for every profile that is drawn.
var listedSubsets sync.Map // *rules.Fact -> []subset

// listSubsets lists "does not apply" and everything that a set may turn out to be: some of
// its values, or one that stands alone. The list is the same for all who ask.
func listSubsets(f *rules.Fact) []subset {
	if listed, ok := listedSubsets.Load(f); ok {
		return listed.([]subset)
	}
	alone := subset(0)
	for i := range f.Values {
		if f.Values[i].Alone {
			alone |= 1 << i
		}
	}
	out := []subset{0}
	for b := subset(1); b < 1<<len(f.Values); b++ {
		if b&alone == 0 || b&(b-1) == 0 {
			out = append(out, b)
		}
	}
	listedSubsets.Store(f, out)
	return out
}

// ListSets lists everything that a set may turn out to be.
func ListSets(f *rules.Fact) []engine.Answer {
	var out []engine.Answer
	for _, b := range listSubsets(f)[1:] {
		out = append(out, b.makeAnswer(f))
	}
	return out
}

// DrawSet draws something that a set may turn out to be.
func DrawSet(t *rapid.T, f *rules.Fact) engine.Answer {
	return rapid.SampledFrom(listSubsets(f)[1:]).Draw(t, "set").makeAnswer(f)
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

// ParseAnswer reads one of [Answers].
func ParseAnswer(s string) engine.Answer {
	if s == "na" {
		return engine.NotApplicable
	}
	return engine.Value(s)
}
