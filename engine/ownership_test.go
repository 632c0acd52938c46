package engine_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
	"github.com/ajar-decision/ajar/rules/testkit/scribble"
)

// ownedTurns are the profiles of owned: their results together use everything that
// a result has.
const ownedTurns = 6

// owned is a profile that uses everything a profile has.
func owned(pack *rules.Pack, turn int) engine.Profile {
	p := half(pack, turn%3)
	if turn == 3 {
		p.Facts = map[string]engine.Answer{"kind": engine.Value("model"), "rights_cleared": engine.Value("no"), "uncleared_parts_separable": engine.Yes, "contains_data_or_trained_part": engine.Yes}
	}
	if turn == 4 {
		p.Weights, p.Facts = map[string]float64{"adoption_reach": 9, "external_scrutiny": 8}, map[string]engine.Answer{"kind": engine.Value("both"), "release_status": engine.Value("open_already"), "present_terms": engine.Value("proprietary"), "patent_stance": engine.Value("none"), "self_host_demand": engine.Value("high")}
	}
	if turn == 5 { // held back by a bar that nothing but an answer lifts, with duties
		p.Weights, p.Facts = map[string]float64{"adoption_reach": 9}, map[string]engine.Answer{
			"kind": engine.Value("model"), "training_data_sensitivity": engine.Value("personal"), "release_status": engine.Value("open_already"), "hosting_rivals": engine.Value("none"),
		}
	}
	p.Name, p.WeightsSure, p.Rules, p.ReviewBy = "owned", engine.Unsure, "core@1", "2027-01-01"
	delete(p.Weights, "innovation_pace")
	p.Ranges = map[string]engine.WeightRange{"innovation_pace": {Low: 4, High: 7}}
	p.Limits = []engine.Limit{{Exclude: []string{"open_core"}, Because: "the board said no"}}
	p.Parts = []engine.Part{{
		ID: "mine", Title: "My part", Like: "application_code", Note: "a note",
		Facts: map[string]engine.Answer{"upstream_terms": engine.Value("strong_copyleft"), "rights_cleared": engine.Value("partial"), "contains_data_or_trained_part": engine.No, "kind": engine.Value("software"), "training_data_sensitivity": engine.Value("personal")},
	}, {
		ID: "texts", Like: "documents", Facts: map[string]engine.Answer{"files_hold_personal_data": engine.Unknown},
	}}
	p.Layers = []string{"preset:x", "release.ajar.yaml"}
	p.Notes = map[string]engine.Note{"kind": {Sure: engine.LowSureness, Text: "a note", By: "mei", Layer: "release.ajar.yaml"}}
	p.WeightsFrom = elicit.Input{Ranking: [][]string{{"adoption_reach"}, {"data_privacy", "ip_secrecy"}}}
	if turn == 2 { // comparisons that go round in a circle
		p.WeightsFrom = elicit.Input{Pairs: []elicit.Judgement{
			{A: "adoption_reach", B: "data_privacy", Times: 3}, {A: "data_privacy", B: "ip_secrecy", Times: 3}, {A: "ip_secrecy", B: "adoption_reach", Times: 3},
		}}
		weights, err := p.WeightsFrom.Weights()
		if err != nil {
			panic(err)
		}
		p.Weights, p.Ranges = weights, nil
	}
	p.Unfinished = engine.Unfinished{
		Pairs:     []elicit.Judgement{{A: "adoption_reach", B: "ip_secrecy", Times: 3}},
		BestWorst: &elicit.BestWorstInput{Best: "adoption_reach", BestOver: map[string]float64{"ip_secrecy": 4}, OverWorst: map[string]float64{"ip_secrecy": 2}},
		Unrated:   []string{"data_privacy"},
	}
	return p
}

// analysed gives a result with all that can be in one.
func analysed(t require.TestingT, e *engine.Engine, p engine.Profile) *engine.Recommendation {
	r, err := e.Analyse(background, p, engine.WithPairs())
	require.NoError(t, err)
	return r
}

// shown is all that can be told of a result: its JSON and a report.
func shown(t require.TestingT, pack *rules.Pack, r *engine.Recommendation) string {
	data, err := json.Marshal(r)
	require.NoError(t, err)
	out := bytes.NewBuffer(data)
	require.NoError(t, report.Write(out, pack, r, report.JSON))
	require.NoError(t, report.Write(out, pack, r, report.Text))
	return out.String()
}

