package explain

import (
	"maps"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

func (m *maker) option(o *rules.Option) []Part {
	parts := []Part{
		{Key: "meaning", Text: m.in(o.Text)}, {Key: "stance", Text: m.words.Say("stance_" + string(o.Stance)), Value: o.Stance},
	}
	if examples := m.in(o.Examples); examples != "" {
		parts = append(parts, Part{Key: "examples", Text: examples})
	}
	parts = append(parts, Part{Key: "class", Text: m.words.Say("class", "class", strconv.Itoa(o.Class)), Value: o.Class})
	if o.Requires != nil {
		parts = append(parts, Part{Key: "requires", Text: m.in(o.RequiresText)}, m.condition("requires_rule", o.Requires))
	}
	var splits []string
	for _, s := range o.Splits {
		splits = append(splits, s.ID)
	}
	if splits != nil {
		parts = append(parts, Part{Key: "splits", Rows: m.rows("split", splits)})
	}
	blocked := []Row{}
	for _, v := range m.pack.Vetoes {
		if slices.Contains(v.Blocks, o.ID) {
			blocked = append(blocked, Row{v.ID, m.in(v.Text)})
		}
	}
	return append(parts, Part{Key: "blocked_by", Rows: blocked}, m.captures(&o.Captures), m.sources(o.Source))
}

// captures lists what an option secures: of all, of a dimension, of a single
// argument.
func (m *maker) captures(c *rules.Captures) Part {
	part := Part{Key: "secures"}
	type capture struct {
		Of      string   `json:"of"`
		Open    *float64 `json:"open"`
		Closed  *float64 `json:"closed"`
		Because string   `json:"because"`
	}
	var all []capture
	pair := func(id, shown string, open, closed float64, because rules.Text) {
		all = append(all, capture{id, &open, &closed, m.in(because)})
		what := m.words.Say("pair", "open", percent(open), "closed", percent(closed))
		part.Rows = append(part.Rows, Row{shown, m.words.Say("reason", "what", what, "because", m.in(because))})
	}
	pair("all", m.words.Say("by_default"), c.Open, c.Closed, c.Because)
	for _, d := range m.pack.Dimensions {
		if own, ok := c.Dimensions[d.ID]; ok {
			pair(d.ID, d.ID, own.Open, own.Closed, own.Because)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(c.Arguments)) {
		own := c.Arguments[id]
		one := capture{Of: id, Because: m.in(own.Because)}
		if m.pack.Argument(id).Pull == rules.Open {
			one.Open = &own.Capture
		} else {
			one.Closed = &own.Capture
		}
		all = append(all, one)
		part.Rows = append(part.Rows, Row{id, m.words.Say("reason", "what", percent(own.Capture), "because", one.Because)})
	}
	part.Value = all
	return part
}

func (m *maker) split(option string, s *rules.Split) []Part {
	return []Part{
		{Key: "meaning", Text: m.in(s.Text)}, {Key: "option", Rows: m.rows("option", []string{option})},
		m.condition("precondition", s.Precondition), m.condition("trigger", s.Trigger),
		{Key: "gives", Rows: m.rows("component", s.Gives)}, {Key: "keeps", Rows: m.rows("component", s.Keeps)},
		{Key: "danger", Text: m.in(s.Danger)}, m.sources(s.Source),
	}
}

func (m *maker) veto(v *rules.Veto) []Part {
	parts := []Part{m.condition("holds_if", v.When), {Key: "blocks", Rows: m.rows("option", v.Blocks)}}
	if v.Component != "" {
		parts = append(parts, Part{Key: "component", Rows: m.rows("component", []string{v.Component})})
	}
	if v.SeparableIf != nil {
		parts = append(parts, m.condition("separable_if", v.SeparableIf), Part{Key: "duty", Text: m.in(v.Duty)})
	}
	return append(parts, Part{Key: "lift", Text: m.in(v.Lift)}, m.sources(v.Source))
}

func (m *maker) source(s *rules.Source) []Part {
	_, authors := s.Work(m.words.Lang)
	year, identifier := m.words.Say("year_unknown"), m.words.Say("no_identifier")
	if s.Year != nil {
		year = strconv.Itoa(*s.Year)
	}
	if s.Identifier != nil {
		identifier = *s.Identifier
	}
	cited := m.where(func(t *thing) bool { return slices.Contains(t.cites, s.ID) })
	return []Part{
		{Key: "authors", Text: authors}, {Key: "year", Text: year, Value: orNull(s.Year)},
		{Key: "identifier", Text: identifier, Value: orNull(s.Identifier)},
		{Key: "mark", Text: m.words.Say("mark_" + s.Mark), Value: s.Mark},
		{Key: "says", Text: m.in(s.Says)}, {Key: "cited_by", Rows: cited},
	}
}

// null is JSON's null where a nil Value would mean "the text".
type null struct{}

// MarshalJSON writes null.
func (null) MarshalJSON() ([]byte, error) { return []byte("null"), nil }

func orNull[T any](p *T) any {
	if p == nil {
		return null{}
	}
	return *p
}

func (m *maker) constant(c *rules.Constant) []Part {
	return []Part{m.measured("value", number(c.Value), c.Value, c.Because), m.sources(c.Source)}
}

func (m *maker) code(d diag.Diagnostic) []Part {
	about, _ := diag.About(d.Code, m.words.Lang)
	parts := []Part{{Key: "about", Text: about}}
	if hint := d.Hint(m.words.Lang); hint != "" {
		parts = append(parts, Part{Key: "advice", Text: blanks(hint)})
	}
	return parts
}
