package rules

import (
	"reflect"
	"strings"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/lang"
	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/tree"
)

// schemaFileTypes are the files of a pack by the names of their schemas, which are
// the names of the files; "dimension" is any file under dimensions/.
var schemaFileTypes = map[string]reflect.Type{
	"pack": reflect.TypeFor[headFile](), "facts": reflect.TypeFor[factsFile](), "priorities": reflect.TypeFor[prioritiesFile](),
	"dimension": reflect.TypeFor[dimensionFile](), "options": reflect.TypeFor[optionsFile](), "acts": reflect.TypeFor[actsFile](), "bars": reflect.TypeFor[barsFile](), "duties": reflect.TypeFor[dutiesFile](),
	"components": reflect.TypeFor[componentsFile](), "licences": reflect.TypeFor[licencesFile](), "steps": reflect.TypeFor[stepsFile](),
	"counsel": reflect.TypeFor[counselFile](), "sheet": reflect.TypeFor[sheetFile](), "exclusions": reflect.TypeFor[exclusionsFile](), "sources": reflect.TypeFor[sourcesFile](), "glossary": reflect.TypeFor[glossaryFile](),
}

// schema is a JSON Schema.
type schema = map[string]any

// Schema makes a JSON Schema (draft 2020-12) of the files of a pack from the
// types that they are read into. A file follows the whole if it is a file of a
// pack, and "#/$defs/NAME" if it is the one of that name: pack, facts,
// priorities, dimension, options, acts, bars, duties, components, licences,
// steps, counsel, exclusions, sheet, sources or glossary. A file with the texts of one in another language follows
// "#/$defs/NAME_texts". Conditions and shares know the facts, values and
// priorities of the pack p and explain them in a language.
//
// The schema knows one file at a time and its form. A dimension that is split over
// files follows it as a whole and not file by file. What Load says about
// several files, about ranges and about sums a schema cannot say.
func Schema(p *Pack, code string) []byte {
	if p == nil {
		p = &Pack{}
	}
	m := &packSchemaMaker{pack: p, lang: code, defs: schema{}}
	m.defs["condition"], m.defs["shares"] = m.conditionSchema(), m.sharesSchema()
	m.defs["text"] = textSchema()
	var all []any
	for _, name := range sortedKeys(schemaFileTypes) {
		m.defs[name] = m.structSchema(schemaFileTypes[name])
		m.defs[name+"_texts"] = textsSchema(schemaFileTypes[name])
		all = append(all, refTo(name), refTo(name+"_texts"))
	}
	data, err := plain.EncodeJSON(schema{
		"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A file of a rule pack of ajar",
		"anyOf": all, "$defs": m.defs,
	})
	if err != nil {
		panic("rules: a schema is plain data and always marshals: " + err.Error())
	}
	return data
}

func refTo(name string) schema { return schema{"$ref": "#/$defs/" + name} }

type packSchemaMaker struct {
	pack *Pack
	lang string
	defs schema
}

// enumValues are the types of text that allow few words.
var enumValues = map[reflect.Type][]string{
	reflect.TypeFor[Stance]():          WordsOf(Stances()),
	reflect.TypeFor[FactType]():        WordsOf(FactTypes()),
	reflect.TypeFor[Advice]():          WordsOf(Advices()),
	reflect.TypeFor[Mark]():            WordsOf(Marks()),
	reflect.TypeFor[EvidenceVerdict](): WordsOf(EvidenceVerdicts()),
	reflect.TypeFor[Finding]():         WordsOf(Findings()),
	reflect.TypeFor[Changeability]():   WordsOf(Changeabilities()),
	reflect.TypeFor[Content]():         WordsOf(Contents()),
	reflect.TypeFor[Phase]():           WordsOf(Phases()),
	reflect.TypeFor[Role]():            WordsOf(Roles()),
	reflect.TypeFor[Topic]():           WordsOf(Topics()),
}

// typeSchema gives the schema of a type, as package tree decodes it.
func (m *packSchemaMaker) typeSchema(t reflect.Type) schema {
	switch t {
	case reflect.TypeFor[Condition]():
		return refTo("condition")
	case reflect.TypeFor[map[string]cell]():
		return m.cellsSchema()
	case reflect.TypeFor[priorityShares]():
		return refTo("shares")
	case reflect.TypeFor[Text]():
		return refTo("text")
	}
	if value, ok := tree.ValueOfTable(t); ok {
		return schema{"type": "object", "additionalProperties": m.typeSchema(value)}
	}
	if list, ok := enumValues[t]; ok {
		return schema{"type": "string", "enum": list}
	}
	switch t.Kind() {
	case reflect.Pointer: // null is "not known"
		return schema{"anyOf": []any{m.typeSchema(t.Elem()), schema{"type": "null"}}}
	case reflect.Struct:
		name := strings.ToLower(t.Name()[:1]) + t.Name()[1:]
		if schemaFileTypes[name] != nil {
			name += "_entry" // a file has that name already
		}
		if _, ok := m.defs[name]; !ok {
			m.defs[name] = nil // so that a type in itself ends
			m.defs[name] = m.formSchema(t)
		}
		return refTo(name)
	case reflect.Slice:
		return schema{"type": "array", "items": m.typeSchema(t.Elem())}
	case reflect.Map:
		return schema{"type": "object", "additionalProperties": m.typeSchema(t.Elem())}
	case reflect.Bool:
		return schema{"type": "boolean"}
	case reflect.Int:
		return schema{"type": "integer"}
	case reflect.Float64:
		return schema{"type": "number"}
	}
	return schema{"type": "string"}
}

