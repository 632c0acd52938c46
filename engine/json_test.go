package engine_test

import (
	"encoding/json"
	"math"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/rules"
)

// A result comes back from JSON as it was, to the bit.
func TestResultsComeBackFromJSON(t *testing.T) {
	check(t, func(t *rapid.T) {
		pack, e, _ := drawn(t, gen.Usual)
		profile := drawFullProfile(t, pack)
		r := decide(t, e, profile)
		if rapid.Bool().Draw(t, "analysed") {
			r = analysed(t, e, profile)
		}
		requireComesBack(t, r)
	})
}

func TestProfilesComeBackFromJSON(t *testing.T) {
	check(t, func(t *rapid.T) {
		profile := drawFullProfile(t, gen.Pack(t, gen.Usual))
		requireComesBack(t, &profile)
		clone := profile.Clone()
		require.Equal(t, profile, clone)
	})
}

func requireComesBack[T any](t require.TestingT, v *T) {
	data, err := json.Marshal(v)
	require.NoError(t, err)
	var back T
	require.NoError(t, json.Unmarshal(data, &back))
	require.Empty(t, firstDifference(reflect.ValueOf(*v), reflect.ValueOf(back), "it"))
}

// firstDifference names the first place where two values differ, "" if there is
// none. Numbers are compared bit for bit, so that no number equals no number.
func firstDifference(a, b reflect.Value, path string) string {
	same := true
	switch a.Kind() {
	case reflect.Float64:
		same = math.Float64bits(a.Float()) == math.Float64bits(b.Float()) || math.IsNaN(a.Float()) && math.IsNaN(b.Float())
	case reflect.Pointer:
		if same = a.IsNil() == b.IsNil(); same && !a.IsNil() {
			return firstDifference(a.Elem(), b.Elem(), path)
		}
	case reflect.Slice:
		if same = a.IsNil() == b.IsNil() && a.Len() == b.Len(); same {
			for i := range a.Len() {
				if at := firstDifference(a.Index(i), b.Index(i), path+"[]"); at != "" {
					return at
				}
			}
		}
	case reflect.Struct:
		if a.Type() == reflect.TypeFor[engine.Answer]() {
			break
		}
		for i := range a.NumField() {
			if at := firstDifference(a.Field(i), b.Field(i), path+"."+a.Type().Field(i).Name); at != "" {
				return at
			}
		}
		return ""
	default: // maps hold no number that may not exist
		same = reflect.DeepEqual(a.Interface(), b.Interface())
	}
	if a.Type() == reflect.TypeFor[engine.Answer]() {
		same = a.Interface() == b.Interface()
	}
	if same {
		return ""
	}
	return path
}

// drawFullProfile draws a profile with all that a profile can hold; each part may be
// missing or empty.
func drawFullProfile(t *rapid.T, pack *rules.Pack) engine.Profile {
	p := gen.WithRanges(t, gen.Profile(t, pack))
	some := rapid.Bool()
	text := rapid.StringOf(rapid.RuneFrom([]rune("ab\"\\<&\u2028\u00e9\u6587 \n")))
	p.Name = text.Draw(t, "name")
	p.WeightsSure = rapid.SampledFrom(append(engine.WeightSurenesses(), "")).Draw(t, "sure")
	p.Rules, p.ReviewBy = text.Draw(t, "rules"), text.Draw(t, "review by")
	times := rapid.MapOf(text, rapid.Float64Range(1, 9))
	p.WeightsFrom = elicit.Input{Points: times.Draw(t, "points")}
	if some.Draw(t, "ranked") {
		p.WeightsFrom = elicit.Input{Ranking: rapid.SliceOf(rapid.SliceOf(text)).Draw(t, "ranking")}
	}
	if some.Draw(t, "unfinished") {
		p.Unfinished.Unrated = rapid.SliceOf(text).Draw(t, "unrated")
		p.Unfinished.Pairs = []elicit.Judgement{{A: text.Draw(t, "a"), B: text.Draw(t, "b"), Times: rapid.Float64Range(1, 9).Draw(t, "times")}}
		p.Unfinished.BestWorst = &elicit.BestWorstInput{Best: text.Draw(t, "best"), BestOver: times.Draw(t, "over")}
	}
	if some.Draw(t, "noted") {
		p.Layers = rapid.SliceOf(text).Draw(t, "layers")
		p.Notes = map[string]engine.Note{text.Draw(t, "of"): {Sure: engine.HighSureness, Text: text.Draw(t, "note"), By: text.Draw(t, "by")}}
	}
	return p
}

// An answer has the type in JSON that a profile file takes.
func TestAnswersAreTypedInJSON(t *testing.T) {
	t.Parallel()
	for want, answer := range map[string]engine.Answer{
		`true`: engine.Yes, `false`: engine.No, `3`: engine.Number(3), `-0.25`: engine.Number(-0.25), `1e+21`: engine.Number(1e21),
		`"model"`: engine.Value("model"), `"unknown"`: engine.Unknown, `"na"`: engine.NotApplicable,
		`"+3"`: engine.Value("+3"), `"0x10"`: engine.Value("0x10"), `""`: engine.Value(""), `3.00`: engine.Value("3.00"),
		`"a"`: engine.Set("a"), `["a","b"]`: engine.Set("b", "a", "b"),
		`{"a":"yes","b":"no"}`: engine.PartOfSet(map[string]rules.Truth{"b": rules.False, "a": rules.True, "c": rules.Unknown}),
	} {
		data, err := json.Marshal(answer)
		require.NoError(t, err)
		require.Equal(t, want, string(data))
		var back engine.Answer
		require.NoError(t, json.Unmarshal(data, &back))
		require.Equal(t, answer, back, want)
	}
	for _, wrong := range []string{`null`, `[]`, `{"a": 1}`, `{"a": "maybe"}`, `["a", 1]`} {
		var p engine.Profile
		require.ErrorContains(t, json.Unmarshal([]byte(`{"facts": {"kind": `+wrong+`}}`), &p), "is no answer to a fact", wrong)
	}
}

// What does not exist is null, and no result holds NaN.
func TestMissingNumbersAreNull(t *testing.T) {
	t.Parallel()
	e := build(t, rules.Core())
	data, err := json.Marshal(analysed(t, e, engine.Profile{}))
	require.NoError(t, err)
	require.Contains(t, string(data), `"score":{"nominal":null,`)
	data, err = json.Marshal(analysed(t, e, engine.Profile{Facts: map[string]engine.Answer{"lead_over_public": engine.Value("ahead")}}))
	require.NoError(t, err)
	require.Contains(t, string(data), `"stability_radius":null,`)
	require.Contains(t, string(data), `"stated":null,`)
}
