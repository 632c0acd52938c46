package profiles_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/testkit"
)

const edited = `# our decision
ajar: 1   # format
name: 'falcon'

facts:   # as of May
  # what it is
  kind: model   # not software
  "must_recoup": true

  build_cost:
    # asked twice
    value: high   # in 2026
    sure: low
    note: |
      a lot,
      in fact
  rights_cleared: {value: "no", note: 'it''s #1'}   # LEG-41

  # the end
priorities: {data_privacy: 3, low_overhead: {weight: 2, by: mei}}
`

func edit(t *testing.T, text string, changes ...profiles.FileChange) string {
	t.Helper()
	out, err := profiles.Edit([]byte(text), changes)
	require.NoError(t, err)
	return string(out)
}

// replaceNodeFields gives the text with one part replaced, which must be there.
func replaceNodeFields(t *testing.T, text, old, by string) string {
	t.Helper()
	require.Equal(t, 1, strings.Count(text, old), old)
	return strings.Replace(text, old, by, 1)
}

func TestEditChangesOneAnswer(t *testing.T) {
	t.Parallel()
	none := engine.Note{}
	for name, tc := range map[string]struct {
		change  profiles.FileChange
		old, by string
	}{
		"value":               {profiles.SetFact("kind", engine.Value("both"), none), "kind: model ", "kind: both "},
		"same value":          {profiles.SetFact("kind", engine.Value("model"), none), "kind: model ", "kind: model "},
		"to the long form":    {profiles.SetFact("kind", engine.Unknown, engine.Note{Sure: "low"}), "kind: model ", "kind: {value: unknown, sure: low} "},
		"quoted key":          {profiles.SetFact("must_recoup", engine.No, none), `"must_recoup": true`, `"must_recoup": false`},
		"long form on a line": {profiles.SetFact("rights_cleared", engine.Value("full"), none), `{value: "no", note: 'it''s #1'}`, "full"},
		"long form, value":    {profiles.SetFact("build_cost", engine.Value("low"), engine.Note{Sure: "low", Text: "a lot,\nin fact\n"}), "value: high ", "value: low "},
		"long form, parts": {profiles.SetFact("build_cost", engine.NotApplicable, engine.Note{By: "mei"}),
			"value: high   # in 2026\n    sure: low\n    note: |\n      a lot,\n      in fact\n", "value: na   # in 2026\n    by: mei\n"},
		"long form, no note":  {profiles.SetFact("build_cost", engine.Value("low"), none), "value: high   # in 2026\n    sure: low\n    note: |\n      a lot,\n      in fact\n", "value: low   # in 2026\n"},
		"new answer":          {profiles.SetFact("export_controlled", engine.Unknown, none), "# LEG-41\n", "# LEG-41\n  export_controlled: unknown\n"},
		"remove":              {profiles.Remove("kind"), "  kind: model   # not software\n", ""},
		"remove the last":     {profiles.Remove("rights_cleared"), "  rights_cleared: {value: \"no\", note: 'it''s #1'}   # LEG-41\n", ""},
		"remove a block":      {profiles.Remove("build_cost"), "  build_cost:\n    # asked twice\n    value: high   # in 2026\n    sure: low\n    note: |\n      a lot,\n      in fact\n", ""},
		"remove nothing":      {profiles.Remove("lifecycle"), "kind", "kind"},
		"weight":              {profiles.SetWeight("data_privacy", 4.5, none), "data_privacy: 3", "data_privacy: 4.5"},
		"weight, long form":   {profiles.SetWeight("low_overhead", 7, engine.Note{Text: "x"}), "{weight: 2, by: mei}", `{weight: 7, note: x}`},
		"new weight":          {profiles.SetWeight("ip_secrecy", 1, none), "by: mei}}", "by: mei}, ip_secrecy: 1}"},
		"remove first weight": {profiles.Remove("data_privacy"), "data_privacy: 3, ", ""},
		"remove last weight":  {profiles.Remove("low_overhead"), ", low_overhead: {weight: 2, by: mei}", ""},
		"remove text":         {profiles.Remove("name"), "name: 'falcon'\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			want := replaceNodeFields(t, edited, tc.old, tc.by)
			require.Equal(t, want, edit(t, edited, tc.change))
			crlf := strings.NewReplacer("\n", "\r\n").Replace
			require.Equal(t, "\ufeff"+crlf(want), edit(t, "\ufeff"+crlf(edited), tc.change))
		})
	}
}

