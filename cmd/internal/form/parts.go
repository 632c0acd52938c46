package form

import (
	"maps"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
)

// writeParts writes the section of the parts that the release table tells apart, with
// what a part can be like.
func (f *profileForm) writeParts() {
	f.beginSection("parts", f.words.FormParts(), len(f.start.Parts) > 0)
	for i := range f.pack.Components {
		c := &f.pack.Components[i]
		f.writeValueComment(c.ID, c.Title.In(f.words.Lang))
	}
	for i := range f.start.Parts {
		f.b.WriteString("  - " + f.renderPart(&f.start.Parts[i]) + "\n")
	}
	if len(f.start.Parts) == 0 {
		f.b.WriteString("#  - {id: , title: , like: , facts: {}}\n")
	}
}

// renderPart writes a part on one line.
func (f *profileForm) renderPart(p *engine.Part) string {
	fields := []string{"id: " + quoteScalar(p.ID)}
	if p.Title != "" {
		fields = append(fields, "title: "+quoteInside(p.Title))
	}
	fields = append(fields, "like: "+p.Like)
	if len(p.Facts) > 0 {
		var facts []string
		for _, id := range slices.Sorted(maps.Keys(p.Facts)) {
			facts = append(facts, id+": "+renderAnswer(f.pack.Fact(id), p.Facts[id]))
		}
		fields = append(fields, "facts: {"+strings.Join(facts, ", ")+"}")
	}
	if p.Note != "" {
		fields = append(fields, "note: "+quoteInside(p.Note))
	}
	return "{" + strings.Join(fields, ", ") + "}"
}
