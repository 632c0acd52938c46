package report_test

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
)

// shippedResult is the analysis of a preset or a documented decision.
type shippedResult struct {
	name string
	*engine.Recommendation
}

// analyseShipped analyses all presets and the documented decisions, of which a few do for a
// short run. Every test shares the results.
var analyseShipped = sync.OnceValues(func() (list struct{ presets, cases []shippedResult }, err error) {
	presets, cases := profiles.Presets(), profiles.Cases()
	if testing.Short() {
		presets, cases = presets[:5], cases[:5]
	}
	for _, x := range presets {
		r, err := analysePreset(x.Name)
		if err != nil {
			return list, err
		}
		list.presets = append(list.presets, shippedResult{x.Name, r})
	}
	for _, x := range cases {
		r, err := analyseCase(x.Name)
		if err != nil {
			return list, err
		}
		list.cases = append(list.cases, shippedResult{x.Name, r})
	}
	return list, nil
})

func analysePreset(name string) (*engine.Recommendation, error) {
	p, err := profiles.Preset(name, profiles.WithPack(rules.Core()))
	if err != nil {
		return nil, err
	}
	return analyseCore(p)
}

func analyseCase(name string) (*engine.Recommendation, error) {
	p, err := profiles.Case(name, profiles.WithPack(rules.Core()))
	if err != nil {
		return nil, err
	}
	return analyseCore(p)
}

func analyseCore(p engine.Profile) (*engine.Recommendation, error) {
	e, err := core()
	if err != nil {
		return nil, err
	}
	return e.Analyse(context.Background(), p)
}

// listShipped gives the results of all presets and documented decisions.
func listShipped(t *testing.T) []shippedResult {
	t.Helper()
	list, err := analyseShipped()
	require.NoError(t, err)
	return slices.Concat(list.presets, list.cases)
}

func draw(t *testing.T, r shippedResult, x report.Extent, lang string, width int) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, report.Write(&b, rules.Core(), r.Recommendation, report.Text, report.Length(x), report.Lang(lang), report.Width(width), report.Footer("1 go on")))
	return b.String()
}

// A card fits one screen and a page some sixty lines; on half the columns they take
// two to three times as many.
func TestLengthsFitTheirScreens(t *testing.T) {
	t.Parallel()
	limits := []struct {
		extent report.Extent
		width  int
		lines  int
	}{{report.CardExtent, 80, 24}, {report.PageExtent, 80, 60}, {report.CardExtent, 40, 60}, {report.PageExtent, 40, 140}}
	for _, r := range listShipped(t) {
		for _, lang := range []string{"en", "zh"} {
			for _, l := range limits {
				text := draw(t, r, l.extent, lang, l.width)
				if n := strings.Count(strings.Trim(text, "\n"), "\n") + 1; n > l.lines {
					t.Errorf("%s %s %s at %d columns: %d lines, %d are allowed", r.name, lang, l.extent, l.width, n, l.lines)
				}
			}
		}
	}
}

// What a card does not tell it counts: nothing that binds is lost.
func TestCardTellsOrCountsAll(t *testing.T) {
	t.Parallel()
	for _, r := range listShipped(t) {
		for _, lang := range []string{"en", "zh"} {
			doc, err := report.Document(rules.Core(), r.Recommendation, lang, "")
			require.NoError(t, err)
			on := map[report.CardKind][]string{}
			for _, l := range doc.Card.Lines {
				require.NotEmpty(t, l.Label)
				on[l.Kind] = append(l.Told, l.Counted...)
				requireCounted(t, l)
			}
			for _, c := range doc.Conditions {
				require.Contains(t, on[report.WaitsLine], c.ID, r.name)
			}
			for _, c := range doc.Cautions {
				require.Contains(t, on[report.WatchLine], c.ID, r.name)
			}
			for _, d := range doc.Duties {
				require.Contains(t, on[report.DutiesLine], d.ID, r.name)
			}
			for _, s := range doc.Plan {
				require.Contains(t, on[report.FirstLine], s.ID, r.name)
			}
			parts := append(slices.Clone(on[report.GiveLine]), on[report.KeepLine]...)
			for _, p := range doc.Parts {
				require.Contains(t, parts, p.ID, r.name)
			}
			for _, q := range doc.Questions {
				if slices.Contains(doc.Unknown, q.Fact) {
					require.Contains(t, on[report.OpenLine], q.Fact, r.name)
				}
			}
			barred := append(slices.Clone(on[report.BarredLine]), on[report.DecidedLine]...)
			for _, o := range doc.Options {
				for _, b := range o.BlockedBy {
					if b.State == rules.BarredForGood {
						require.Contains(t, barred, b.ID, r.name)
					}
				}
			}
		}
	}
}

// requireCounted finds the number of what a line only counts in its text.
func requireCounted(t *testing.T, l report.CardLine) {
	if n := len(l.Counted); n > 0 {
		require.Contains(t, l.Text, strconv.Itoa(n), l.Kind)
	}
}

// Reasons are those of the case: the pages of two presets have no more than a third of
// their reasons in common.
func TestPresetsHaveReasonsOfTheirOwn(t *testing.T) {
	t.Parallel()
	shipped, err := analyseShipped()
	require.NoError(t, err)
	for _, lang := range []string{"en", "zh"} {
		reasons := map[string][]string{}
		var names []string
		for _, r := range shipped.presets {
			doc, err := report.Document(rules.Core(), r.Recommendation, lang, "")
			require.NoError(t, err)
			for _, d := range doc.Dimensions {
				reasons[r.name] = append(reasons[r.name], d.Reason)
			}
			names = append(names, r.name)
		}
		for i, a := range names {
			for _, b := range names[:i] {
				common := 0
				for k, reason := range reasons[a] {
					if reason == reasons[b][k] {
						common++
					}
				}
				require.LessOrEqual(t, 3*common, len(reasons[a]), "%s and %s in %s", a, b, lang)
			}
		}
	}
}
