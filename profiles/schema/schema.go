// Package schema makes a JSON Schema of profile files.
package schema

import (
	"slices"

	"github.com/google/jsonschema-go/jsonschema"

	"github.com/ajar-decision/ajar/profiles/internal/layer"
	"github.com/ajar-decision/ajar/profiles/presets"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/lang"
)

// New makes a JSON Schema of profile files from a pack, with the texts of one
// language.
func New(pack *rules.Pack, lang string) *jsonschema.Schema {
	s := schemaBuilder{pack: pack, lang: lang}
	root := s.describeObject("profile", map[string]*jsonschema.Schema{
		layer.SchemaKey: s.describeText("schema_key"),
		"ajar":          s.addDescription("ajar", &jsonschema.Schema{Const: jsonschema.Ptr[any](layer.FormatVersion)}),
		"name":          s.describeText("name"), "title": s.describeBilingual("title"), "about": s.describeBilingual("about"),
		"rules":        s.addDescription("rules", newPatternSchema(`^[^@]+@[\s\S]+$`)),
		"extends":      s.describeList("extends", s.describeExtended(), 0),
		"review_by":    s.addDescription("review_by", newPatternSchema(datePattern)),
		"weights_sure": s.describeWords("weights_sure", layer.WeightsSureWords),
		"priorities":   orNull(s.describePriorities()), "facts": orNull(s.describeFacts()), "parts": orNull(s.describeParts()), "limits": orNull(s.describeLimits()),
		"ranking":    s.describeList("ranking", newAnyOfSchema(s.describePriorityID(), s.describeList("", s.describePriorityID(), 0)), 1),
		"points":     s.describeNumbers("points", 0, 100, 1),
		"pairs":      s.describeList("pairs", s.describePair(), 1),
		"best_worst": s.describeBestWorst(bestWorstKeys...),
		"unfinished": s.describeUnfinished(),
	}, layer.ProfileKeys)
	root.Schema = "https://json-schema.org/draft/2020-12/schema"
	root.Not = newAnyOfSchema(describeTwoWays()...)
	return root
}

// datePattern allows the 29th of February in every year.
const datePattern = `^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$`

// orNull allows a section with nothing under its heading.
func orNull(section *jsonschema.Schema) *jsonschema.Schema {
	section.Type, section.Types = "", []string{section.Type, "null"}
	return section
}

// describeTwoWays describes files that give weights in two ways. A section with
// nothing in it gives none.
func describeTwoWays() (out []*jsonschema.Schema) {
	ways := layer.ListWeightKeys()
	for i, a := range ways {
		for _, b := range ways[:i] {
			both := &jsonschema.Schema{Required: []string{b, a}}
			for _, key := range []string{b, a} {
				if slices.Contains(layer.SectionKeys, key) {
					both.Properties = map[string]*jsonschema.Schema{key: {Type: "object"}}
				}
			}
			out = append(out, both)
		}
	}
	return out
}

func (s *schemaBuilder) describeBilingual(key string) *jsonschema.Schema {
	texts := map[string]*jsonschema.Schema{}
	for _, code := range lang.All() {
		texts[code] = &jsonschema.Schema{Type: "string"}
	}
	return s.addDescription(key, newAnyOfSchema(&jsonschema.Schema{Type: "string"}, s.describeObject("", texts, lang.All())))
}

// describeExtended describes what can be extended.
func (s *schemaBuilder) describeExtended() *jsonschema.Schema {
	names := make([]any, len(presets.Names()))
	for i, name := range presets.Names() {
		names[i] = presets.Prefix + name
	}
	return newAnyOfSchema(
		s.addDescription("preset", &jsonschema.Schema{Enum: names}),
		s.addDescription("file", newPatternSchema(`^[^/:\\][^:\\]*$`)),
	)
}

// describePriorityID describes the name of a priority.
func (s *schemaBuilder) describePriorityID() *jsonschema.Schema {
	return &jsonschema.Schema{Enum: toAnySlice(s.pack.PriorityIDs())}
}

// describeNumbers describes a map of priorities to numbers.
func (s *schemaBuilder) describeNumbers(key string, low, high float64, least int) *jsonschema.Schema {
	properties := map[string]*jsonschema.Schema{}
	for i := range s.pack.Priorities {
		p := &s.pack.Priorities[i]
		properties[p.ID] = &jsonschema.Schema{Type: "number", Minimum: &low, Maximum: &high, Title: p.Title.In(s.lang)}
	}
	out := s.describeObject(key, properties, s.pack.PriorityIDs())
	out.MinProperties = &least
	return out
}

