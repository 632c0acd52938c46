package form_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/form"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
)

// write gives a form.
func write(t *testing.T, pack *rules.Pack, f profiles.Format, lang, name string, start engine.Profile) string {
	t.Helper()
	text, err := form.Write(pack, f, lang, name, start)
	require.NoError(t, err)
	return text
}

// read reads a form back.
func read(t *testing.T, pack *rules.Pack, f profiles.Format, text string) engine.Profile {
	t.Helper()
	p, err := profiles.Read(strings.NewReader(text), "form", f, profiles.WithPack(pack))
	require.NoError(t, err, text)
	return p
}

var formats = []profiles.Format{profiles.YAML, profiles.TOML, profiles.JSON}

// What a form begins with is read back from it, in every language and format.
func TestFormIsReadBack(t *testing.T) {
	t.Parallel()
	pack := rules.Core()
	for _, info := range profiles.Presets() {
		start, err := profiles.Preset(info.Name, profiles.WithPack(pack))
		require.NoError(t, err)
		for _, lang := range []string{"en", "zh"} {
			for _, f := range formats {
				back := read(t, pack, f, write(t, pack, f, lang, "a: #name", start))
				require.Equal(t, "a: #name", back.Name)
				require.Equal(t, start.Facts, back.Facts, info.Name)
				require.Equal(t, start.Weights, back.Weights, info.Name)
				require.Equal(t, start.Ranges, back.Ranges, info.Name)
				require.Equal(t, start.Limits, back.Limits, info.Name)
			}
		}
	}
}

// Parts and limits that a form begins with are read back too.
func TestFormOfParts(t *testing.T) {
	t.Parallel()
	pack := rules.Core()
	start := engine.Profile{
		Parts: []engine.Part{
			{ID: "acme/client", Title: "Client: the \"app\", 客户端 #1", Like: "client", Note: "a, b: {c}", Facts: map[string]engine.Answer{
				"upstream_terms": engine.Set("strong_copyleft", "use_restricted"), "kind": engine.Unknown, "must_recoup": engine.No,
			}},
			{ID: "weights", Like: "weights"},
		},
		Limits: []engine.Limit{{Exclude: []string{"in_house"}, Because: "it is \"out\", {already}"}},
	}
	for _, lang := range []string{"en", "zh"} {
		for _, f := range formats {
			back := read(t, pack, f, write(t, pack, f, lang, "x", start))
			require.Equal(t, start.Parts, back.Parts)
			require.Equal(t, start.Limits, back.Limits)
		}
	}
	require.Contains(t, write(t, pack, profiles.YAML, "en", "x", engine.Profile{}), "\nparts:\n")
}

// A new form is a profile that says nothing yet, and all its headings are there.
func TestEmptyForm(t *testing.T) {
	t.Parallel()
	pack := rules.Core()
	for _, f := range formats {
		back := read(t, pack, f, write(t, pack, f, "en", "x", engine.Profile{}))
		require.Empty(t, back.Facts)
		require.Empty(t, back.Weights)
		require.Empty(t, back.Limits)
		require.Empty(t, back.Parts)
	}
	text := write(t, pack, profiles.YAML, "en", "x", engine.Profile{})
	for _, key := range []string{"priorities", "facts", "parts", "limits"} {
		require.Contains(t, text, "\n"+key+":\n")
	}
	require.JSONEq(t, `{"$schema": "./ajar.schema.json", "ajar": 1, "name": "x", "priorities": {}, "facts": {}, "parts": [], "limits": []}`,
		write(t, pack, profiles.JSON, "en", "x", engine.Profile{}))
}

var offLine = regexp.MustCompile(`^#(  )?([a-z_]+)(: | = )(.+)$`)

