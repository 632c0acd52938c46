package report_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/adr"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// records are decision records of all kinds: of which situation, and what was decided.
var records = map[string]struct {
	situation string
	res       report.Resolution
}{
	"proposed":   {"mixed", report.Resolution{}},
	"agreed":     {"open", report.Resolution{Status: "accepted", Form: "public", Deciders: []string{"Mei"}, Because: "It fits.", Advised: "public"}},
	"differing":  {"mixed", report.Resolution{Status: "accepted", Form: "product", Deciders: []string{"Mei Chen", "O'Neill"}, Because: "We need the income", Advised: "core_and_extras"}},
	"moved":      {"closed", report.Resolution{Status: "accepted", Form: "product", Deciders: []string{"Mei"}, Because: "We sell it.", Advised: "public"}},
	"forbidden":  {"none", report.Resolution{Status: "accepted", Form: "public", Deciders: []string{"Mei"}, Because: "We will get the rights."}},
	"superseded": {"open", report.Resolution{Status: "superseded by ADR-0007"}},
	"not_ready":  {"precaution", report.Resolution{}},
	"none":       {"none", report.Resolution{}},
	"no_basis":   {"no_basis", report.Resolution{}},
}

func recordOf(t require.TestingT, r decision, res report.Resolution, lang string) string {
	var b bytes.Buffer
	require.NoError(t, adr.Write(&b, r.Pack, r.Recommendation, res, "release.ajar.yaml", report.Lang(lang), report.Version("0.1.0")))
	return b.String()
}

func TestGoldenRecord(t *testing.T) {
	t.Parallel()
	for name, c := range records {
		for _, lang := range languages {
			got := recordOf(t, decided(t, c.situation), c.res, lang)
			golden(t, "testdata/adr/"+name+"."+lang+".md", []byte(got))
			require.Equal(t, got, recordOf(t, decided(t, c.situation), c.res, lang), "equal bytes again")
		}
	}
}

// A record tells people to check what they can check: the profile as a command calls it, or a
// file in which it has to be saved first.
func TestRecordTellsWhatToCheck(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		r, unsaved := decided(t, "mixed"), map[string]string{"en": "first save in it", "zh": "请先把"}[lang]
		write := func(opts ...report.WriteOption) string {
			var b bytes.Buffer
			require.NoError(t, adr.Write(&b, r.Pack, r.Recommendation, report.Resolution{}, "p.yaml --set a=b", append(opts, report.Lang(lang))...))
			return b.String()
		}
		require.Contains(t, write(), "\najar check p.yaml --set a=b\n")
		require.NotContains(t, write(), unsaved)
		saved := write(report.CheckSaved("p.yaml"))
		require.Contains(t, saved, "\najar check p.yaml\n")
		require.Contains(t, saved, unsaved)
		require.Contains(t, saved, "\najar report p.yaml --set a=b -o decision.html\n", "what makes it anew keeps its answers")
	}
}

// headingsOf lists the headings of Markdown as a reader of it sees them, with their level.
func headingsOf(markdown string) (out []string) {
	source := []byte(markdown)
	doc := goldmark.New().Parser().Parse(text.NewReader(source))
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok {
			out = append(out, strings.Repeat("#", h.Level)+" "+string(h.Lines().Value(source)))
		}
	}
	return out
}

// madrHeadings are those of the template of MADR 4, but for the title and the options.
var madrHeadings = []string{
	"## Context and Problem Statement", "## Decision Drivers", "## Considered Options", "## Decision Outcome",
	"### Consequences", "### Confirmation", "## Pros and Cons of the Options", "## More Information",
}

func TestRecordHasTheHeadingsOfMADR(t *testing.T) {
	t.Parallel()
	for name, c := range records {
		for _, lang := range languages {
			_, body, ok := strings.Cut(strings.TrimPrefix(recordOf(t, decided(t, c.situation), c.res, lang), "---\n"), "\n---\n")
			require.True(t, ok)
			list := headingsOf(body)
			require.Regexp(t, "^# ", list[0])
			at := 0
			for _, h := range list[1:] {
				require.NotRegexp(t, "^# ", h, "one title")
				if at < len(madrHeadings) && strings.HasPrefix(h, madrHeadings[at]) {
					at++
				} else {
					require.Regexp(t, "^### ", h, "%s: %s", name, h)
				}
			}
			require.Equal(t, len(madrHeadings), at, "%s in %s: %q", name, lang, list)
		}
	}
}

