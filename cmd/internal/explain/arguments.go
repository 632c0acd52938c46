package explain

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules"
)

func (m *maker) fact(f *rules.Fact) []Part {
	parts := []Part{{Key: "question", Text: m.in(f.Question)}, {Key: "why", Text: m.in(f.Why)}, m.values(f)}
	switch {
	case f.AskedIf != nil:
		parts = append(parts, m.condition("asked_if", f.AskedIf))
	case m.pack.Asking.Question(f.ID) != nil:
		parts = append(parts, Part{Key: "asked", Text: m.words.Say("asked_first")})
	default:
		parts = append(parts, Part{Key: "asked", Text: m.words.Say("asked_always")})
	}
	readers := m.where(func(t *thing) bool {
		return slices.ContainsFunc(t.reads, func(c *rules.Condition) bool { return slices.Contains(c.Facts(nil), f.ID) })
	})
	return append(parts, Part{Key: "read_by", Rows: readers}, m.sources(f.Source))
}

// values lists what the fact can be, with the two states that every fact has.
func (m *maker) values(f *rules.Fact) Part {
	part := Part{Key: "values"}
	switch f.Type {
	case rules.OrderedFact:
		part.Key = "values_in_order"
	case rules.NumberFact:
		part.Rows = append(part.Rows, Row{number(f.Min) + "..." + number(f.Max), m.in(f.Unit)})
	}
	for _, v := range f.Values {
		part.Rows = append(part.Rows, Row{v.ID, v.Label(m.words.Lang)})
	}
	na := m.in(f.NA)
	if na == "" {
		na = m.words.Say("state_na")
	}
	part.Rows = append(part.Rows, Row{"unknown", m.words.Say("state_unknown")}, Row{"na", na})
	return part
}

func (m *maker) priority(p *rules.Priority) []Part {
	served := Part{Key: "served_by", Rows: []Row{}}
	for i := range m.pack.Dimensions {
		for _, a := range m.pack.Dimensions[i].Arguments {
			if share := a.Shares[p.ID]; share > 0 {
				served.Rows = append(served.Rows, Row{a.ID, m.in(a.Text)})
			}
		}
	}
	return []Part{{Key: "meaning", Text: m.in(p.Meaning)}, m.pull(p.Pull), served, m.sources(p.Source)}
}

func (m *maker) dimension(d *rules.Dimension) []Part {
	group := ""
	if g := m.pack.Group(d.Group); g != nil {
		group = m.in(g.Title)
	}
	var ids, moderators []string
	for _, a := range d.Arguments {
		ids = append(ids, a.ID)
	}
	for _, o := range d.Moderators {
		moderators = append(moderators, o.ID)
	}
	return []Part{
		{Key: "meaning", Text: m.in(d.Meaning)}, {Key: "group", Text: group},
		{Key: "evidence", Text: m.words.Say("reason", "what", m.words.Say("verdict_"+d.Evidence.Verdict), "because", m.in(d.Evidence.Text))},
		{Key: "arguments", Rows: m.rows("argument", ids)}, {Key: "moderators", Rows: m.rows("moderator", moderators)},
		m.sources(d.Evidence.Source),
	}
}

func (m *maker) argument(a *rules.Argument) []Part {
	parts := []Part{
		{Key: "dimension", Rows: m.rows("dimension", []string{a.Dimension})}, m.pull(a.Pull),
		m.measured("strength", m.words.Say("of_one", "number", number(a.Strength)), a.Strength, a.StrengthBecause),
	}
	if a.When == nil {
		parts = append(parts, m.serves(a))
	} else {
		parts = append(parts, m.condition("holds_if", a.When))
	}
	var moderators []string
	for i := range m.pack.Dimensions {
		for _, o := range m.pack.Dimensions[i].Moderators {
			if slices.Contains(o.On, a.ID) {
				moderators = append(moderators, o.ID)
			}
		}
	}
	return append(parts, Part{Key: "moderated_by", Rows: m.rows("moderator", moderators)}, m.captured(a), m.sources(a.Source))
}

// serves lists the priorities of an argument with their shares.
func (m *maker) serves(a *rules.Argument) Part {
	part := Part{Key: "serves"}
	shares := []map[string]any{}
	for _, p := range m.pack.Priorities {
		share, ok := a.Shares[p.ID]
		if !ok {
			continue
		}
		part.Rows = append(part.Rows, Row{p.ID, m.words.Say("share", "title", m.in(p.Title), "percent", percent(share))})
		shares = append(shares, map[string]any{"id": p.ID, "share": share})
	}
	part.Value = shares
	return part
}

// captured says what each option secures of the argument, and why.
func (m *maker) captured(a *rules.Argument) Part {
	part := Part{Key: "captures"}
	type capture struct {
		Option  string  `json:"option"`
		Capture float64 `json:"capture"`
		Because string  `json:"because"`
	}
	var all []capture
	for i := range m.pack.Options {
		c := &m.pack.Options[i].Captures
		because := c.Because
		if own, ok := c.Dimensions[a.Dimension]; ok {
			because = own.Because
		}
		if own, ok := c.Arguments[a.ID]; ok {
			because = own.Because
		}
		one := capture{m.pack.Options[i].ID, c.Of(a), m.in(because)}
		all = append(all, one)
		part.Rows = append(part.Rows, Row{one.Option, m.words.Say("reason", "what", percent(one.Capture), "because", one.Because)})
	}
	part.Value = all
	return part
}

func (m *maker) moderator(o *rules.Moderator) []Part {
	return []Part{
		m.measured("factor", number(o.Factor), o.Factor, o.FactorBecause),
		m.condition("holds_if", o.When), {Key: "scales", Rows: m.rows("argument", o.On)}, m.sources(o.Source),
	}
}

func (m *maker) pull(s rules.Stance) Part {
	return Part{Key: "pull", Text: m.words.Say("pull_" + string(s)), Value: s}
}

// measured is a number with its reason.
func (m *maker) measured(key, shown string, value float64, because rules.Text) Part {
	return Part{
		Key: key, Text: m.words.Say("reason", "what", shown, "because", m.in(because)),
		Value: map[string]any{"value": value, "because": m.in(because)},
	}
}

// condition shows a condition: in words, and as data for programs.
func (m *maker) condition(key string, c *rules.Condition) Part {
	part := Part{Key: key}
	for _, line := range report.Condition(m.pack, c, m.words.Lang) {
		text := strings.Repeat("  ", line.Depth) + line.Text
		if line.Fact != "" {
			text += " [" + line.Fact + "]"
		}
		part.Lines = append(part.Lines, text)
	}
	part.Value = map[string]any{"text": part.Lines, "rule": data(c)}
	return part
}

// data gives a condition as nested JSON values.
func data(c *rules.Condition) any {
	if c.Op == rules.Compare {
		return map[string]any{"fact": c.Fact, "test": c.Test, "values": c.Values, "precaution": c.Precaution}
	}
	of := make([]any, len(c.Of))
	for i := range c.Of {
		of[i] = data(&c.Of[i])
	}
	return map[string]any{map[rules.Op]string{rules.All: "all", rules.Any: "any", rules.Not: "not"}[c.Op]: of}
}

func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

func percent(x float64) string { return strconv.FormatFloat(100*x, 'g', 3, 64) + "%" }
