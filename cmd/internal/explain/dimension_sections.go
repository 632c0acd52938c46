package explain

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

func (m *explainer) explainFact(f *rules.Fact) []Section {
	parts := []Section{{Key: "question", Text: m.translateText(f.Question)}, {Key: "why", Text: m.translateText(f.Why)}, m.listValues(f)}
	switch {
	case f.AskedIf != nil:
		parts = append(parts, m.explainCondition("asked_if", f.AskedIf))
	case m.pack.Asking.Question(f.ID) != nil:
		parts = append(parts, Section{Key: "asked", Text: m.words.AskedFirst()})
	default:
		parts = append(parts, Section{Key: "asked", Text: m.words.AskedAlways()})
	}
	for i := range f.Follows {
		follows := m.explainCondition("follows", f.Follows[i].When)
		follows.Lines = append([]string{m.words.CountsAs(f.Follows[i].Value)}, follows.Lines...)
		parts = append(parts, follows)
	}
	readers := m.listThingsWhere(func(t *thing) bool {
		return slices.ContainsFunc(t.reads, func(c *rules.Condition) bool { return slices.Contains(c.Facts(nil), f.ID) })
	})
	return append(parts, Section{Key: "read_by", Rows: readers}, m.citeSources(f.Source))
}

// listValues lists what the fact can be, with the two states that every fact has.
func (m *explainer) listValues(f *rules.Fact) Section {
	part := Section{Key: "values"}
	switch f.Type {
	case rules.OrderedFact:
		part.Key = "values_in_order"
	case rules.SetFact:
		part.Key = "values_at_once"
	case rules.NumberFact:
		part.Rows = append(part.Rows, newRow(plain.Number(f.Min)+"..."+plain.Number(f.Max), m.translateText(f.Unit)))
	}
	for _, v := range f.Values {
		label := v.Label.In(m.words.Lang)
		if v.Alone {
			label += m.words.ValueAlone()
		}
		part.Rows = append(part.Rows, newRow(v.ID, label))
	}
	na := m.translateText(f.NA)
	if na == "" {
		na = m.words.StateNA()
	}
	part.Rows = append(part.Rows, newRow("unknown", m.words.StateUnknown()), newRow("na", na))
	return part
}

func (m *explainer) explainPriority(p *rules.Priority) []Section {
	served := Section{Key: "served_by", Rows: []documents.Row{}}
	for i := range m.pack.Dimensions {
		for _, a := range m.pack.Dimensions[i].Arguments {
			if share := a.Shares.Get(p.ID); share > 0 {
				served.Rows = append(served.Rows, newRow(a.ID, m.translateText(a.Text)))
			}
		}
	}
	return []Section{{Key: "meaning", Text: m.translateText(p.Meaning)}, m.explainPull(p.Pull), served, m.citeSources(p.Source)}
}

func (m *explainer) explainDimension(d *rules.Dimension) []Section {
	group := ""
	if g := m.pack.Group(d.Group); g != nil {
		group = m.translateText(g.Title)
	}
	var arguments []documents.Row
	for _, a := range d.Arguments {
		arguments = append(arguments, newRow(a.ID, m.words.Reason(strings.TrimRight(m.translateText(a.Text), ".。"), m.translateText(a.StrengthBecause))))
	}
	var moderators []string
	for _, o := range d.Moderators {
		moderators = append(moderators, o.ID)
	}
	return []Section{
		{Key: "meaning", Text: m.translateText(d.Meaning)}, {Key: "group", Text: group},
		{Key: "evidence", Text: m.words.Reason(m.nameEvidenceVerdict(&d.Evidence), m.translateText(d.Evidence.Text))},
		{Key: "arguments", Rows: arguments}, {Key: "moderators", Rows: m.listRows("moderator", moderators)},
		m.citeSources(d.Evidence.Source),
	}
}

// nameEvidenceVerdict says what studies found.
func (m *explainer) nameEvidenceVerdict(e *rules.Evidence) string {
	switch e.Verdict {
	case rules.SupportedByEvidence:
		return m.words.VerdictSupported()
	case rules.MixedEvidence:
		return m.words.VerdictMixed()
	case rules.WeakEvidence:
		return m.words.VerdictWeak()
	}
	return m.words.VerdictContradicted()
}

