package explain

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules"
)

func (m *maker) component(c *rules.Component) []Part {
	given, kept, bound := []Row{}, []Row{}, []Row{}
	for _, o := range m.pack.Options {
		for _, s := range o.Splits {
			if slices.Contains(s.Gives, c.ID) {
				given = append(given, Row{s.ID, m.in(s.Title)})
			}
			if slices.Contains(s.Keeps, c.ID) {
				kept = append(kept, Row{s.ID, m.in(s.Title)})
			}
		}
	}
	for _, v := range m.pack.Vetoes {
		if v.Component == c.ID {
			bound = append(bound, Row{v.ID, m.in(v.Text)})
		}
	}
	parts := []Part{}
	if c.Applies != nil {
		parts = append(parts, m.condition("there_if", c.Applies))
	}
	advice := []Row{}
	for _, a := range c.Advice {
		advice = append(advice, Row{a.ID, m.words.Say("reason", "what", m.words.Say("advise_"+string(a.Advise)), "because", m.in(a.Because))})
	}
	return append(parts, Part{Key: "advised", Rows: advice}, Part{Key: "given_by", Rows: given}, Part{Key: "kept_by", Rows: kept}, Part{Key: "bound_by", Rows: bound})
}

// meant says which recommendations advice is for, and when it holds.
func (m *maker) meant(list []string, when *rules.Condition) []Part {
	part := Part{Key: "meant_for", Text: m.words.Say("meant_for_all"), Value: list}
	if list == nil {
		part.Value = []string{}
	}
	if len(list) > 0 {
		part.Rows, part.Text = []Row{}, ""
	}
	for _, id := range list {
		part.Rows = append(part.Rows, Row{id, m.recommended(id)})
	}
	if when == nil {
		return []Part{part}
	}
	return []Part{part, m.condition("holds_if", when)}
}

// recommended names a stance, a split or an option.
func (m *maker) recommended(id string) string {
	for _, kind := range []string{"split", "option"} {
		if t := m.find(kind, id); t != nil {
			return m.words.Say("of_kind", "kind", m.words.Say("kind_"+kind), "text", m.in(t.title))
		}
	}
	return m.words.Say("stance_" + id)
}

func (m *maker) advice(component string, a *rules.ComponentAdvice) []Part {
	parts := []Part{
		{Key: "component", Rows: m.rows("component", []string{component})},
		{Key: "advise", Text: m.words.Say("advise_" + string(a.Advise)), Value: a.Advise},
	}
	return append(append(parts, m.meant(a.For, a.When)...), m.sources(a.Source))
}

func (m *maker) standard(s *rules.Standard) []Part {
	levels := []Row{}
	for _, l := range s.Levels {
		var names []string
		for _, row := range m.rows("component", l.Needs) {
			names = append(names, row.Text)
		}
		parts := strings.Join(names, m.words.Say("between_parts")) // whose names hold commas
		levels = append(levels, Row{l.ID, m.words.Say("level", "title", m.in(l.Title), "parts", parts)})
	}
	return []Part{
		{Key: "judged_if_given", Rows: m.rows("component", []string{s.About})}, {Key: "levels", Rows: levels},
		{Key: "missed", Text: m.in(s.Missed)}, m.sources(s.Source),
	}
}

func (m *maker) level(s *rules.Standard, l *rules.StandardLevel) []Part {
	return []Part{{Key: "standard", Rows: m.rows("standard", []string{s.ID})}, {Key: "needs", Rows: m.rows("component", l.Needs)}}
}

func (m *maker) licence(l *rules.Licence) []Part {
	chosen := []Row{}
	for _, x := range m.pack.Choices {
		if slices.Contains(x.Licences, l.ID) {
			chosen = append(chosen, Row{x.ID, m.in(x.Because)})
		}
	}
	return []Part{
		{Key: "meaning", Text: m.in(l.Says)}, {Key: "advise", Text: m.words.Say("advise_" + string(l.Gives)), Value: l.Gives},
		{Key: "chosen_by", Rows: chosen}, m.sources(l.Source),
	}
}

func (m *maker) choice(x *rules.LicenceChoice) []Part {
	parts := []Part{{Key: "licences", Rows: m.rows("licence", x.Licences)}, {Key: "for_parts", Rows: m.rows("component", x.Parts)}}
	parts = append(parts, m.meant(x.For, x.When)...)
	if x.Binding {
		parts = append(parts, Part{Key: "binding", Text: m.words.Say("binding"), Value: true})
	}
	return append(parts, m.sources(x.Source))
}

func (m *maker) step(s *rules.Step) []Part {
	parts := m.meant(s.For, s.When)
	if len(s.About) > 0 {
		parts = append(parts, Part{Key: "answers_to", Rows: m.rows("veto", s.About)})
	}
	return append(parts, m.sources(s.Source))
}
