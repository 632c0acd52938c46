package profiles_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// parts are two parts of an owner.
var parts = []engine.Part{
	{ID: "acme/client", Title: "Client: the app", Like: "application_code", Facts: map[string]engine.Answer{
		"upstream_terms": engine.Set("strong_copyleft", "use_restricted"), "must_recoup": engine.No, "kind": engine.Unknown, "lifecycle": engine.NotApplicable,
	}},
	{ID: "scans", Like: "training_data", Note: "ask the ward first"},
}

var partsTexts = map[profiles.Format]string{
	profiles.YAML: `parts:
  - id: acme/client   # what runs at customers
    title: "Client: the app"
    like: application_code
    facts:
      upstream_terms: [strong_copyleft, use_restricted]
      must_recoup: false
      kind: unknown
      lifecycle: na
  - {id: scans, like: training_data, note: "ask the ward first"}
`,
	profiles.JSON: `{"parts": [
  {"id": "acme/client", "title": "Client: the app", "like": "application_code",
   "facts": {"upstream_terms": ["strong_copyleft", "use_restricted"], "must_recoup": false, "kind": "unknown", "lifecycle": "na"}},
  {"id": "scans", "like": "training_data", "note": "ask the ward first"}]}`,
	profiles.TOML: `[[parts]]
id = "acme/client"
title = "Client: the app"
like = "application_code"
[parts.facts]
upstream_terms = ["strong_copyleft", "use_restricted"]
must_recoup = false
kind = "unknown"
lifecycle = "na"
[[parts]]
id = "scans"
like = "training_data"
note = "ask the ward first"
`,
}

// A part without answers has none or an empty map, which say the same.
func plainParts(list []engine.Part) []engine.Part {
	out := append([]engine.Part{}, list...)
	for i := range out {
		if len(out[i].Facts) == 0 {
			out[i].Facts = nil
		}
	}
	return out
}

func TestPartsInAllFormats(t *testing.T) {
	t.Parallel()
	for format, text := range partsTexts {
		p, err := profiles.Read(strings.NewReader(text), "a", format)
		require.NoError(t, err, format)
		require.Equal(t, plainParts(parts), plainParts(p.Parts), format)
		for other := range partsTexts {
			again, err := profiles.Read(strings.NewReader(write(t, p, other)), "a", other)
			require.NoError(t, err, other)
			require.Equal(t, plainParts(parts), plainParts(again.Parts), "%s, written as %s", format, other)
		}
		require.Empty(t, engineMistakes(t, p), "the engine takes what a file may say")
	}
}

func engineMistakes(t *testing.T, p engine.Profile) error {
	t.Helper()
	e := coreEngine(t)
	_, err := e.Recommend(t.Context(), p)
	return err
}

// All mistakes come at once, each with its place and the nearest name.
func TestMistakesInParts(t *testing.T) {
	t.Parallel()
	_, err := profiles.Read(strings.NewReader(`ajar: 1
parts:
  - {id: a, like: wieghts}
  - {id: a, like: weights}
  - {like: weights}
  - {id: b}
  - {id: "b c", like: weights}
  - {id: documents, like: weights}
  - id: c
    like: weights
    lik: documents
    kind: model
    facts:
      knid: model
      kind: modle
      data_privacy: 3
      must_recoup: {value: true, note: "of its own"}
      upstream_terms: [strong_copyleft, nothing]
  - just a word
  - {id: d, like: [weights]}
`), "a.yaml", profiles.YAML)
	list, ok := diag.From(err)
	require.True(t, ok)
	var got []string
	for _, d := range list {
		got = append(got, strings.TrimSpace(strings.Join([]string{posOf(d), d.Code, d.Suggest}, " ")))
	}
	require.Equal(t, []string{
		"3:19 AJ260 weights", "4:10 AJ261", "5:5 AJ207", "6:5 AJ207", "7:10 AJ262", "8:10 AJ262",
		"11:5 AJ201 like", "12:5 AJ205", "14:7 AJ203 kind", "15:13 AJ206 model", "16:7 AJ204", "17:7 AJ263", "18:41 AJ206", "19:5 AJ210", "20:19 AJ212",
	}, got)
}

func posOf(d diag.Diagnostic) string {
	return strconv.Itoa(d.Pos.Line) + ":" + strconv.Itoa(d.Pos.Col)
}

func TestTooManyParts(t *testing.T) {
	t.Parallel()
	line := func(n int) string { return "parts: [" + strings.Repeat("{id: a, like: weights}, ", n) + "]\n" }
	_, err := profiles.Read(strings.NewReader(line(engine.MaxParts+1)), "a.yaml", profiles.YAML)
	list, _ := diag.From(err)
	require.Equal(t, []string{"AJ264"}, codes(list))
}

