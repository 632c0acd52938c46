package explain_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/explain"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
)

// notIDs are the keys of a result whose texts look like ids and are none: words
// of the result itself, and what the profile says. Whatever stands elsewhere
// and looks like an id is one.
var notIDs = []string{
	".ajar", ".lang", ".schema", ".stance", ".rules.name", ".rules.version", ".profile.name", ".profile.layers",
	".settled.stance", ".settled.option", ".settled.form", ".answers.kind", ".answers.value", ".answers.state", ".answers.layer", ".answers.sure",
	".inactive.value", ".options.stance", ".components.advice", ".dimensions.arguments.pull", ".dimensions.arguments.graded_by.found", ".priorities.pull", ".flips.facts.stance",
	".parts.advice", ".parts.when", ".parts.terms.for", ".parts.first.need", ".parts.first.state", ".parts.first.jurisdiction", ".flips.facts.by", ".flips.facts.group", ".flips.facts.because.kind", ".priorities.flip_weights.because.kind", ".flips.if_stated.because.kind", ".decided_by.kind", ".today.stance", ".options.blocked_by.state", ".options.forms.possible", ".options.forms.barred",
	".plan.phase", ".plan.by", ".counsel.topic", ".conditions.state", ".conditions.need", ".conditions.jurisdiction", ".cautions.state", ".cautions.need", ".cautions.jurisdiction", ".duties.jurisdiction",
	".card.lines.kind", ".card.lines.text",
}

var idForm = regexp.MustCompile(`^([a-z0-9_.]+|LicenseRef-[\w.-]+|[A-Za-z]+-[0-9A-Za-z.-]+)$`)

// collect gathers the ids in a value of a result, by the key that they stand at.
func collect(v any, key string, found map[string]string) {
	switch v := v.(type) {
	case map[string]any:
		for k, value := range v {
			if key == ".flips.facts.set" || key == ".flips.pairs.set" {
				found[k] = key // from a fact to what it is set to
				continue
			}
			collect(value, key+"."+k, found)
		}
	case []any:
		for _, item := range v {
			collect(item, key, found)
		}
	case string:
		if idForm.MatchString(v) && !slices.Contains(notIDs, key) && v != string(engine.None) && v != string(engine.NoBasis) {
			found[v] = key
		}
	}
}

// odd is a profile that raises what typical ones do not.
func odd(kind string) engine.Profile {
	p := engine.Profile{Name: kind, Weights: map[string]float64{}, Facts: map[string]engine.Answer{}}
	switch kind {
	case "one weight, other rules":
		p.Weights["adoption_reach"], p.Rules = 5, "core@99"
	case "facts alone":
		p.Facts["openness_mandate"], p.Facts["kind"] = engine.Yes, engine.Value("software")
		p.Facts["artefact_is_product"], p.Facts["must_recoup"] = engine.Yes, engine.Yes
	case "told only": // a service that runs already, on changed parts under network copyleft
		p.Facts["kind"], p.Facts["upstream_terms"] = engine.Value("software"), engine.Value("network_copyleft")
		p.Facts["distribution"], p.Facts["release_status"] = engine.Value("service"), engine.Value("closed_product")
		p.Facts["revenue_source"], p.Weights["predictable_revenue"] = engine.Value("hosted_service"), 9
		p.Facts["rights_cleared"], p.Facts["artefact_is_product"], p.Facts["must_recoup"] = engine.Value("full"), engine.Yes, engine.Yes
	case "precaution": // a catastrophe, and nobody knows how much a release would add
		p.Facts["kind"], p.Facts["misuse_severity"], p.Facts["rights_cleared"] = engine.Value("model"), engine.Value("catastrophic"), engine.Value("full")
		p.Weights["adoption_reach"] = 10
	case "circle":
		p.WeightsFrom.Pairs = []elicit.Judgement{{A: "adoption_reach", B: "ip_secrecy", Times: 3}, {A: "ip_secrecy", B: "data_privacy", Times: 3}, {A: "data_privacy", B: "adoption_reach", Times: 3}}
		p.Weights, _ = p.WeightsFrom.Weights()
	case "unfinished":
		p.Weights["adoption_reach"], p.Unfinished.Unrated = 10, []string{"adoption_reach"}
	case "exclusion": // nobody outside has it, yet others use it under a licence
		p.Facts["release_status"], p.Facts["present_terms"] = engine.Value("unreleased"), engine.Value("permissive")
		p.Weights["adoption_reach"] = 5
	case "inactive":
		p.Facts["kind"], p.Facts["misuse_severity"], p.Facts["marginal_misuse"] = engine.Value("software"), engine.Value("negligible"), engine.Value("large")
		p.Facts["openness_mandate"], p.Facts["mandate_force"] = engine.No, engine.Value("law")
		p.Weights["adoption_reach"] = 5
	}
	return p
}

func everyProfile(t *testing.T) (out []engine.Profile) {
	t.Helper()
	for _, x := range profiles.Presets() {
		p, err := profiles.Preset(x.Name)
		require.NoError(t, err)
		out = append(out, p)
	}
	for _, x := range profiles.Cases() {
		p, err := profiles.Case(x.Name)
		require.NoError(t, err)
		out = append(out, p)
	}
	files, err := filepath.Glob(filepath.FromSlash("../../../profiles/testdata/patterns/*.yaml"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		p, err := profiles.Read(bytes.NewReader(data), file, profiles.YAML)
		require.NoError(t, err)
		out = append(out, p)
	}
	return append(out, odd("nothing"), odd("one weight, other rules"), odd("facts alone"), odd("inactive"), odd("told only"), odd("precaution"), odd("circle"), odd("unfinished"), odd("exclusion"))
}

// Whatever a result names can be explained, in both languages.
func TestEveryIDOfAResultIsExplained(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("all profiles together raise all warnings")
	}
	pack := rules.Core()
	e, err := engine.New(pack)
	require.NoError(t, err)
	found := map[string]string{}
	for _, p := range everyProfile(t) {
		r, err := e.Analyse(t.Context(), p)
		require.NoError(t, err, p.Name)
		var b bytes.Buffer
		require.NoError(t, report.Write(&b, pack, r, report.JSON))
		var doc any
		require.NoError(t, json.Unmarshal(b.Bytes(), &doc))
		require.NoError(t, report.Write(&b, pack, r, report.Text))
		require.False(t, strings.ContainsFunc(b.String(), func(r rune) bool { return unicode.Is(unicode.Han, r) }), "an English result has no Chinese in it")
		collect(doc, "", found)
	}
	for _, id := range report.WarningIDs() {
		require.Contains(t, found, id, "no profile raises the warning %s", id)
	}
	require.Greater(t, len(found), 400)
	for _, lang := range []string{"en", "zh"} {
		known := map[string]bool{} // TestIndexIsComplete explains them
		for _, x := range explain.Index(pack, lang) {
			known[x.ID] = true
		}
		for id, key := range found {
			require.True(t, known[id], "%s, at %s", id, key)
		}
	}
}
