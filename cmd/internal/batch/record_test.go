package batch

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// requireSame wants what was read in one pass to be what package profiles reads.
func requireSame(t require.TestingT, r *record, text string, opts ...profiles.LoadOption) {
	want, err := profiles.Read(strings.NewReader(text), "line", profiles.JSON, opts...)
	require.NoError(t, err, text)
	got := r.profile()
	require.Equal(t, want.Name, got.Name, text)
	require.Equal(t, want.Weights, got.Weights, text)
	require.Equal(t, want.Facts, got.Facts, text)
	require.Empty(t, want.Ranges, text)
	require.Empty(t, want.Limits, text)
	require.Empty(t, want.Parts, text)
	require.Empty(t, want.WeightsSure, text)
}

// profile gives what was read.
func (r *record) profile() engine.Profile {
	p := engine.Profile{Name: string(r.name), Weights: map[string]float64{}, Facts: map[string]engine.Answer{}}
	pack := rules.Core()
	for _, w := range r.weights {
		p.Weights[pack.Priorities[w.priority.place].ID] = w.weight
	}
	for _, a := range r.answers {
		f := &pack.Facts[a.fact.place]
		p.Facts[f.ID] = a.other
		if a.value >= 0 {
			p.Facts[f.ID] = engine.Value(f.ValueIDs()[a.value])
		}
	}
	return p
}

// Every answer in one word, and all answers at once, are of the usual shape.
func TestUsualRecordsAreReadInOnePass(t *testing.T) {
	t.Parallel()
	pack := rules.Core()
	r := newRecord(newVocabulary(pack))
	usual := func(text string) {
		t.Helper()
		require.True(t, r.readJSON([]byte(text)), text)
		requireSame(t, r, text)
	}
	usual(`{}`)
	usual(` { "name" : "a é" , "ajar" : 1 , "facts" : { } } `)
	usual(`{"name":"","priorities":{"adoption_reach":0,"low_overhead":10,"data_privacy":-0,"ip_secrecy":7.25}}` + "\r")
	usual(`{"facts":{"revenue_source":["hosted_service", "support_services"],"rights_cleared":"unknown","hosting_rivals":"na"}}`)
	for i := range pack.Facts {
		f := &pack.Facts[i]
		words := []string{"unknown", "na"}
		if f.Type != rules.BoolFact {
			words = append(words, f.ValueIDs()...)
		}
		words = append(words, f.Aliases.Keys()...)
		for _, word := range words {
			usual(fmt.Sprintf(`{"facts":{%q:%q}}`, f.ID, word))
		}
		if f.Type == rules.BoolFact {
			usual(fmt.Sprintf(`{"facts":{%q:true}}`, f.ID))
			usual(fmt.Sprintf(`{"facts":{%q:false}}`, f.ID))
		}
	}
}

// What is left to package profiles, mistakes or not.
func TestOtherRecordsAreLeftToProfiles(t *testing.T) {
	t.Parallel()
	r := newRecord(newVocabulary(rules.Core()))
	for _, text := range []string{
		``, ` `, `null`, `[]`, `{`, `{}}`, `{"name"}`, `{"name":"a"`, `{"name":"a",}`, `{"name":"a" "facts":{}}`, `{"name":"\u0061"}`, "{\"name\":\"a\tb\"}", "{\"name\":\"\xc3\"}",
		`{"name":"a","name":"a"}`, `{"facts":{},"facts":{}}`, `{"ajar":0}`, `{"ajar":2}`, `{"ajar":1.0}`, `{"title":"a"}`, `{"extends":[]}`, `{"facts":null}`,
		`{"priorities":{"adoption_reach":11}}`, `{"priorities":{"adoption_reach":-1}}`, `{"priorities":{"adoption_reach":01}}`, `{"priorities":{"adoption_reach":1.}}`, `{"priorities":{"adoption_reach":.5}}`,
		`{"priorities":{"adoption_reach":1e1}}`, `{"priorities":{"adoption_reach":"1"}}`, `{"priorities":{"adoption_reach":1,"adoption_reach":1}}`, `{"priorities":{"kind":1}}`, `{"priorities":{"adoption_reach":{"weight":1}}}`,
		`{"facts":{"kind":"modle"}}`, `{"facts":{"kind":true}}`, `{"facts":{"adoption_reach":"model"}}`, `{"facts":{"kind":["model"]}}`, `{"facts":{"kind":"model","kind":"model"}}`, `{"facts":{"kind":null}}`,
		`{"facts":{"artefact_is_product":"true"}}`, `{"facts":{"artefact_is_product":truer}}`, `{"facts":{"artefact_is_product":tru}}`,
		`{"facts":{"revenue_source":[]}}`, `{"facts":{"revenue_source":["hosted_service","hosted_service"]}}`, `{"facts":{"revenue_source":["none","hosted_service"]}}`, `{"facts":{"revenue_source":["unknown"]}}`,
		`{"facts":{"revenue_source":["hosted_service"`, `{"facts":{"revenue_source":{"hosted_service":"yes"}}}`,
	} {
		require.False(t, r.readJSON([]byte(text)), text)
	}
}

