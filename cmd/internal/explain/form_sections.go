package explain

import (
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/rules"
)

// explainForm says first what is given and kept, then when the form comes into
// question and what for, and last the figures.
func (m *explainer) explainForm(option string, f *rules.Form) []Section {
	o := m.pack.Option(option)
	parts := []Section{{Key: "meaning", Text: m.translateText(f.Text)}, {Key: "option", Rows: m.listRows("option", []string{option})}}
	if examples := m.translateText(f.Examples); examples != "" {
		parts = append(parts, Section{Key: "examples", Text: examples})
	}
	if len(f.Gives)+len(f.Keeps) > 0 {
		parts = append(parts, Section{Key: "gives", Rows: m.listRows("component", f.Gives)}, Section{Key: "keeps", Rows: m.listRows("component", f.Keeps)})
	}
	if danger := m.translateText(f.Danger); danger != "" {
		parts = append(parts, Section{Key: "danger", Text: danger})
	}
	parts = append(parts, Section{Key: "class", Text: m.words.Class(strconv.Itoa(o.ClassOf(f))), Value: o.ClassOf(f)})
	if f.Requires != nil {
		parts = append(parts, Section{Key: "requires", Text: m.translateText(f.RequiresText)}, m.explainCondition("requires_rule", f.Requires))
	}
	if len(f.Raises) > 0 {
		parts = append(parts, m.listRaises(f))
	}
	parts = append(parts, m.listActs(f.Acts))
	if c := f.Captures; c != nil {
		secures := m.listCaptures(c.Default, c.Dimensions, c.Arguments)
		secures.Text = m.words.AboutSecuresOfForm(m.words.AboutSecures(), m.translateText(o.Title))
		parts = append(parts, secures)
	}
	return append(parts, m.citeSources(f.Source))
}

// listRaises lists the reasons for a form.
func (m *explainer) listRaises(f *rules.Form) Section {
	part, data := Section{Key: "raises", Text: m.words.AboutRaises()}, []map[string]any{}
	for i := range f.Raises {
		r := &f.Raises[i]
		text, value := m.explainRaise(r, nameCapture(m, m.pack.Argument(r.Argument), r.Capture))
		value["id"] = r.Argument
		part.Rows, data = append(part.Rows, newRow(r.Argument, text)), append(data, value)
	}
	part.Value = data
	return part
}

// explainRaise tells of a raise that is shown as figure, in words and for programs.
func (m *explainer) explainRaise(r *rules.Raise, figure string) (string, map[string]any) {
	value := map[string]any{"capture": r.Capture, "because": m.translateText(r.Because), "when": encodeCondition(r.When)}
	if r.Doubt != nil {
		value["doubt"] = translateDoubt(m, r.Doubt)
	}
	return addCaptureDoubt(m, m.words.Reason(figure, m.translateText(r.Because)), r.Doubt), value
}

// nameCapture says how much is secured of an argument, which it quotes.
func nameCapture(m *explainer, a *rules.Argument, capture float64) string {
	return m.words.Captured(strings.TrimRight(m.translateText(a.Text), ".。"), formatPercent(capture))
}

// listCaptures lists what is secured: of all unless that is left out, of a dimension, of
// a single argument.
func (m *explainer) listCaptures(all *rules.CapturePair, dimensions rules.Table[rules.CapturePair], arguments rules.Table[rules.ArgumentCapture]) Section {
	part := Section{Key: "secures"}
	type capture struct {
		Of      string    `json:"of"`
		Open    *float64  `json:"open"`
		Closed  *float64  `json:"closed"`
		Because string    `json:"because"`
		Doubt   *ownDoubt `json:"doubt,omitempty"`
	}
	list := []capture{}
	pair := func(id, shown, title string, p rules.CapturePair) {
		because := m.translateText(p.Because)
		list = append(list, capture{id, &p.Open, &p.Closed, because, translateDoubt(m, p.Doubt)})
		what := m.words.Pair(formatPercent(p.Open), formatPercent(p.Closed))
		if title != "" {
			what = m.words.OfKind(title, what)
		}
		part.Rows = append(part.Rows, newRow(shown, addCaptureDoubt(m, m.words.Reason(what, because), p.Doubt)))
	}
	if all != nil {
		pair("all", m.words.ByDefault(), "", *all)
	}
	for _, d := range m.pack.Dimensions {
		if own := dimensions.Find(d.ID); own != nil {
			pair(d.ID, d.ID, m.translateText(d.Title), *own)
		}
	}
	for id, own := range arguments.All() {
		a := m.pack.Argument(id)
		one := capture{Of: id, Because: m.translateText(own.Because), Doubt: translateDoubt(m, own.Doubt)}
		if a.Pull == rules.Open {
			one.Open = &own.Capture
		} else {
			one.Closed = &own.Capture
		}
		list = append(list, one)
		text := m.words.Reason(nameCapture(m, a, own.Capture), one.Because)
		part.Rows = append(part.Rows, newRow(id, addCaptureDoubt(m, text, own.Doubt)))
	}
	part.Value = list
	return part
}
