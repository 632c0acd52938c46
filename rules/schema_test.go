package rules_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/lang"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// readSchema resolves the schemas of all kinds of files at once, which takes a while: each
// is that of a property with the name of the kind, and that of any file is under "".
var readSchema = sync.OnceValues(func() (*jsonschema.Resolved, error) {
	var s jsonschema.Schema
	if err := json.Unmarshal(rules.Schema(rules.Core(), "en"), &s); err != nil {
		return nil, err
	}
	all := jsonschema.Schema{Defs: s.Defs, Properties: map[string]*jsonschema.Schema{}}
	for name := range s.Defs {
		all.Properties[name] = &jsonschema.Schema{Ref: "#/$defs/" + name}
	}
	all.Schema, s.Schema, s.Defs = s.Schema, "", nil
	all.Properties[""] = &s
	return all.Resolve(nil)
})

// validate holds a file against the schema of its kind, "" for that of any.
func validate(t *testing.T, kind string, file any) error {
	t.Helper()
	s, err := readSchema()
	require.NoError(t, err)
	require.Contains(t, s.Schema().Properties, kind)
	return s.Validate(map[string]any{kind: file})
}

// kindOf names the schema of a file.
func kindOf(file string) string {
	if folder, texts, _ := strings.Cut(file, "/"); slices.Contains(lang.All(), folder) {
		return kindOf(texts) + "_texts"
	}
	if strings.HasPrefix(file, "dimensions/") {
		return "dimension"
	}
	if strings.HasPrefix(file, "options/") {
		return "options"
	}
	return strings.TrimSuffix(path.Base(file), ".yaml")
}

// packFiles reads the files of the core pack that say something: those of a
// language that was only started hold nothing but comments.
func packFiles(t *testing.T) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	require.NoError(t, fs.WalkDir(rules.CoreFiles(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(name, "_test.yaml") {
			return err
		}
		data, err := fs.ReadFile(rules.CoreFiles(), name)
		if read(t, data) != nil {
			out[name] = &fstest.MapFile{Data: data}
		}
		return err
	}))
	return out
}

func read(t *testing.T, data []byte) any {
	t.Helper()
	var v any
	require.NoError(t, yaml.Unmarshal(data, &v))
	return v
}

// plainJSON gives numbers the type that a validator knows.
func plainJSON(t *testing.T, v any) any {
	t.Helper()
	data, err := json.Marshal(v)
	require.NoError(t, err)
	var out any
	require.NoError(t, json.Unmarshal(data, &out))
	return out
}

func TestCoreFilesFollowTheirSchemas(t *testing.T) {
	t.Parallel()
	for name, f := range packFiles(t) {
		v := plainJSON(t, read(t, f.Data))
		require.NoError(t, validate(t, kindOf(name), v), name)
		require.NoError(t, validate(t, "", v), name)
	}
	require.Error(t, validate(t, "", map[string]any{"name": "x"}))
}

// damageNames are the damages in the order in which they are made.
var damageNames = keys(damages)

// damages are mistakes of form that can be made in any map of a file.
var damages = map[string]func(m map[string]any, key string){
	"unknown key":  func(m map[string]any, _ string) { m["zzz"] = "x" },
	"missing key":  func(m map[string]any, key string) { delete(m, key) },
	"a list":       func(m map[string]any, key string) { m[key] = []any{[]any{"x"}} },
	"a map":        func(m map[string]any, key string) { m[key] = map[string]any{"zzz": 1} },
	"a truth":      func(m map[string]any, key string) { m[key] = true },
	"a number":     func(m map[string]any, key string) { m[key] = 7 },
	"another word": func(m map[string]any, key string) { m[key] = "zzz" },
	"null":         func(m map[string]any, key string) { m[key] = nil },
}

// maps lists the maps in a value, in an order that is the same in every run.
func maps(v any, to []map[string]any) []map[string]any {
	switch v := v.(type) {
	case map[string]any:
		to = append(to, v)
		for _, key := range keys(v) {
			to = maps(v[key], to)
		}
	case []any:
		for _, item := range v {
			to = maps(item, to)
		}
	}
	return to
}

func keys[T any](m map[string]T) []string {
	var out []string
	for key := range m {
		out = append(out, key)
	}
	slices.Sort(out)
	return out
}

// form are the codes of mistakes that a schema can see.
var form = []string{"AJ101", "AJ102", "AJ103", "AJ104"}

// What the loader refuses for its form the schema refuses too, and the other
// way round: whatever the schema refuses the loader does not take. Each file is
// damaged in one place, in ten in "make long".
func TestSchemaAndLoaderAgree(t *testing.T) {
	t.Parallel()
	files := packFiles(t)
	names := keys(files)
	_, err := rules.Load(withoutTranslations(files))
	require.NoError(t, err)
	tried := map[bool]int{}
	for n := 0; n < len(names); n += testkit.Stride() {
		for turn := range testkit.Times(1) {
			at := n + turn
			refused := requireAgreement(t, files, names[n], damageNames[at%len(damageNames)], at)
			tried[refused]++
		}
	}
	require.Greater(t, tried[true], tried[false])
	if !testing.Short() {
		require.Greater(t, tried[false], 2)
	}
}

// requireAgreement damages one map of a file, which number chooses, and reports whether
// the schema refuses it.
func requireAgreement(t *testing.T, files fstest.MapFS, name, what string, number int) bool {
	t.Helper()
	doc := read(t, files[name].Data)
	places := maps(doc, nil)
	m := places[number*7919%len(places)]
	key := keys(m)[number%len(m)]
	damages[what](m, key)
	var b bytes.Buffer
	require.NoError(t, yaml.NewEncoder(&b).Encode(doc))
	pack := withoutTranslations(files)
	pack[name] = &fstest.MapFile{Data: b.Bytes()}
	_, err := rules.Load(pack)
	refused := validate(t, kindOf(name), plainJSON(t, doc)) != nil
	about := name + ": " + what + " for " + key
	if refused {
		require.Error(t, err, about)
	}
	list, _ := diag.From(err)
	if slices.ContainsFunc(list, func(d diag.Diagnostic) bool {
		return slices.Contains(form, d.Code) && d.Pos.File == name
	}) {
		require.True(t, refused, "%s: %v", about, err)
	}
	return refused
}

// withoutTranslations leaves out the files that hold the texts of others, which take
// as long to load as the rest.
func withoutTranslations(files fstest.MapFS) fstest.MapFS {
	out := fstest.MapFS{}
	for name, f := range files {
		if folder, _, _ := strings.Cut(name, "/"); !slices.Contains(lang.All(), folder) {
			out[name] = f
		}
	}
	return out
}

func TestSchemaExplainsInTheChosenLanguage(t *testing.T) {
	t.Parallel()
	fact := rules.Core().Facts[0]
	require.Contains(t, string(rules.Schema(rules.Core(), "en")), fact.Question.In("en"))
	require.Contains(t, string(rules.Schema(rules.Core(), "zh")), fact.Question.Own("zh"))
	require.Equal(t, string(rules.Schema(rules.Core(), "en")), string(rules.Schema(rules.Core(), "en")))
}
