package explain

import (
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

func (m *explainer) explainOption(o *rules.Option) []Section {
	parts := []Section{
		{Key: "meaning", Text: m.translateText(o.Text)}, {Key: "stance", Text: m.nameStance(o.Stance), Value: o.Stance},
	}
	if examples := m.translateText(o.Examples); examples != "" {
		parts = append(parts, Section{Key: "examples", Text: examples})
	}
	parts = append(parts, Section{Key: "class", Text: m.words.Class(strconv.Itoa(o.Class)), Value: o.Class})
	if o.Requires != nil {
		parts = append(parts, Section{Key: "requires", Text: m.translateText(o.RequiresText)}, m.explainCondition("requires_rule", o.Requires))
	}
	var forms []string
	for i := range o.Forms {
		forms = append(forms, o.Forms[i].ID)
	}
	if forms != nil {
		parts = append(parts, Section{Key: "forms", Rows: m.listRows("form", forms)})
	}
	parts = append(parts, m.listActs(o.Acts))
	c := &o.Captures
	secures := m.listCaptures(&rules.CapturePair{Open: c.Open, Closed: c.Closed, Because: c.Because, Doubt: c.Doubt}, c.Dimensions, c.Arguments)
	secures.Text = m.words.AboutSecures()
	return append(parts, secures, m.citeSources(o.Source))
}

func (m *explainer) explainExclusion(x *rules.Exclusion) []Section {
	meaning := m.words.ExclusionNever()
	if x.Rarely {
		meaning = m.words.ExclusionRarely()
	}
	return []Section{{Key: "meaning", Text: meaning}, m.explainCondition("holds_if", x.When), m.citeSources(x.Source)}
}

func (m *explainer) explainSource(s *rules.Source) []Section {
	year, identifier := m.words.YearUnknown(), m.words.NoIdentifier()
	if s.Year != nil {
		year = strconv.Itoa(*s.Year)
	}
	if s.Identifier != nil {
		identifier = *s.Identifier
	}
	cited := m.listThingsWhere(func(t *thing) bool { return slices.Contains(t.cites, s.ID) })
	checked := m.words.NeverChecked()
	if s.Checked != "" {
		checked = s.Checked
	}
	return []Section{
		{Key: "authors", Text: s.Authors.In(m.words.Lang)}, {Key: "year", Text: year, Value: valueOrNull(s.Year)},
		{Key: "identifier", Text: identifier, Value: valueOrNull(s.Identifier)},
		{Key: "mark", Text: m.nameMark(s), Value: s.Mark}, {Key: "checked", Text: checked, Value: s.Checked},
		{Key: "says", Text: m.translateText(s.Says)}, m.listGradings(s.ID), {Key: "cited_by", Rows: cited},
	}
}

// listGradings says what a work found about claims.
func (m *explainer) listGradings(source string) Section {
	part, data := Section{Key: "grades", Rows: []documents.Row{}}, []map[string]any{}
	for i := range m.pack.Dimensions {
		for _, a := range m.pack.Dimensions[i].Arguments {
			for _, g := range a.GradedBy {
				if g.Source == source {
					part.Rows = append(part.Rows, newRow(a.ID, m.words.Graded(m.nameFinding(g.Found), m.translateText(a.Text))))
					data = append(data, map[string]any{"id": a.ID, "found": g.Found, "text": m.translateText(a.Text)})
				}
			}
		}
	}
	part.Value = data
	return part
}

// jsonNull is JSON's null where a nil Value would mean "the text".
type jsonNull struct{}

// MarshalJSON writes null.
func (jsonNull) MarshalJSON() ([]byte, error) { return []byte("null"), nil }

func valueOrNull[T any](p *T) any {
	if p == nil {
		return jsonNull{}
	}
	return *p
}

func (m *explainer) explainConstant(c *rules.Constant) []Section {
	return []Section{m.explainNumber("value", plain.Number(c.Value), rules.Number{Value: c.Value, Because: c.Because}), m.citeSources(c.Source)}
}

func (m *explainer) explainCode(d diag.Diagnostic) []Section {
	about, _ := diag.About(d.Code, m.words.Lang)
	parts := []Section{{Key: "about", Text: about}}
	if hint := d.Hint(m.words.Lang); hint != "" {
		parts = append(parts, Section{Key: "advice", Text: replacePlaceholders(hint)})
	}
	return parts
}
