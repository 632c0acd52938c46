package gen

import (
	"strconv"

	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/rules"
)

// condition draws a condition over the facts made so far.
func (m *maker) condition(depth int) *rules.Condition {
	c := m.part1(depth)
	return &c
}

func (m *maker) part1(depth int) rules.Condition {
	if depth == 0 || !m.chance("nested", 3) {
		return m.comparison()
	}
	c := rules.Condition{Op: rapid.SampledFrom([]rules.Op{rules.All, rules.Any, rules.Not}).Draw(m.t, "op")}
	n := 1
	if c.Op != rules.Not {
		n = m.count("parts", 1, 3)
	}
	for range n {
		c.Of = append(c.Of, m.part1(depth-1))
	}
	return c
}

func (m *maker) comparison() rules.Condition {
	f := &m.p.Facts[m.count("fact", 0, len(m.p.Facts)-1)]
	tests := []rules.Test{rules.Is, rules.IsNot}
	values := f.ValueIDs()
	switch f.Type {
	case rules.NumberFact:
		tests, values = []rules.Test{rules.AtLeast, rules.AtMost}, thresholds
	case rules.OrderedFact:
		tests = append(tests, rules.AtLeast, rules.AtMost)
	}
	c := rules.Condition{Fact: f.ID, Test: rapid.SampledFrom(tests).Draw(m.t, "test")}
	c.Values = []string{rapid.SampledFrom(values).Draw(m.t, "value")}
	if (c.Test == rules.Is || c.Test == rules.IsNot) && m.chance("two values", 4) {
		c.Values = append(c.Values, rapid.SampledFrom(values).Draw(m.t, "value"))
	}
	return c
}

// dimensions makes n dimensions. The i-th cell of a pull serves the i-th
// priority of that pull, and perhaps one more, so that each priority is served:
// two dimensions have four cells of each pull.
func (m *maker) dimensions(n int) {
	pulls := map[rules.Stance][]string{}
	for _, x := range m.p.Priorities {
		pulls[x.Pull] = append(pulls[x.Pull], x.ID)
	}
	next := map[rules.Stance]int{}
	group := rules.Group{ID: "group", Title: text("group")}
	for range n {
		d := rules.Dimension{ID: m.id("dimension"), Group: group.ID, Title: text("title"), Meaning: text("meaning")}
		d.Evidence = rules.Evidence{Verdict: "mixed", Text: text("evidence"), Source: m.source()}
		for i, key := range rules.Cells {
			pull := []rules.Stance{rules.Open, rules.Closed, rules.Closed, rules.Open}[i]
			a := m.argument(d.ID+"."+key, d.ID, pull)
			a.Shares = m.shares(pulls[pull], next[pull])
			next[pull]++
			d.Arguments = append(d.Arguments, a)
		}
		for range m.count("situation", 0, 3) {
			a := m.argument(m.id("situation"), d.ID, rapid.SampledFrom([]rules.Stance{rules.Open, rules.Closed}).Draw(m.t, "pull"))
			a.When = m.condition(2)
			d.Arguments = append(d.Arguments, a)
		}
		group.Dimensions = append(group.Dimensions, d.ID)
		m.p.Dimensions = append(m.p.Dimensions, d)
	}
	m.p.Groups = []rules.Group{group}
	m.moderators()
}

func (m *maker) argument(id, dimension string, pull rules.Stance) rules.Argument {
	return rules.Argument{
		ID: id, Dimension: dimension, Pull: pull, Strength: m.part("strength", 1, 10, 10),
		StrengthBecause: text("because"), Text: text("claim"), Source: m.source(),
	}
}

func (m *maker) shares(of []string, turn int) map[string]float64 {
	first := of[turn%len(of)]
	if len(of) < 2 || !m.chance("shared", 2) {
		return map[string]float64{first: 1}
	}
	second := of[(turn+m.count("other", 1, len(of)-1))%len(of)]
	part := m.part("share", 1, 9, 10)
	return map[string]float64{first: part, second: 1 - part}
}