func TestEditMakesAndEmptiesSections(t *testing.T) {
	t.Parallel()
	kind, none := profiles.SetFact("kind", engine.Value("both"), engine.Note{}), engine.Note{}
	require.Equal(t, "ajar: 1\n\nfacts:\n  kind: both\n", edit(t, "ajar: 1", kind), "a missing line break is added")
	require.Equal(t, "ajar: 1\nfacts: {} # none\n# rest\n", edit(t, "ajar: 1\nfacts: # none\n  kind: model # x\n# rest\n", profiles.Remove("kind")))
	require.Equal(t, "facts: # none\n  kind: both\nname: x\n", edit(t, "facts: {} # none\nname: x\n", kind))
	require.Equal(t, "facts:\n  kind: both\n", edit(t, "facts: {}", kind))
	require.Equal(t, `{"ajar": 1, facts: {kind: both}}`, edit(t, `{"ajar": 1}`, kind))
	require.Equal(t, `{"ajar": 1, "facts": {kind: both}}`, edit(t, `{"ajar": 1, "facts": {}}`, kind))
	require.Equal(t, "facts: {}\npriorities: {}\n", edit(t, "facts: {kind: model}\npriorities: {data_privacy: 1}\n", profiles.Remove("kind"), profiles.Remove("data_privacy")))
	require.Equal(t, "facts: {\n  kind: both, # a\n  must_recoup: true\n}\n", edit(t, "facts: {\n  kind: model, # a\n  must_recoup: true\n}\n", kind))
	require.Equal(t, "facts:\n  kind:\n    both\n", edit(t, "facts:\n  kind:\n    model\n", kind))
	require.Equal(t, "facts:\n  ? kind\n  : both\n", edit(t, "facts:\n  ? kind\n  : model\n", kind))
	require.Equal(t, "ajar: 1\n\nfacts:\n  kind: both\n  must_recoup: true\n\npriorities:\n  data_privacy: 3\n",
		edit(t, "ajar: 1\n", kind, profiles.SetFact("must_recoup", engine.Yes, none), profiles.SetWeight("data_privacy", 3, none)))
}

func TestEditRefuses(t *testing.T) {
	t.Parallel()
	none := engine.Note{}
	for name, tc := range map[string]struct {
		text   string
		change profiles.FileChange
		want   string
	}{
		"a broken file":           {"facts: {kind: modle}", profiles.Remove("kind"), "1:15 AJ206 model"},
		"no YAML":                 {"facts: [", profiles.Remove("kind"), "1 AJ014"},
		"an unknown id":           {"ajar: 1", profiles.SetFact("kinds", engine.Unknown, none), " AJ222 kind"},
		"a weight for a fact":     {"ajar: 1", profiles.SetWeight("kind", 1, none), " AJ222"},
		"a value that is none":    {"ajar: 1", profiles.SetFact("kind", engine.Value("modle"), none), "4:9 AJ206 model"},
		"a weight that is none":   {"ajar: 1", profiles.SetWeight("data_privacy", 11, none), "4:17 AJ224"},
		"text that is no UTF-8":   {"ajar: 1", profiles.SetFact("kind", engine.Unknown, engine.Note{Text: "\xff"}), " AJ012"},
		"weights from a ranking":  {"ranking: [data_privacy]", profiles.SetWeight("low_overhead", 1, none), "3:1 AJ236"},
		"an indented file":        {"  ajar: 1\n", profiles.SetWeight("data_privacy", 1, none), " AJ238"},
		"the end of the document": {"facts: {}\n...\n", profiles.SetWeight("data_privacy", 1, none), " AJ238"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := profiles.Edit([]byte(tc.text), []profiles.FileChange{tc.change})
			list, ok := diag.From(err)
			require.True(t, ok, "%v", err)
			require.Equal(t, tc.want, strings.TrimPrefix(brief(list), ":"), list)
		})
	}
}