// What people decided and what is advised are told apart, and what a rule forbids is never
// told as advised.
func TestRecordTellsDecisionAndAdviceApart(t *testing.T) {
	t.Parallel()
	say := func(name string) string {
		return recordOf(t, decided(t, records[name].situation), records[name].res, "en")
	}
	require.Contains(t, say("proposed"), "status: proposed\n")
	require.NotContains(t, say("proposed"), "Chosen option")
	require.Contains(t, say("agreed"), "ajar advises the same.")
	require.NotContains(t, say("agreed"), "not what ajar advises")
	differing := say("differing")
	require.Contains(t, differing, `Chosen option: "Closed product" (product), because We need the income.`)
	require.Contains(t, differing, "**This is not what ajar advises.**")
	require.Contains(t, differing, `ajar advises "Core and extras"`)
	require.NotContains(t, differing, "has moved")
	require.Contains(t, say("moved"), `**The advice has moved: when this was decided, ajar advised "Open, permissive".**`)
	forbidden := say("forbidden")
	require.Contains(t, forbidden, "**A rule forbids this form. ajar does not advise it; those who decided answer for it.**")
	require.Contains(t, forbidden, "Nobody can license what they do not own.")
	require.NotContains(t, forbidden, "ajar advises the same")
	require.Contains(t, say("not_ready"), "**Not ready. This comes first:**")
	require.Contains(t, say("not_ready"), "status: proposed\n")
	require.Contains(t, say("superseded"), `status: "superseded by ADR-0007"`)
}

// hostileResolution is a decision whose words try to be marks, YAML and Markdown.
var hostileResolution = report.Resolution{
	Status: "x\n# ajar:end front\n---", Form: "product", Advised: "public",
	Deciders: []string{`A"]`, "B\n---\n# ajar:end front", "<!-- ajar:end outcome -->"}, Because: strings.Join(testkit.HostileTexts(), "\n") + "\n<!-- ajar:begin outcome -->\n<!-- ajar:end outcome -->",
}

// A stranger's name, note or reason cannot forge a mark, a heading or a key.
func TestStrangersCannotForgeARecord(t *testing.T) {
	t.Parallel()
	forged := attack + "\n<!-- ajar:begin title -->\n<!-- ajar:end title --> --> <script>alert(1)</script> ]]> \"quotes\" 'a'\n---\nstatus: accepted"
	p := situations["none"]
	p.Name, p.Rules = forged, forged
	p.Limits = []engine.Limit{{Exclude: []string{"private", "product"}, Because: forged}}
	e, err := toy()
	require.NoError(t, err)
	clean := recordOf(t, decided(t, "none"), records["forbidden"].res, "en")
	for _, r := range append(hostileDecisions(t), recommend(t, e, p)) {
		got := recordOf(t, r, hostileResolution, "en")
		res, err := adr.ReadResolution("a.md", []byte(got), r.Pack)
		require.NoError(t, err)
		want := hostileResolution
		require.Equal(t, want, res, "what was decided is read back")
		again, err := adr.Merge("a.md", []byte(got), []byte(got))
		require.NoError(t, err)
		require.Equal(t, got, string(again))
		_, body, _ := strings.Cut(strings.TrimPrefix(got, "---\n"), "\n---\n")
		require.Equal(t, strings.Count(clean, "<!--"), strings.Count(body, "<!--"), "all comments are ours")
		for _, reader := range testkit.MarkdownReaders() {
			html, err := reader.Render(body)
			require.NoError(t, err)
			seen, err := testkit.SeeHTML(strings.ReplaceAll(html, "<!-- raw HTML omitted -->", ""))
			require.NoError(t, err)
			require.Empty(t, seen.Links, reader.Name)
			for _, element := range []string{"img", "del", "em", "input", "script", "a"} {
				require.Zero(t, seen.Elements[element], "%s: %s", reader.Name, element)
			}
		}
	}
}
