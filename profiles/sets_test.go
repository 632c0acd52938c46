package profiles_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// Each line says the same in all formats.
func TestSeveralValues(t *testing.T) {
	t.Parallel()
	part := engine.PartOfSet
	for _, tc := range []struct {
		yaml, json, toml string
		want             engine.Answer
	}{
		{"[personal, health]", `["personal", "health"]`, `["personal", 'health']`, engine.Set("health", "personal")},
		{"\n    - web\n    - personal # ours", `["web", "personal"]`, "['web', 'personal']", engine.Set("personal", "scraped")},
		{"[health]", `["health"]`, `["health"]`, engine.Set("health")},
		{"health", `"health"`, `"health"`, engine.Value("health")},
		{"public", `"public"`, `"public"`, engine.Set("public")},
		{"unknown", `"unknown"`, `"unknown"`, engine.Unknown},
		{"na", `"na"`, `"na"`, engine.NotApplicable},
		{"not_applicable", `"not_applicable"`, `"not_applicable"`, engine.NotApplicable},
		{"{value: [personal, health], sure: low}", `{"value": ["personal", "health"], "sure": "low"}`, `{value = ["personal", "health"], sure = "low"}`, engine.Set("health", "personal")},
		{"{personal: yes, web: no}", `{"personal": "yes", "web": "no"}`, `{personal = "yes", web = "no"}`,
			part(map[string]rules.Truth{"personal": rules.True, "scraped": rules.False})},
		{"{personal: true, scraped: false, health: unknown}", `{"personal": true, "scraped": false, "health": "unknown"}`, `{personal = true, scraped = false, health = "unknown"}`,
			part(map[string]rules.Truth{"personal": rules.True, "scraped": rules.False})},
		{"{value: {scraped: no}, sure: low}", `{"value": {"scraped": false}, "sure": "low"}`, `{value = {scraped = false}, sure = "low"}`, part(map[string]rules.Truth{"scraped": rules.False})},
		// What leaves nothing open is the same as a list.
		{"{personal: yes, health: no, scraped: yes}", `{"personal": "yes", "health": "no", "scraped": "yes"}`, `{personal = true, health = false, scraped = true}`, engine.Set("personal", "scraped")},
		{"{public: yes}", `{"public": true}`, `{public = true}`, engine.Set("public")},
		{"{personal: unknown}", `{"personal": "unknown"}`, `{personal = "unknown"}`, engine.Unknown},
	} {
		for format, text := range map[profiles.Format]string{
			profiles.YAML: "facts:\n  data_kinds: " + tc.yaml + "\n", profiles.JSON: `{"facts": {"data_kinds": ` + tc.json + "}}", profiles.TOML: "facts.data_kinds = " + tc.toml,
		} {
			p, err := profiles.Read(strings.NewReader(text), "x", format, profiles.WithPack(numbered()))
			require.NoError(t, err, text)
			require.Equal(t, tc.want, p.Facts["data_kinds"], text)
			require.Equal(t, strings.Contains(text, "low"), p.Notes["data_kinds"].Sure == "low", text)
		}
	}
}

// badSet is a wrong answer to a set in each format, and what is said of it, with the
// places in YAML.
type badSet struct{ yaml, json, toml, want string }

func (b *badSet) texts() map[profiles.Format]string {
	return map[profiles.Format]string{
		profiles.YAML: "facts:\n  data_kinds: " + b.yaml + "\n", profiles.JSON: `{"facts": {"data_kinds": ` + b.json + "}}", profiles.TOML: "facts.data_kinds = " + b.toml,
	}
}

