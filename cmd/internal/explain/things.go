package explain

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/words"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// thing is what has an id, with what it reads and cites.
type thing struct {
	kind, id string
	title    rules.Text
	reads    []*rules.Condition
	cites    []string
	parts    func(*maker) []Part
}

// maker explains things of one pack in one language.
type maker struct {
	pack   *rules.Pack
	words  words.Tongue
	things []thing
}

func newMaker(pack *rules.Pack, lang string) *maker {
	m := &maker{pack: pack, words: book().In(lang)}
	m.addRules()
	m.addParts()
	m.addRest()
	slices.SortStableFunc(m.things, func(a, b thing) int {
		return slices.Index(kinds, a.kind) - slices.Index(kinds, b.kind)
	})
	return m
}

func (m *maker) add(t thing) { m.things = append(m.things, t) }

func (m *maker) entry(t *thing) Entry { return Entry{ID: t.id, Kind: t.kind, Title: m.in(t.title)} }

func (m *maker) in(t rules.Text) string { return t.In(m.words.Lang) }

// addRules adds everything that holds under conditions or rests on sources.
func (m *maker) addRules() {
	for r := range m.pack.Rules() {
		m.add(thing{string(r.Kind), r.ID, r.Title, r.Conditions, r.Source, func(m *maker) []Part { return m.rule(&r) }})
	}
}

func (m *maker) rule(r *rules.Rule) []Part {
	switch x := r.Of.(type) {
	case *rules.Fact:
		return m.fact(x)
	case *rules.Priority:
		return m.priority(x)
	case *rules.Dimension:
		return m.dimension(x)
	case *rules.Argument:
		return m.argument(x)
	case *rules.Moderator:
		return m.moderator(x)
	case *rules.Option:
		return m.option(x)
	case *rules.Split:
		return m.split(r.Within, x)
	case *rules.Veto:
		return m.veto(x)
	case *rules.Component:
		return m.component(x)
	case *rules.ComponentAdvice:
		return m.advice(r.Within, x)
	case *rules.Standard:
		return m.standard(x)
	case *rules.LicenceChoice:
		return m.choice(x)
	case *rules.Step:
		return m.step(x)
	}
	panic("explain: no words for a rule of the kind " + string(r.Kind))
}

// addParts adds what has an id and is no rule: groups, levels and licences.
func (m *maker) addParts() {
	for i := range m.pack.Groups {
		g := &m.pack.Groups[i]
		m.add(thing{"group", g.ID, g.Title, nil, nil, func(m *maker) []Part {
			return []Part{{Key: "dimensions", Rows: m.rows("dimension", g.Dimensions)}}
		}})
	}
	for i := range m.pack.Standards {
		s := &m.pack.Standards[i]
		for j := range s.Levels {
			l := &s.Levels[j]
			m.add(thing{"level", l.ID, l.Title, nil, nil, func(m *maker) []Part { return m.level(s, l) }})
		}
	}
	for i := range m.pack.Licences {
		l := &m.pack.Licences[i]
		m.add(thing{"licence", l.ID, rules.Text{En: l.Name, Zh: l.Name}, nil, l.Source, func(m *maker) []Part { return m.licence(l) }})
	}
}

func (m *maker) addRest() {
	for i := range m.pack.Sources {
		s := &m.pack.Sources[i]
		en, _ := s.Work("en")
		zh, _ := s.Work("zh")
		m.add(thing{"source", s.ID, rules.Text{En: en, Zh: zh}, nil, nil, func(m *maker) []Part { return m.source(s) }})
	}
	k := &m.pack.Constants
	for _, c := range []struct {
		id string
		c  *rules.Constant
	}{{"beta", &k.Beta}, {"k", &k.K}, {"margin", &k.Margin}, {"cap", &k.Cap}} {
		m.add(thing{"constant", c.id, said("constant_" + c.id), nil, c.c.Source, func(m *maker) []Part { return m.constant(c.c) }})
	}
	for _, id := range report.WarningIDs() {
		about := said("about_warning_" + id)
		m.add(thing{"warning", id, said("warning_" + id), nil, nil, func(m *maker) []Part { return []Part{{Key: "about", Text: m.in(about)}} }})
	}
	for _, code := range diag.Codes() {
		d := diag.Diagnostic{Code: code}
		title := rules.Text{En: blanks(d.Message("en")), Zh: blanks(d.Message("zh"))}
		m.add(thing{"code", code, title, nil, nil, func(m *maker) []Part { return m.code(d) }})
	}
}

// said is a message in both languages.
func said(key string) rules.Text {
	return rules.Text{En: book().In("en").Say(key), Zh: book().In("zh").Say(key)}
}

// blanks shows the places that a message fills as dots.
func blanks(message string) string {
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

// find gives the thing of a kind with an id, nil if there is none.
func (m *maker) find(kind, id string) *thing {
	i := slices.IndexFunc(m.things, func(t thing) bool { return t.kind == kind && t.id == id })
	if i < 0 {
		return nil
	}
	return &m.things[i]
}

// rows names things of one kind by their ids.
func (m *maker) rows(kind string, ids []string) []Row {
	rows := make([]Row, 0, len(ids))
	for _, id := range ids {
		row := Row{ID: id}
		if t := m.find(kind, id); t != nil {
			row.Text = m.in(t.title)
		}
		rows = append(rows, row)
	}
	return rows
}

// where lists the things for which a test holds, each with its kind.
func (m *maker) where(test func(*thing) bool) []Row {
	rows := []Row{}
	for i := range m.things {
		if t := &m.things[i]; test(t) {
			rows = append(rows, Row{t.id, m.words.Say("of_kind", "kind", m.words.Say("kind_"+t.kind), "text", m.in(t.title))})
		}
	}
	return rows
}

// sources names works with the way in which they are known.
func (m *maker) sources(ids []string) Part {
	rows := m.rows("source", ids)
	for i := range rows {
		if s := m.pack.Source(rows[i].ID); s != nil {
			title, _ := s.Work(m.words.Lang)
			rows[i].Text = m.words.Say("cited", "title", title, "mark", m.words.Say("mark_"+s.Mark))
		}
	}
	return Part{Key: "sources", Rows: rows}
}
