package profiles_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

func TestWeightsByOtherMethods(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		text string
		want map[string]float64
	}{
		// Barron and Barrett's centroid of three: 11/18, 5/18, 2/18.
		"ranking": {"ranking: [adoption_reach, data_privacy, low_overhead]", map[string]float64{"adoption_reach": 10, "data_privacy": 50.0 / 11, "low_overhead": 20.0 / 11}},
		"ties":    {"ranking:\n- [adoption_reach, data_privacy]\n- low_overhead\n", map[string]float64{"adoption_reach": 10, "data_privacy": 10, "low_overhead": 4}},
		"points":  {"points: {adoption_reach: 60, data_privacy: 30, low_overhead: 10, ip_secrecy: 0}", map[string]float64{"adoption_reach": 10, "data_privacy": 5, "low_overhead": 10.0 / 6, "ip_secrecy": 0}},
		"pairs": {"pairs:\n- {more: adoption_reach, less: data_privacy, times: 2}\n- {more: data_privacy, less: low_overhead, times: 2}\n- {more: adoption_reach, less: low_overhead, times: 4}\n",
			map[string]float64{"adoption_reach": 10, "data_privacy": 5, "low_overhead": 2.5}},
		"best and worst": {"best_worst:\n  best: adoption_reach\n  worst: low_overhead\n  best_over: {data_privacy: 2, low_overhead: 4}\n  over_worst: {data_privacy: 2}\n",
			map[string]float64{"adoption_reach": 10, "data_privacy": 5, "low_overhead": 2.5}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := read(t, tc.text)
			require.Len(t, p.Weights, len(tc.want))
			for id, w := range tc.want {
				require.InDelta(t, w, p.Weights[id], 1e-9, id)
				require.Equal(t, "x.yaml", p.Notes[id].Layer)
			}
			back := read(t, write(t, p, profiles.YAML))
			require.Equal(t, p, back, "what was worked out is written as ratings")
		})
	}
}

func TestWorkedOutWeightsStandAlone(t *testing.T) {
	t.Parallel()
	files := folder{
		"x.yaml":    "extends: [preset:model_startup, base.yaml]\nranking: [data_privacy, low_overhead]\n",
		"base.yaml": "priorities: {ip_secrecy: 9}\nfacts: {kind: both}\n",
	}
	p, err := profiles.Load("x.yaml", profiles.WithOpen(files.open), profiles.WithAssignments("adoption_reach=3"))
	require.NoError(t, err)
	require.Len(t, p.Weights, 3, "weaker weights have another scale; a later assignment has the owner's")
	require.InDelta(t, 3, p.Weights["adoption_reach"], 0)
	require.NotContains(t, p.Notes, "ip_secrecy")
	require.Equal(t, "both", p.Facts["kind"].String(), "facts are laid over each other as ever")
}

func TestBadMethods(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"ranking: [adoption_rech, [kind, 5], null]":                 "1:11 AJ202 adoption_reach; 1:27 AJ205; 1:33 AJ212; 1:37 AJ209",
		"ranking: [adoption_reach, [data_privacy, adoption_reach]]": "1:42 AJ311",
		"ranking: []":              "1:1 AJ310",
		"ranking: {a: 1}":          "1:10 AJ211",
		"points: {}":               "1:1 AJ310",
		"points: [adoption_reach]": "1:9 AJ210",
		"points: {adoption_rech: 5, data_privacy: many, ip_secrecy: null}":    "1:10 AJ202 adoption_reach; 1:42 AJ227; 1:60 AJ227",
		"points: {adoption_reach: 50, data_privacy: 40}":                      "1:1 AJ313",
		"points: {adoption_reach: 50, data_privacy: 60}":                      "1:1 AJ314",
		"points: {adoption_reach: .nan, data_privacy: 100}":                   "1:26 AJ312",
		"pairs: [{more: adoption_reach, less: data_privacy}]":                 "1:9 AJ207",
		"pairs: [{more: adoption_reach, less: data_privacy, times: x, y: 1}]": "1:59 AJ227; 1:62 AJ201",
		"pairs: [{more: adoption_reach, less: data_privacy, times: 12}]":      "1:59 AJ312",
		"pairs: [{more: adoption_reach, less: adoption_reach, times: 2}]":     "1:38 AJ318",
		"pairs: []": "1:1 AJ310",
		"best_worst: {best: adoption_reach, worst: data_privacy, best_over: {data_privacy: 12}, over_worst: {}}":                                  "1:83 AJ312",
		"best_worst: {best: adoption_reach, worst: data_privacy, best_over: {low_overhead: 3, data_privacy: 3}, over_worst: {adoption_reach: 3}}": "1:1 AJ320",
		"priorities: {}\nranking: [adoption_reach]\npoints: {adoption_reach: 100}":                                                                "2:1 AJ236; 3:1 AJ236",
	} {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			_, err := profiles.Read(strings.NewReader(text), "x", profiles.YAML)
			list, ok := diag.From(err)
			require.True(t, ok, "%v", err)
			require.Equal(t, want, brief(list), list)
			requireReadable(t, list)
		})
	}
}

func TestContradictionsAreAWarning(t *testing.T) {
	t.Parallel()
	for text, at := range map[string]string{
		"pairs:\n- {more: adoption_reach, less: data_privacy, times: 9}\n- {more: data_privacy, less: low_overhead, times: 9}\n- {more: low_overhead, less: adoption_reach, times: 9}\n": " / ",
		"best_worst:\n  best: adoption_reach\n  worst: low_overhead\n  best_over: {data_privacy: 9, ip_secrecy: 2, low_overhead: 4}\n  over_worst: {data_privacy: 9, ip_secrecy: 2}\n":   "data_privacy",
		"pairs:\n- {more: adoption_reach, less: data_privacy, times: 2}\n": "",
	} {
		var heard diag.List
		p := read(t, text, profiles.WithWarn(func(d diag.Diagnostic) { heard.Add(d) }))
		require.NotEmpty(t, p.Weights)
		if at == "" {
			require.Empty(t, heard)
			continue
		}
		require.Equal(t, []string{"AJ237"}, codes(heard))
		require.Contains(t, heard[0].Args["at"], at)
		requireReadable(t, heard)
	}
}
