package profiles_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// tiny is a pack with a fact of each type; only what a schema shows is filled.
func tiny() *rules.Pack {
	both := func(s string) rules.Text { return rules.Text{{"en", s}, {"zh", "中文 " + s}} }
	values := func(ids ...string) (out []rules.FactValue) {
		for _, id := range ids {
			out = append(out, rules.FactValue{ID: id, Label: rules.Text{{"en", "it is " + id}, {"zh", "它是 " + id}}})
		}
		return out
	}
	return &rules.Pack{
		Name: "tiny", Version: "1",
		Facts: []rules.Fact{
			{ID: "kind", Type: rules.EnumFact, Title: both("Kind"), Question: both("What is it?"), Why: both("It matters."), Values: values("model", "software"), Aliases: rules.Table[string]{{Key: "program", Value: "software"}}},
			{ID: "sold", Type: rules.BoolFact, Title: both("Sold"), Question: both("Is it sold?"), Why: both("Money."), Values: values("true", "false"), NA: both("Nothing to sell")},
			{ID: "size", Type: rules.NumberFact, Title: both("Size"), Question: both("How large?"), Why: both("Cost."), Unit: both("people"), Min: 1, Max: 500},
			{ID: "data", Type: rules.SetFact, Title: both("Data"), Question: both("Which data?"), Why: both("The law."), Values: aloneFirst(values("public", "personal", "health")), Aliases: rules.Table[string]{{Key: "none", Value: "na"}, {Key: "patients", Value: "health"}}},
		},
		Priorities: []rules.Priority{
			{ID: "reach", Title: both("Reach"), Meaning: both("Being used.")},
			{ID: "privacy", Title: both("Privacy"), Meaning: both("Nothing leaks.")},
		},
		Options: []rules.Option{{ID: "closed", Title: both("Closed")}, {ID: "open", Title: both("Open")}},
	}
}

func aloneFirst(values []rules.FactValue) []rules.FactValue {
	values[0].Alone = true
	return values
}

func TestGoldenSchema(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"en", "zh"} {
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", " ")
		require.NoError(t, enc.Encode(profiles.Schema(tiny(), lang)))
		testkit.Golden(t, "testdata/schema."+lang+".json", b.String())
	}
}

func resolve(t require.TestingT, pack *rules.Pack) *jsonschema.Resolved {
	s, err := profiles.Schema(pack, "en").Resolve(nil)
	require.NoError(t, err)
	return s
}

// accepted gives what the loader and the schema say about a JSON text.
func accepted(t require.TestingT, s *jsonschema.Resolved, text string, opts ...profiles.LoadOption) (loader, schema error) {
	var v any
	require.NoError(t, json.Unmarshal([]byte(text), &v))
	_, loader = profiles.Read(strings.NewReader(text), "x", profiles.JSON, append(opts, profiles.WithOpen(folder{"other.yaml": "ajar: 1", "dir/other.yaml": "ajar: 1"}.open))...)
	return loader, s.Validate(v)
}

func TestSchemaAcceptsWhatComesWithTheProgram(t *testing.T) {
	t.Parallel()
	s := resolve(t, nil)
	for _, info := range profiles.Presets() {
		p, err := profiles.Preset(info.Name)
		require.NoError(t, err)
		loader, schema := accepted(t, s, write(t, p, profiles.JSON))
		require.NoError(t, loader)
		require.NoError(t, schema, info.Name)
	}
	loader, schema := accepted(t, s, write(t, written, profiles.JSON))
	require.NoError(t, loader)
	require.NoError(t, schema)
}

func TestSchemaRefusesBadFiles(t *testing.T) {
	t.Parallel()
	s := resolve(t, nil)
	n := 0
	for _, tc := range badFiles {
		if !json.Valid([]byte(tc.json)) || !utf8.ValidString(tc.json) || tc.name == "duplicate keys" || strings.Contains(tc.json, "1e999") {
			continue
		}
		n++
		loader, schema := accepted(t, s, tc.json)
		require.Error(t, loader, tc.name)
		require.Error(t, schema, "%s: %s", tc.name, tc.json)
	}
	require.Greater(t, n, 25)
}

