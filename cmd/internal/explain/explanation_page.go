package explain

import (
	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
)

// Page lays the explanation out for reading. Parts without content are left
// out.
func (e *Explanation) Page() *page.Page {
	t := textsIn(e.Lang)
	p := &page.Page{}
	p.Heading(e.ID)
	p.Text(t.OfKind(nameKind(t, e.Kind), e.Title))
	for i := range e.Sections {
		part := &e.Sections[i]
		if part.Text == "" && len(part.Rows) == 0 && len(part.Lines) == 0 {
			continue
		}
		p.Gap()
		p.Heading(headingOf(t, part.Key))
		if part.Text != "" {
			p.Inset(part.Text)
		}
		for _, line := range part.Lines {
			p.Literal(line)
		}
		p.Rows(convertRows(part.Rows))
	}
	return p
}

func convertRows(list []documents.Row) []page.Row {
	out := make([]page.Row, len(list))
	for i, r := range list {
		out[i] = page.Row{Term: r.ID, Text: r.Text}
	}
	return out
}

// IndexPage lists everything by kind.
func IndexPage(pack *rules.Pack, lang string) *page.Page {
	t := textsIn(lang)
	p := &page.Page{}
	p.Text(t.Index())
	all := Index(pack, lang)
	for _, kind := range thingKinds {
		var list []page.Row
		for _, e := range all {
			if e.Kind == kind.name {
				list = append(list, page.Row{Term: e.ID, Text: e.Title})
			}
		}
		if list == nil {
			continue
		}
		p.Gap()
		p.Heading(kind.many(t, len(list)))
		p.Rows(list)
	}
	return p
}