var badSets = []badSet{
	{"[personal, helth]", `["personal", "helth"]`, `["personal", "helth"]`, "2:26 AJ206 health"},
	{"[personal, personal]", `["personal", "personal"]`, `["personal", "personal"]`, "2:26 AJ254"},
	{"[web, scraped]", `["web", "scraped"]`, `["web", "scraped"]`, "2:21 AJ254"},
	{"[personal, public]", `["personal", "public"]`, `["personal", "public"]`, "2:26 AJ255"},
	{"{public: yes, health: yes}", `{"public": "yes", "health": true}`, `{public = true, health = true}`, "2:16 AJ255"},
	{"[]", `[]`, `[]`, "2:15 AJ256"},
	{"{value: {}}", `{"value": {}}`, `{value = {}}`, "2:23 AJ256"},
	{"{public: no, personal: no, health: no, scraped: no}", `{"public": false, "personal": false, "health": false, "scraped": false}`, `{public = false, personal = false, health = false, scraped = false}`, "2:15 AJ256"},
	{"[personal, [health], {scraped: yes}]", `["personal", ["health"], {"scraped": true}]`, `["personal", ["health"], {scraped = true}]`, "2:26 AJ257; 2:36 AJ257"},
	{"[personal, unknown]", `["personal", "unknown"]`, `["personal", "unknown"]`, "2:26 AJ258"},
	{"[not_applicable]", `["not_applicable"]`, `["not_applicable"]`, "2:16 AJ258"},
	{"{na: yes}", `{"na": true}`, `{na = true}`, "2:16 AJ258"},
	{"{personal: Yes, health: on, scraped: 0}", `{"personal": "Yes", "health": "on", "scraped": 0}`, `{personal = "Yes", health = "on", scraped = 0}`, "2:26 AJ259 true; 2:39 AJ259 true; 2:52 AJ259 false"},
	{"{personal: na, health: unknwon, scraped: [yes]}", `{"personal": "na", "health": "unknwon", "scraped": [true]}`, `{personal = "na", health = "unknwon", scraped = [true]}`, "2:26 AJ259; 2:38 AJ259 unknown; 2:56 AJ259"},
	{"{persnal: yes, health: 7}", `{"persnal": true, "health": 7}`, `{persnal = true, health = 7}`, "2:16 AJ206 personal; 2:38 AJ259"},
	{"{personal: yes, note: x}", `{"personal": true, "note": "x"}`, `{personal = true, note = "x"}`, "2:15 AJ207"},
	{"{}", `{}`, `{}`, "2:15 AJ207"},
	{"{value: [personal], noet: x}", `{"value": ["personal"], "noet": "x"}`, `{value = ["personal"], noet = "x"}`, "2:35 AJ201 note"},
	{"[5, true]", `[5, true]`, `[5, true]`, "2:16 AJ206; 2:19 AJ206"},
	{"personal, health", `"personal, health"`, `"personal, health"`, "2:15 AJ206"},
	// All mistakes come at once; which values go together is judged even so.
	{"[public, helth, personal, personal, []]", `["public", "helth", "personal", "personal", []]`, `["public", "helth", "personal", "personal", []]`, "2:16 AJ255; 2:24 AJ206 health; 2:41 AJ254; 2:51 AJ257"},
}

func TestBadSets(t *testing.T) {
	t.Parallel()
	for _, tc := range badSets {
		for format, text := range tc.texts() {
			_, err := profiles.Read(strings.NewReader(text), "x", format, profiles.WithPack(numbered()))
			list, ok := diag.From(err)
			require.True(t, ok, "%s: %v", text, err)
			if format == profiles.YAML {
				require.Equal(t, tc.want, brief(list), text)
			}
			require.ElementsMatch(t, withoutPlaces(tc.want), withoutPlaces(brief(list)), text)
			requireReadable(t, list)
			requireInside(t, text, list)
		}
	}
	_, err := profiles.Read(strings.NewReader("facts: {data_kinds: [personal, null]}"), "x", profiles.YAML, profiles.WithPack(numbered()))
	require.ErrorContains(t, err, "AJ209")
	_, err = profiles.Read(strings.NewReader("facts: {kind: {model: yes}, team_size: [5]}"), "x", profiles.YAML, profiles.WithPack(numbered()))
	list, _ := diag.From(err)
	require.Equal(t, []string{"AJ207", "AJ201", "AJ228"}, withoutPlaces(brief(list)), "what takes one value takes one")
}

func withoutPlaces(text string) []string {
	parts := strings.Split(text, "; ")
	for i, part := range parts {
		_, parts[i], _ = strings.Cut(part, " ")
	}
	return parts
}