func (s *schemaBuilder) describePair() *jsonschema.Schema {
	keys := []string{"more", "less", "times"}
	return s.describeObject("", map[string]*jsonschema.Schema{
		"more": s.addDescription("more", s.describePriorityID()), "less": s.addDescription("less", s.describePriorityID()),
		"times": s.addDescription("times", newRangeSchema(0.11, 9)),
	}, keys, keys...)
}

var bestWorstKeys = []string{"best", "worst", "best_over", "over_worst"}

// describeUnfinished describes comparisons of which any part may be there.
func (s *schemaBuilder) describeUnfinished() *jsonschema.Schema {
	return s.describeObject("unfinished", map[string]*jsonschema.Schema{
		"pairs": s.describeList("pairs", s.describePair(), 0), "best_worst": s.describeBestWorst(),
		"unrated": s.describeList("unrated", s.describePriorityID(), 0),
	}, layer.UnfinishedKeys)
}

func (s *schemaBuilder) describeBestWorst(required ...string) *jsonschema.Schema {
	return s.describeObject("best_worst", map[string]*jsonschema.Schema{
		"best": s.addDescription("best", s.describePriorityID()), "worst": s.addDescription("worst", s.describePriorityID()),
		"best_over": s.describeNumbers("best_over", 1, 9, 0), "over_worst": s.describeNumbers("over_worst", 1, 9, 0),
	}, bestWorstKeys, required...)
}

func (s *schemaBuilder) describeLimits() *jsonschema.Schema {
	ids, one := []*jsonschema.Schema{}, 1
	for i := range s.pack.Options {
		o := &s.pack.Options[i]
		ids = append(ids, newConstSchema(o.ID, o.Title.In(s.lang)))
		for j := range o.Forms {
			if f := &o.Forms[j]; f.ID != o.ID {
				ids = append(ids, newConstSchema(f.ID, f.Title.In(s.lang)))
			}
		}
	}
	keys := []string{"exclude", "because"}
	because := s.describeText("because")
	because.MinLength = &one
	return s.describeList("limits", s.describeObject("", map[string]*jsonschema.Schema{
		"exclude": s.describeList("exclude", newAnyOfSchema(ids...), 1), "because": because,
	}, keys, keys...), 0)
}

// describeAnswer describes the short and the long form.
func (s *schemaBuilder) describeAnswer(key string, value *jsonschema.Schema) *jsonschema.Schema {
	return newAnyOfSchema(value, s.describeLongForm(key, value.CloneSchemas()))
}

func (s *schemaBuilder) describeLongForm(key string, value *jsonschema.Schema) *jsonschema.Schema {
	keys := []string{key, "sure", "note", "by", "private"}
	return s.describeObject("", map[string]*jsonschema.Schema{
		key: value, "sure": s.describeWords("sure", layer.NoteSureness), "note": s.describeText("note"), "by": s.describeText("by"),
		"private": s.addDescription("private", &jsonschema.Schema{Type: "boolean"}),
	}, keys, key)
}

// describeRange describes a range of weights. That the smaller end comes first is
// beyond a schema.
func (s *schemaBuilder) describeRange() *jsonschema.Schema {
	most := 2
	ends := s.describeList("between", newRangeSchema(0, 10), 2)
	ends.MaxItems = &most
	return s.describeLongForm("between", ends)
}

func (s *schemaBuilder) describePriorities() *jsonschema.Schema {
	properties := map[string]*jsonschema.Schema{}
	for i := range s.pack.Priorities {
		p := &s.pack.Priorities[i]
		a := s.describeAnswer("weight", s.addDescription("weight", newRangeSchema(0, 10)))
		a.AnyOf = append(a.AnyOf, s.describeRange())
		a.Title, a.Description = p.Title.In(s.lang), p.Meaning.In(s.lang)
		properties[p.ID] = a
	}
	return s.describeObject("priorities", properties, s.pack.PriorityIDs())
}

func (s *schemaBuilder) describeFacts() *jsonschema.Schema {
	properties := map[string]*jsonschema.Schema{}
	for i := range s.pack.Facts {
		f := &s.pack.Facts[i]
		a := s.describeAnswer("value", s.describeFactValue(f))
		a.Title, a.Description = f.Title.In(s.lang), f.Question.In(s.lang)+"\n\n"+f.Why.In(s.lang)
		properties[f.ID] = a
	}
	return s.describeObject("facts", properties, s.pack.FactIDs())
}