// Each line of a form that is switched on alone gives a valid profile, which says just
// that, and so does each value that its comments name.
func TestEachLineCanBeSwitchedOn(t *testing.T) {
	t.Parallel()
	pack := rules.Core()
	for _, f := range []profiles.Format{profiles.YAML, profiles.TOML} {
		lines := strings.Split(write(t, pack, f, "en", "x", engine.Profile{}), "\n")
		switched := map[string]bool{}
		for i, line := range lines {
			m := offLine.FindStringSubmatch(line)
			if m == nil || pack.Fact(m[2]) == nil && pack.Priority(m[2]) == nil {
				continue
			}
			switched[m[2]] = true
			values := []string{m[4]}
			if fact := pack.Fact(m[2]); fact != nil {
				for _, v := range fact.Values {
					value := v.ID
					if f == profiles.TOML && fact.Type != rules.BoolFact {
						value = `"` + value + `"`
					}
					values = append(values, value)
				}
			}
			for _, value := range values {
				on := slices.Clone(lines)
				on[i] = m[1] + m[2] + m[3] + value
				back := read(t, pack, f, strings.Join(on, "\n"))
				require.Equal(t, 1, len(back.Facts)+len(back.Weights), on[i])
			}
		}
		require.Len(t, switched, len(pack.Facts)+len(pack.Priorities))
	}
	for _, key := range []string{"weights_sure", "review_by"} {
		text := write(t, pack, profiles.YAML, "zh", "x", engine.Profile{})
		require.Contains(t, text, "\n#"+key+": ")
		read(t, pack, profiles.YAML, strings.Replace(text, "\n#"+key, "\n"+key, 1))
	}
}

// A form shows how several values are written, and reads back what it began with.
func TestFormOfSeveralValues(t *testing.T) {
	t.Parallel()
	pack := *rules.Core()
	label := func(s string) rules.Text { return rules.Text{{"en", s}, {"zh", "数据"}} }
	pack.Facts = append(slices.Clone(pack.Facts), rules.Fact{ID: "data_kinds", Type: rules.SetFact, Question: label("Which data?"), Values: []rules.FactValue{
		{ID: "public", Label: label("Public"), Alone: true}, {ID: "personal", Label: label("Personal")}, {ID: "health", Label: label("Health")},
	}})
	for _, a := range []engine.Answer{
		engine.Set("personal", "health"), engine.Set("public"), engine.Unknown, engine.NotApplicable, engine.PartOfSet(map[string]rules.Truth{"personal": rules.False}),
	} {
		text := write(t, &pack, profiles.YAML, "en", "x", engine.Profile{Facts: map[string]engine.Answer{"data_kinds": a}})
		require.Contains(t, text, "  # Which data?\n  #   public: Public (not beside others)\n  #   personal: Personal\n  #   health: Health\n"+
			"  # Several may hold at once, as in:\n  #   [personal, health]: these, and no others\n  #   {personal: yes, health: no}: so much is known; the rest is open\n  data_kinds: ")
		require.Equal(t, a, read(t, &pack, profiles.YAML, text).Facts["data_kinds"])
		toml := write(t, &pack, profiles.TOML, "en", "x", engine.Profile{Facts: map[string]engine.Answer{"data_kinds": a}})
		require.Contains(t, toml, "\n#   [\"personal\", \"health\"]: these, and no others\n#   {personal = \"yes\", health = \"no\"}: so much")
		require.Equal(t, a, read(t, &pack, profiles.TOML, toml).Facts["data_kinds"])
	}
}

// A file that is called after what it is for says nothing of the project; its folder does.
func TestNameAfterAFile(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]string{
		"/x/acme/release.ajar.yaml": "acme", "/x/acme/release.toml": "acme", "/x/acme/acme-7b.ajar.yaml": "acme-7b", "/x/acme/.ajar.yaml": "acme",
		"a/b/falcon.yml": "falcon", "falcon.ajar.json": "falcon", "x": "x", "/x/acme": "acme", "/x/acme/release": "acme", "/": "my-project",
		"/release.ajar.yaml": "my-project", "release.ajar.yaml": "form", "/x/release/release.yaml": "my-project",
	} {
		require.Equal(t, want, form.NameAfter(path), path)
	}
}
