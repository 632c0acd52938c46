package profiles_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

const begun = `ajar: 1
priorities: {adoption_reach: 10, data_privacy: 10, ip_secrecy: 10, low_overhead: 10}
unfinished: # ours
  pairs:
    - {more: adoption_reach, less: data_privacy, times: 3}
    - {more: ip_secrecy, less: low_overhead, times: 0.5}
  best_worst: {best: ip_secrecy}
  unrated: [low_overhead]
facts:
  kind: model # sure
`

// Comparisons that do not weigh everything are kept, told and not counted.
func TestUnfinished(t *testing.T) {
	t.Parallel()
	var heard diag.List
	p := read(t, begun, profiles.WithWarn(func(d diag.Diagnostic) { heard.Add(d) }))
	require.Equal(t, []string{"AJ248", "AJ248", "AJ249"}, codes(heard))
	requireReadable(t, heard)
	require.Equal(t, map[string]float64{"adoption_reach": 10, "data_privacy": 10, "ip_secrecy": 10, "low_overhead": 10}, p.Weights)
	require.Len(t, p.Unfinished.Pairs, 2)
	require.Equal(t, []string{"low_overhead"}, p.Unfinished.Unrated)
	require.Equal(t, &elicit.BestWorstInput{Best: "ip_secrecy", BestOver: map[string]float64{}, OverWorst: map[string]float64{}}, p.Unfinished.BestWorst)
	for _, f := range []profiles.Format{profiles.YAML, profiles.JSON, profiles.TOML} {
		text := write(t, p, f)
		back, err := profiles.Read(strings.NewReader(text), "x.yaml", f)
		require.NoError(t, err, text)
		require.Equal(t, p, back, text)
	}
	heard = nil
	read(t, "unfinished: {pairs: [{more: ip_secrecy, less: low_overhead, times: 2}]}\nranking: [data_privacy]\n", profiles.WithWarn(func(d diag.Diagnostic) { heard.Add(d) }))
	require.Empty(t, heard, "nothing waits for them")
}

func TestSetUnfinished(t *testing.T) {
	t.Parallel()
	more := engine.Profile{Unfinished: engine.Unfinished{Unrated: []string{"ip_secrecy"}, BestWorst: &elicit.BestWorstInput{
		Best: "ip_secrecy", Worst: "data_privacy", BestOver: map[string]float64{"data_privacy": 5}, OverWorst: map[string]float64{},
	}}}
	for _, now := range []engine.Profile{more, {}} {
		out, err := profiles.Edit([]byte(begun), []profiles.FileChange{profiles.SetUnfinished(now)})
		require.NoError(t, err)
		after, err := profiles.Read(bytes.NewReader(out), "p", profiles.YAML)
		require.NoError(t, err, "%s", out)
		require.Equal(t, now.Unfinished, after.Unfinished)
		require.Len(t, after.Weights, 4)
		require.Contains(t, string(out), "kind: model # sure\n")
		for range 3 {
			out, err = profiles.Edit(out, []profiles.FileChange{profiles.SetUnfinished(engine.Profile{}), profiles.SetUnfinished(more)})
			require.NoError(t, err)
		}
		require.NotContains(t, string(out), "\n\n\n", "one empty line sets it off, however often")
	}
}

func TestBadUnfinished(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"unfinished: []":                     "1:13 AJ210",
		"unfinished: {pair: []}":             "1:14 AJ201 pairs",
		"unfinished: {unrated: [ip_secrcy]}": "1:24 AJ202 ip_secrecy",
		"unfinished: {pairs: {}}":            "1:21 AJ211",
		"unfinished: {pairs: [{more: ip_secrecy, less: kind, times: 2}]}":                 "1:47 AJ205",
		"unfinished: {pairs: [{more: ip_secrecy, less: ip_secrecy, times: 2}]}":           "1:47 AJ318",
		"unfinished: {pairs: [{more: ip_secrecy, less: data_privacy, times: 99}]}":        "1:68 AJ312",
		"unfinished: {pairs: [{more: ip_secrecy, less: data_privacy}]}":                   "1:22 AJ207",
		"unfinished: {best_worst: {best: ip_secrcy}}":                                     "1:33 AJ202 ip_secrecy",
		"unfinished: {best_worst: {best: ip_secrecy, best_over: {data_privacy: 0.5}}}":    "1:71 AJ312",
		"unfinished: {best_worst: {best: ip_secrecy, over_worst: {data_privacy: often}}}": "1:72 AJ227",
		"unfinished: {best_worst: {bets: ip_secrecy}}":                                    "1:27 AJ201 best",
	} {
		_, err := profiles.Read(strings.NewReader(text), "x", profiles.YAML)
		list, ok := diag.From(err)
		require.True(t, ok, text)
		require.Equal(t, want, brief(list), text)
		requireReadable(t, list)
	}
}