// drawText draws lines that are near to the usual shape.
func drawText(pack *rules.Pack) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		pick := func(label string, words ...string) string { return rapid.SampledFrom(words).Draw(t, label) }
		var b strings.Builder
		entries := func(ids []string, value func(id string) string) string {
			var parts []string
			for range rapid.IntRange(0, 4).Draw(t, "entries") {
				id := rapid.SampledFrom(ids).Draw(t, "id")
				parts = append(parts, fmt.Sprintf("%q%s%s", id, pick("colon", ":", ": ", " :"), value(id)))
			}
			return "{" + strings.Join(parts, pick("comma", ",", ", ", " ,")) + "}"
		}
		b.WriteString(pick("start", "{", " {", "{ "))
		for i := range rapid.IntRange(0, 4).Draw(t, "keys") {
			if i > 0 {
				b.WriteString(pick("comma", ",", ", ", " ,"))
			}
			switch pick("key", "ajar", "name", "priorities", "facts") {
			case "ajar":
				b.WriteString(`"ajar":` + pick("version", "1", "1.0", "0", "2"))
			case "name":
				b.WriteString(`"name":` + pick("name", `"a"`, `"b é 中"`, `"\u00e9"`, `""`, `1`))
			case "priorities":
				b.WriteString(`"priorities":` + entries(pack.PriorityIDs(), func(string) string {
					return pick("weight", "0", "1", "10", "10.0", "-0", "2.5", "0.1", "1e1", "11", "-1", `"5"`, "01", "null", "[1,2]")
				}))
			case "facts":
				b.WriteString(`"facts":` + entries(pack.FactIDs(), func(id string) string {
					return drawAnswer(t, pack.Fact(id))
				}))
			}
		}
		b.WriteString(pick("end", "}", " }", "} ", "}}", ""))
		return b.String()
	})
}

func drawAnswer(t *rapid.T, f *rules.Fact) string {
	words := append(f.ValueIDs(), "unknown", "na", "modle")
	word := func() string { return fmt.Sprintf("%q", rapid.SampledFrom(words).Draw(t, "word")) }
	switch rapid.IntRange(0, 5).Draw(t, "form") {
	case 0:
		return rapid.SampledFrom([]string{"true", "false", "null", "1"}).Draw(t, "literal")
	case 1, 2:
		list := make([]string, rapid.IntRange(0, 3).Draw(t, "values"))
		for i := range list {
			list[i] = word()
		}
		return "[" + strings.Join(list, ",") + "]"
	}
	return word()
}

// What is read in one pass is the profile that package profiles reads.
func TestPropertyJSONSaysTheSame(t *testing.T) {
	t.Parallel()
	pack := rules.Core()
	r := newRecord(newVocabulary(pack))
	texts := drawText(pack)
	testkit.Check(t, func(t *rapid.T) {
		text := texts.Draw(t, "text")
		if r.readJSON([]byte(text)) {
			requireSame(t, r, text)
		}
	})
}

func FuzzJSON(f *testing.F) {
	for _, seed := range []string{`{}`, `{"name":"a","priorities":{"adoption_reach":9.5},"facts":{"kind":"software","revenue_source":["hosted_service"],"artefact_is_product":true}}`} {
		f.Add([]byte(seed))
	}
	r := newRecord(newVocabulary(rules.Core()))
	f.Fuzz(func(t *testing.T, text []byte) {
		if r.readJSON(text) {
			requireSame(t, r, string(text))
		}
	})
}

// What is read of cells in one pass is what package profiles makes of them as assignments,
// and what is not is left to it.
func TestPropertyCellsSayTheSame(t *testing.T) {
	t.Parallel()
	pack := rules.Core()
	words := newVocabulary(pack)
	r := newRecord(words)
	testkit.Check(t, func(t *rapid.T) {
		columns := append([]string{nameColumn}, rapid.SliceOfNDistinct(rapid.SampledFrom(append(pack.FactIDs(), pack.PriorityIDs()...)), 1, 5, rapid.ID[string]).Draw(t, "columns")...)
		tab := newTable("line", columns, words)
		cells := []string{rapid.SampledFrom([]string{"", "a", "é", `"`}).Draw(t, "name")}
		for _, id := range columns[1:] {
			list := []string{"", "unknown", "na", "true", "True", "5", "0.5", "1_0", "4..7", "-0", "x"}
			if f := pack.Fact(id); f != nil {
				list = append(list, f.ValueIDs()...)
				if ids := f.ValueIDs(); len(ids) > 1 {
					list = append(list, ids[0]+","+ids[1], "["+ids[0]+"]", ids[0]+": yes")
				}
			}
			cells = append(cells, rapid.SampledFrom(list).Draw(t, id))
		}
		if r.readCells(tab, cells) {
			text, assignments := tab.assign(cells)
			requireSame(t, r, string(text), profiles.WithAssignments(assignments...))
		}
	})
}

// Cells come apart as encoding/csv takes them.
func TestCells(t *testing.T) {
	t.Parallel()
	tab := newTable("line", []string{nameColumn, "kind"}, newVocabulary(rules.Core()))
	for text, want := range map[string][]string{
		"a,model": {"a", "model"}, " a , model \r": {"a", "model"}, ",": {"", ""}, `"a, ""b""",model`: {`a, "b"`, "model"}, "\"a\nb\",": {"a\nb", ""},
	} {
		cells, list := tab.split(diag.Pos{}, []byte(text))
		require.Empty(t, list, text)
		require.Equal(t, want, cells, text)
	}
	for text, code := range map[string]string{"": "AJ010", "a": "AJ014", "a,b,c": "AJ014", `"a,b`: "AJ014", `a"b,c`: "AJ014", "\x00,a": "AJ021", "\xff,a": "AJ012"} {
		_, list := tab.split(diag.Pos{}, []byte(text))
		require.Len(t, list, 1, text)
		require.Equal(t, code, list[0].Code, text)
	}
}
