package rules

import (
	"maps"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules/diag"
)

// Members is an answer to a set fact: which of its values are in the set, which are
// not, and which nobody knows of. The text of an answer has one form for each:
// "a, b" is those and no other, "a" that one alone, and "a: yes, b: no" says so much
// and leaves the rest open.
type Members struct {
	said  map[string]bool // by value: in the set or not
	whole bool            // values not said of are not in it; else not known
}

// NewMembers is the set of some values: those are in it, all others are not.
func NewMembers(values ...string) Members {
	m := Members{said: map[string]bool{}, whole: true}
	for _, v := range values {
		m.said[v] = true
	}
	return m
}

// NewPartMembers says of some values whether they are in the set. The others are not
// known, nor are those said to be Unknown.
func NewPartMembers(states map[string]Truth) Members {
	m := Members{said: map[string]bool{}}
	for v, t := range states {
		if t != Unknown {
			m.said[v] = t == True
		}
	}
	return m
}

// ParseMembers reads what String gives. It knows no fact, so any text is some answer.
func ParseMembers(text string) Members {
	if !strings.Contains(text, stateMark) {
		m := NewMembers()
		for part := range strings.SplitSeq(text, memberMark) {
			if part != "" {
				m.said[part] = true
			}
		}
		return m
	}
	m := Members{said: map[string]bool{}}
	for part := range strings.SplitSeq(text, memberMark) {
		value, state, _ := strings.Cut(part, stateMark)
		m.said[value] = state == truthWords[True]
	}
	return m
}

const (
	stateMark  = ": "
	memberMark = ", "
)

// String gives the text of the answer, values by their id: the same set has the same
// text, in whatever order it was stated.
func (m Members) String() string {
	parts := m.Values()
	if !m.whole {
		for i, v := range parts {
			parts[i] = v + stateMark + truthWords[m.Truth(v)]
		}
		if len(parts) == 0 {
			return answerUnknown
		}
	}
	return strings.Join(parts, memberMark)
}

// Values lists the values that the answer names, by id: those in the set, and if it
// leaves the rest open also those that are not.
func (m Members) Values() []string { return slices.Sorted(maps.Keys(m.said)) }

// IsWhole reports whether nothing is left open.
func (m Members) IsWhole() bool { return m.whole }

// Truth says whether a value is in the set.
func (m Members) Truth(value string) Truth {
	switch in, said := m.said[value]; {
	case said && in:
		return True
	case said || m.whole:
		return False
	}
	return Unknown
}

// Truths says of every value of the fact, in its order, whether it is in the set. A
// value that stands alone is not, once another is; and the others are not, once it
// is.
func (m Members) Truths(f *Fact) []Truth {
	out := make([]Truth, len(f.Values))
	alone, others := false, false
	for i := range f.Values {
		out[i] = m.Truth(f.Values[i].ID)
		if out[i] == True {
			alone, others = alone || f.Values[i].Alone, others || !f.Values[i].Alone
		}
	}
	for i := range out {
		if out[i] == Unknown && (alone || others && f.Values[i].Alone) {
			out[i] = False
		}
	}
	return out
}

// Check reports what the fact does not allow: values that it does not have, a value
// that stands alone beside others, and a set without any member.
func (m Members) Check(f *Fact, at diag.Pos) diag.List {
	var list diag.List
	ids, members, alone := f.ValueIDs(), 0, ""
	ruledOut := 0
	for _, v := range m.Values() {
		x := f.Value(v)
		switch {
		case x == nil:
			list.Add(diag.UndefinedValue(at, v, f.ID).OneOf(v, ids))
			continue
		case !m.said[v]:
			ruledOut++
			continue
		}
		members++
		if x.Alone && alone == "" {
			alone = v
		}
	}
	switch {
	case len(list) > 0:
	case alone != "" && members > 1:
		list.Add(diag.InvalidSetAloneValue(at, alone, f.ID))
	case members == 0 && (m.whole || ruledOut == len(ids)):
		list.Add(diag.InvalidSetNoMember(at, f.ID))
	}
	return list
}
