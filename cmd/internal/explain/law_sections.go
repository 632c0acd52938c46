package explain

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/rules"
)

func (m *explainer) explainBar(b *rules.Bar) []Section {
	parts := []Section{m.explainCondition("holds_if", b.When)}
	if b.Concerns != nil {
		parts = append(parts, m.explainCondition("concerns", b.Concerns))
	}
	if len(b.Forbids) > 0 {
		parts = append(parts, Section{Key: "forbids", Rows: m.listRows("act", b.Forbids)})
	} else {
		parts = append(parts, Section{Key: "demands", Rows: m.listRows("act", b.Demands)})
	}
	if len(b.On) > 0 {
		parts = append(parts, Section{Key: "with", Rows: m.listRows("kind_of_part", b.On)})
	}
	if b.Component != "" {
		parts = append(parts, Section{Key: "component", Rows: m.listRows("component", []string{b.Component})})
	}
	for i := range b.Escapes {
		x := &b.Escapes[i]
		if x.FindOut != nil {
			parts = append(parts, Section{Key: "find_out", Text: m.translateText(x.Text)}, m.explainCondition("lifted_if", x.FindOut))
			continue
		}
		parts = append(parts, Section{Key: "to_do", Text: m.translateText(x.Text)}, m.explainCondition("can_be_done_if", x.Do))
	}
	parts = append(parts, Section{Key: "lift", Text: m.translateText(b.Lift)})
	return append(append(parts, m.citeLaw(b.Law())...), m.citeSources(b.Source))
}

func (m *explainer) explainDuty(d *rules.Duty) []Section {
	parts := []Section{m.explainCondition("holds_if", d.When), {Key: "brought_by", Rows: m.listRows("act", d.Acts)}}
	if len(d.On) > 0 {
		parts = append(parts, Section{Key: "with", Rows: m.listRows("kind_of_part", d.On)})
	}
	return append(append(parts, m.citeLaw(d.Law())...), m.citeSources(d.Source))
}

// citeLaw says where a rule of law comes from.
func (m *explainer) citeLaw(law rules.Law) []Section {
	parts := []Section{{Key: "jurisdiction", Text: law.Jurisdiction}, {Key: "instrument", Text: m.translateText(law.Instrument)}}
	if law.AppliesFrom != "" {
		parts = append(parts, Section{Key: "applies_from", Text: law.AppliesFrom})
	}
	if law.Checked != "" {
		parts = append(parts, Section{Key: "checked", Text: law.Checked})
	}
	return parts
}

func (m *explainer) explainAct(a *rules.Act) []Section {
	forbidden := []documents.Row{}
	for i := range m.pack.Bars {
		if b := &m.pack.Bars[i]; slices.Contains(b.Forbids, a.ID) {
			forbidden = append(forbidden, newRow(b.ID, m.translateText(b.Text)))
		}
	}
	parts := []Section{{Key: "meaning", Text: m.translateText(a.Text)}}
	if a.ToldOnlyIf != nil {
		parts = append(parts, m.explainCondition("told_only_if", a.ToldOnlyIf))
	}
	return append(parts, Section{Key: "forbidden_by", Rows: forbidden})
}

func (m *explainer) explainPartKind(k *rules.PartKind) []Section {
	members := []string{}
	for i := range m.pack.Components {
		if c := &m.pack.Components[i]; c.Kind == k.ID {
			members = append(members, c.ID)
		}
	}
	parts := []Section{{Key: "members", Rows: m.listRows("component", members)}}
	if k.Applies != nil {
		parts = append(parts, m.explainCondition("there_if", k.Applies))
	}
	return parts
}

// listActs lists what an option or a form does with each kind of part.
func (m *explainer) listActs(acts rules.Acts) Section {
	out := Section{Key: "does", Rows: []documents.Row{}}
	for i := range m.pack.PartKinds {
		k := &m.pack.PartKinds[i]
		var titles []string
		for _, row := range m.listRows("act", acts.Get(k.ID)) {
			titles = append(titles, row.Text)
		}
		if len(titles) > 0 {
			out.Rows = append(out.Rows, newRow(k.ID, strings.Join(titles, m.words.BetweenParts())))
		}
	}
	return out
}
