package profiles_test

import (
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

func TestPlacesOfAnswers(t *testing.T) {
	t.Parallel()
	files := map[string]string{
		"a/base.yaml": "ajar: 1\npriorities: {data_privacy: 3}\nfacts:\n  kind: model\n  unit_of_decision: unknown\n",
	}
	open := func(path string) (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(files[path])), nil }
	const text = `ajar: 1
extends: ["preset:model_startup", base.yaml]
weights_sure: fairly
ranking: [adoption_reach, [predictable_revenue]]
facts:
  kind: {value: software, note: x}
  must_recoup: true
limits:
  - {exclude: [open_model], because: "no"}
`
	at := map[string]diag.Pos{}
	_, err := profiles.Read(strings.NewReader(text), "a/p.yaml", profiles.YAML, profiles.WithOpen(open), profiles.WithPositions(at),
		profiles.WithEnv("AJAR_SET_HOSTING_RIVALS=none"), profiles.WithAssignments("must_recoup="))
	require.NoError(t, err)
	for id, want := range map[string]diag.Pos{
		"kind":                {File: "a/p.yaml", Line: 6, Col: 3},
		"unit_of_decision":    {File: "a/base.yaml", Line: 5, Col: 3},
		"lifecycle":           {File: "preset:model_startup"},
		"adoption_reach":      {File: "a/p.yaml", Line: 4, Col: 11},
		"predictable_revenue": {File: "a/p.yaml", Line: 4, Col: 28},
		"weights_sure":        {File: "a/p.yaml", Line: 3, Col: 1},
		"limits":              {File: "a/p.yaml", Line: 8, Col: 1},
		"hosting_rivals":      {File: "AJAR_SET_HOSTING_RIVALS"},
	} {
		require.Equal(t, want, at[id], id)
	}
	require.NotContains(t, at, "must_recoup", "taken away")
}
