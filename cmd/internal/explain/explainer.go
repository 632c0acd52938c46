package explain

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/rules"
)

// thing is what has an id, with what it reads and cites.
type thing struct {
	kind, id string
	title    rules.Text
	reads    []*rules.Condition
	cites    []string
	explain  func(*explainer) []Section
	rule     *rules.Rule // nil for what is no rule
}

// explainer explains things of one pack in one language.
type explainer struct {
	pack   *rules.Pack
	words  texts
	things []thing
}

func (m *explainer) addThing(t thing) { m.things = append(m.things, t) }

func (m *explainer) makeEntry(t *thing) documents.Entry {
	return documents.Entry{ID: t.id, Kind: t.kind, Title: m.translateText(t.title)}
}

func (m *explainer) translateText(t rules.Text) string { return t.In(m.words.Lang) }

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

// citeClaimants names who says what an argument says.
func (m *explainer) citeClaimants(a *rules.Argument) Section {
	part := m.citeSources(a.ClaimedBy)
	part.Key = "claimed_by"
	return part
}

// citeGradings names who tested what an argument says, with what they found.
func (m *explainer) citeGradings(a *rules.Argument) Section {
	if len(a.GradedBy) == 0 {
		return Section{Key: "graded_by", Text: m.words.GradedByNone(), Value: []map[string]any{}}
	}
	part, data := Section{Key: "graded_by"}, []map[string]any{}
	for _, g := range a.GradedBy {
		row := newRow(g.Source, m.nameFinding(g.Found))
		if s := m.pack.Source(g.Source); s != nil {
			row.Text = m.words.Graded(row.Text, m.words.Cited(s.Title.In(m.words.Lang), m.nameMark(s)))
		}
		part.Rows = append(part.Rows, row)
		data = append(data, map[string]any{"id": g.Source, "found": g.Found, "text": row.Text})
	}
	part.Value = data
	return part
}

// nameFinding says what a work found about a claim.
func (m *explainer) nameFinding(f rules.Finding) string {
	switch f {
	case rules.Supports:
		return m.words.FoundSupports()
	case rules.FoundMixed:
		return m.words.FoundMixed()
	case rules.FoundWeak:
		return m.words.FoundWeak()
	}
	return m.words.FoundAgainst()
}

// nameMark says how a work is known.
func (m *explainer) nameMark(s *rules.Source) string {
	if s.Mark == rules.FromMemory {
		return m.words.MarkMemory()
	}
	return m.words.MarkFound()
}