// oneOf draws one of some texts, mostly of those that are right.
func oneOf(t *rapid.T, right []string, wrong ...string) string {
	if rapid.IntRange(0, 29).Draw(t, "wrong") == 0 {
		return rapid.SampledFrom(append(wrong, "null", "{}", "[]", `""`, "true", "7.5", `"x"`, `"unknown"`, "-1")).Draw(t, "mistake")
	}
	return rapid.SampledFrom(right).Draw(t, "right")
}

func drawLong(t *rapid.T, key, value string) string {
	if rapid.Bool().Draw(t, "short") {
		return value
	}
	parts := []string{`"` + key + `": ` + value}
	for k, right := range map[string][]string{"sure": {`"low"`, `"high"`}, "note": {`"a note"`}, "by": {`"mei"`}} {
		if rapid.Bool().Draw(t, k) {
			parts = append(parts, `"`+k+`": `+oneOf(t, right))
		}
	}
	if rapid.IntRange(0, 29).Draw(t, "odd") == 0 {
		parts[0] = `"valve": 1`
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// drawSetText draws an answer to a set that is often wrong in what goes together.
func drawSetText(t *rapid.T) string {
	words := []string{`"public"`, `"personal"`, `"health"`}
	switch rapid.IntRange(0, 4).Draw(t, "form") {
	case 0:
		return oneOf(t, append(words, `"na"`, `"none"`, `"unknown"`), `"helth"`, `"personal, health"`)
	case 1, 2:
		items := rapid.SliceOfN(rapid.SampledFrom(words[1:]), 1, 2).Draw(t, "items")
		if rapid.IntRange(0, 9).Draw(t, "odd") == 0 {
			items = append(items, oneOf(t, words[:1], `"helth"`, `["health"]`, `"none"`, "[]"))
		}
		return "[" + strings.Join(items, ", ") + "]"
	}
	var parts []string
	if rapid.Bool().Draw(t, "older") {
		words[2] = `"patients"`
	}
	for _, w := range rapid.SliceOfNDistinct(rapid.SampledFrom(words), 0, 3, rapid.ID).Draw(t, "named") {
		parts = append(parts, w+": "+oneOf(t, []string{"true", "false", `"yes"`, `"no"`, `"unknown"`, "true"}, `"na"`, `"Yes"`, `"on"`, "1"))
	}
	if rapid.IntRange(0, 19).Draw(t, "odd") == 0 {
		parts = append(parts, rapid.SampledFrom([]string{`"note": "x"`, `"helth": true`}).Draw(t, "other"))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func drawSection(t *rapid.T, key string) string {
	names := []string{`"reach"`, `"privacy"`}
	number := func(right ...string) string { return oneOf(t, right, "11", "0.05", "-0.5", "101") }
	switch key {
	case "facts":
		return `{"kind": ` + drawLong(t, "value", oneOf(t, []string{`"model"`, `"na"`, `"program"`}, `"modle"`)) +
			`, "sold": ` + drawLong(t, "value", oneOf(t, []string{"true", "false", `"unknown"`}, `"yes"`, "1")) +
			`, "size": ` + drawLong(t, "value", oneOf(t, []string{"1", "500", "2.5", `"na"`}, "0", "501", `"ten"`)) +
			`, "data": ` + drawLong(t, "value", drawSetText(t)) + "}"
	case "priorities":
		reach := drawLong(t, "weight", number("0", "10", "3.25"))
		if rapid.IntRange(0, 3).Draw(t, "a range") == 0 {
			reach = drawLong(t, "between", oneOf(t, []string{"[0, 10]", "[3, 3]", "[1.5, 2]"}, "[1]", "[1, 2, 3]", "[1, 11]", `"1..2"`, `[1, "2"]`))
			if rapid.IntRange(0, 9).Draw(t, "both") == 0 {
				reach = `{"between": [1, 2], "weight": 1}`
			}
		}
		return `{"reach": ` + reach + rapid.SampledFrom([]string{"}", `, "privacy": 1}`, `, "privcy": 1}`}).Draw(t, "more")
	case "ranking":
		return oneOf(t, []string{`["reach", "privacy"]`, `[["reach", "privacy"]]`, `["privacy"]`}, `["kind"]`, `[]`, `[["reach", 5]]`)
	case "points":
		return oneOf(t, []string{`{"reach": 60, "privacy": 40}`, `{"reach": 100}`}, `{}`, `{"kind": 100}`, `{"reach": 101}`, `{"reach": "100"}`)
	case "pairs":
		return `[{"more": ` + oneOf(t, names[:1], `"kind"`) + `, "less": ` + oneOf(t, names[1:], `"rech"`) + `, "times": ` + number("1", "9", "0.2") + "}]"
	case "best_worst":
		return `{"best": ` + oneOf(t, names[:1]) + `, "worst": ` + oneOf(t, names[1:]) + `, "best_over": {"privacy": ` + number("1", "9") + `}, "over_worst": ` + oneOf(t, []string{"{}"}, "null") + "}"
	case "limits":
		return `[{"exclude": ` + oneOf(t, []string{`["open"]`, `["open", "closed"]`}, "[]", `["opne"]`, `[5]`) + `, "because": ` + oneOf(t, []string{`"no"`}, `""`) + "}]"
	case "extends":
		return oneOf(t, []string{`[]`, `["other.yaml"]`, `["dir/other.yaml", "other.yaml"]`}, `["/etc/passwd"]`, `["preset:none"]`, `["http://x"]`, `[""]`, `[5]`, `"other.yaml"`)
	}
	right := map[string][]string{
		"ajar": {"1", "1.0"}, "name": {`"a"`, `""`}, "title": {`"a"`, `{"en": "a"}`, `{"en": "a", "zh": "b"}`, "{}"}, "about": {`"a"`},
		"rules": {`"tiny@1"`, `"other@2.3"`, `"a@b@c"`}, "review_by": {`"2027-05-01"`, `"2024-02-29"`}, "weights_sure": {`"sure"`, `"unsure"`},
	}
	return oneOf(t, right[key], "2", `"1"`, `{"fr": "a"}`, `"tiny"`, `"@1"`, `"tiny@"`, `"2027-13-01"`, `"2027-04-31"`, `"27-04-01"`, `"very"`)
}

func TestSchemaAndLoaderAgree(t *testing.T) {
	t.Parallel()
	pack := tiny()
	s := resolve(t, pack)
	keys := []string{"ajar", "name", "title", "about", "rules", "extends", "review_by", "weights_sure", "priorities", "ranking", "points", "pairs", "best_worst", "facts", "limits"}
	var yes, no int
	testkit.Check(t, func(t *rapid.T) {
		var parts []string
		for _, key := range rapid.SliceOfNDistinct(rapid.SampledFrom(keys), 0, 7, rapid.ID).Draw(t, "keys") {
			parts = append(parts, `"`+key+`": `+drawSection(t, key))
		}
		if rapid.IntRange(0, 29).Draw(t, "odd") == 0 {
			parts = append(parts, `"kind": 1`)
		}
		text := "{" + strings.Join(parts, ", ") + "}"
		loader, schema := accepted(t, s, text, profiles.WithPack(pack))
		require.Equal(t, loader == nil, schema == nil, "%s\nloader: %v\nschema: %v", text, loader, schema)
		if loader == nil {
			yes++
		} else {
			no++
		}
	})
	if !testing.Short() { // few draws can all be of one kind
		require.Greater(t, yes, 10)
		require.Greater(t, no, 10)
	}
}

func TestSchemaSpeaksTheLanguage(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"en", "zh"} {
		var walk func(s *jsonschema.Schema, path string)
		walk = func(s *jsonschema.Schema, path string) {
			for _, text := range []string{s.Title, s.Description} {
				require.True(t, text == "" || hasHan(text) == (lang == "zh") || s.Deprecated, "%s: %s", path, text)
			}
			for _, a := range s.AnyOf {
				walk(a, path)
			}
			for key, p := range s.Properties {
				require.False(t, strings.Count(path, "/") == 0 && p.Description == "", "%s is not described", key)
				walk(p, path+"/"+key)
			}
		}
		walk(profiles.Schema(nil, lang), "")
	}
}
