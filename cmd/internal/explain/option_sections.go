package explain

import (
	"maps"
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
	return append(parts, m.listCaptures(&rules.CapturePair{Open: c.Open, Closed: c.Closed, Because: c.Because}, c.Dimensions, c.Arguments), m.citeSources(o.Source))
}

// listCaptures lists what is secured: of all unless that is left out, of a dimension, of
// a single argument.
func (m *explainer) listCaptures(all *rules.CapturePair, dimensions map[string]rules.CapturePair, arguments map[string]rules.ArgumentCapture) Section {
	part := Section{Key: "secures"}
	type capture struct {
		Of      string   `json:"of"`
		Open    *float64 `json:"open"`
		Closed  *float64 `json:"closed"`
		Because string   `json:"because"`
	}
	list := []capture{}
	pair := func(id, shown string, open, closed float64, because rules.Text) {
		list = append(list, capture{id, &open, &closed, m.translateText(because)})
		what := m.words.Pair(formatPercent(open), formatPercent(closed))
		part.Rows = append(part.Rows, newRow(shown, m.words.Reason(what, m.translateText(because))))
	}
	if all != nil {
		pair("all", m.words.ByDefault(), all.Open, all.Closed, all.Because)
	}
	for _, d := range m.pack.Dimensions {
		if own, ok := dimensions[d.ID]; ok {
			pair(d.ID, d.ID, own.Open, own.Closed, own.Because)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(arguments)) {
		own := arguments[id]
		one := capture{Of: id, Because: m.translateText(own.Because)}
		if m.pack.Argument(id).Pull == rules.Open {
			one.Open = &own.Capture
		} else {
			one.Closed = &own.Capture
		}
		list = append(list, one)
		part.Rows = append(part.Rows, newRow(id, m.words.Reason(formatPercent(own.Capture), one.Because)))
	}
	part.Value = list
	return part
}

func (m *explainer) explainForm(option string, f *rules.Form) []Section {
	o := m.pack.Option(option)
	parts := []Section{{Key: "meaning", Text: m.translateText(f.Text)}, {Key: "option", Rows: m.listRows("option", []string{option})}}
	if examples := m.translateText(f.Examples); examples != "" {
		parts = append(parts, Section{Key: "examples", Text: examples})
	}
	parts = append(parts, Section{Key: "class", Text: m.words.Class(strconv.Itoa(o.ClassOf(f))), Value: o.ClassOf(f)})
	if f.Requires != nil {
		parts = append(parts, Section{Key: "requires", Text: m.translateText(f.RequiresText)}, m.explainCondition("requires_rule", f.Requires))
	}
	if len(f.Raises) > 0 {
		parts = append(parts, m.listRaises(f))
	}
	parts = append(parts, m.listActs(f.Acts))
	if len(f.Gives)+len(f.Keeps) > 0 {
		parts = append(parts, Section{Key: "gives", Rows: m.listRows("component", f.Gives)}, Section{Key: "keeps", Rows: m.listRows("component", f.Keeps)})
	}
	if danger := m.translateText(f.Danger); danger != "" {
		parts = append(parts, Section{Key: "danger", Text: danger})
	}
	if c := f.Captures; c != nil {
		parts = append(parts, m.listCaptures(c.Default, c.Dimensions, c.Arguments))
	}
	return append(parts, m.citeSources(f.Source))
}

// listRaises lists the reasons for a form.
func (m *explainer) listRaises(f *rules.Form) Section {
	part, data := Section{Key: "raises"}, []map[string]any{}
	for i := range f.Raises {
		r := &f.Raises[i]
		because := m.translateText(r.Because)
		part.Rows = append(part.Rows, newRow(r.Argument, m.words.Reason(formatPercent(r.Capture), because)))
		data = append(data, map[string]any{"id": r.Argument, "capture": r.Capture, "because": because})
	}
	part.Value = data
	return part
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
	return []Section{m.explainNumber("value", plain.Number(c.Value), c.Value, c.Because), m.citeSources(c.Source)}
}

func (m *explainer) explainCode(d diag.Diagnostic) []Section {
	about, _ := diag.About(d.Code, m.words.Lang)
	parts := []Section{{Key: "about", Text: about}}
	if hint := d.Hint(m.words.Lang); hint != "" {
		parts = append(parts, Section{Key: "advice", Text: replacePlaceholders(hint)})
	}
	return parts
}