// layout writes a profile in a random style: which lines are of which answer
// is kept.
type layout struct {
	lines []string
	owner []string // the id that a line belongs to, "" for none
}

func (l *layout) add(owner string, lines ...string) {
	for _, line := range lines {
		l.lines, l.owner = append(l.lines, line), append(l.owner, owner)
	}
}

func (l *layout) answer(t *rapid.T, id, key, value string) {
	note := rapid.SampledFrom([]string{"", "x # y", "it's: {odd}", `"q"`}).Draw(t, "note")
	quoted := "'" + strings.ReplaceAll(note, "'", "''") + "'"
	remark := rapid.SampledFrom([]string{"", " # why", "   # a: b, {c}"}).Draw(t, "remark")
	switch rapid.IntRange(0, 3).Draw(t, "style") {
	case 0:
		l.add(id, "  "+id+": "+value+remark)
	case 1:
		l.add(id, "  '"+id+"':   {"+key+": "+value+", note: "+quoted+"}"+remark)
	case 2:
		l.add(id, "  "+id+":"+remark, "    "+key+": "+value+remark, "    # inside", "    note: "+quoted+remark)
	case 3:
		l.add(id, "  "+id+": {", "    note: "+quoted+",", "    "+key+": "+value+remark, "  }"+remark)
	}
}

func (l *layout) filler(t *rapid.T) {
	l.add("", rapid.SampledFrom([][]string{nil, nil, {""}, {"  # a remark: {x"}, {"# far left", ""}}).Draw(t, "filler")...)
}

// Every line that is not the answer's own stays, in its order, and the meaning
// changes in that answer alone.
func TestAnEditChangesNothingElse(t *testing.T) {
	t.Parallel()
	pack := rules.Core()
	testkit.Check(t, func(t *rapid.T) {
		l := &layout{}
		l.filler(t)
		l.add("", "ajar: 1", "name: x # y")
		l.filler(t)
		facts := rapid.SliceOfNDistinct(rapid.SampledFrom(pack.Facts), 1, 6, func(f rules.Fact) string { return f.ID }).Draw(t, "facts")
		l.add("", "facts: # here")
		for _, f := range facts {
			l.filler(t)
			l.answer(t, f.ID, "value", quoteWord(rapid.SampledFrom(f.ValueIDs()).Draw(t, "value"), f.Type))
		}
		l.filler(t)
		l.add("", "priorities:")
		l.answer(t, "data_privacy", "weight", "3")
		l.filler(t)
		text := strings.Join(l.lines, "\n") + rapid.SampledFrom([]string{"", "\n", "\n\n# end\n"}).Draw(t, "end")
		before, err := profiles.Read(strings.NewReader(text), "x", profiles.YAML)
		require.NoError(t, err, text)

		f := rapid.SampledFrom(append(slices.Clone(facts), pack.Facts[0], pack.Facts[7])).Draw(t, "fact")
		note := engine.Note{Text: rapid.SampledFrom([]string{"", "new", "a\nb # c"}).Draw(t, "new note")}
		change := profiles.Remove(f.ID)
		if !rapid.Bool().Draw(t, "remove") {
			answer := drawAnswer(t, &f)
			change = profiles.SetFact(f.ID, answer, note)
			note.Layer = "x"
			before.Facts[f.ID], before.Notes[f.ID] = answer, note
		} else {
			delete(before.Facts, f.ID)
			delete(before.Notes, f.ID)
		}
		out, err := profiles.Edit([]byte(text), []profiles.FileChange{change})
		require.NoError(t, err, text)
		after, err := profiles.Read(strings.NewReader(string(out)), "x", profiles.YAML)
		require.NoError(t, err, "%s\n----\n%s", text, out)
		require.Equal(t, before, after, "%s\n----\n%s", text, out)
		requireOthersKept(t, l, f.ID, string(out))
	})
}

