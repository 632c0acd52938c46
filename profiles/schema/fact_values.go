package schema

import (
	"slices"

	"github.com/google/jsonschema-go/jsonschema"

	"github.com/ajar-decision/ajar/rules"
)

// describeFactValue describes what can be answered to a fact, each value with its label.
func (s *schemaBuilder) describeFactValue(f *rules.Fact) *jsonschema.Schema {
	values := s.describeValues(f, func(rules.FactValue) bool { return true })
	if f.Type == rules.NumberFact {
		n := newRangeSchema(f.Min, f.Max)
		n.Description = f.Unit.In(s.lang)
		values = append(values, n)
	}
	na := f.NA.In(s.lang)
	if na == "" {
		na = s.lookupText("na")
	}
	values = append(values, newConstSchema("unknown", s.lookupText("unknown")), newConstSchema("na", na))
	for _, alias := range f.Aliases.Keys() {
		values = append(values, describeAlias(alias, f.Aliases.Get(alias)))
	}
	if f.Type == rules.SetFact {
		values = append(values, s.describeSeveral(f)...)
	}
	return newAnyOfSchema(values...)
}

// describeValues describes the values of a fact that pass the test.
func (s *schemaBuilder) describeValues(f *rules.Fact, test func(rules.FactValue) bool) (out []*jsonschema.Schema) {
	for _, v := range f.Values {
		var id any = v.ID
		if f.Type == rules.BoolFact {
			id = v.ID == "true"
		}
		if test(v) {
			out = append(out, newConstSchema(id, v.Label.In(s.lang)))
		}
	}
	return out
}

// describeAlias describes an older word for a value or a state.
func describeAlias(alias, to string) *jsonschema.Schema {
	c := newConstSchema(alias, to)
	c.Deprecated = true
	return c
}

// describeSeveral describes the ways to name several values at once: a list and a map.
// A list of one value says the same as the value, so one that stands alone has a list
// of its own.
func (s *schemaBuilder) describeSeveral(f *rules.Fact) (out []*jsonschema.Schema) {
	aliases := listValueAliases(f)
	for _, alone := range []bool{false, true} {
		items := s.describeValues(f, func(v rules.FactValue) bool { return v.Alone == alone })
		for _, alias := range aliases {
			if f.Value(f.Aliases.Get(alias)).Alone == alone {
				items = append(items, describeAlias(alias, f.Aliases.Get(alias)))
			}
		}
		list := s.describeList("several", newAnyOfSchema(items...), 1)
		if list.UniqueItems = true; alone {
			list.MaxItems = list.MinItems
		}
		if len(items) > 0 {
			out = append(out, list)
		}
	}
	return append(out, s.describeMembers(f, aliases))
}

// listValueAliases lists the older words for values, not those for states.
func listValueAliases(f *rules.Fact) []string {
	return slices.DeleteFunc(f.Aliases.Keys(), func(alias string) bool { return f.Value(f.Aliases.Get(alias)) == nil })
}

// What may be said of one value, and the words that say that it holds or not.
var (
	memberWords  = []any{true, false, "yes", "no", "unknown"}
	wordsForTrue = []any{true, "yes"}
	wordsForNot  = []any{false, "no"}
)

// describeMembers describes a map from values to what is known of them: not that none
// holds, nor that others hold beside one that stands alone.
func (s *schemaBuilder) describeMembers(f *rules.Fact, aliases []string) *jsonschema.Schema {
	properties := map[string]*jsonschema.Schema{}
	for _, v := range f.Values {
		properties[v.ID] = &jsonschema.Schema{Enum: memberWords, Description: v.Label.In(s.lang)}
	}
	for _, alias := range aliases {
		properties[alias] = &jsonschema.Schema{Enum: memberWords, Description: f.Aliases.Get(alias), Deprecated: true}
	}
	out := s.describeObject("members", properties, append(f.ValueIDs(), aliases...))
	least := 1
	out.MinProperties = &least
	wrong := []*jsonschema.Schema{newSaidSchema(wordsForNot, f.ValueIDs()...)}
	for _, alone := range f.Values {
		for _, other := range f.Values {
			if alone.Alone && other.ID != alone.ID {
				wrong = append(wrong, newSaidSchema(wordsForTrue, alone.ID, other.ID))
			}
		}
	}
	out.Not = newAnyOfSchema(wrong...)
	return out
}

// newSaidSchema describes maps that say one of the words of each of the values.
func newSaidSchema(words []any, ids ...string) *jsonschema.Schema {
	properties := map[string]*jsonschema.Schema{}
	for _, id := range ids {
		properties[id] = &jsonschema.Schema{Enum: words}
	}
	return &jsonschema.Schema{Properties: properties, PropertyOrder: ids, Required: ids}
}