// moderators come last, since each may act on arguments of any dimension.
func (m *maker) moderators() {
	var all []string
	for i := range m.p.Dimensions {
		for j := range m.p.Dimensions[i].Arguments {
			all = append(all, m.p.Dimensions[i].Arguments[j].ID)
		}
	}
	for i := range m.p.Dimensions {
		for range m.count("moderators", 0, 3) {
			factor := 0.0 // gates that shut are the commonest kind
			if !m.chance("gate", 3) {
				factor = m.part("factor", 0, 16, 10)
			}
			m.p.Dimensions[i].Moderators = append(m.p.Dimensions[i].Moderators, rules.Moderator{
				ID: m.id("moderator"), On: m.some("on", all, 4), When: m.condition(2), Factor: factor,
				FactorBecause: text("because"), Text: text("moderates"), Source: m.source(),
			})
		}
	}
}

// some draws 1 to most different members of a list.
func (m *maker) some(label string, of []string, most int) []string {
	n := m.count(label, 1, min(most, len(of)))
	return rapid.Permutation(of).Draw(m.t, label)[:n]
}

func (m *maker) options(n int) {
	steps := rapid.Permutation([]int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}).Draw(m.t, "steps")
	for i := range n {
		o := rules.Option{
			ID: m.id("option"), Step: steps[i], Class: m.count("class", 0, 4),
			Stance: rapid.SampledFrom([]rules.Stance{rules.Closed, rules.Mixed, rules.Open}).Draw(m.t, "stance"),
			Title:  text("title"), Text: text("option"), Captures: m.captures(), Source: m.source(),
		}
		if m.chance("requires", 4) {
			o.Requires, o.RequiresText = m.condition(2), text("requires")
		}
		if o.Stance == rules.Mixed {
			for range m.count("splits", 1, 2) {
				o.Splits = append(o.Splits, rules.Split{
					ID: m.id("split"), Title: text("split"), Precondition: m.condition(1), Trigger: m.condition(1),
					Gives: []string{"code"}, Keeps: []string{"weights"}, Text: text("split"), Danger: text("danger"), Source: m.source(),
				})
			}
		}
		m.p.Options = append(m.p.Options, o)
	}
}

func (m *maker) captures() rules.Captures {
	c := rules.Captures{Open: m.capture(), Closed: m.capture(), Because: text("because")}
	for i := range m.p.Dimensions {
		d := &m.p.Dimensions[i]
		if m.chance("own pair", 5) {
			if c.Dimensions == nil {
				c.Dimensions = map[string]rules.CapturePair{}
			}
			c.Dimensions[d.ID] = rules.CapturePair{Open: m.capture(), Closed: m.capture(), Because: text("because")}
		}
		if m.chance("own capture", 5) {
			if c.Arguments == nil {
				c.Arguments = map[string]rules.ArgumentCapture{}
			}
			a := d.Arguments[m.count("argument", 0, len(d.Arguments)-1)].ID
			c.Arguments[a] = rules.ArgumentCapture{Capture: m.capture(), Because: text("because")}
		}
	}
	return c
}

func (m *maker) capture() float64 { return m.part("capture", 0, 20, 20) }

func (m *maker) veto() {
	var all []string
	for i := range m.p.Options {
		all = append(all, m.p.Options[i].ID)
	}
	v := rules.Veto{
		ID: m.id("veto"), When: m.condition(2), Blocks: m.some("blocks", all, len(all)),
		Text: text("veto"), Lift: text("lift"), Source: m.source(),
	}
	if m.chance("component", 2) {
		v.Component, v.Duty, v.SeparableIf = "data", text("duty"), m.condition(1)
	}
	if m.chance("precaution", 2) {
		v.When = &rules.Condition{Op: rules.All, Of: []rules.Condition{*v.When, m.comparison()}}
		v.When.Of[1].Precaution = true
	}
	m.p.Vetoes = append(m.p.Vetoes, v)
}

// Answers lists one answer for everything that conditions can tell apart on a
// fact, "does not apply" among them.
func Answers(f *rules.Fact) []string {
	if f.Type != rules.NumberFact {
		return append(f.ValueIDs(), "na")
	}
	out := []string{"na"}
	for i, s := range thresholds {
		out = append(out, s)
		if i > 0 {
			x, _ := strconv.ParseFloat(s, 64)
			out = append(out, strconv.FormatFloat(x-0.5, 'g', -1, 64))
		}
	}
	return out
}

// Condition draws a condition over the facts of a pack.
func Condition(t *rapid.T, p *rules.Pack) *rules.Condition {
	m := &maker{t: t, p: p}
	return m.condition(2)
}
