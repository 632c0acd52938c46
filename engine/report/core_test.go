package report_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

var core = sync.OnceValues(func() (*engine.Engine, error) { return engine.New(rules.Core()) })

// anyDecision draws a profile for the core pack, or a whole random pack.
func anyDecision(t *rapid.T) decision {
	if rapid.Bool().Draw(t, "core") {
		e, err := core()
		require.NoError(t, err)
		return recommend(t, e, gen.Profile(t, rules.Core()))
	}
	p := gen.Pack(t, gen.Usual)
	e, err := engine.New(p)
	require.NoError(t, err)
	profile := gen.Profile(t, p)
	profile.Parts = gen.Parts(t, p)
	return recommend(t, e, profile)
}

// TestAnyDecision draws and analyses a decision once for all that holds of every one.
func TestAnyDecision(t *testing.T) {
	t.Parallel()
	testkit.Check(t, func(t *rapid.T) {
		r, lang := anyDecision(t), anyLang(t)
		for _, hold := range []func(*rapid.T, decision, string){
			requireLinesThatFit, requireRowsInSentences, requireNoDrawing, requireAlignedBars,
			requireCodesOnly, requireNamedArguments, requireCompleteDocument, requireSameInCSV,
		} {
			hold(t, r, lang)
		}
	})
}

func anyLang(t *rapid.T) string { return rapid.SampledFrom(languages).Draw(t, "lang") }

var (
	oneWord = regexp.MustCompile(`^[^\s\p{Han}]+$`)
	drawn   = regexp.MustCompile(`<-?\+-?>|[ #][|?][ #\n]`)
)

// unbreakable says that a line is one word, perhaps behind a bullet, that may
// be wider than the page.
func unbreakable(line string) bool {
	word := strings.TrimPrefix(strings.TrimSpace(line), "- ")
	return oneWord.MatchString(strings.Trim(word, "（）()，。；：、,.;:“”\""))
}

