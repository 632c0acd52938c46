package profiles

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/google/jsonschema-go/jsonschema"
	"go.yaml.in/yaml/v3"

	"github.com/ajar-decision/ajar/rules"
)

//go:embed schema.yaml
var schemaTexts []byte

// schemaWords are the texts of schema.yaml by key.
var schemaWords = sync.OnceValue(func() map[string]rules.Text {
	var table map[string]struct{ En, Zh string }
	if err := yaml.Unmarshal(schemaTexts, &table); err != nil {
		panic("profiles: schema.yaml is part of the program: " + err.Error())
	}
	words := make(map[string]rules.Text, len(table))
	for key, t := range table {
		words[key] = rules.Text{En: t.En, Zh: t.Zh}
	}
	return words
})

// Schema makes a JSON Schema (draft 2020-12) of profile files from a pack, so
// that an editor completes and explains every fact, value and priority in the
// language lang ("en" or "zh"). Nil means the core pack.
//
// The schema and [Read] accept the same files of the present format, but for what a schema cannot
// say: a key that stands twice, a day that the calendar does not have, files
// that are extended and not there, and whether points sum to 100 and each
// comparison names what it must.
func Schema(pack *rules.Pack, lang string) *jsonschema.Schema {
	if pack == nil {
		pack = rules.Core()
	}
	s := schemaMaker{config: configure([]Option{WithPack(pack)}), lang: lang}
	root := s.object("profile", map[string]*jsonschema.Schema{
		"ajar": s.about("ajar", &jsonschema.Schema{Const: jsonschema.Ptr[any](version)}),
		"name": s.text("name"), "title": s.bilingual("title"), "about": s.bilingual("about"),
		"rules":        s.about("rules", pattern(`^[^@]+@[\s\S]+$`)),
		"extends":      s.list("extends", s.base(), 0),
		"review_by":    s.about("review_by", pattern(datePattern)),
		"weights_sure": s.words("weights_sure", weightsSure),
		"priorities":   s.priorities(), "facts": s.facts(), "limits": s.limits(),
		"ranking":    s.list("ranking", anyOf(s.priority(), s.list("", s.priority(), 0)), 1),
		"points":     s.numbers("points", 0, 100, 1),
		"pairs":      s.list("pairs", s.pair(), 1),
		"best_worst": s.bestWorst(bestWorstKeys...),
		"unfinished": s.unfinished(),
	}, topKeys)
	root.Schema = "https://json-schema.org/draft/2020-12/schema"
	root.Not = anyOf(twoWays()...)
	return root
}

// datePattern allows the 29th of February in every year.
const datePattern = `^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$`

// twoWays describes files that give weights in two ways.
func twoWays() (out []*jsonschema.Schema) {
	ways := []string{"best_worst", "pairs", "points", "priorities", "ranking"}
	for i, a := range ways {
		for _, b := range ways[:i] {
			out = append(out, &jsonschema.Schema{Required: []string{b, a}})
		}
	}
	return out
}

type schemaMaker struct {
	*config
	lang string
}

func (s *schemaMaker) word(key string) string { return schemaWords()[key].In(s.lang) }

// about adds the text of a key.
func (s *schemaMaker) about(key string, to *jsonschema.Schema) *jsonschema.Schema {
	to.Description = s.word(key)
	return to
}

func (s *schemaMaker) text(key string) *jsonschema.Schema {
	return s.about(key, &jsonschema.Schema{Type: "string"})
}

func (s *schemaMaker) words(key string, words []string) *jsonschema.Schema {
	return s.about(key, &jsonschema.Schema{Enum: anys(words)})
}

func (s *schemaMaker) list(key string, items *jsonschema.Schema, least int) *jsonschema.Schema {
	out := s.about(key, &jsonschema.Schema{Type: "array", Items: items})
	if least > 0 {
		out.MinItems = &least
	}
	return out
}

// object describes a map with the given keys and no others; order is how they
// are listed.
func (s *schemaMaker) object(key string, properties map[string]*jsonschema.Schema, order []string, required ...string) *jsonschema.Schema {
	return s.about(key, &jsonschema.Schema{
		Type: "object", Properties: properties, PropertyOrder: order, Required: required, AdditionalProperties: nothing(),
	})
}

func (s *schemaMaker) bilingual(key string) *jsonschema.Schema {
	both := map[string]*jsonschema.Schema{"en": {Type: "string"}, "zh": {Type: "string"}}
	return s.about(key, anyOf(&jsonschema.Schema{Type: "string"}, s.object("", both, []string{"en", "zh"})))
}

// base describes what can be extended.
func (s *schemaMaker) base() *jsonschema.Schema {
	presets := make([]any, len(presetNames()))
	for i, name := range presetNames() {
		presets[i] = "preset:" + name
	}
	return anyOf(
		s.about("preset", &jsonschema.Schema{Enum: presets}),
		s.about("file", pattern(`^[^/:\\][^:\\]*$`)),
	)
}

// priority describes the name of a priority.
func (s *schemaMaker) priority() *jsonschema.Schema {
	return &jsonschema.Schema{Enum: anys(s.pack.PriorityIDs())}
}