func TestAssignedSets(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]engine.Answer{
		"personal": engine.Set("personal"), "personal,health": engine.Set("health", "personal"), " health , web, ": engine.Set("health", "scraped"),
		"health、personal": engine.Set("health", "personal"), "unknown": engine.Unknown, "na": engine.NotApplicable,
		"health: no, personal: yes": engine.PartOfSet(map[string]rules.Truth{"personal": rules.True, "health": rules.False}), `["personal", "health"]`: engine.Set("health", "personal"), "[web]": engine.Set("scraped"),
		"{personal: yes, health: no}": engine.PartOfSet(map[string]rules.Truth{"personal": rules.True, "health": rules.False}),
	} {
		for _, opt := range []profiles.LoadOption{profiles.WithAssignments("data_kinds=" + text), profiles.WithEnv("AJAR_SET_DATA_KINDS=" + text)} {
			p, err := profiles.Read(strings.NewReader("facts: {data_kinds: {value: [scraped], note: old}}"), "x", profiles.YAML, profiles.WithPack(numbered()), opt)
			require.NoError(t, err, text)
			require.Equal(t, want, p.Facts["data_kinds"], text)
			require.Empty(t, p.Notes["data_kinds"].Text, "an answer is replaced whole")
		}
	}
	for text, want := range map[string]string{
		"personal,helth": "AJ206 health", ",": "AJ256", "personal,public": "AJ255", "personal,unknown": "AJ258", "[personal": "AJ206 personal", "[]": "AJ256", "health health": "AJ206",
	} {
		_, err := profiles.Read(strings.NewReader("ajar: 1"), "x", profiles.YAML, profiles.WithPack(numbered()), profiles.WithAssignments("data_kinds="+text))
		list, _ := diag.From(err)
		require.Equal(t, "--set "+want, brief(list), text)
	}
	_, err := profiles.Read(strings.NewReader("ajar: 1"), "x", profiles.YAML, profiles.WithAssignments("kind=model,both"))
	require.ErrorContains(t, err, `AJ206 "model,both"`, "what takes one value takes one")
}

// A stronger layer's set replaces a weaker one's; members are never mixed.
func TestSetsOfLayersDoNotMix(t *testing.T) {
	t.Parallel()
	files := folder{"base.yaml": "facts: {data_kinds: [personal, health]}"}
	p, err := profiles.Read(strings.NewReader("extends: [base.yaml]\nfacts: {data_kinds: {scraped: yes}}"), "x.yaml", profiles.YAML, profiles.WithPack(numbered()), profiles.WithOpen(files.open))
	require.NoError(t, err)
	require.Equal(t, engine.PartOfSet(map[string]rules.Truth{"scraped": rules.True}), p.Facts["data_kinds"])
}

func TestSetsLookLikeAPersonWroteThem(t *testing.T) {
	t.Parallel()
	p := engine.Profile{Facts: map[string]engine.Answer{"data_kinds": engine.Set("scraped", "health")}, Notes: map[string]engine.Note{}}
	opt := profiles.WithPack(numbered())
	require.Equal(t, "ajar: 1\n\nfacts:\n  data_kinds: [health, scraped]\n", write(t, p, profiles.YAML, opt), "in the order of the pack")
	require.Contains(t, write(t, p, profiles.JSON, opt), `"data_kinds": ["health", "scraped"]`)
	p.Notes["data_kinds"] = engine.Note{Sure: "low"}
	require.Contains(t, write(t, p, profiles.TOML, opt), `data_kinds = {value = ["health", "scraped"], sure = "low"}`)
	p.Facts["data_kinds"] = engine.Set("health")
	require.Contains(t, write(t, p, profiles.YAML, opt), "  data_kinds: {value: health, sure: low}\n")
	p.Facts["data_kinds"] = engine.PartOfSet(map[string]rules.Truth{"scraped": rules.True, "personal": rules.False})
	require.Contains(t, write(t, p, profiles.YAML, opt), "  data_kinds: {value: {personal: false, scraped: true}, sure: low}\n")
}

const editedSets = `facts:
  data_kinds:   # asked in May
    # from users
    - personal   # letters
    - web
  kind: model # x
`

