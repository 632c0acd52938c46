package schema

import (
	"github.com/google/jsonschema-go/jsonschema"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles/internal/layer"
)

// describeParts describes the parts that the owner names. Their answers have no notes
// of their own.
func (s *schemaBuilder) describeParts() *jsonschema.Schema {
	facts := map[string]*jsonschema.Schema{}
	for i := range s.pack.Facts {
		f := &s.pack.Facts[i]
		a := s.describeFactValue(f)
		a.Title = f.Title.In(s.lang)
		facts[f.ID] = a
	}
	likes := []*jsonschema.Schema{}
	for i := range s.pack.Components {
		c := &s.pack.Components[i]
		likes = append(likes, newConstSchema(c.ID, c.Title.In(s.lang)))
	}
	like := newAnyOfSchema(likes...)
	if len(likes) == 0 {
		like = newNothingSchema() // a pack without components has no parts
	}
	most := engine.MaxParts
	out := s.describeList("parts", s.describeObject("", map[string]*jsonschema.Schema{
		"id": s.addDescription("part_id", newPatternSchema(engine.PartIDPattern)), "title": s.describeText("part_title"),
		"like": s.addDescription("like", like), "facts": s.describeObject("part_facts", facts, s.pack.FactIDs()), "note": s.describeText("note"),
	}, layer.PartKeys, "id", "like"), 0)
	out.MaxItems = &most
	return out
}
