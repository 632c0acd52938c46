package profiles_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/diag"
)

// A heading with nothing under it says nothing, in every format, and the schema agrees.
func TestEmptySections(t *testing.T) {
	t.Parallel()
	s := resolve(t, tiny())
	for f, texts := range map[profiles.Format][]string{
		profiles.YAML: {"ajar: 1\npriorities:\nfacts:   # none yet\nparts:\nlimits:\n", "ajar: 1\npriorities: ~\nfacts: null\n"},
		profiles.TOML: {"ajar = 1\n[priorities]\n[facts]\n"},
		profiles.JSON: {
			`{"$schema": "ajar.schema.json", "ajar": 1, "priorities": null, "facts": null, "parts": null, "limits": null}`,
			`{"ajar": 1, "priorities": null, "ranking": ["reach", "privacy"]}`, `{"ajar": 1, "priorities": {}, "facts": {}, "parts": [], "limits": []}`,
		},
	} {
		for _, text := range texts {
			p, err := profiles.Read(strings.NewReader(text), "x", f, profiles.WithPack(tiny()))
			require.NoError(t, err, text)
			require.Empty(t, p.Facts)
			require.Nil(t, p.Limits, "what is extended keeps its limits")
			if f == profiles.JSON {
				loader, schema := accepted(t, s, text, profiles.WithPack(tiny()))
				require.NoError(t, loader, text)
				require.NoError(t, schema, text)
			}
		}
	}
	for _, text := range []string{`{"ranking": null}`, `{"$schema": 1}`, `{"$schema": null}`, `{"extends": null}`} {
		loader, schema := accepted(t, s, text, profiles.WithPack(tiny()))
		require.Error(t, loader, text)
		require.Error(t, schema, text)
	}
}

// Answers go below a heading that has nothing under it, and texts stay above it.
func TestEditFillsEmptySections(t *testing.T) {
	t.Parallel()
	const form = "ajar: 1\nname: x\n# what matters\npriorities:   # 0 to 10\n  # privacy\n#  data_privacy: 5\n\nfacts: ~\n# the end\n"
	require.Equal(t, strings.Replace(form, "0 to 10\n", "0 to 10\n  data_privacy: 3\n", 1), edit(t, form, profiles.SetWeight("data_privacy", 3, engine.Note{})))
	require.Equal(t, strings.Replace(form, "facts: ~\n", "facts:\n  kind: model\n", 1), edit(t, form, profiles.SetFact("kind", engine.Value("model"), engine.Note{})))
	require.Equal(t, form, edit(t, form, profiles.Remove("kind")))
	text := edit(t, form, profiles.SetWeights(engine.Profile{Weights: map[string]float64{"data_privacy": 3}}))
	require.NotContains(t, text, "0 to 10")
	require.True(t, strings.HasSuffix(text, "\npriorities:\n  data_privacy: 3\n"), text)
	// A profile in JSON keeps the name of its schema.
	out, err := profiles.Rewrite([]byte(`{"$schema": "s.json", "facts": null}`), profiles.JSON, []profiles.FileChange{profiles.SetFact("kind", engine.Value("model"), engine.Note{})})
	require.NoError(t, err)
	require.JSONEq(t, `{"$schema": "s.json", "facts": {"kind": "model"}}`, string(out))
}

// An answer whose heading is still switched off names the heading, at its line.
func TestMissingHeadings(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"ajar: 1\nname: x\n#priorities:\n#facts:\n  kind: model\n":                                  `5:3: AJ266 the heading "facts" is missing above "kind"`,
		"ajar: 1\nname: x\n#priorities:\n  data_privacy: 3\n  low_overhead: 2\n":                    `4:3: AJ266 the heading "priorities" is missing above "data_privacy"`,
		"ajar: 1\n#priorities:\n  data_privacy: 3\n#facts:\n  kind: model\n":                        `3:3: AJ266 the heading "priorities"`,
		"ajar: 1\npriorities:\n  data_privacy: 3\n# facts:\n  kind: model\n":                        `5:3: AJ266 the heading "facts" is missing above "kind"`,
		"ajar: 1\n#priorities:\nfacts:\n  kind: model\n  data_privacy: 3\n":                         `5:3: AJ266 the heading "priorities" is missing above "data_privacy"`,
		"ajar: 1\nname: x\n#limits:\n  - {exclude: [in_house], because: no}\n":                      `4:6: AJ266 the heading "limits" is missing above "exclude"`,
		"ajar: 1\r\nname: x\r\n#parts:\r\n  - {id: a, like: core}\r\n":                              `4:6: AJ266 the heading "parts" is missing above "id"`,
		"ajar: 1\nname: x\n  strange: model\n":                                                      `AJ014`,
		"ajar: 1\npriorities:\n  data_privacy: 3\n  kind: model\n":                                  `4:3: AJ205`,
		"ajar: 1\npriorities:\n  data_privacy: 3\n# facts, which follow\nfacts:\n  low_overhead: 1": `6:3: AJ204`,
	} {
		_, err := profiles.Read(strings.NewReader(text), "x", profiles.YAML)
		require.ErrorContains(t, err, want, text)
		list, _ := diag.From(err)
		requireReadable(t, list)
	}
	_, err := profiles.Read(strings.NewReader("ajar: 1\n#priorities:\n  data_privacy: 3\n#facts:\n  kind: model\n"), "x", profiles.YAML)
	list, _ := diag.From(err)
	require.Len(t, list, 2, "each missing heading is told once")
	_, err = profiles.Read(strings.NewReader("ajar = 1\n[priorities]\n#[facts]\nkind = 'model'\n"), "x", profiles.TOML)
	require.ErrorContains(t, err, `4:1: AJ266 the heading "facts" is missing above "kind"`)
}
