package documents

import (
	"bytes"
	"encoding/json"
	"errors"
)

// Index is the document of "ajar explain": all ids.
type Index struct {
	Schema string  `json:"schema"`
	Lang   string  `json:"lang"`
	IDs    []Entry `json:"ids"`
}

// Entry names one thing.
type Entry struct {
	ID    string `json:"id"`
	Kind  string `json:"kind" jsonschema:"fact, priority, dimension, argument, ..."`
	Title string `json:"title"`
}

// Explanations is the document of "ajar explain ID": a list, since an option and
// one of its forms may share a name.
type Explanations struct {
	Schema string        `json:"schema"`
	Lang   string        `json:"lang"`
	Found  []Explanation `json:"found"`
}

// Explanation is all there is to say about one thing. In JSON each section stands
// under its own key beside id, kind and title; which sections there are depends on
// the kind.
type Explanation struct {
	Entry
	Sections []Section
}

// Section is one answer about a thing. Value is a text, a number, a list of
// [Row] or an object.
type Section struct {
	Key   string
	Value any
}

// Row is an id with what there is to say about it.
type Row struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// MarshalJSON writes the sections in their order, each under its key.
func (e Explanation) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	all := append([]Section{{"id", e.ID}, {"kind", e.Kind}, {"title", e.Title}}, e.Sections...)
	for i, s := range all {
		if i > 0 {
			b.WriteByte(',')
		}
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(s.Key); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := enc.Encode(s.Value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// UnmarshalJSON reads what MarshalJSON writes. A section is read as package json
// reads a value of no known type.
func (e *Explanation) UnmarshalJSON(data []byte) error {
	*e = Explanation{}
	d := json.NewDecoder(bytes.NewReader(data))
	if t, err := d.Token(); err != nil {
		return err
	} else if t != json.Delim('{') {
		return errors.New("documents: an explanation is an object")
	}
	own := map[string]*string{"id": &e.ID, "kind": &e.Kind, "title": &e.Title}
	for d.More() {
		t, err := d.Token()
		if err != nil {
			return err
		}
		key, _ := t.(string) // what stands before a colon always is
		if field, ok := own[key]; ok {
			err = d.Decode(field)
		} else {
			var value any
			err = d.Decode(&value)
			e.Sections = append(e.Sections, Section{key, value})
		}
		if err != nil {
			return err
		}
	}
	return nil
}
