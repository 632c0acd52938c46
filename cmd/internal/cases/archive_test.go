package cases_test

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/cmd/internal/cases"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
)

func load(t *testing.T) *cases.Archive {
	t.Helper()
	a, err := cases.LoadArchive(context.Background(), rules.Core())
	require.NoError(t, err)
	return a
}

// Every decision is there with an answer, by itself and in the list, in both languages.
func TestEveryCaseIsShown(t *testing.T) {
	t.Parallel()
	a := load(t)
	for _, lang := range []string{"en", "zh"} {
		list := a.ListData(lang)
		text := a.ListPage(lang).Draw(page.Look{Width: 100})
		require.Len(t, list.Cases, len(profiles.Cases()))
		for i, info := range profiles.Cases() {
			c := &list.Cases[i]
			require.Equal(t, info.Name, c.ID)
			require.Contains(t, engine.Stances(), c.WithPriorities.Stance)
			require.Contains(t, engine.Stances(), c.FactsOnly.Stance)
			require.Nil(t, c.Likeness, "nothing was compared")
			require.Contains(t, text, info.Name)
			entry := a.Find(info.Name)
			require.Equal(t, []documents.Case{*c}, a.CaseData(entry, lang).Cases)
			one := a.CasePage(entry, lang).Draw(page.Look{Width: 100})
			if lang == "zh" {
				require.Regexp(t, `\p{Han}`, one, info.Name)
			}
			require.Contains(t, one, "ajar decide case:"+info.Name)
		}
	}
	require.Nil(t, a.Find("nothing"))
}

// The nearest decision to a case is the case itself.
func TestCaseIsItsOwnPrecedent(t *testing.T) {
	t.Parallel()
	a := load(t)
	for _, info := range profiles.Cases()[:3] {
		p, err := profiles.Case(info.Name, profiles.WithPack(rules.Core()))
		require.NoError(t, err)
		nearest := a.PrecedentsData(p, "en").Cases[0]
		require.InDelta(t, 1, *nearest.Likeness.Alike, 1e-9, info.Name)
		require.Empty(t, nearest.Likeness.Differing)
		require.NotEmpty(t, nearest.Likeness.Shared)
		text := a.PrecedentsPage(p, "en").Draw(page.Look{Width: 100})
		require.Contains(t, text, nearest.Title)
		require.Contains(t, text, "A precedent shows what others did")
	}
}

// Facts that differ are named with what is said here and there.
func TestDifferingFacts(t *testing.T) {
	t.Parallel()
	a := load(t)
	info := profiles.Cases()[0]
	p, err := profiles.Case(info.Name, profiles.WithPack(rules.Core()))
	require.NoError(t, err)
	fact := ""
	for i := range rules.Core().Facts {
		f := &rules.Core().Facts[i]
		if said, known := p.Facts[f.ID].Known(); known && f.Type == rules.BoolFact && f.AskedIf == nil {
			fact = f.ID
			p.Facts[fact] = map[string]engine.Answer{"true": engine.No, "false": engine.Yes}[said]
			break
		}
	}
	require.NotEmpty(t, fact)
	for _, c := range a.PrecedentsData(p, "en").Cases {
		if c.ID == info.Name {
			require.Len(t, c.Likeness.Differing, 1)
			require.Equal(t, fact, c.Likeness.Differing[0].Fact)
			require.NotEqual(t, c.Likeness.Differing[0].Here, c.Likeness.Differing[0].There)
		}
	}
}

// A profile without facts is like nothing, and says so instead of NaN.
func TestEmptyProfileHasNoPrecedent(t *testing.T) {
	t.Parallel()
	a := load(t)
	require.Contains(t, a.PrecedentsPage(engine.Profile{}, "en").Draw(page.Look{Width: 100}), "answers no fact")
	for _, c := range a.PrecedentsData(engine.Profile{}, "en").Cases {
		require.Nil(t, c.Likeness.Alike)
		require.False(t, math.IsNaN(c.Likeness.Low) || math.IsNaN(c.Likeness.High), c.ID)
	}
}

// An answer that something holds back says so, and what.
func TestACaseThatWaitsSaysWhatFor(t *testing.T) {
	t.Parallel()
	a := load(t)
	e := a.Find("mozilla_1998")
	require.Equal(t, []string{"others_own_parts", "export_needs_licence"}, e.WithPriorities.Conditions)
	for lang, want := range map[string]string{"en": "not yet, then open", "zh": "暂不可行，此后开放"} {
		text := a.CasePage(e, lang).Draw(page.Look{Width: 200})
		require.Contains(t, text, want)
		require.Contains(t, text, "others_own_parts")
	}
}
