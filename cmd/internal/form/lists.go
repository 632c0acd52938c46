package form

import (
	"maps"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
)

// field is a key with its value as it is written.
type field struct{ key, value string }

// writeItem writes an item of a section that is a list; off is an item to fill in.
func (f *profileForm) writeItem(section string, fields []field, off bool) {
	sign := ""
	if off {
		sign = "#"
	}
	if f.toml {
		f.b.WriteString(sign + "[[" + section + "]]\n")
		for _, x := range fields {
			f.b.WriteString(sign + x.key + f.assign + x.value + "\n")
		}
		return
	}
	var parts []string
	for _, x := range fields {
		parts = append(parts, x.key, x.value)
	}
	f.b.WriteString(sign + f.indent + "- " + f.inline(parts...) + "\n")
}

// beginList begins a section that is a list. In TOML each item has a heading of its own.
func (f *profileForm) beginList(key, about string) {
	if !f.toml {
		f.beginSection(key, about)
		return
	}
	f.writeGap()
	f.writeComment("", about)
}

// writeParts writes the section of the parts that the release table tells apart, with
// what a part can be like.
func (f *profileForm) writeParts() {
	f.beginList("parts", f.words.FormParts())
	for i := range f.pack.Components {
		c := &f.pack.Components[i]
		f.writeValueComment(f.word(c.ID), c.Title.In(f.words.Lang))
	}
	for i := range f.start.Parts {
		f.writeItem("parts", f.listPartFields(&f.start.Parts[i]), false)
	}
	if len(f.start.Parts) == 0 {
		f.writeItem("parts", []field{{"id", f.emptyText()}, {"title", f.emptyText()}, {"like", f.emptyText()}, {"facts", "{}"}}, true)
	}
}

func (f *profileForm) listPartFields(p *engine.Part) []field {
	fields := []field{{"id", quoteJSON(p.ID)}}
	if p.Title != "" {
		fields = append(fields, field{"title", quoteJSON(p.Title)})
	}
	fields = append(fields, field{"like", f.word(p.Like)})
	if len(p.Facts) > 0 {
		var facts []string
		for _, id := range slices.Sorted(maps.Keys(p.Facts)) {
			facts = append(facts, id, f.renderAnswer(f.pack.Fact(id), p.Facts[id]))
		}
		fields = append(fields, field{"facts", f.inline(facts...)})
	}
	if p.Note != "" {
		fields = append(fields, field{"note", quoteJSON(p.Note)})
	}
	return fields
}

// writeLimits ends the form with what is out of the question.
func (f *profileForm) writeLimits() {
	var ids []string
	for _, o := range f.pack.Options {
		ids = append(ids, o.ID)
	}
	f.beginList("limits", f.words.FormLimits(strings.Join(ids, ", ")))
	for _, l := range f.start.Limits {
		f.writeItem("limits", []field{{"exclude", f.list(l.Exclude)}, {"because", quoteJSON(l.Because)}}, false)
	}
	if len(f.start.Limits) == 0 {
		f.writeItem("limits", []field{{"exclude", "[]"}, {"because", f.emptyText()}}, true)
	}
}

// emptyText is where a text is to be filled in.
func (f *profileForm) emptyText() string {
	if f.toml {
		return `""`
	}
	return ""
}
