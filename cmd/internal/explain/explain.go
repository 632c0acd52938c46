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
// and its form; nothing of that name gives an empty list. Error codes may be
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