// Whoever overwrites a result, the pack or the profile changes no other result, no
// later result and no report.
func TestScribblingReachesNothing(t *testing.T) {
	t.Parallel()
	for turn := 0; turn < ownedTurns; turn += testkit.Stride() {
		t.Run(strconv.Itoa(turn), func(t *testing.T) {
			t.Parallel()
			scribbleOnResult(t, turn)
		})
	}
}

func scribbleOnResult(t *testing.T, turn int) {
	given := rules.Core().Clone()
	e := build(t, given)
	pack, profile := e.Pack(), owned(given, turn)
	other := analysed(t, e, profile)
	want := shown(t, pack, other)
	scribbled := analysed(t, e, profile)
	require.Equal(t, want, shown(t, pack, scribbled))

	require.Greater(t, scribble.Over(scribbled), 1000)
	require.Greater(t, scribble.Over(given), 10_000)
	scribble.Over(e.Pack())
	require.Equal(t, want, shown(t, pack, other), "another result")
	require.Equal(t, want, shown(t, e.Pack(), analysed(t, e, profile)), "a later result")

	scribble.Over(&profile)
	require.Equal(t, want, shown(t, pack, other), "the result of a profile that was changed afterwards")
	require.Equal(t, want, shown(t, pack, analysed(t, e, owned(pack, turn))), "the result of the same answers")
}

// The same while others use the engine; the race detector sees what is shared.
func TestScribblingAtOnce(t *testing.T) {
	t.Parallel()
	e := build(t, rules.Core())
	pack := e.Pack()
	want := shown(t, pack, analysed(t, e, owned(pack, 1)))
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			own := e.Pack()
			for range 3 {
				profile := owned(own, 1)
				r := analysed(t, e, profile)
				scribble.Over(&profile)
				if got := shown(t, own, r); got != want {
					t.Error("a result differs while other results are overwritten")
				}
				scribble.Over(r)
			}
			scribble.Over(own)
		})
	}
	group.Wait()
}

// No list of a result reaches into another list, as stretches of one allocation would.
func TestScribblingOneListOnly(t *testing.T) {
	t.Parallel()
	e := build(t, rules.Core())
	r, same := analysed(t, e, owned(e.Pack(), 1)), analysed(t, e, owned(e.Pack(), 1))
	scribble.Over(&r.Dimensions[0])
	scribble.Over(&r.Options)
	require.Equal(t, same.Profile, r.Profile)
	r.Dimensions[0], r.Options = same.Dimensions[0], same.Options
	require.Equal(t, shown(t, e.Pack(), same), shown(t, e.Pack(), r))
}

// The profiles of these tests leave no list, map or pointer of a result empty.
func TestOwnedUsesEverything(t *testing.T) {
	t.Parallel()
	e := build(t, rules.Core())
	used := map[string]bool{}
	for turn := range ownedTurns {
		markUsed(reflect.ValueOf(*analysed(t, e, owned(e.Pack(), turn))), "", used)
	}
	for path, filled := range used {
		// Weights come of one method, and a limit of the owner is final: no condition
		// and no caution. A caution with escapes is a service that runs already; one of
		// a part rests on an answer that is not known. Only cautions on the release say
		// why they stand where they do.
		// A pair that contradicts other answers is told only where there are too few others.
		if path == ".Sensitivity.FlipPairs.Contradicts" {
			continue
		}
		ofCautions := strings.HasSuffix(path, ".Lost") || strings.HasSuffix(path, ".Openness")
		if ofCautions {
			require.Equal(t, strings.HasPrefix(path, ".Cautions."), filled, path)
			continue
		}
		if !strings.HasPrefix(path, ".Profile.WeightsFrom.") && path != ".Conditions.Limit" && path != ".Components.Conditions.Limit" && !strings.HasPrefix(path, ".Components.Cautions.") && path != ".Cautions.Limit" && path != ".Cautions.Escapes" {
			require.True(t, filled, path)
		}
	}
}

// markUsed notes for every list, map and pointer whether it ever holds something.
func markUsed(v reflect.Value, path string, used map[string]bool) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			markUsed(v.Field(i), path+"."+v.Type().Field(i).Name, used)
		}
	case reflect.Pointer:
		used[path] = used[path] || !v.IsNil()
		if !v.IsNil() {
			markUsed(v.Elem(), path, used)
		}
	case reflect.Slice:
		used[path] = used[path] || v.Len() > 0
		for i := range v.Len() {
			markUsed(v.Index(i), path, used)
		}
	case reflect.Map:
		used[path] = used[path] || v.Len() > 0
	}
}