func (m *explainer) explainArgument(a *rules.Argument) []Section {
	parts := []Section{
		{Key: "dimension", Rows: m.listRows("dimension", []string{a.Dimension})}, m.explainPull(a.Pull),
		m.explainNumber("strength", m.words.OfOne(plain.Number(a.Strength)), m.pack.StrengthNumber(a)),
	}
	if a.When == nil {
		parts = append(parts, listServedPriorities(m, a))
	} else {
		parts = append(parts, m.explainCondition("holds_if", a.When))
	}
	var moderators []string
	for i := range m.pack.Dimensions {
		for _, o := range m.pack.Dimensions[i].Moderators {
			if slices.Contains(o.On, a.ID) {
				moderators = append(moderators, o.ID)
			}
		}
	}
	parts = append(parts, Section{Key: "moderated_by", Rows: m.listRows("moderator", moderators)}, listCapturesOfArgument(m, a))
	return append(append(parts, listRaisesOfArgument(m, a)...), m.citeClaimants(a), m.citeGradings(a))
}

// listServedPriorities lists the priorities of an argument with their shares.
func listServedPriorities(m *explainer, a *rules.Argument) Section {
	part := Section{Key: "serves"}
	shares := []map[string]any{}
	for _, p := range m.pack.Priorities {
		if a.Shares.Find(p.ID) == nil {
			continue
		}
		share := a.Shares.Get(p.ID)
		part.Rows = append(part.Rows, newRow(p.ID, m.words.Share(m.translateText(p.Title), formatPercent(share))))
		shares = append(shares, map[string]any{"id": p.ID, "share": share})
	}
	part.Value = shares
	return part
}

// listCapturesOfArgument says what each option secures of the argument, and why.
func listCapturesOfArgument(m *explainer, a *rules.Argument) Section {
	part := Section{Key: "captures"}
	type capture struct {
		Option  string    `json:"option"`
		Capture float64   `json:"capture"`
		Because string    `json:"because"`
		Doubt   *ownDoubt `json:"doubt,omitempty"`
	}
	var all []capture
	for i := range m.pack.Options {
		n := m.pack.CaptureNumber(&m.pack.Options[i], &rules.Form{}, a)
		one := capture{m.pack.Options[i].ID, n.Value, m.translateText(n.Because), translateDoubt(m, n.OwnDoubt)}
		all = append(all, one)
		text := m.words.Reason(formatPercent(one.Capture), one.Because)
		part.Rows = append(part.Rows, newRow(one.Option, addCaptureDoubt(m, text, n.OwnDoubt)))
	}
	part.Value = all
	return part
}

func (m *explainer) explainModerator(o *rules.Moderator) []Section {
	return []Section{
		m.explainNumber("factor", plain.Number(o.Factor), m.pack.FactorNumber(o)),
		m.explainCondition("holds_if", o.When), {Key: "scales", Rows: m.listRows("argument", o.On)}, m.citeSources(o.Source),
	}
}

func (m *explainer) explainPull(s rules.Stance) Section {
	text := m.words.PullOpen()
	if s == rules.Closed {
		text = m.words.PullClosed()
	}
	return Section{Key: "pull", Text: text, Value: s}
}

// explainNumber is a number with its reason, and how far it may be off where the pack says
// so of this number alone.
func (m *explainer) explainNumber(key, shown string, n rules.Number) Section {
	text := m.words.Reason(shown, m.translateText(n.Because))
	value := map[string]any{"value": n.Value, "because": m.translateText(n.Because)}
	if d := n.OwnDoubt; d != nil {
		text = m.words.OwnDoubt(text, formatPercent(d.Value), m.translateText(d.Because))
		value["doubt"] = translateDoubt(m, d)
	}
	return Section{Key: key, Text: text, Value: value}
}

// listRaisesOfArgument lists the forms that are made for the argument.
func listRaisesOfArgument(m *explainer, a *rules.Argument) []Section {
	part, data := Section{Key: "raised_by"}, []map[string]any{}
	for i := range m.pack.Options {
		for _, f := range m.pack.Options[i].ListForms() {
			for _, r := range f.Raises {
				if r.Argument != a.ID {
					continue
				}
				figure := m.words.FormSecures(m.translateText(f.Title), formatPercent(r.Capture))
				text, value := m.explainRaise(&r, figure)
				value["form"] = f.ID
				part.Rows, data = append(part.Rows, newRow(f.ID, text)), append(data, value)
			}
		}
	}
	if part.Rows == nil {
		return nil
	}
	part.Value = data
	return []Section{part}
}
