package explain

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/rules"
)

func (m *explainer) explainComponent(c *rules.Component) []Section {
	given, kept, bound := []documents.Row{}, []documents.Row{}, []documents.Row{}
	for _, o := range m.pack.Options {
		for _, s := range o.ListForms() {
			if slices.Contains(s.Gives, c.ID) {
				given = append(given, newRow(s.ID, m.translateText(s.Title)))
			}
			if slices.Contains(s.Keeps, c.ID) {
				kept = append(kept, newRow(s.ID, m.translateText(s.Title)))
			}
		}
	}
	for i := range m.pack.Bars {
		if b := &m.pack.Bars[i]; b.Component == c.ID {
			bound = append(bound, newRow(b.ID, m.translateText(b.Text)))
		}
	}
	parts := []Section{}
	if c.Kind != "" {
		parts = append(parts, Section{Key: "kind_of_part", Rows: m.listRows("kind_of_part", []string{c.Kind})})
	}
	if c.Applies != nil {
		parts = append(parts, m.explainCondition("there_if", c.Applies))
	}
	advice := []documents.Row{}
	for _, a := range c.Advice {
		advice = append(advice, newRow(a.ID, m.words.Reason(m.nameAdvice(a.Advise), m.translateText(a.Because))))
	}
	return append(parts, Section{Key: "advised", Rows: advice}, Section{Key: "given_by", Rows: given}, Section{Key: "kept_by", Rows: kept}, Section{Key: "bound_by", Rows: bound})
}

// explainWhenMeant says which recommendations advice is for, and when it holds.
func (m *explainer) explainWhenMeant(list []string, when *rules.Condition) []Section {
	part := Section{Key: "meant_for", Text: m.words.MeantForAll(), Value: list}
	if list == nil {
		part.Value = []string{}
	}
	if len(list) > 0 {
		part.Rows, part.Text = []documents.Row{}, ""
	}
	for _, id := range list {
		part.Rows = append(part.Rows, newRow(id, m.nameRecommendation(id)))
	}
	if when == nil {
		return []Section{part}
	}
	return []Section{part, m.explainCondition("holds_if", when)}
}

// nameRecommendation names a stance, a form or an option.
func (m *explainer) nameRecommendation(id string) string {
	for _, kind := range []string{"form", "option"} {
		if t := m.findThing(kind, id); t != nil {
			return m.words.OfKind(nameKind(m.words, kind), m.translateText(t.title))
		}
	}
	if id == rules.NoOption {
		return m.words.StanceNone()
	}
	return m.nameStance(rules.Stance(id))
}

func (m *explainer) nameStance(s rules.Stance) string {
	switch s {
	case rules.Open:
		return m.words.StanceOpen()
	case rules.Mixed:
		return m.words.StanceMixed()
	}
	return m.words.StanceClosed()
}

// nameAdvice says what to do with a component.
func (m *explainer) nameAdvice(a rules.Advice) string {
	switch a {
	case rules.AdviseOpen:
		return m.words.AdviseOpen()
	case rules.AdviseRestrict:
		return m.words.AdviseRestrict()
	}
	return m.words.AdviseKeep()
}

func (m *explainer) explainAdvice(component string, a *rules.ComponentAdvice) []Section {
	parts := []Section{
		{Key: "component", Rows: m.listRows("component", []string{component})},
		{Key: "advise", Text: m.nameAdvice(a.Advise), Value: a.Advise},
	}
	return append(append(parts, m.explainWhenMeant(a.For, a.When)...), m.citeSources(a.Source))
}

func (m *explainer) explainStandard(s *rules.Standard) []Section {
	levels := []documents.Row{}
	for _, l := range s.Levels {
		var names []string
		for _, row := range m.listRows("component", l.Needs) {
			names = append(names, row.Text)
		}
		parts := strings.Join(names, m.words.BetweenParts()) // whose names hold commas
		levels = append(levels, newRow(l.ID, m.words.Level(m.translateText(l.Title), parts)))
	}
	return []Section{
		{Key: "judged_if_given", Rows: m.listRows("component", []string{s.About})}, {Key: "levels", Rows: levels},
		{Key: "missed", Text: m.translateText(s.Missed)}, m.citeSources(s.Source),
	}
}

func (m *explainer) explainLevel(s *rules.Standard, l *rules.StandardLevel) []Section {
	return []Section{{Key: "standard", Rows: m.listRows("standard", []string{s.ID})}, {Key: "needs", Rows: m.listRows("component", l.Needs)}}
}

func (m *explainer) explainLicence(l *rules.Licence) []Section {
	chosen := []documents.Row{}
	for _, x := range m.pack.Choices {
		if slices.Contains(x.Licences, l.ID) {
			chosen = append(chosen, newRow(x.ID, m.translateText(x.Because)))
		}
	}
	return []Section{
		{Key: "meaning", Text: m.translateText(l.Says)}, {Key: "advise", Text: m.nameAdvice(l.Gives), Value: l.Gives},
		{Key: "chosen_by", Rows: chosen}, m.citeSources(l.Source),
	}
}

