package explain

import (
	"github.com/ajar-decision/ajar/cmd/documents"
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
