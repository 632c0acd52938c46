// Package explain tells what a rule pack says about one of its ids: where a
// fact is read, what an argument rests on, what an error code means. It adds
// nothing to the pack but the words between its texts, and it reads no profile.
//
// [Find] explains an id, [Index] lists all ids.
package explain

import (
	"strings"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/rules"
)

// Explanation is all there is to say about one thing.
type Explanation struct {
	documents.Entry
	Lang     string
	Sections []Section
}

// Section is one answer about the thing: a text, rows, the lines of a condition,
// or a number with its reason.
type Section struct {
	Key  string // of the JSON object; [headings] has the text over it
	Text string
	Rows []documents.Row
	// Lines show a condition.
	Lines []string
	// Value stands in the JSON instead of Text, Rows or Lines.
	Value any
}

// Index lists every id of the pack and every error code by kind, in the order
// of the pack.
func Index(pack *rules.Pack, lang string) []documents.Entry {
	m := newExplainer(pack, lang)
	out := make([]documents.Entry, len(m.things))
	for i, t := range m.things {
		out[i] = m.makeEntry(&t)
	}
	return out
}

// Find explains what has the id. A few ids name two things, such as an option
// and its split; nothing of that name gives an empty list. Error codes may be
// written in small letters.
func Find(pack *rules.Pack, id, lang string) []Explanation {
	m := newExplainer(pack, lang)
	var out []Explanation
	for i := range m.things {
		t := &m.things[i]
		if t.id == id || t.kind == "code" && strings.EqualFold(t.id, id) {
			out = append(out, Explanation{Entry: m.makeEntry(t), Lang: m.words.Lang, Sections: t.explain(m)})
		}
	}
	return out
}

// Data gives the explanation as a document.
func (e *Explanation) Data() documents.Explanation {
	d := documents.Explanation{Entry: e.Entry}
	for i := range e.Sections {
		d.Sections = append(d.Sections, documents.Section{Key: e.Sections[i].Key, Value: e.Sections[i].jsonValue()})
	}
	return d
}

func (p *Section) jsonValue() any {
	switch {
	case p.Value != nil:
		return p.Value
	case p.Rows != nil:
		return p.Rows
	}
	return p.Text
}

func newRow(id, text string) documents.Row { return documents.Row{ID: id, Text: text} }
