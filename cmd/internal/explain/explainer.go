package explain

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/lang"
)

// thing is what has an id, with what it reads and cites.
type thing struct {
	kind, id string
	title    rules.Text
	reads    []*rules.Condition
	cites    []string
	explain  func(*explainer) []Section
}

// explainer explains things of one pack in one language.
type explainer struct {
	pack   *rules.Pack
	words  texts
	things []thing
}

func newExplainer(pack *rules.Pack, lang string) *explainer {
	m := &explainer{pack: pack, words: textsIn(lang)}
	m.addRules()
	m.addParts()
	m.addRest()
	slices.SortStableFunc(m.things, func(a, b thing) int {
		return indexOfKind(a.kind) - indexOfKind(b.kind)
	})
	return m
}

func (m *explainer) addThing(t thing) { m.things = append(m.things, t) }

func (m *explainer) makeEntry(t *thing) documents.Entry {
	return documents.Entry{ID: t.id, Kind: t.kind, Title: m.translateText(t.title)}
}

func (m *explainer) translateText(t rules.Text) string { return t.In(m.words.Lang) }

// addRules adds everything that holds under conditions or rests on sources.
func (m *explainer) addRules() {
	for r := range m.pack.Rules() {
		m.addThing(thing{string(r.Kind), r.ID, r.Title, r.Conditions, r.Source, func(m *explainer) []Section { return m.rule(&r) }})
	}
}

func (m *explainer) rule(r *rules.Rule) []Section {
	switch x := r.Of.(type) {
	case *rules.Fact:
		return m.explainFact(x)
	case *rules.Priority:
		return m.explainPriority(x)
	case *rules.Dimension:
		return m.explainDimension(x)
	case *rules.Argument:
		return m.explainArgument(x)
	case *rules.Moderator:
		return m.explainModerator(x)
	case *rules.Option:
		return m.explainOption(x)
	case *rules.Split:
		return m.explainSplit(r.Within, x)
	case *rules.Veto:
		return m.explainVeto(x)
	case *rules.Component:
		return m.explainComponent(x)
	case *rules.ComponentAdvice:
		return m.explainAdvice(r.Within, x)
	case *rules.Standard:
		return m.explainStandard(x)
	case *rules.LicenceChoice:
		return m.explainLicenceChoice(x)
	case *rules.Step:
		return m.explainNextStep(x)
	}
	panic("explain: no words for a rule of the kind " + string(r.Kind))
}

// addParts adds what has an id and is no rule: groups, levels and licences.
func (m *explainer) addParts() {
	for i := range m.pack.Groups {
		g := &m.pack.Groups[i]
		m.addThing(thing{"group", g.ID, g.Title, nil, nil, func(m *explainer) []Section {
			return []Section{{Key: "dimensions", Rows: m.listRows("dimension", g.Dimensions)}}
		}})
	}
	for i := range m.pack.Standards {
		s := &m.pack.Standards[i]
		for j := range s.Levels {
			l := &s.Levels[j]
			m.addThing(thing{"level", l.ID, l.Title, nil, nil, func(m *explainer) []Section { return m.explainLevel(s, l) }})
		}
	}
	for i := range m.pack.Licences {
		l := &m.pack.Licences[i]
		m.addThing(thing{"licence", l.ID, rules.Text{lang.Default: l.Name}, nil, l.Source, func(m *explainer) []Section { return m.explainLicence(l) }})
	}
}

func (m *explainer) addRest() {
	for i := range m.pack.Sources {
		s := &m.pack.Sources[i]
		m.addThing(thing{"source", s.ID, s.Title, nil, nil, func(m *explainer) []Section { return m.explainSource(s) }})
	}
	k := &m.pack.Constants
	for _, c := range []struct {
		id    string
		title func(texts) string
		c     *rules.Constant
	}{
		{"beta", texts.ConstantBeta, &k.Beta}, {"k", texts.ConstantK, &k.K},
		{"margin", texts.ConstantMargin, &k.Margin}, {"cap", texts.ConstantCap, &k.Cap},
	} {
		m.addThing(thing{"constant", c.id, loadBothLanguages(c.title), nil, c.c.Source, func(m *explainer) []Section { return m.explainConstant(c.c) }})
	}
	for _, x := range warnings {
		m.addThing(thing{"warning", x.id, loadBothLanguages(x.title), nil, nil, func(m *explainer) []Section { return []Section{{Key: "about", Text: x.about(m.words)}} }})
	}
	for _, code := range diag.Codes() {
		d := diag.Diagnostic{Code: code}
		title := lang.Every(func(code string) string { return replacePlaceholders(d.Message(code)) })
		m.addThing(thing{"code", code, title, nil, nil, func(m *explainer) []Section { return m.explainCode(d) }})
	}
}

// warnings are what a result can warn of, in the order of [report.WarningIDs].
var warnings = []struct {
	id           string
	title, about func(texts) string
}{
	{"rules_changed", texts.WarningRulesChanged, texts.AboutWarningRulesChanged},
	{"one_priority", texts.WarningOnePriority, texts.AboutWarningOnePriority},
	{"facts_alone", texts.WarningFactsAlone, texts.AboutWarningFactsAlone},
	{"veto_open", texts.WarningVetoOpen, texts.AboutWarningVetoOpen},
	{"precaution", texts.WarningPrecaution, texts.AboutWarningPrecaution},
	{"mixed_not_judged", texts.WarningMixedNotJudged, texts.AboutWarningMixedNotJudged},
	{"inactive", texts.WarningInactive, texts.AboutWarningInactive},
}

// loadBothLanguages is a message in both languages.
func loadBothLanguages(say func(texts) string) rules.Text {
	return lang.Every(func(code string) string { return say(textsIn(code)) })
}

// replacePlaceholders shows the places that a message fills as dots.
func replacePlaceholders(message string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(message, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		b.WriteString("…")
		_, message, _ = strings.Cut(rest, "}")
	}
}

// findThing gives the thing of a kind with an id, nil if there is none.
func (m *explainer) findThing(kind, id string) *thing {
	i := slices.IndexFunc(m.things, func(t thing) bool { return t.kind == kind && t.id == id })
	if i < 0 {
		return nil
	}
	return &m.things[i]
}

// listRows names things of one kind by their ids.
func (m *explainer) listRows(kind string, ids []string) []documents.Row {
	rows := make([]documents.Row, 0, len(ids))
	for _, id := range ids {
		row := documents.Row{ID: id}
		if t := m.findThing(kind, id); t != nil {
			row.Text = m.translateText(t.title)
		}
		rows = append(rows, row)
	}
	return rows
}

// listThingsWhere lists the things for which a test holds, each with its kind.
func (m *explainer) listThingsWhere(test func(*thing) bool) []documents.Row {
	rows := []documents.Row{}
	for i := range m.things {
		if t := &m.things[i]; test(t) {
			rows = append(rows, newRow(t.id, m.words.OfKind(nameKind(m.words, t.kind), m.translateText(t.title))))
		}
	}
	return rows
}

// citeSources names works with the way in which they are known.
func (m *explainer) citeSources(ids []string) Section {
	rows := m.listRows("source", ids)
	for i := range rows {
		if s := m.pack.Source(rows[i].ID); s != nil {
			rows[i].Text = m.words.Cited(s.Title.In(m.words.Lang), m.nameMark(s))
		}
	}
	return Section{Key: "sources", Rows: rows}
}

// nameMark says how a work is known.
func (m *explainer) nameMark(s *rules.Source) string {
	if s.Mark == rules.FromMemory {
		return m.words.MarkMemory()
	}
	return m.words.MarkFound()
}