func (m *explainer) explainLicenceChoice(x *rules.LicenceChoice) []Section {
	parts := []Section{{Key: "licences", Rows: m.listRows("licence", x.Licences)}, {Key: "for_parts", Rows: m.listRows("component", x.Parts)}}
	if x.Covers != "" {
		parts = append(parts, Section{Key: "covers", Text: m.nameContent(x.Covers), Value: x.Covers})
	}
	parts = append(parts, m.explainWhenMeant(x.For, x.When)...)
	if x.Binding {
		parts = append(parts, Section{Key: "binding", Text: m.words.Binding(), Value: true})
	}
	return append(parts, m.citeSources(x.Source))
}

// nameContent names what in a part terms are for.
func (m *explainer) nameContent(c rules.Content) string {
	switch c {
	case rules.CodeContent:
		return m.words.ContentCode()
	case rules.TextContent:
		return m.words.ContentTexts()
	case rules.DataContent:
		return m.words.ContentData()
	case rules.ModelContent:
		return m.words.ContentModel()
	}
	return m.words.ContentAll()
}

func (m *explainer) explainCompatibility(x *rules.Compatibility) []Section {
	parts := []Section{{Key: "for_parts", Rows: m.listRows("component", x.Parts)}, m.explainCondition("holds_if", x.When)}
	if len(x.Only) > 0 {
		parts = append(parts, Section{Key: "fits_only", Rows: m.listRows("licence", x.Only)})
	}
	if len(x.Never) > 0 {
		parts = append(parts, Section{Key: "fits_never", Rows: m.listRows("licence", x.Never)})
	}
	return append(parts, m.citeSources(x.Source))
}

// explainNotMeant says which recommendations advice is not for.
func (m *explainer) explainNotMeant(list []string) []Section {
	if len(list) == 0 {
		return nil
	}
	not := Section{Key: "not_for", Rows: []documents.Row{}, Value: list}
	for _, id := range list {
		not.Rows = append(not.Rows, newRow(id, m.nameRecommendation(id)))
	}
	return []Section{not}
}

func (m *explainer) explainNextStep(s *rules.Step) []Section {
	phase, role := s.PhaseOrDefault(), s.RoleOrDefault()
	parts := append([]Section{
		{Key: "phase", Text: m.namePhase(phase), Value: phase},
		{Key: "by", Text: m.nameRole(role), Value: role},
	}, m.explainWhenMeant(s.For, s.When)...)
	parts = append(parts, m.explainNotMeant(s.NotFor)...)
	if len(s.Acts) > 0 {
		parts = append(parts, Section{Key: "if_done", Rows: m.listRows("act", s.Acts)})
	}
	if len(s.ActsIf) > 0 {
		var acts []string
		where := &rules.Condition{Op: rules.Any}
		for i := range s.ActsIf {
			acts, where.Of = append(acts, s.ActsIf[i].Acts...), append(where.Of, *s.ActsIf[i].When)
		}
		parts = append(parts, Section{Key: "or_if_done", Rows: m.listRows("act", acts)}, m.explainCondition("where", where))
	}
	if len(s.About) > 0 {
		parts = append(parts, Section{Key: "answers_to", Rows: m.listRows("bar", s.About)})
	}
	return append(parts, m.citeSources(s.Source))
}

func (m *explainer) namePhase(p rules.Phase) string {
	switch p {
	case rules.AtRelease:
		return m.words.PhaseRelease()
	case rules.AfterRelease:
		return m.words.PhaseAfter()
	}
	return m.words.PhaseBefore()
}

func (m *explainer) nameRole(r rules.Role) string {
	switch r {
	case rules.LegalRole:
		return m.words.RoleLegal()
	case rules.SecurityRole:
		return m.words.RoleSecurity()
	case rules.MaintainersRole:
		return m.words.RoleMaintainers()
	}
	return m.words.RoleProduct()
}

func (m *explainer) explainCounsel(c *rules.Counsel) []Section {
	topics := map[rules.Topic]func(texts) string{
		rules.RidersTopic: texts.TopicRiders, rules.ComplementTopic: texts.TopicComplement, rules.IncomeTopic: texts.TopicIncome,
	}
	parts := []Section{{Key: "topic", Text: topics[c.Topic](m.words), Value: c.Topic}, {Key: "says", Text: m.translateText(c.Text)}}
	parts = append(append(parts, m.explainWhenMeant(c.For, c.When)...), m.explainNotMeant(c.NotFor)...)
	return append(parts, m.citeSources(c.Source))
}
