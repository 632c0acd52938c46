// Package explain tells what a rule pack says about one of its ids: where a
// fact is read, what an argument rests on, what an error code means. It adds
// nothing to the pack but the words between its texts, and it reads no profile.
//
// [Find] explains an id, [Index] lists all ids.
package explain

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/ajar-decision/ajar/rules"
)

// Entry names one thing.
type Entry struct {
	ID    string `json:"id"`
	Kind  string `json:"kind"` // one of fact, priority, dimension, argument, …
	Title string `json:"title"`
}

// Explanation is all there is to say about one thing.
type Explanation struct {
	Entry
	Lang     string
	Sections []Section
}

// Section is one answer about the thing: a text, rows, the lines of a condition,
// or a number with its reason.
type Section struct {
	Key  string // of the JSON object; [headings] has the text over it
	Text string
	Rows []IDRow
	// Lines show a condition.
	Lines []string
	// Value stands in the JSON instead of Text, Rows or Lines.
	Value any
}

// IDRow is an id with what there is to say about it here.
type IDRow struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// Index lists every id of the pack and every error code by kind, in the order
// of the pack.
func Index(pack *rules.Pack, lang string) []Entry {
	m := newExplainer(pack, lang)
	out := make([]Entry, len(m.things))
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

// MarshalJSON writes the parts in their order, each under its key.
func (e Explanation) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	field := func(key string, v any) error {
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		if b.Len() > 1 {
			b.WriteByte(',')
		}
		if err := enc.Encode(key); err != nil {
			return err
		}
		b.WriteByte(':')
		return enc.Encode(v)
	}
	all := []Section{
		{Key: "id", Text: e.ID}, {Key: "kind", Text: e.Kind}, {Key: "title", Text: e.Title},
	}
	for _, p := range append(all, e.Sections...) {
		if err := field(p.Key, p.jsonValue()); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
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
