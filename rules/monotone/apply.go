package monotone

import (
	"github.com/ajar-decision/ajar/rules"
)

// String names the change for a list.
func (c Change) String() string {
	name := c.Fact
	if c.Member != "" {
		name += " " + c.Member
	}
	return name + ": " + c.From + " to " + c.To
}

// Value names the answer that the change starts from.
func (c Change) Value() string {
	if c.Member == "" {
		return c.From
	}
	if c.From == notInSet {
		return "not " + c.Member
	}
	return c.Member
}

// Apply makes the change in the answer to its fact, as [rules.Pack.ReadAnswers]
// takes it. ok is false where the answer is another than the change starts from, or
// would be one that nobody may give, such as a set of nothing.
func (c Change) Apply(p *rules.Pack, answer string) (changed string, ok bool) {
	if c.Member == "" {
		return c.To, answer == c.From
	}
	if answer == none {
		return answer, false
	}
	f := p.Fact(c.Fact)
	states := map[string]rules.Truth{}
	for i := range f.Values {
		states[f.Values[i].ID] = rules.Unknown
	}
	if answer != notKnown {
		for i, t := range rules.ParseMembers(answer).Truths(f) {
			states[f.Values[i].ID] = t
		}
	}
	words := map[string]rules.Truth{inSet: rules.True, notInSet: rules.False, notKnown: rules.Unknown}
	if states[c.Member] != words[c.From] {
		return answer, false
	}
	states[c.Member] = words[c.To]
	out := rules.NewPartMembers(states)
	if len(out.Check(f, f.At)) > 0 || out.Truths(f)[memberIndex(f, c.Member)] != words[c.To] {
		return answer, false
	}
	return out.String(), true
}

func memberIndex(f *rules.Fact, member string) int {
	for i := range f.Values {
		if f.Values[i].ID == member {
			return i
		}
	}
	return -1
}

// BreaksBetween lists the arguments on which two forms are out of order.
func (c Change) BreaksBetween(a, b string) []string {
	var out []string
	for _, x := range c.Breaks {
		if x.Narrower == a && x.Wider == b || x.Narrower == b && x.Wider == a {
			out = append(out, x.Argument)
		}
	}
	return out
}

// TurnsAgainst reports whether advice that goes from one class to another goes
// against the side that the change speaks for.
func (c Change) TurnsAgainst(before, after int) bool {
	if c.Toward == rules.Closed {
		return after > before
	}
	return after < before
}
