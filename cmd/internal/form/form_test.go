package form_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/form"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
)

// What a form begins with is read back from it, in every language.
func TestFormIsReadBack(t *testing.T) {
	t.Parallel()
	pack := rules.Core()
	for _, info := range profiles.Presets() {
		start, err := profiles.Preset(info.Name, profiles.WithPack(pack))
		require.NoError(t, err)
		for _, lang := range []string{"en", "zh"} {
			text := form.Write(pack, lang, "a: #name", start)
			back, err := profiles.Read(strings.NewReader(text), "form.yaml", profiles.YAML, profiles.WithPack(pack))
			require.NoError(t, err, info.Name)
			require.Equal(t, "a: #name", back.Name)
			require.Equal(t, start.Facts, back.Facts, info.Name)
			require.Equal(t, start.Weights, back.Weights, info.Name)
		}
	}
}

// Parts that a form begins with are read back too.
func TestFormOfParts(t *testing.T) {
	t.Parallel()
	pack := rules.Core()
	start := engine.Profile{Parts: []engine.Part{
		{ID: "acme/client", Title: "Client: the \"app\", 客户端 #1", Like: "client", Note: "a, b: {c}", Facts: map[string]engine.Answer{
			"upstream_terms": engine.Set("strong_copyleft", "use_restricted"), "kind": engine.Unknown, "must_recoup": engine.No,
		}},
		{ID: "weights", Like: "weights"},
	}}
	for _, lang := range []string{"en", "zh"} {
		back, err := profiles.Read(strings.NewReader(form.Write(pack, lang, "x", start)), "form.yaml", profiles.YAML, profiles.WithPack(pack))
		require.NoError(t, err)
		require.Equal(t, start.Parts, back.Parts)
	}
	require.Contains(t, form.Write(pack, "en", "x", engine.Profile{}), "#parts:\n")
}

// A new form is a profile that says nothing yet.
func TestEmptyForm(t *testing.T) {
	t.Parallel()
	pack := rules.Core()
	back, err := profiles.Read(strings.NewReader(form.Write(pack, "en", "x", engine.Profile{})), "form.yaml", profiles.YAML, profiles.WithPack(pack))
	require.NoError(t, err)
	require.Empty(t, back.Facts)
	require.Empty(t, back.Weights)
	require.Empty(t, back.Limits)
}

// A form shows how several values are written, and reads back what it began with.
func TestFormOfSeveralValues(t *testing.T) {
	t.Parallel()
	pack := *rules.Core()
	label := func(s string) rules.Text { return rules.Text{"en": s, "zh": "数据"} }
	pack.Facts = append(slices.Clone(pack.Facts), rules.Fact{ID: "data_kinds", Type: rules.SetFact, Question: label("Which data?"), Values: []rules.FactValue{
		{ID: "public", Label: label("Public"), Alone: true}, {ID: "personal", Label: label("Personal")}, {ID: "health", Label: label("Health")},
	}})
	for _, a := range []engine.Answer{
		engine.Set("personal", "health"), engine.Set("public"), engine.Unknown, engine.NotApplicable, engine.PartOfSet(map[string]rules.Truth{"personal": rules.False}),
	} {
		text := form.Write(&pack, "en", "x", engine.Profile{Facts: map[string]engine.Answer{"data_kinds": a}})
		require.Contains(t, text, "  # Which data?\n  #   public: Public (not beside others)\n  #   personal: Personal\n  #   health: Health\n"+
			"  # Several may hold at once, as in:\n  #   [personal, health]: these, and no others\n  #   {personal: yes, health: no}: so much is known; the rest is open\n  data_kinds: ")
		back, err := profiles.Read(strings.NewReader(text), "form.yaml", profiles.YAML, profiles.WithPack(&pack))
		require.NoError(t, err, text)
		require.Equal(t, a, back.Facts["data_kinds"])
	}
}

func TestNameAfterAFile(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]string{
		"release.ajar.yaml": "release", "a/b/falcon.yml": "falcon", "x": "x", "-": "my-project", ".yaml": "my-project",
	} {
		require.Equal(t, want, form.NameAfter(path), path)
	}
}