func TestEditKeepsTheStyleOfSets(t *testing.T) {
	t.Parallel()
	edit := func(text string, a engine.Answer, note engine.Note) string {
		out, err := profiles.Edit([]byte(text), []profiles.FileChange{profiles.SetFact("data_kinds", a, note)}, profiles.WithPack(numbered()))
		require.NoError(t, err)
		return string(out)
	}
	none, low := engine.Note{}, engine.Note{Sure: "low"}
	part := engine.PartOfSet
	for _, tc := range []struct {
		text, old, by string
		answer        engine.Answer
		note          engine.Note
	}{
		{editedSets, "    - web\n", "    - web\n    - health\n", engine.Set("health", "personal", "scraped"), none},
		{editedSets, "    - web\n", "    - web\n", engine.Set("scraped", "personal"), none},
		{editedSets, "    - web\n", "    - health\n", engine.Set("personal", "health"), none},
		{editedSets, "    - web\n", "", engine.Set("personal"), none},
		{editedSets, "    - personal   # letters\n    - web\n", "    - public\n", engine.Set("public"), none},
		{editedSets, "data_kinds:   # asked in May\n    # from users\n    - personal   # letters\n    - web\n", "data_kinds: unknown   # asked in May\n    # from users\n", engine.Unknown, none},
		{"facts:\n  data_kinds:\n  - health\n", "data_kinds:\n  - health\n", "data_kinds: na\n", engine.NotApplicable, none},
		{"facts:\n  data_kinds: [web, personal] # x\n", "[web, personal]", "[web, personal, health]", engine.Set("health", "personal", "scraped"), none},
		{"facts:\n  data_kinds: [web, personal] # x\n", "[web, personal]", "[personal]", engine.Set("personal"), none},
		{"facts:\n  data_kinds: [web, personal] # x\n", "[web, personal]", "{value: [web, personal], sure: low}", engine.Set("personal", "scraped"), low},
		{"facts:\n  data_kinds: personal # x\n", "personal", "[personal, health]", engine.Set("health", "personal"), none},
		{"facts:\n  data_kinds: [\n    personal, # a\n    web, # b\n  ]\n", "    personal, # a\n    web, # b", "    # a\n    web, health, # b", engine.Set("health", "scraped"), none},
		{"facts:\n  data_kinds:\n    value: # v\n    - personal # p\n    - web\n    sure: low # s\n", "    - web\n", "    - health\n", engine.Set("personal", "health"), low},
		{"facts:\n  data_kinds: {personal: yes, health: no, scraped: unknown} # x\n", "health: no", "health: true", part(map[string]rules.Truth{"personal": rules.True, "health": rules.True}), none},
		{"facts:\n  data_kinds:\n    personal: yes # p\n    # c\n    public: no\n    web: unknown # h\n", "    web: unknown # h\n", "    web: unknown # h\n    health: true\n",
			part(map[string]rules.Truth{"personal": rules.True, "health": rules.True}), none},
		{"facts:\n  data_kinds:\n    personal: yes # p\n    public: no\n", ":\n    personal: yes # p\n    public: no\n", ": [personal, health]\n", engine.Set("personal", "health"), none},
		{"facts:\n  data_kinds:\n    value: personal # p\n    note: x\n", "    value: personal # p\n    note: x\n", "    value: {personal: true} # p\n", part(map[string]rules.Truth{"personal": rules.True}), none},
		{"facts:\n  data_kinds:\n    value: # v\n      personal: yes # p\n      public: no # n\n    note: x # y\n", "      public: no # n\n    note: x # y\n", "      public: no # n\n      health: true\n    sure: low\n",
			part(map[string]rules.Truth{"personal": rules.True, "health": rules.True}), low},
	} {
		require.Equal(t, replaceNodeFields(t, tc.text, tc.old, tc.by), edit(tc.text, tc.answer, tc.note))
		crlf := strings.NewReplacer("\n", "\r\n").Replace
		require.Equal(t, crlf(replaceNodeFields(t, tc.text, tc.old, tc.by)), edit(crlf(tc.text), tc.answer, tc.note))
	}
}