// A part of the same id adds to the answers of the file that is extended and replaces
// those to the same facts; an empty list takes all parts away.
func TestPartsInLayers(t *testing.T) {
	t.Parallel()
	files := folder{
		"base.yaml": "parts:\n  - {id: a, title: A, like: weights, facts: {kind: model, must_recoup: true}, note: x}\n  - {id: b, like: documents}\n",
		"top.yaml":  "extends: [base.yaml]\nparts:\n  - {id: c, like: interfaces}\n  - {id: a, like: checkpoints, facts: {must_recoup: false, lifecycle: na}}\n",
		"none.yaml": "extends: [top.yaml]\nparts: []\n",
		"same.yaml": "extends: [top.yaml]\n",
	}
	want := []engine.Part{
		{ID: "a", Title: "A", Like: "checkpoints", Note: "x", Facts: map[string]engine.Answer{"kind": engine.Value("model"), "must_recoup": engine.No, "lifecycle": engine.NotApplicable}},
		{ID: "b", Like: "documents"}, {ID: "c", Like: "interfaces"},
	}
	for _, name := range []string{"top.yaml", "same.yaml"} {
		p, err := files.load(name)
		require.NoError(t, err)
		require.Equal(t, want, plainParts(p.Parts))
	}
	p, err := files.load("none.yaml")
	require.NoError(t, err)
	require.Nil(t, p.Parts)
	p, err = files.load("base.yaml")
	require.NoError(t, err)
	require.Len(t, p.Parts, 2, "what lies over a file does not reach into it")
	require.Equal(t, engine.Yes, p.Parts[0].Facts["must_recoup"])
}

// Edits, migrations, assignments and the environment leave parts alone, byte for byte
// where the format allows it.
func TestPartsStay(t *testing.T) {
	t.Parallel()
	text := partsTexts[profiles.YAML] + "facts:\n  kind: software\n"
	out, err := profiles.Edit([]byte(text), []profiles.FileChange{
		profiles.SetFact("kind", engine.Value("model"), engine.Note{}), profiles.SetWeight("data_privacy", 3, engine.Note{}), profiles.Remove("name"),
	})
	require.NoError(t, err)
	require.Contains(t, string(out), partsTexts[profiles.YAML])
	for format, text := range partsTexts {
		out, err := profiles.Rewrite([]byte(text), format, []profiles.FileChange{profiles.SetFact("kind", engine.Value("model"), engine.Note{})})
		require.NoError(t, err, format)
		p, err := profiles.Read(strings.NewReader(string(out)), "a", format)
		require.NoError(t, err)
		require.Equal(t, plainParts(parts), plainParts(p.Parts), format)
	}
	p := read(t, text, profiles.WithAssignments("kind=model", "must_recoup=true"), profiles.WithEnv("AJAR_SET_LIFECYCLE=mature"))
	require.Equal(t, plainParts(parts), plainParts(p.Parts))
}

func TestMigrationOfParts(t *testing.T) {
	t.Parallel()
	m, err := profiles.Migrate([]byte("ajar: 0\nparts:\n  - id: a\n    like: weights\n    facts:\n      kind: null\n      training_data_sensitivity: not_applicable\n"), profiles.YAML)
	require.NoError(t, err)
	require.Equal(t, "ajar: 1\nparts:\n  - id: a\n    like: weights\n    facts:\n      kind: unknown\n      training_data_sensitivity: na\n", string(m.Text))
	require.Len(t, m.Lines, 3)
}

// There is a difference exactly if the digests differ.
func TestComparePartsOfProfiles(t *testing.T) {
	t.Parallel()
	with := func(list ...engine.Part) engine.Profile { return engine.Profile{Parts: list} }
	a := engine.Part{ID: "a", Title: "A", Like: "weights", Facts: map[string]engine.Answer{"kind": engine.Value("model"), "upstream_terms": engine.Set("strong_copyleft", "use_restricted")}}
	b := engine.Part{ID: "b", Like: "documents", Note: "n"}
	other := a
	other.Facts = map[string]engine.Answer{"kind": engine.Value("both")}
	renamed := a
	renamed.Title = "Z"
	for _, c := range []struct {
		from, to engine.Profile
		want     []profiles.Difference
	}{
		{with(a, b), with(b, renamed), nil},
		{with(a), with(a, b), []profiles.Difference{{Kind: profiles.PartKind, ID: "b", To: "documents"}}},
		{with(a), with(other), []profiles.Difference{{Kind: profiles.PartKind, ID: "a", From: "weights: kind=model, upstream_terms=[strong_copyleft, use_restricted]", To: "weights: kind=both"}}},
		{with(b), with(), []profiles.Difference{{Kind: profiles.PartKind, ID: "b", From: "documents"}}},
	} {
		require.Equal(t, c.want, profiles.Compare(c.from, c.to))
		require.Equal(t, len(c.want) == 0, c.from.Digest() == c.to.Digest())
	}
}

// The schema takes what the loader takes, and refuses what it refuses.
func TestSchemaOfParts(t *testing.T) {
	t.Parallel()
	s := resolve(t, rules.Core())
	for _, text := range []string{
		partsTexts[profiles.JSON], `{"parts": []}`, `{"parts": [{"id": "weights", "like": "weights"}]}`,
		`{"parts": [{"id": "a", "like": "wieghts"}]}`, `{"parts": [{"id": "a"}]}`, `{"parts": [{"like": "weights"}]}`, `{"parts": {"a": "weights"}}`,
		`{"parts": [{"id": "a b", "like": "weights"}]}`, `{"parts": [{"id": "a", "like": "weights", "facts": {"knid": "model"}}]}`,
		`{"parts": [{"id": "a", "like": "weights", "facts": {"kind": "modle"}}]}`, `{"parts": [{"id": "a", "like": "weights", "size": 3}]}`,
		`{"parts": [{"id": "a", "like": "weights", "facts": {"kind": {"value": "model"}}}]}`,
	} {
		loader, schema := accepted(t, s, text)
		require.Equal(t, loader == nil, schema == nil, "%s: %v, %v", text, loader, schema)
	}
}
