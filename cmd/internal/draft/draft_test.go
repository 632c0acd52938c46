package draft_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/draft"
	"github.com/ajar-decision/ajar/cmd/internal/files"
	"github.com/ajar-decision/ajar/cmd/internal/settings"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

func newPlace(t *testing.T) *draft.Place {
	t.Helper()
	dir := t.TempDir()
	return &draft.Place{
		Pack: rules.Core(), Files: files.New(dir, nil), Warn: func(d diag.Diagnostic) { t.Error(d.Message("en")) },
		Env: settings.Env{"XDG_STATE_HOME=" + filepath.Join(dir, "state")},
	}
}

func open(t *testing.T, p *draft.Place, named string) *draft.Draft {
	t.Helper()
	d, err := p.Open(named, elicit.ByRating)
	require.NoError(t, err)
	return d
}

func saying(facts map[string]engine.Answer, weights map[string]float64) engine.Profile {
	return engine.Profile{Name: "x", Facts: facts, Weights: weights}
}

// save saves where nobody else answers.
func save(t *testing.T, d *draft.Draft, p engine.Profile) {
	t.Helper()
	meanwhile, err := d.Save(p)
	require.NoError(t, err)
	require.Nil(t, meanwhile)
}

// The draft of a folder is there again for the next run.
func TestDraftIsFoundAgain(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	d := open(t, p, "")
	require.False(t, d.Exists || d.Named)
	require.NoError(t, d.CheckWritable())
	save(t, d, saying(map[string]engine.Answer{"hosting_rivals": engine.Unknown}, map[string]float64{"adoption_reach": 8}))
	again := open(t, p, "")
	require.True(t, again.Exists)
	require.Equal(t, 2, again.CountAnswers())
	require.Equal(t, d.Path, again.Path)
}

// Of two who answer at once the second is told what the first did, and loses nothing;
// what a person wrote stays.
func TestTwoAtOnceLoseNothing(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	require.NoError(t, os.WriteFile(p.Files.Resolve("p.yaml"), []byte("ajar: 1\n# mine\nname: x\n"), 0o600))
	one, two := open(t, p, "p.yaml"), open(t, p, "p.yaml")
	save(t, one, saying(map[string]engine.Answer{"hosting_rivals": engine.Unknown}, nil))
	mine := saying(nil, map[string]float64{"adoption_reach": 8})
	meanwhile, err := two.Save(mine)
	require.NoError(t, err)
	require.Empty(t, meanwhile.Before.Facts)
	require.Equal(t, map[string]engine.Answer{"hosting_rivals": engine.Unknown}, meanwhile.Now.Facts)
	require.NotContains(t, readText(t, p), "adoption_reach", "nothing is written before that is settled")
	mine.Facts = meanwhile.Now.Facts
	save(t, two, mine)
	save(t, two, mine)
	for _, want := range []string{"# mine", "hosting_rivals: unknown", "adoption_reach: 8"} {
		require.Contains(t, readText(t, p), want)
	}
}

func readText(t *testing.T, p *draft.Place) string {
	t.Helper()
	text, err := os.ReadFile(p.Files.Resolve("p.yaml"))
	require.NoError(t, err)
	return string(text)
}

// A draft that somebody took away is written whole.
func TestDraftThatWasTakenAway(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	d := open(t, p, "p.yaml")
	said := saying(map[string]engine.Answer{"hosting_rivals": engine.Unknown}, nil)
	save(t, d, said)
	require.True(t, d.Exists)
	require.NoError(t, os.Remove(d.Path))
	said.Weights = map[string]float64{"adoption_reach": 8}
	save(t, d, said)
	require.Contains(t, readText(t, p), "hosting_rivals: unknown")
}

// An answer with several values keeps the way in which a person wrote it.
func TestDraftKeepsListsOfAPerson(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	require.NoError(t, os.WriteFile(p.Files.Resolve("p.yaml"), []byte("ajar: 1\nname: x\nfacts:\n  revenue_source:\n    - support_services # since May\n    - advertising\n"), 0o600))
	d := open(t, p, "p.yaml")
	save(t, d, saying(map[string]engine.Answer{"revenue_source": engine.Set("hosted_service", "support_services")}, nil))
	text, err := os.ReadFile(p.Files.Resolve("p.yaml"))
	require.NoError(t, err)
	require.Equal(t, "ajar: 1\nname: x\nfacts:\n  revenue_source:\n    - support_services # since May\n    - hosted_service\n", string(text))
}

// Setting aside replaces no earlier draft.
func TestSetAside(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	var seen []string
	for range 3 {
		d := open(t, p, "")
		save(t, d, saying(map[string]engine.Answer{"hosting_rivals": engine.Unknown}, nil))
		aside, err := d.SetAside()
		require.NoError(t, err)
		require.NotContains(t, seen, aside)
		seen = append(seen, aside)
		require.Zero(t, d.CountAnswers())
	}
	for _, name := range seen {
		require.FileExists(t, name)
	}
}

// Without a home there is no place for drafts, which is told.
func TestNoHome(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.Env = nil
	_, err := p.Open("", elicit.ByRating)
	list, ok := diag.From(err)
	require.True(t, ok)
	require.Equal(t, diag.NoDraftFolder(diag.Pos{}).Code, list[0].Code)
}