// numbers describes a map of priorities to numbers.
func (s *schemaMaker) numbers(key string, low, high float64, least int) *jsonschema.Schema {
	properties := map[string]*jsonschema.Schema{}
	for i := range s.pack.Priorities {
		p := &s.pack.Priorities[i]
		properties[p.ID] = &jsonschema.Schema{Type: "number", Minimum: &low, Maximum: &high, Title: p.Title.In(s.lang)}
	}
	out := s.object(key, properties, s.pack.PriorityIDs())
	out.MinProperties = &least
	return out
}

func (s *schemaMaker) pair() *jsonschema.Schema {
	keys := []string{"more", "less", "times"}
	return s.object("", map[string]*jsonschema.Schema{
		"more": s.about("more", s.priority()), "less": s.about("less", s.priority()),
		"times": s.about("times", between(0.11, 9)),
	}, keys, keys...)
}

var bestWorstKeys = []string{"best", "worst", "best_over", "over_worst"}

// unfinished describes comparisons of which any part may be there.
func (s *schemaMaker) unfinished() *jsonschema.Schema {
	return s.object("unfinished", map[string]*jsonschema.Schema{
		"pairs": s.list("pairs", s.pair(), 0), "best_worst": s.bestWorst(),
		"unrated": s.list("unrated", s.priority(), 0),
	}, unfinishedKeys)
}

func (s *schemaMaker) bestWorst(required ...string) *jsonschema.Schema {
	return s.object("best_worst", map[string]*jsonschema.Schema{
		"best": s.about("best", s.priority()), "worst": s.about("worst", s.priority()),
		"best_over": s.numbers("best_over", 1, 9, 0), "over_worst": s.numbers("over_worst", 1, 9, 0),
	}, bestWorstKeys, required...)
}

func (s *schemaMaker) limits() *jsonschema.Schema {
	ids, one := []*jsonschema.Schema{}, 1
	for i := range s.pack.Options {
		o := &s.pack.Options[i]
		ids = append(ids, constant(o.ID, o.Title.In(s.lang)))
	}
	keys := []string{"exclude", "because"}
	because := s.text("because")
	because.MinLength = &one
	return s.list("limits", s.object("", map[string]*jsonschema.Schema{
		"exclude": s.list("exclude", anyOf(ids...), 1), "because": because,
	}, keys, keys...), 0)
}

// answer describes the short and the long form.
func (s *schemaMaker) answer(key string, value *jsonschema.Schema) *jsonschema.Schema {
	keys := []string{key, "sure", "note", "by"}
	return anyOf(value, s.object("", map[string]*jsonschema.Schema{
		key: value.CloneSchemas(), "sure": s.words("sure", sureness), "note": s.text("note"), "by": s.text("by"),
	}, keys, key))
}

func (s *schemaMaker) priorities() *jsonschema.Schema {
	properties := map[string]*jsonschema.Schema{}
	for i := range s.pack.Priorities {
		p := &s.pack.Priorities[i]
		a := s.answer("weight", s.about("weight", between(0, 10)))
		a.Title, a.Description = p.Title.In(s.lang), p.Meaning.In(s.lang)
		properties[p.ID] = a
	}
	return s.object("priorities", properties, s.pack.PriorityIDs())
}

func (s *schemaMaker) facts() *jsonschema.Schema {
	properties := map[string]*jsonschema.Schema{}
	for i := range s.pack.Facts {
		f := &s.pack.Facts[i]
		a := s.answer("value", s.value(f))
		a.Title, a.Description = f.Title.In(s.lang), f.Question.In(s.lang)+"\n\n"+f.Why.In(s.lang)
		properties[f.ID] = a
	}
	return s.object("facts", properties, s.pack.FactIDs())
}

// value describes what can be answered to a fact, each value with its label.
func (s *schemaMaker) value(f *rules.Fact) *jsonschema.Schema {
	var values []*jsonschema.Schema
	if f.Type == rules.NumberFact {
		n := between(f.Min, f.Max)
		n.Description = f.Unit.In(s.lang)
		values = append(values, n)
	}
	for _, v := range f.Values {
		var id any = v.ID
		if f.Type == rules.BoolFact {
			id = v.ID == "true"
		}
		values = append(values, constant(id, v.Label(s.lang)))
	}
	na := f.NA.In(s.lang)
	if na == "" {
		na = s.word("na")
	}
	values = append(values, constant("unknown", s.word("unknown")), constant("na", na))
	old := make([]string, 0, len(f.Aliases))
	for alias := range f.Aliases {
		old = append(old, alias)
	}
	slices.Sort(old)
	for _, alias := range old {
		c := constant(alias, f.Aliases[alias])
		c.Deprecated = true
		values = append(values, c)
	}
	return anyOf(values...)
}

func constant(value any, description string) *jsonschema.Schema {
	return &jsonschema.Schema{Const: &value, Description: description}
}

func between(low, high float64) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "number", Minimum: &low, Maximum: &high}
}

func pattern(p string) *jsonschema.Schema { return &jsonschema.Schema{Type: "string", Pattern: p} }

func anyOf(s ...*jsonschema.Schema) *jsonschema.Schema { return &jsonschema.Schema{AnyOf: s} }

// nothing is the schema that refuses everything.
func nothing() *jsonschema.Schema { return &jsonschema.Schema{Not: &jsonschema.Schema{}} }

func anys(words []string) []any {
	out := make([]any, len(words))
	for i, w := range words {
		out[i] = w
	}
	return out
}