func quoteWord(v string, kind rules.FactType) string {
	if kind != rules.BoolFact {
		return `"` + v + `"`
	}
	return v
}

func requireOthersKept(t *rapid.T, l *layout, id, out string) {
	rest := strings.Split(out, "\n")
	for i, line := range l.lines {
		if l.owner[i] == id {
			continue
		}
		at := slices.IndexFunc(rest, func(s string) bool { return s == line || s == strings.Replace(line, "facts:", "facts: {}", 1) })
		require.GreaterOrEqual(t, at, 0, "lost %q from\n%s\n----\n%s", line, strings.Join(l.lines, "\n"), out)
		rest = rest[at+1:]
	}
}

// Other formats are written anew and say the same but for the change.
func TestRewrite(t *testing.T) {
	t.Parallel()
	texts := map[profiles.Format]string{
		profiles.JSON: `{"ajar": 1, "title": {"en": "a", "zh": "b"}, "extends": ["preset:model_startup"], "facts": {"kind": {"value": "model", "by": "mei"}}, "limits": [{"exclude": ["in_house"], "because": "no"}]}`,
		profiles.TOML: "# ours\najar = 1\nextends = ['preset:model_startup']\ntitle = {en = 'a', zh = 'b'}\n[facts]\nkind = {value = 'model', by = 'mei'}\n[[limits]]\nexclude = ['in_house']\nbecause = 'no'\n",
		profiles.YAML: "ajar: 1\ntitle: {en: a, zh: b}\nextends: [preset:model_startup] # ours\nfacts: {kind: {value: model, by: mei}}\nlimits: [{exclude: [in_house], because: no way}]\n",
	}
	ranked := engine.Profile{WeightsFrom: elicit.Input{Ranking: [][]string{{"ip_secrecy"}, {"data_privacy"}}}}
	var err error
	ranked.Weights, err = ranked.WeightsFrom.Weights()
	require.NoError(t, err)
	for format, text := range texts {
		before, err := profiles.Read(strings.NewReader(text), "p", format)
		require.NoError(t, err)
		out, err := profiles.Rewrite([]byte(text), format, []profiles.FileChange{
			profiles.SetFact("rights_cleared", engine.Unknown, engine.Note{}), profiles.SetWeights(ranked),
		})
		require.NoError(t, err, format)
		require.Contains(t, string(out), "preset:model_startup")
		after, err := profiles.Read(bytes.NewReader(out), "p", format)
		require.NoError(t, err, "%s", out)
		require.Equal(t, ranked.Weights, after.Weights)
		require.Equal(t, ranked.WeightsFrom, after.WeightsFrom)
		require.Equal(t, engine.Unknown, after.Facts["rights_cleared"])
		require.Equal(t, before.Facts["kind"], after.Facts["kind"])
		require.Equal(t, "mei", after.Notes["kind"].By)
		require.Equal(t, before.Limits, after.Limits)

		_, err = profiles.Rewrite([]byte(text), format, []profiles.FileChange{profiles.SetFact("kidn", engine.Yes, engine.Note{})})
		require.ErrorContains(t, err, "AJ222")
		_, err = profiles.Rewrite([]byte("{"), format, nil)
		require.Error(t, err)
		_, err = profiles.Rewrite([]byte(text), format, []profiles.FileChange{profiles.SetWeight("ip_secrecy", 11, engine.Note{})})
		require.Error(t, err, "what would be a mistake is not written")
	}
}
