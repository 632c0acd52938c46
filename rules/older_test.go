package rules_test

import (
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
)

// A pack of the first version says in vetoes.yaml which options are ruled out, and
// nothing of acts. It is read: each veto is a bar on an act of its own.
func TestVetoesOfTheFirstVersionAreRead(t *testing.T) {
	t.Parallel()
	files := coreFiles(t)
	for name := range files {
		switch path.Base(name) {
		case "acts.yaml", "bars.yaml", "duties.yaml":
			delete(files, name)
		}
		if strings.HasPrefix(name, "options/") && !strings.HasSuffix(name, "_test.yaml") {
			files[name] = without(files[name], `(?m)^ +acts:\n( +(code|model|data|tooling|interfaces|texts): \[.*\]\n)+`, `(?m)^ +acts_if:\n( +- \{.*\n)+`)
		}
		switch name {
		case "components.yaml":
			files[name] = without(files[name], `(?m)^    kind: .*\n`)
		case "steps.yaml":
			files[name] = without(files[name], `(?m)^    (about|phase|by|acts|acts_if|not_for): .*\n`)
		}
	}
	delete(files, "sheet.yaml") // a later file, which names duties
	delete(files, "zh/sheet.yaml")
	files["vetoes.yaml"] = &fstest.MapFile{Data: []byte(`vetoes:
  - id: copyleft_inside
    when: {upstream_terms: strong_copyleft}
    blocks: [closed_product, dual_licence]
    component: inherited_parts
    separable_if: {uncleared_parts_separable: true}
    duty: {en: "Keep the copyleft parts apart.", zh: "使著佐权部分保持独立。"}
    text: {en: "It contains copyleft code.", zh: "其中含有著佐权代码。"}
    lift: {en: "Replace it.", zh: "将其替换。"}
    source: [gpl_terms]
`)}
	p, err := rules.Load(files)
	require.NoError(t, err)
	require.Len(t, p.Bars, 1)
	require.Equal(t, rules.BeforeRelease, p.Steps[0].PhaseOrDefault(), "its steps told no phase")
	require.Equal(t, rules.ProductRole, p.Steps[0].RoleOrDefault())
	bar := p.Bar("copyleft_inside")
	require.Equal(t, []string{"copyleft_inside"}, bar.Forbids)
	require.Equal(t, "Keep the copyleft parts apart.", bar.Escapes[0].Text.In("en"))
	require.NotNil(t, bar.Escapes[0].Do, "what can be separated is something to do")
	for i := range p.Options {
		o := &p.Options[i]
		blocked := o.ID == "closed_product" || o.ID == "dual_licence"
		for _, kind := range p.PartKinds {
			require.Equal(t, blocked, len(o.ActsWith(o.ListForms()[0], kind.ID)) == 1, o.ID)
		}
	}
}

// without gives a file without what the expressions match.
func without(f *fstest.MapFile, expressions ...string) *fstest.MapFile {
	data := f.Data
	for _, x := range expressions {
		data = regexp.MustCompile(x).ReplaceAll(data, nil)
	}
	return &fstest.MapFile{Data: data}
}

// A pack whose options have splits is read: each is a form, possible if there is a
// way to split and a reason to.
func TestSplitsOfOlderPacksAreRead(t *testing.T) {
	t.Parallel()
	files := coreFiles(t)
	const name = "options/gated_access.yaml"
	form := regexp.MustCompile(`(?s)\n    forms:\n.*\n    source:`)
	require.Regexp(t, form, string(files[name].Data))
	files[name] = &fstest.MapFile{Data: form.ReplaceAll(files[name].Data, []byte(`
    splits:
      - id: gated_research
        title: "Gated research access"
        precondition: {kind: model}
        trigger: {reproducibility_need: true}
        gives: [weights]
        keeps: [training_data]
        text: "Give it to some."
        danger: "It may leak."
        source: [mof_2024]
    source:`))}
	for name := range files {
		if strings.HasPrefix(name, "zh/options/gated") {
			delete(files, name)
		}
	}
	for _, scoped := range []string{"components.yaml", "licences.yaml", "steps.yaml", "counsel.yaml"} {
		files[scoped] = without(files[scoped], `source_for_customers,? ?`, ` *(not_)?for: \[\]\n`)
	}
	p, err := rules.Load(files)
	require.NoError(t, err)
	f := p.Option("gated_access").Form("gated_research")
	require.ElementsMatch(t, []string{"kind", "reproducibility_need"}, f.Requires.Facts(nil))
	require.Equal(t, []string{"weights"}, f.Gives)
	require.Equal(t, "Give it to some.", f.Text.In("en"))
}
