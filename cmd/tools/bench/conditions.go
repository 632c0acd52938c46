// Package bench times ajar beside general engines that could evaluate the
// conditions of its pack: expr, CEL, OPA and grule. Each gets the same conditions in
// its own language; a test proves that all agree before anything is timed. It is a
// module of its own, so that none of them reaches the module of ajar.
package bench

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules"
)

// notApplicable stands for a fact that does not apply. No value of a fact has this id.
const notApplicable = "na"

// timedKinds are the rules whose conditions are timed: those behind every verdict.
var timedKinds = []rules.RuleKind{rules.ArgumentRule, rules.ModeratorRule, rules.BarRule}

// listConditions lists their conditions that read a fact, with those that lift a bar.
func listConditions(pack *rules.Pack) []*rules.Condition {
	var out []*rules.Condition
	for rule := range pack.Rules() {
		if slices.Contains(timedKinds, rule.Kind) {
			out = append(out, slices.DeleteFunc(slices.Clone(rule.Conditions), func(c *rules.Condition) bool { return len(c.Facts(nil)) == 0 })...)
		}
	}
	return out
}

// drawAnswers answers every fact by chance, so that every condition is true or false.
// The answers are those that count: facts that do not apply say so.
func drawAnswers(pack *rules.Pack, seed uint64) (*rules.Reading, map[string]string) {
	random := rand.New(rand.NewPCG(seed, 1))
	stated := map[string]string{}
	for i := range pack.Facts {
		f := &pack.Facts[i]
		ids := f.ValueIDs()
		stated[f.ID] = ids[random.IntN(len(ids))]
		if f.Type == rules.SetFact && !f.Value(stated[f.ID]).Alone {
			some := slices.DeleteFunc(ids, func(id string) bool { return f.Value(id).Alone || random.IntN(2) == 0 })
			stated[f.ID] = rules.NewMembers(append(some, stated[f.ID])...).String()
		}
	}
	reading := pack.ReadAnswers(stated)
	for id := range stated {
		stated[id] = reading.Answer(id)
	}
	return reading, stated
}

// inputOf gives the answers as the other engines take them: a text, and for a set a
// list of texts.
func inputOf(pack *rules.Pack, answers map[string]string) map[string]any {
	out := map[string]any{}
	for id, answer := range answers {
		out[id] = answer
		if pack.Fact(id).Type == rules.SetFact {
			out[id] = rules.ParseMembers(answer).Values()
		}
	}
	return out
}

// notation writes conditions in the language of an engine. Each function takes and
// gives text.
type notation struct {
	isAny  func(fact string, values []string) string // a fact that is no set
	hasAny func(fact string, values []string) string // a set
	isOne  func(fact string) string                  // a set with one member
	not    func(part string) string
	join   func(op rules.Op, parts []string) string
}

// write translates a condition. A comparison with a fact that does not apply is false
// whatever its test.
func (n *notation) write(pack *rules.Pack, c *rules.Condition) string {
	switch c.Op {
	case rules.Compare:
		return n.writeComparison(pack.Fact(c.Fact), c)
	case rules.Not:
		return n.not(n.write(pack, &c.Of[0]))
	}
	parts := make([]string, len(c.Of))
	for i := range c.Of {
		parts[i] = n.write(pack, &c.Of[i])
	}
	return n.join(c.Op, parts)
}

func (n *notation) writeComparison(f *rules.Fact, c *rules.Condition) string {
	compare := n.isAny
	if f.Type == rules.SetFact {
		compare = n.hasAny
	}
	values := c.Values
	switch at := slices.Index(f.ValueIDs(), c.Values[0]); c.Test {
	case rules.AtLeast:
		values = f.ValueIDs()[at:]
	case rules.AtMost:
		values = f.ValueIDs()[:at+1]
	case rules.IsNot:
		return n.not(compare(f.ID, append(slices.Clone(values), notApplicable)))
	case rules.IsOnly:
		return n.join(rules.All, []string{compare(f.ID, values), n.isOne(f.ID)})
	}
	return compare(f.ID, values)
}

// quoteAll writes values as texts with commas between.
func quoteAll(values []string) string { return `"` + strings.Join(values, `", "`) + `"` }

// infix is the notation of languages with && and ||. The formats take a fact and the
// values, as a list for facts that are no sets and one by one for sets.
func infix(isAny, hasOne, isOne string) *notation {
	n := &notation{
		isAny: func(fact string, values []string) string { return fmt.Sprintf(isAny, fact, quoteAll(values)) },
		isOne: func(fact string) string { return fmt.Sprintf(isOne, fact) },
		not:   func(part string) string { return "!(" + part + ")" },
		join: func(op rules.Op, parts []string) string {
			sign := map[rules.Op]string{rules.All: " && ", rules.Any: " || "}[op]
			return "(" + strings.Join(parts, sign) + ")"
		},
	}
	n.hasAny = func(fact string, values []string) string {
		var parts []string
		for _, v := range values {
			parts = append(parts, fmt.Sprintf(hasOne, fact, v))
		}
		return n.join(rules.Any, parts)
	}
	return n
}