// No line is too wide, and nothing is dropped for it.
func requireLinesThatFit(t *rapid.T, r decision, lang string) {
	width := rapid.IntRange(20, 200).Draw(t, "width")
	plain := rapid.Bool().Draw(t, "accessible")
	got := written(t, r, report.Text, report.Lang(lang), report.Width(width), report.Accessible(plain))
	for line := range strings.Lines(got) {
		line = strings.TrimSuffix(line, "\n")
		require.True(t, layout.TextWidth(line) <= width || unbreakable(line), "%d: %q", width, line)
		require.Equal(t, strings.TrimRight(line, " "), line)
	}
	all := squeezed(got)
	wide := written(t, r, report.Text, report.Lang(lang), report.Width(100000), report.Accessible(plain))
	if plain {
		require.Equal(t, squeezed(wide), all)
		return
	}
	for line := range strings.Lines(wide) {
		if !strings.Contains(line, "  ") || strings.HasPrefix(line, "  - ") { // no row of a table
			require.True(t, strings.Contains(all, squeezed(line)), line)
		}
	}
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

// All that a row of a table says is in its sentences too: what stands in the
// cells is on the pages that have no columns.
func requireRowsInSentences(t *rapid.T, r decision, lang string) {
	columns := written(t, r, report.Markdown, report.Lang(lang))
	bare := func(s string) string { return strings.ToLower(squeezed(s)) }
	pages := []string{
		bare(written(t, r, report.Text, report.Lang(lang), report.Accessible(true))),
		bare(written(t, r, report.Text, report.Lang(lang), report.Width(25))),
	}
	heading := true // the row of headings of a table
	for line := range strings.Lines(columns) {
		if !strings.HasPrefix(line, "| ") || strings.HasPrefix(line, "| ---") {
			heading = !strings.HasPrefix(line, "| ---")
			continue
		}
		for cell := range strings.SplitSeq(strings.Trim(line, "| \n"), " | ") {
			cell = strings.TrimSuffix(cell, ` \*`)
			if heading || cell == "none" { // "no weight"
				continue
			}
			for _, p := range pages {
				require.True(t, strings.Contains(p, bare(cell)), cell)
			}
		}
	}
}

// What is heard has no drawing.
func requireNoDrawing(t *rapid.T, r decision, lang string) {
	got := written(t, r, report.Text, report.Lang(lang), report.Accessible(true))
	require.NotRegexp(t, `[|#]|<[-+]|->|[\x{2190}-\x{21FF}\x{2500}-\x{259F}]|\x1b`, got)
	if r.Stance == engine.NoBasis {
		return
	}
	for i := range r.Pack.Dimensions {
		title := r.Pack.Dimensions[i].Title.In(lang)
		require.Regexp(t, `(?m)^ *`+regexp.QuoteMeta(title)+`(: (Leans|Balanced|No lean)|：((略微|明显|强烈)倾向|持平|无倾向))`, got)
	}
}

// A bar's middle stands in the same column of every row, whatever a terminal
// takes characters of ambiguous width to be.
func requireAlignedBars(t *rapid.T, r decision, lang string) {
	width := rapid.SampledFrom([]int{40, 80, 200}).Draw(t, "width")
	at := -1
	for line := range strings.Lines(written(t, r, report.Text, report.Lang(lang), report.Width(width))) {
		i := strings.IndexAny(line, "|?+")
		if i < 0 || !drawn.MatchString(line) {
			continue
		}
		require.True(t, layout.HasFixedWidth(line[:i]), line)
		if at < 0 {
			at = layout.TextWidth(line[:i])
		}
		require.Equal(t, at, layout.TextWidth(line[:i]), line)
	}
}

// Colour only adds codes.
func requireCodesOnly(t *rapid.T, r decision, _ string) {
	plain := written(t, r, report.Text)
	colored := written(t, r, report.Text, report.Color(true))
	require.NotContains(t, plain, "\x1b")
	require.Contains(t, colored, "\x1b[1m")
	codes := regexp.MustCompile(`\x1b\[(0|1|3[1-7])m`)
	require.Equal(t, plain, codes.ReplaceAllString(colored, ""))
}

// Every argument that counts is named with what gave it its mass, and every
// dimension is there. That each sentence is backed is tested from inside.
func requireNamedArguments(t *rapid.T, r decision, lang string) {
	doc := document(t, r, lang)
	require.Len(t, doc.Dimensions, len(r.Pack.Dimensions))
	for i, d := range doc.Dimensions {
		require.Equal(t, r.Pack.Dimensions[i].ID, d.ID)
		for _, a := range d.Arguments {
			require.Contains(t, d.Justification, a.ID)
			require.Contains(t, d.Justification, a.Text[:len(a.Text)-3])
			require.NotEmpty(t, a.Sources)
			require.True(t, len(a.Priorities) > 0 || len(a.Facts) > 0)
			for _, s := range a.Sources {
				require.Contains(t, d.Justification, s)
			}
			requireCredited(t, r.Pack.Argument(a.ID), &a)
			require.Contains(t, d.Justification, strings.TrimRight(a.Caveat, ".。"), "the caveat stands where the claim is")
		}
	}
}

// requireCredited holds that the document tells who claims an argument apart
// from who graded it, as the pack does.
func requireCredited(t require.TestingT, def *rules.Argument, a *report.Argument) {
	require.Equal(t, def.ClaimedBy, a.ClaimedBy)
	require.Len(t, a.GradedBy, len(def.GradedBy))
	for i, g := range def.GradedBy {
		require.Equal(t, report.Grading{Source: g.Source, Found: g.Found}, a.GradedBy[i])
	}
	require.Equal(t, def.Sources(), a.Sources)
	require.Equal(t, def.Sources()[0], *a.Source)
}

// A work that found something else than a claim says is cited with what it
// found, never as one that says so; and no claim stands without its caveat, in
// the long form nor in the summary.
func TestWhoClaimsAndWhoGradedAreToldApart(t *testing.T) {
	t.Parallel()
	e, err := core()
	require.NoError(t, err)
	p := engine.Profile{Name: "all", Weights: map[string]float64{}}
	for _, id := range rules.Core().PriorityIDs() {
		p.Weights[id] = 5
	}
	r := recommend(t, e, p)
	for lang, words := range map[string]map[rules.Finding]string{
		"en": {rules.Supports: "%s supports it", rules.FoundMixed: "%s mixed", rules.FoundWeak: "%s weak", rules.Against: "%s against it"},
		"zh": {rules.Supports: "%s 支持该主张", rules.FoundMixed: "%s 结果不一", rules.FoundWeak: "%s 证据薄弱", rules.Against: "%s 与该主张相悖"},
	} {
		doc, seen := document(t, r, lang), map[rules.Finding]bool{}
		for _, d := range doc.Dimensions {
			require.NotEmpty(t, d.Arguments, d.ID)
			for _, a := range d.Arguments {
				require.Contains(t, d.Justification, strings.TrimRight(a.Caveat, ".。"), a.ID)
				for _, g := range a.GradedBy {
					require.Contains(t, d.Justification, fmt.Sprintf(words[g.Found], g.Source), a.ID)
					seen[g.Found] = true
				}
			}
		}
		require.Len(t, seen, len(rules.Findings()))
		require.Regexp(t, `a claim (with|that)|这一主张(有|证据|与)`, doc.Summary)
	}
}

// The document follows its schema.
func requireCompleteDocument(t *rapid.T, r decision, lang string) {
	got := written(t, r, report.JSON, report.Lang(lang))
	var doc map[string]any
	require.NoError(t, json.Unmarshal([]byte(got), &doc))
	require.NoError(t, schema().Validate(doc))
	require.NotContains(t, got, "NaN")
}