// olderForms are what the loader takes besides.
var olderForms = map[reflect.Type]reflect.Type{
	reflect.TypeFor[FactValue](): reflect.TypeFor[olderValue](), reflect.TypeFor[Term](): reflect.TypeFor[olderTerm](),
	reflect.TypeFor[Source](): reflect.TypeFor[olderSource](),
	reflect.TypeFor[cell]():   reflect.TypeFor[olderCell](), reflect.TypeFor[situation](): reflect.TypeFor[olderSituation](),
}

// formSchema gives the schema of a struct, in its older form too if it has one.
func (m *packSchemaMaker) formSchema(t reflect.Type) schema {
	if older, ok := olderForms[t]; ok {
		return schema{"anyOf": []any{m.structSchema(t), m.structSchema(older)}}
	}
	return m.structSchema(t)
}

// textSchema is a text in English, or one for each language.
func textSchema() schema {
	properties := schema{}
	for _, code := range lang.All() {
		properties[code] = schema{"type": "string"}
	}
	return schema{"anyOf": []any{schema{"type": "string"}, schema{
		"type": "object", "properties": properties, "required": []string{lang.Default}, "additionalProperties": false,
	}}}
}

// textsSchema gives the schema of texts in another language, as package tree
// translates them.
func textsSchema(t reflect.Type) schema {
	value, isTable := tree.ValueOfTable(t)
	switch {
	case t == reflect.TypeFor[Text]():
		return schema{"type": "string"}
	case t == reflect.TypeFor[tree.Words]():
		return schema{"type": "array", "items": schema{"type": "string"}}
	case isTable:
		return schema{"type": "object", "additionalProperties": textsSchema(value)}
	case t.Kind() == reflect.Pointer:
		return textsSchema(t.Elem())
	case t.Kind() != reflect.Struct: // lists are maps by id
		return schema{"type": "object", "additionalProperties": textsSchema(t.Elem())}
	}
	properties := schema{}
	for i := range t.NumField() {
		f := t.Field(i)
		if name, _, _ := strings.Cut(f.Tag.Get("tree"), ","); name != "" && tree.HasTexts(f.Type) {
			properties[name] = textsSchema(f.Type)
		}
	}
	return schema{"type": "object", "properties": properties, "additionalProperties": false}
}

// structSchema gives the schema of a struct with the keys of its tags.
func (m *packSchemaMaker) structSchema(t reflect.Type) schema {
	properties, required := schema{}, []string{}
	for i := range t.NumField() {
		f := t.Field(i)
		name, option, _ := strings.Cut(f.Tag.Get("tree"), ",")
		if name == "" || f.Type == reflect.TypeFor[diag.Pos]() {
			continue
		}
		properties[name] = m.typeSchema(f.Type)
		if option != "optional" {
			required = append(required, name)
		}
	}
	return schema{"type": "object", "properties": properties, "required": required, "additionalProperties": false}
}

// cellsSchema are the four claims of a dimension, all of them.
func (m *packSchemaMaker) cellsSchema() schema {
	properties := schema{}
	for _, key := range ListCells() {
		properties[key] = m.typeSchema(reflect.TypeFor[cell]())
	}
	return schema{"type": "object", "properties": properties, "required": ListCells(), "additionalProperties": false}
}

// sharesSchema are a list of priorities, or a map from each to its share.
func (m *packSchemaMaker) sharesSchema() schema {
	properties, ids := schema{}, []string{}
	for i := range m.pack.Priorities {
		p := &m.pack.Priorities[i]
		ids = append(ids, p.ID)
		properties[p.ID] = schema{"type": "number", "description": p.Title.In(m.lang)}
	}
	return schema{"anyOf": []any{
		schema{"type": "array", "items": schema{"type": "string", "enum": ids}},
		schema{"type": "object", "properties": properties, "additionalProperties": false},
	}}
}

// conditionSchema is a map from facts to what they are compared with, and groups.
func (m *packSchemaMaker) conditionSchema() schema {
	parts := schema{"type": "array", "items": refTo("condition")}
	properties := schema{"all": parts, "any": parts, "not": refTo("condition")}
	for i := range m.pack.Facts {
		f := &m.pack.Facts[i]
		c := m.comparisonSchema(f)
		c["description"] = f.Question.In(m.lang)
		properties[f.ID] = c
	}
	return schema{"type": "object", "properties": properties, "additionalProperties": false}
}

// comparisonSchema is a value, a list of values ("one of") or a map with a test.
func (m *packSchemaMaker) comparisonSchema(f *Fact) schema {
	var value schema
	switch f.Type {
	case BoolFact:
		value = schema{"type": "boolean"}
	case NumberFact:
		value = schema{"type": "number"}
	default:
		var each []any
		for _, v := range f.Values {
			each = append(each, schema{"const": v.ID, "description": v.Label.In(m.lang)})
		}
		value = schema{"anyOf": each}
	}
	list := schema{"type": "array", "items": value}
	tests := schema{"precaution": schema{"type": "boolean"}}
	for _, test := range []Test{Is, IsNot} {
		tests[string(test)] = schema{"anyOf": []any{value, list}}
	}
	switch f.Type {
	case OrderedFact, NumberFact:
		tests[string(AtLeast)], tests[string(AtMost)] = value, value
	case SetFact:
		tests[string(IsOnly)] = value
	}
	var one []any // there has to be a test beside "precaution"
	for _, test := range []Test{Is, IsNot, IsOnly, AtLeast, AtMost} {
		one = append(one, schema{"required": []string{string(test)}})
	}
	return schema{"anyOf": []any{value, list, schema{
		"type": "object", "properties": tests, "additionalProperties": false, "anyOf": one,
	}}}
}
