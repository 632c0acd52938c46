package engine

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
)

// Answer is what is known about a fact: a value, "not known" or "does not
// apply". The zero Answer is Unknown. In JSON it has the type that a profile file
// takes: true, 3, "a_value", "unknown" or "na".
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
	return json.Marshal(a.String())
}

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
	if err := json.Unmarshal(data, &word); err != nil || string(data) == "null" {
		return fmt.Errorf("%s is no answer to a fact: give true, false, a number, the id of a value, \"unknown\" or \"na\"", data)
	}
	*a = parseAnswer(word)
	return nil
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
