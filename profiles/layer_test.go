package profiles_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

func TestLaterLayersWin(t *testing.T) {
	t.Parallel()
	base, err := profiles.Preset("model_startup")
	require.NoError(t, err)
	p := read(t, `
name: falcon
extends: [preset:one_person_library, preset:model_startup]
priorities:
  adoption_reach: 1
facts:
  kind: {value: both, note: "with its trainer"}
  must_recoup: false
  build_cost: low
limits: [{exclude: [open_model], because: "no"}]
`,
		profiles.WithEnv("HOME=/root", "AJAR_SET_MUST_RECOUP=true", "AJAR_SET_BUILD_COST=medium"),
		profiles.WithAssignments("build_cost=very_high", "competitive_moat=2.5"))
	require.Equal(t, "falcon", p.Name)
	require.Equal(t, []string{"preset:one_person_library", "preset:model_startup", "x.yaml", "env", "set"}, p.Layers)
	require.Len(t, p.Limits, 1)
	for id, want := range map[string]struct{ value, layer string }{
		"revenue_source": {"hosted_service", "preset:model_startup"}, // the second preset over the first
		"kind":           {"both", "x.yaml"},
		"must_recoup":    {"true", "env"},
		"build_cost":     {"very_high", "set"},
	} {
		require.Equal(t, want.value, p.Facts[id].String(), id)
		require.Equal(t, want.layer, p.Notes[id].Layer, id)
	}
	require.InDelta(t, 1, p.Weights["adoption_reach"], 0)
	require.InDelta(t, 2.5, p.Weights["competitive_moat"], 0)
	require.Equal(t, base.Weights["innovation_pace"], p.Weights["innovation_pace"])
	require.Empty(t, read(t, "extends: [preset:model_startup]").Name, "a name is not passed on")
}

func TestAnAnswerIsReplacedWhole(t *testing.T) {
	t.Parallel()
	const long = "priorities: {data_privacy: {weight: 3, note: old, by: mei}}\nfacts: {kind: {value: model, sure: low, note: old}}\n"
	p := read(t, long, profiles.WithAssignments("kind=both", "data_privacy=4"))
	require.Equal(t, engine.Note{Layer: "set"}, p.Notes["kind"], "nothing of the older note stays")
	require.Equal(t, engine.Note{Layer: "set"}, p.Notes["data_privacy"])
	require.Equal(t, "both", p.Facts["kind"].String())
	require.InDelta(t, 4, p.Weights["data_privacy"], 0)
	p = read(t, long, profiles.WithEnv("AJAR_SET_KIND=unknown"))
	require.Equal(t, engine.Unknown, p.Facts["kind"])
	require.Equal(t, engine.Note{Layer: "env"}, p.Notes["kind"])
	// The other way round the long form brings its note.
	p = read(t, "extends: [preset:model_startup]\nfacts: {kind: {value: both, note: new}}\n")
	require.Equal(t, engine.Note{Text: "new", Layer: "x.yaml"}, p.Notes["kind"])
}

func TestAssignments(t *testing.T) {
	t.Parallel()
	const text = "priorities: {data_privacy: 3}\nfacts: {kind: model, must_recoup: true}\n"
	p := read(t, text, profiles.WithAssignments("kind=", "data_privacy=", "must_recoup= na ", "misuse_severity=unknown",
		"rights_cleared=no", "adoption_reach=1", "adoption_reach=2", "training_data_shareable=not_applicable"))
	require.NotContains(t, p.Facts, "kind", "an empty value takes the answer away")
	require.NotContains(t, p.Notes, "kind")
	require.NotContains(t, p.Weights, "data_privacy")
	require.Equal(t, engine.NotApplicable, p.Facts["must_recoup"])
	require.Contains(t, p.Facts, "misuse_severity")
	require.Equal(t, engine.Unknown, p.Facts["misuse_severity"])
	require.Equal(t, "no", p.Facts["rights_cleared"].String())
	require.Equal(t, engine.NotApplicable, p.Facts["training_data_shareable"])
	require.InDelta(t, 2, p.Weights["adoption_reach"], 0, "the last assignment counts")
	p = read(t, text, profiles.WithAssignments("kind=", "kind=both"))
	require.Equal(t, "both", p.Facts["kind"].String())
	p = read(t, text, profiles.WithEnv("AJAR_SET_KIND="), profiles.WithAssignments("kind=software"))
	require.Equal(t, "software", p.Facts["kind"].String())
	p = read(t, text, profiles.WithEnv("AJAR_LANG=zh", "ajar_set_kind=both", "AJAR_SETKIND=both"))
	require.Equal(t, "model", p.Facts["kind"].String(), "only AJAR_SET_ is an answer")
	require.Equal(t, []string{"x.yaml"}, p.Layers, "no answer, no layer")
	p, err := profiles.Preset("bank_internal_tool", profiles.WithAssignments("kind=both"))
	require.NoError(t, err)
	require.Equal(t, []string{"preset:bank_internal_tool", "set"}, p.Layers)
	_, err = profiles.Read(strings.NewReader(text), "x", profiles.YAML, profiles.WithEnv("AJAR_SET_kind=both", "AJAR_SET_KIND=software"))
	require.ErrorContains(t, err, `AJAR_SET_kind: AJ246 "AJAR_SET_KIND" answers "kind" too`, "which one counts would be chance")
}

func TestBadAssignments(t *testing.T) {
	t.Parallel()
	_, err := profiles.Read(strings.NewReader("facts: {kind: modle}\n"), "x", profiles.YAML,
		profiles.WithEnv("AJAR_SET_MUST_RECOP=true", "AJAR_SET_KIND=bothh", "AJAR_SET_=1"),
		profiles.WithAssignments("kind", "kinds=model", "must_recoup=yes", "data_privacy=11", "data_privacy=high", "data_privacy=NaN", "=3"))
	list, ok := diag.From(err)
	require.True(t, ok)
	requireReadable(t, list)
	require.Equal(t, strings.Join([]string{
		"--set AJ208", "--set AJ216 true", "--set AJ222 kind", "--set AJ222", "--set AJ223", "--set AJ224", "--set AJ224",
		"AJAR_SET_ AJ222", "AJAR_SET_KIND AJ206 both", "AJAR_SET_MUST_RECOP AJ222 must_recoup",
		"1:15 AJ206 model",
	}, "; "), brief(list))
}

func TestUnknownPresets(t *testing.T) {
	t.Parallel()
	_, err := profiles.Preset("model_start_up")
	require.ErrorContains(t, err, `AJ221 unknown preset "model_start_up"; did you mean "model_startup"?`)
	_, err = profiles.PresetSource("../presets/model_startup")
	require.ErrorContains(t, err, "AJ221")
	_, err = profiles.Preset("model_startup", profiles.WithAssignments("kind=modle"))
	require.ErrorContains(t, err, "AJ206")
}
