package compiled

import "github.com/ajar-decision/ajar/rules"

func (e *Rules) compileCondition(c *rules.Condition) *Condition {
	if c == nil {
		return nil
	}
	out := e.compileNode(c)
	return &out
}

func (e *Rules) compileNode(c *rules.Condition) Condition {
	if c.Op == rules.Compare && e.Facts[e.FactIndex[c.Fact]].IsSet() {
		return e.compileMembers(c)
	}
	out := Condition{op: c.Op, precaution: c.Precaution}
	if len(c.Of) > 0 {
		out.of = make([]Condition, len(c.Of))
	}
	for i := range c.Of {
		out.of[i] = e.compileNode(&c.Of[i])
	}
	if c.Op == rules.Compare {
		out.fact = e.FactIndex[c.Fact]
		out.mask = e.Facts[out.fact].maskFor(c)
	}
	return out
}
