package profiles_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// Whatever way weights were given before and are given now, the new ones stand
// in the file and everything else is left as it was.
func TestSetWeights(t *testing.T) {
	t.Parallel()
	sections := []string{
		"", "priorities: {}\n", "priorities:\n  ip_secrecy: 3   # ours\n\n  # the rest\n  data_privacy: {weight: 2, by: mei}\n",
		"ranking: [ip_secrecy, [data_privacy, low_overhead]]\n", "ranking:\n  - ip_secrecy\n  - [data_privacy]\n",
		"points:\n  ip_secrecy: 40\n  data_privacy: 60\n", "pairs:\n  - {more: ip_secrecy, less: data_privacy, times: 3}\n",
		"best_worst:\n  best: ip_secrecy\n  worst: data_privacy\n  best_over:\n    data_privacy: 2\n  over_worst: {ip_secrecy: 2}\n",
	}
	testkit.Check(t, func(t *rapid.T) {
		section := rapid.SampledFrom(sections).Draw(t, "section")
		rest := []string{"name: falcon # ours\n", "facts:\n  # asked\n  kind: software   # sure\n\n", "limits:\n  - {exclude: [in_house], because: \"no\"}\n"}
		at := rapid.IntRange(0, len(rest)).Draw(t, "at")
		text := "# top\najar: 1\n" + strings.Join(rest[:at], "") + section + strings.Join(rest[at:], "")
		before, err := profiles.Read(strings.NewReader(text), "p", profiles.YAML)
		require.NoError(t, err, text)
		now := engine.Profile{Weights: map[string]float64{"low_overhead": 4}}
		if rapid.Bool().Draw(t, "worked out") {
			now.WeightsFrom = input(t, rapid.Permutation([]string{"ip_secrecy", "data_privacy", "low_overhead"}).Draw(t, "ids"))
			now.Weights, err = now.WeightsFrom.Weights()
			require.NoError(t, err)
		}
		out, err := profiles.Edit([]byte(text), []profiles.FileChange{profiles.SetWeights(now)})
		require.NoError(t, err, text)
		after, err := profiles.Read(bytes.NewReader(out), "p", profiles.YAML)
		require.NoError(t, err, "%s", out)
		require.Equal(t, now.Weights, after.Weights, "%s", out)
		require.Equal(t, now.WeightsFrom, after.WeightsFrom, "%s", out)
		require.Equal(t, before.Facts, after.Facts)
		require.Equal(t, before.Limits, after.Limits)
		for _, kept := range []string{"# top\najar: 1\n", rest[0], rest[1][:len(rest[1])-1]} {
			require.Contains(t, string(out), kept)
		}
	})
}

func TestSetWeightsElsewhere(t *testing.T) {
	t.Parallel()
	ranked := engine.Profile{WeightsFrom: elicit.Input{Ranking: [][]string{{"ip_secrecy"}}}, Weights: map[string]float64{"ip_secrecy": 10}}
	for text, want := range map[string]string{
		"{ajar: 1, priorities: {ip_secrecy: 3}, facts: {kind: model}}\n": "{ajar: 1, facts: {kind: model}, ranking: [ip_secrecy]}\n",
		"ajar: 1\r\npriorities:\r\n  ip_secrecy: 3\r\n":                  "ajar: 1\r\n\r\nranking:\r\n  - ip_secrecy\r\n",
		"ajar: 1": "ajar: 1\n\nranking:\n  - ip_secrecy\n",
	} {
		out, err := profiles.Edit([]byte(text), []profiles.FileChange{profiles.SetWeights(ranked)})
		require.NoError(t, err, text)
		require.Equal(t, want, string(out))
	}
	out, err := profiles.Edit([]byte("ajar: 1\npoints:\n  ip_secrecy: 100\n"), []profiles.FileChange{profiles.SetWeights(engine.Profile{})})
	require.NoError(t, err)
	require.Equal(t, "ajar: 1\n", string(out), "none are left")

	ranked.Weights, ranked.WeightsFrom = map[string]float64{"ip_secrecy": 11}, elicit.Input{}
	_, err = profiles.Edit([]byte("ajar: 1\n"), []profiles.FileChange{profiles.SetWeights(ranked)})
	require.Error(t, err, "what would be a mistake is not written")
}
