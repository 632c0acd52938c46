package engine

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/rules"
)

// Answer is what is known about a fact: a value, several of a set, "not known" or
// "does not apply". The zero Answer is Unknown. Answers that say the same in the same
// words are equal (==), whatever the order of a set. In JSON an answer has the type
// that a profile file takes: true, 3, "a_value", ["a", "b"], {"a": "yes", "b": "no"},
// "unknown" or "na".
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
func Number(x float64) Answer { return Value(strconv.FormatFloat(x, 'g', -1, 64)) }

// Set answers a set fact: the values are in the set, and no others. Of one value it
// is the same as Value.
func Set(values ...string) Answer { return Value(rules.NewMembers(values...).String()) }

// PartOfSet answers a set fact of which not everything is known: it says of some
// values whether they are in the set. The others are not known, nor are those said
// to be [rules.Unknown].
func PartOfSet(states map[string]rules.Truth) Answer {
	return parseAnswer(rules.NewPartMembers(states).String())
}

// Known gives the value, and of a set the text that String gives; ok is false for
// Unknown and NotApplicable.
func (a Answer) Known() (value string, ok bool) { return a.value, a.state == known }

// Members reads the answer as that to a set fact: a single value is in it alone. ok is
// false for Unknown and NotApplicable.
func (a Answer) Members() (members rules.Members, ok bool) {
	return rules.ParseMembers(a.value), a.state == known
}

// String gives the value, "unknown" or "na"; of a set "a, b", or "a: yes, b: no" if
// the rest is not known.
func (a Answer) String() string {
	switch a.state {
	case known:
		return a.value
	case notApplicable:
		return "na"
	}
	return "unknown"
}

// newAnswer gives an answer as the rules know it.
func newAnswer(a compiled.Answer) Answer {
	switch a.State {
	case compiled.StateUnknown:
		return Unknown
	case compiled.StateNA:
		return NotApplicable
	}
	return Value(a.Value)
}

// MarshalJSON writes the answer with its own type.
func (a Answer) MarshalJSON() ([]byte, error) {
	if value, ok := a.Known(); ok && isLiteral(value) {
		return []byte(value), nil
	}
	if members, ok := a.Members(); ok {
		values := members.Values()
		switch {
		case !members.IsWhole():
			states := make(map[string]string, len(values))
			for _, v := range values {
				states[v] = memberWords[members.Truth(v)]
			}
			return json.Marshal(states)
		case len(values) > 1:
			return json.Marshal(values)
		}
	}
	return json.Marshal(a.String())
}

// memberWords say whether a value is in a set.
var memberWords = []string{rules.False: "no", rules.Unknown: "unknown", rules.True: "yes"}

// isLiteral reports whether a value is true, false or a number as JSON writes it.
// No other value of a fact looks like one: ids begin with a letter.
func isLiteral(value string) bool {
	switch {
	case value == "true" || value == "false":
		return true
	case value == "" || value[0] != '-' && (value[0] < '0' || value[0] > '9'):
		return false
	}
	return json.Valid([]byte(value))
}

// UnmarshalJSON reads what MarshalJSON writes.
func (a *Answer) UnmarshalJSON(data []byte) error {
	if text := string(data); isLiteral(text) {
		*a = Value(text)
		return nil
	}
	var word string
	var values []string
	var states map[string]string
	switch {
	case string(data) == "null":
	case json.Unmarshal(data, &word) == nil:
		*a = parseAnswer(word)
		return nil
	case json.Unmarshal(data, &values) == nil && len(values) > 0:
		*a = Set(values...)
		return nil
	case json.Unmarshal(data, &states) == nil:
		if truths, ok := parseMemberWords(states); ok {
			*a = PartOfSet(truths)
			return nil
		}
	}
	return fmt.Errorf("%s is no answer to a fact: give true, false, a number, the id of a value, a list of ids, an object of ids with \"yes\", \"no\" or \"unknown\", \"unknown\" or \"na\"", data)
}

func parseMemberWords(states map[string]string) (truths map[string]rules.Truth, ok bool) {
	truths = make(map[string]rules.Truth, len(states))
	for value, word := range states {
		i := slices.Index(memberWords, word)
		if i < 0 {
			return nil, false
		}
		truths[value] = rules.Truth(i)
	}
	return truths, true
}

// parseAnswer reads what String gives.
func parseAnswer(word string) Answer {
	switch word {
	case Unknown.String():
		return Unknown
	case NotApplicable.String():
		return NotApplicable
	}
	return Value(word)
}
