package profiles_test

import (
	"bytes"
	"errors"
	"math"
	"slices"
	"strconv"
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

var formats = []profiles.Format{profiles.YAML, profiles.JSON, profiles.TOML}

// numbered is the core pack with a number among its facts, which it has none of, and
// a set that every test may know by heart.
func numbered() *rules.Pack {
	p := *rules.Core()
	p.Facts = append(p.Facts[:len(p.Facts):len(p.Facts)], rules.Fact{ID: "team_size", Type: rules.NumberFact, Min: -1e20, Max: 1e20}, dataKinds)
	return &p
}

var dataKinds = rules.Fact{
	ID: "data_kinds", Type: rules.SetFact,
	Values:  []rules.FactValue{{ID: "public", Alone: true}, {ID: "personal"}, {ID: "health"}, {ID: "scraped"}},
	Aliases: rules.Table[string]{{Key: "not_applicable", Value: "na"}, {Key: "web", Value: "scraped"}},
}

// words draws text with everything that a format could stumble over.
var words = rapid.OneOf(
	rapid.SampledFrom([]string{"no", "null", "1.5", "2027-05-01", "a: b", "# x", "- x", "{x}", `"`, "'", `\`, "\ufeff", "\t", "\r\n", "\u0085", "\u2028", "\x00", "\x1b[31m", "😀", "\u202e", "\uffff"}),
	rapid.String(),
)

func drawNote(t *rapid.T) engine.Note {
	if rapid.Bool().Draw(t, "short") {
		return engine.Note{}
	}
	return engine.Note{
		Sure: rapid.SampledFrom(append(engine.AnswerSurenesses(), "")).Draw(t, "sure"),
		Text: words.Draw(t, "note"),
		By:   words.Draw(t, "by"),
	}
}

func drawAnswer(t *rapid.T, f *rules.Fact) engine.Answer {
	switch rapid.IntRange(0, 4).Draw(t, "state") {
	case 0:
		return engine.Unknown
	case 1:
		return engine.NotApplicable
	}
	if f.Type == rules.SetFact {
		return drawSet(t, f)
	}
	if f.Type == rules.NumberFact {
		return engine.Number(rapid.Float64Range(f.Min, f.Max).Draw(t, "number") + 0)
	}
	return engine.Value(rapid.SampledFrom(f.ValueIDs()).Draw(t, "value"))
}

// drawSet draws a set that has members, or of which not everything is known.
func drawSet(t *rapid.T, f *rules.Fact) engine.Answer {
	states := map[string]rules.Truth{}
	for _, id := range f.ValueIDs() {
		states[id] = rapid.SampledFrom([]rules.Truth{rules.False, rules.Unknown, rules.True}).Draw(t, id)
	}
	if rapid.Bool().Draw(t, "whole") {
		for id := range states {
			if states[id] == rules.Unknown {
				states[id] = rules.False
			}
		}
	}
	for _, v := range f.Values {
		if v.Alone && states[v.ID] == rules.True {
			return engine.Set(v.ID)
		}
	}
	var members []string
	for _, v := range f.Values {
		if states[v.ID] == rules.True {
			members = append(members, v.ID)
		}
	}
	truths := rules.NewPartMembers(states).Truths(f)
	switch {
	case slices.Contains(truths, rules.Unknown) && members != nil:
		for _, v := range f.Values {
			if v.Alone { // so it need not be said that it does not hold
				delete(states, v.ID)
			}
		}
		return engine.PartOfSet(states)
	case slices.Contains(truths, rules.Unknown):
		return engine.PartOfSet(states)
	case members == nil:
		return engine.Set(f.Values[0].ID)
	}
	return engine.Set(members...)
}

func drawProfile(t *rapid.T, pack *rules.Pack) engine.Profile {
	p := engine.Profile{
		Name: words.Draw(t, "name"), Rules: rapid.SampledFrom([]string{"", "core@1.2"}).Draw(t, "rules"),
		ReviewBy:    rapid.SampledFrom([]string{"", "2027-05-01"}).Draw(t, "review"),
		WeightsSure: rapid.SampledFrom(append(engine.WeightSurenesses(), "")).Draw(t, "weights sure"),
		Weights:     map[string]float64{}, Facts: map[string]engine.Answer{}, Notes: map[string]engine.Note{},
	}
	for i := range pack.Priorities {
		if id := pack.Priorities[i].ID; rapid.Bool().Draw(t, "stated") {
			p.Weights[id], p.Notes[id] = rapid.Float64Range(0, 10).Draw(t, "weight"), drawNote(t)
			drawRange(t, &p, id)
		}
	}
	for i := range pack.Facts {
		if f := &pack.Facts[i]; rapid.IntRange(0, 3).Draw(t, "answered") == 0 {
			p.Facts[f.ID], p.Notes[f.ID] = drawAnswer(t, f), drawNote(t)
		}
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "parts") {
		part := engine.Part{ID: "part/" + strconv.Itoa(i), Title: words.Draw(t, "title"), Like: rapid.SampledFrom(pack.Components).Draw(t, "like").ID, Note: words.Draw(t, "note")}
		if f := rapid.SampledFrom(pack.Facts).Draw(t, "fact"); rapid.Bool().Draw(t, "answered") {
			part.Facts = map[string]engine.Answer{f.ID: drawAnswer(t, &f)}
		}
		p.Parts = append(p.Parts, part)
	}
	for range rapid.IntRange(0, 2).Draw(t, "limits") {
		p.Limits = append(p.Limits, engine.Limit{
			Exclude: []string{rapid.SampledFrom(pack.Options).Draw(t, "option").ID},
			Because: "because " + words.Draw(t, "because"),
		})
	}
	return p
}

// drawRange makes some weights ranges above them.
func drawRange(t *rapid.T, p *engine.Profile, id string) {
	r := engine.WeightRange{Low: p.Weights[id], High: rapid.Float64Range(p.Weights[id], 10).Draw(t, "up to")}
	if !r.IsWide() || rapid.IntRange(0, 2).Draw(t, "as a range") > 0 {
		return
	}
	if p.Ranges == nil {
		p.Ranges = map[string]engine.WeightRange{}
	}
	p.Ranges[id] = r
	delete(p.Weights, id)
}

func write(t require.TestingT, p engine.Profile, f profiles.Format, opts ...profiles.LoadOption) string {
	var b bytes.Buffer
	require.NoError(t, profiles.Write(&b, p, f, opts...))
	return b.String()
}

// unlayered takes away what a file cannot say about itself.
func unlayered(p engine.Profile) engine.Profile {
	notes := map[string]engine.Note{}
	for id, n := range p.Notes {
		n.Layer = ""
		notes[id] = n
	}
	p.Notes, p.Layers = notes, nil
	return p
}

func TestReadGivesBackWhatWriteWrote(t *testing.T) {
	t.Parallel()
	pack := numbered()
	for _, f := range formats {
		t.Run(string(f), func(t *testing.T) {
			t.Parallel()
			testkit.Check(t, func(t *rapid.T) {
				p := drawProfile(t, pack)
				text := write(t, p, f, profiles.WithPack(pack))
				back, err := profiles.Read(strings.NewReader(text), "x", f, profiles.WithPack(pack))
				require.NoError(t, err, text)
				require.Equal(t, p, unlayered(back), text)
				require.Equal(t, p.Digest(), back.Digest())
				require.Equal(t, text, write(t, back, f, profiles.WithPack(pack)), "the same bytes once more")
				for _, r := range text {
					require.NotEqual(t, '\x1b', r, "no control character stands in the file")
				}
			})
		})
	}
}

// written is one profile with one of everything.
var written = engine.Profile{
	Name: "no", Rules: "core@1.2", ReviewBy: "2027-05-01", WeightsSure: "sure",
	Weights: map[string]float64{"predictable_revenue": 8, "misuse_resistance": 9.5, "adoption_reach": 0},
	Facts: map[string]engine.Answer{
		"kind": engine.Value("model"), "rights_cleared": engine.Value("no"), "artefact_is_product": engine.Yes,
		"misuse_severity": engine.Unknown, "contributor_rights": engine.NotApplicable,
	},
	Limits: []engine.Limit{{Exclude: []string{"open_model", "open_core"}, Because: "the board said no"}},
	Notes: map[string]engine.Note{
		"misuse_resistance": {Text: "board: decision 12", By: "mei", Layer: "x"},
		"kind":              {Sure: "low", Layer: "x"},
		"adoption_reach":    {Layer: "x"},
	},
	Layers: []string{"x"},
}

func TestWriteLooksLikeAPersonWroteIt(t *testing.T) {
	t.Parallel()
	require.Equal(t, `ajar: 1
name: "no"
rules: core@1.2
review_by: 2027-05-01
weights_sure: sure

priorities:
  adoption_reach: 0
  misuse_resistance: {weight: 9.5, note: "board: decision 12", by: mei}
  predictable_revenue: 8

facts:
  kind: {value: model, sure: low}
  artefact_is_product: true
  rights_cleared: "no"
  contributor_rights: na
  misuse_severity: unknown

limits:
  - {exclude: [open_model, open_core], because: "the board said no"}
`, write(t, written, profiles.YAML))
	require.Equal(t, `{
  "ajar": 1,
  "name": "no",
  "rules": "core@1.2",
  "review_by": "2027-05-01",
  "weights_sure": "sure",
  "priorities": {
    "adoption_reach": 0,
    "misuse_resistance": {"weight": 9.5, "note": "board: decision 12", "by": "mei"},
    "predictable_revenue": 8
  },
  "facts": {
    "kind": {"value": "model", "sure": "low"},
    "artefact_is_product": true,
    "rights_cleared": "no",
    "contributor_rights": "na",
    "misuse_severity": "unknown"
  },
  "limits": [
    {"exclude": ["open_model", "open_core"], "because": "the board said no"}
  ]
}
`, write(t, written, profiles.JSON))
	require.Equal(t, `ajar = 1
name = "no"
rules = "core@1.2"
review_by = "2027-05-01"
weights_sure = "sure"

[priorities]
adoption_reach = 0
misuse_resistance = {weight = 9.5, note = "board: decision 12", by = "mei"}
predictable_revenue = 8

[facts]
kind = {value = "model", sure = "low"}
artefact_is_product = true
rights_cleared = "no"
contributor_rights = "na"
misuse_severity = "unknown"

[[limits]]
exclude = ["open_model", "open_core"]
because = "the board said no"
`, write(t, written, profiles.TOML))
	require.Equal(t, "ajar: 1\n", write(t, engine.Profile{}, profiles.YAML))
}

func TestWriteRefusesWhatReadWouldRefuse(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		p    engine.Profile
		code string
	}{
		"weight":         {engine.Profile{Weights: map[string]float64{"adoption_reach": 11}}, "AJ224"},
		"not a number":   {engine.Profile{Weights: map[string]float64{"adoption_reach": math.NaN()}}, "AJ224"},
		"priority":       {engine.Profile{Weights: map[string]float64{"adoption": 1}}, "AJ202"},
		"fact":           {engine.Profile{Facts: map[string]engine.Answer{"kinds": engine.Unknown}}, "AJ203"},
		"value":          {engine.Profile{Facts: map[string]engine.Answer{"kind": engine.Value("modle")}}, "AJ206"},
		"truth":          {engine.Profile{Facts: map[string]engine.Answer{"must_recoup": engine.Value("yes")}}, "AJ216"},
		"number":         {engine.Profile{Facts: map[string]engine.Answer{"team_size": engine.Value("ten")}}, "AJ227"},
		"number, range":  {engine.Profile{Facts: map[string]engine.Answer{"team_size": engine.Number(math.Inf(1))}}, "AJ225"},
		"option":         {engine.Profile{Limits: []engine.Limit{{Exclude: []string{"x"}, Because: "x"}}}, "AJ217"},
		"reason":         {engine.Profile{Limits: []engine.Limit{{Exclude: []string{"open_core"}}}}, "AJ207"},
		"date":           {engine.Profile{ReviewBy: "May"}, "AJ218"},
		"rules":          {engine.Profile{Rules: "core"}, "AJ213"},
		"sureness":       {engine.Profile{WeightsSure: "very"}, "AJ206"},
		"name, encoding": {engine.Profile{Name: "a\xff"}, "AJ012"},
		"note, encoding": {engine.Profile{
			Facts: map[string]engine.Answer{"kind": engine.Unknown}, Notes: map[string]engine.Note{"kind": {Text: "\xff"}},
		}, "AJ012"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var b bytes.Buffer
			err := profiles.Write(&b, tc.p, profiles.YAML, profiles.WithPack(numbered()))
			list, ok := diag.From(err)
			require.True(t, ok, "%v", err)
			require.Len(t, list, 1)
			require.Equal(t, tc.code, list[0].Code, list)
			require.Empty(t, b.String(), "nothing is written")
		})
	}
}

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

func TestWriteGivesTheErrorOfTheWriter(t *testing.T) {
	t.Parallel()
	full := errors.New("no space left on device")
	require.ErrorIs(t, profiles.Write(brokenWriter{full}, written, profiles.TOML), full)
}