// drawSetLines writes an answer to the set in one of the ways that people use, each
// value with a remark that names it.
func drawSetLines(t *rapid.T, values []string) string {
	lead := rapid.SampledFrom([]string{"    ", "  ", "        "}).Draw(t, "indent")
	var list, states string
	words := []string{"yes", "true", "unknown"} // of the first: "no" of everything is no answer
	for _, v := range values {
		list += "\n" + lead + "- " + v + " # " + v
		states += "\n    " + v + ": " + rapid.SampledFrom(words).Draw(t, "state") + " # " + v
		words = []string{"yes", "true", "no", "unknown"}
	}
	flow := "[" + strings.Join(values, ", ") + "]"
	return rapid.SampledFrom([]string{
		" " + flow + " # all", list, "\n    value:" + strings.ReplaceAll(list, "\n"+lead, "\n    "+lead) + "\n    note: why # note",
		" [\n    " + strings.Join(values, ", # x\n    ") + " # y\n  ] # all", "\n    value: " + flow + " # all\n    sure: low", states, " " + values[0],
	}).Draw(t, "style")
}

func TestAnEditOfASetChangesNothingElse(t *testing.T) {
	t.Parallel()
	pack := numbered()
	opt := profiles.WithPack(pack)
	testkit.Check(t, func(t *rapid.T) {
		values := rapid.Permutation([]string{"personal", "health", "scraped"}).Draw(t, "values")[:rapid.IntRange(1, 3).Draw(t, "n")]
		text := "# top\nfacts:\n  kind: model # k\n  data_kinds:" + drawSetLines(t, values) + "\n\n  # end\n  must_recoup: true\n" + rapid.SampledFrom([]string{"", "name: x"}).Draw(t, "end")
		before, err := profiles.Read(strings.NewReader(text), "x", profiles.YAML, opt)
		require.NoError(t, err, text)
		answer := drawAnswer(t, &dataKinds)
		note := engine.Note{Text: rapid.SampledFrom([]string{"", "new"}).Draw(t, "note")}
		out, err := profiles.Edit([]byte(text), []profiles.FileChange{profiles.SetFact("data_kinds", answer, note)}, opt)
		require.NoError(t, err, text)
		after, err := profiles.Read(strings.NewReader(string(out)), "x", profiles.YAML, opt)
		require.NoError(t, err, string(out))
		note.Layer = "x"
		before.Facts["data_kinds"], before.Notes["data_kinds"] = answer, note
		require.Equal(t, before, after, "%s\n----\n%s", text, out)
		for _, line := range []string{"# top", "  kind: model # k", "  # end", "  must_recoup: true"} {
			require.Contains(t, string(out), line+"\n", text)
		}
		members, known := answer.Members()
		for _, v := range values {
			if known && note.Text == "" && members.IsWhole() && members.Truth(v) == rules.True && strings.Contains(text, "- "+v+" # "+v) {
				require.Contains(t, string(out), "- "+v+" # "+v, "a value that stays keeps its remark: %s", text)
			}
		}
	})
}

func TestRewriteAndMigrateSets(t *testing.T) {
	t.Parallel()
	opt := profiles.WithPack(numbered())
	out, err := profiles.Rewrite([]byte(`{"facts": {"data_kinds": ["web", "personal"]}}`), profiles.JSON, []profiles.FileChange{profiles.SetFact("data_kinds", engine.Set("health", "personal", "scraped"), engine.Note{})}, opt)
	require.NoError(t, err)
	require.Contains(t, string(out), `"data_kinds": ["web", "personal", "health"]`)
	for f, texts := range map[profiles.Format][2]string{
		profiles.YAML: {"ajar: 0\nfacts:\n  data_kinds: [personal, web] # x\n", "ajar: 1\nfacts:\n  data_kinds: [personal, scraped] # x\n"},
		profiles.JSON: {`{"ajar": 0, "facts": {"data_kinds": {"value": ["web"]}}}`, `{"ajar": 1, "facts": {"data_kinds": {"value": ["scraped"]}}}`},
		profiles.TOML: {"ajar = 0\nfacts.data_kinds = ['web', # w\n'health']\n", "ajar = 1\nfacts.data_kinds = [\"scraped\", # w\n'health']\n"},
	} {
		m, err := profiles.Migrate([]byte(texts[0]), f, opt)
		require.NoError(t, err)
		require.Equal(t, texts[1], string(m.Text))
	}
	m, err := profiles.Migrate([]byte("ajar: 0\nfacts: {data_kinds: {personal: yes}}"), profiles.YAML, opt)
	require.NoError(t, err)
	require.Equal(t, "ajar: 1\nfacts: {data_kinds: {personal: yes}}", string(m.Text))
}
