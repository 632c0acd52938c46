package profiles_test

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// situation is a profile: a preset, a case or a file, with answers put in its place.
type situation struct {
	From string   `yaml:"from"` // preset:NAME, case:NAME, or a file under testdata
	Set  []string `yaml:"set"`
}

// lawExample is a situation in which advice could do harm, and what has to come
// out. testdata/law.yaml says what each key means.
type lawExample struct {
	Name      string `yaml:"name"`
	situation `yaml:",inline"`
	Want      lawWant `yaml:"want"`
}

type lawWant struct {
	Advice     []string             `yaml:"advice"`
	Never      []string             `yaml:"never"`
	Ready      *bool                `yaml:"ready"`
	WaitsFor   []string             `yaml:"waits_for"`
	First      []string             `yaml:"first"`
	NeverWaits []string             `yaml:"never_waits_for"`
	WarnsOf    []string             `yaml:"warns_of"`
	Today      []string             `yaml:"today"`
	DecidedBy  string               `yaml:"decided_by"`
	NotGiven   []string             `yaml:"not_given"`
	GivenOnce  []string             `yaml:"given_once"`
	Terms      map[string]wantTerms `yaml:"terms"`
	Steps      []string             `yaml:"steps"`
	NeverSteps []string             `yaml:"never_steps"`
	Duties     []string             `yaml:"duties"`
	NoDuties   []string             `yaml:"never_duties"`
	Says       map[string][]string  `yaml:"says"`
	Card       map[string][]string  `yaml:"card"`
	NeverSays  map[string][]string  `yaml:"never_says"`
	Either     []lawWant            `yaml:"either"`
}

type wantTerms struct {
	Only  []string `yaml:"only"`
	Never []string `yaml:"never"`
}

func readExamples[T any](t *testing.T, file string) []T {
	t.Helper()
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	d := yaml.NewDecoder(bytes.NewReader(text))
	d.KnownFields(true)
	var out []T
	require.NoError(t, d.Decode(&out))
	require.NotEmpty(t, out)
	return out
}

func (s *situation) load(t *testing.T) engine.Profile {
	t.Helper()
	load := func(name string, o ...profiles.LoadOption) (engine.Profile, error) {
		return profiles.Load("testdata/"+name, o...)
	}
	name := s.From
	if preset, ok := strings.CutPrefix(name, "preset:"); ok {
		name, load = preset, profiles.Preset
	} else if documented, ok := strings.CutPrefix(name, "case:"); ok {
		name, load = documented, profiles.Case
	}
	p, err := load(name, profiles.WithAssignments(s.Set...))
	require.NoError(t, err, "%s %v", s.From, s.Set)
	return p
}

func (s *situation) recommend(t *testing.T, e *engine.Engine) *engine.Recommendation {
	t.Helper()
	r, err := e.Recommend(t.Context(), s.load(t))
	require.NoError(t, err)
	return r
}

// Advice that could hurt whoever follows it, with what a licensing lawyer would
// say instead.
func TestAdviceIsSafeToFollow(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	for i, x := range readExamples[lawExample](t, "testdata/law.yaml") {
		if i%testkit.Stride() > 0 {
			continue
		}
		t.Run(x.Name, func(t *testing.T) {
			t.Parallel()
			r, err := e.Analyse(t.Context(), x.load(t))
			require.NoError(t, err)
			faults := append(x.Want.findFaults(t, rules.Core(), r), findContradictions(r)...)
			require.Empty(t, faults, "advised: %s %s/%s, ready %t, today %s; waits for %s",
				r.Stance, r.Option, r.Form, r.Ready, cmp.Or(r.Today.Form, string(r.Today.Stance)), listBars(r.Conditions))
		})
	}
}

// The twelve inputs are all used.
func TestEveryLegalInputHasAResult(t *testing.T) {
	t.Parallel()
	files, err := os.ReadDir("testdata/legal")
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(files), 12)
	used := map[string]bool{}
	for _, x := range readExamples[lawExample](t, "testdata/law.yaml") {
		used[x.From] = true
	}
	for _, f := range files {
		require.True(t, used["legal/"+f.Name()], f.Name())
	}
}

func listBars(bars []engine.BarResult) string {
	var out []string
	for _, b := range bars {
		out = append(out, fmt.Sprintf("%s (%s %v on %v, reads %v)", b.ID, b.Need, b.Acts, b.Kinds, b.Facts))
	}
	return strings.Join(out, "; ")
}

// findContradictions looks for what no result may say: an option advised and ruled
// out at once, or ready under a condition.
func findContradictions(r *engine.Recommendation) (faults []string) {
	add := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	if r.Option != "" && r.Ready != (len(r.Conditions) == 0) {
		add("ready is %t with %d conditions", r.Ready, len(r.Conditions))
	}
	for _, o := range r.Options {
		if o.ID != r.Option {
			continue
		}
		if !o.Available {
			add("%s is advised and not available", o.ID)
		}
		for _, f := range o.Forms {
			if f.ID == r.Form && f.Barred == rules.BarredForGood {
				add("%s is advised and ruled out", f.ID)
			}
		}
	}
	return faults
}

// findFaults says in what the result differs from what is wanted.
func (w *lawWant) findFaults(t *testing.T, pack *rules.Pack, r *engine.Recommendation) (faults []string) {
	t.Helper()
	faults = append(w.findVerdictFaults(r), w.findPartFaults(r)...)
	faults = append(faults, w.findStepFaults(r)...)
	for _, text := range []struct {
		words map[string][]string
		brief bool
		say   bool
	}{{w.Says, false, true}, {w.NeverSays, false, false}, {w.Card, true, true}} {
		for lang, patterns := range text.words {
			faults = append(faults, findWordFaults(t, pack, r, lang, patterns, text.brief, text.say)...)
		}
	}
	if len(w.Either) == 0 {
		return faults
	}
	var all []string
	for i := range w.Either {
		f := w.Either[i].findFaults(t, pack, r)
		if len(f) == 0 {
			return faults
		}
		all = append(all, strings.Join(f, ", "))
	}
	return append(faults, "neither: "+strings.Join(all, "; nor: "))
}

func (w *lawWant) findVerdictFaults(r *engine.Recommendation) (faults []string) {
	add := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	name := func(option string, stance engine.Stance) string { return cmp.Or(option, string(stance)) }
	if advised := name(r.Option, r.Stance); w.Advice != nil && !slices.Contains(w.Advice, advised) && !slices.Contains(w.Advice, r.Form) {
		add("advised is %s, not one of %v", advised, w.Advice)
	}
	for _, id := range w.Never {
		if id == r.Option || id == r.Form {
			add("%s is advised", id)
		}
	}
	if w.Ready != nil && *w.Ready != r.Ready {
		add("ready is %t", r.Ready)
	}
	if today := name(r.Today.Option, r.Today.Stance); w.Today != nil && !slices.Contains(w.Today, today) {
		add("today is %s, not one of %v", today, w.Today)
	}
	for _, fact := range w.WaitsFor {
		if !readsFact(r.Conditions, fact) {
			add("no condition rests on %s", fact)
		}
	}
	for _, fact := range w.NeverWaits {
		if readsFact(r.Conditions, fact) {
			add("a condition rests on %s", fact)
		}
	}
	for _, fact := range w.WarnsOf {
		if !readsFact(r.Conditions, fact) && !readsFact(r.Cautions, fact) {
			add("no condition and no caution rests on %s", fact)
		}
	}
	if w.First != nil && (len(r.Conditions) == 0 || !slices.ContainsFunc(w.First, func(fact string) bool { return readsFact(r.Conditions[:1], fact) })) {
		add("the first condition rests on none of %v", w.First)
	}
	if w.DecidedBy != "" && w.DecidedBy != string(r.DecidedBy.Kind) {
		add("decided by %q", r.DecidedBy.Kind)
	}
	return faults
}

func readsFact(bars []engine.BarResult, fact string) bool {
	return slices.ContainsFunc(bars, func(b engine.BarResult) bool { return slices.Contains(b.Facts, fact) })
}

func (w *lawWant) findPartFaults(r *engine.Recommendation) (faults []string) {
	add := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	for _, c := range r.Components {
		given := c.Advice != rules.AdviseKeep
		if given && (slices.Contains(w.NotGiven, c.ID) || slices.Contains(w.NotGiven, "everything")) {
			add("%s is given (%s %v)", c.ID, c.Advice, c.Terms)
		}
		if given && len(c.Bars) == 0 && slices.Contains(w.GivenOnce, c.ID) {
			add("%s is given without a condition", c.ID)
		}
		terms, ok := w.Terms[c.ID]
		for _, id := range c.Terms {
			if ok && len(c.Bars) == 0 && (slices.Contains(terms.Never, id) || terms.Only != nil && !slices.Contains(terms.Only, id)) {
				add("%s is put under %s", c.ID, id)
			}
		}
	}
	return faults
}

func (w *lawWant) findStepFaults(r *engine.Recommendation) (faults []string) {
	steps, duties := map[string]bool{}, map[string]bool{}
	for _, s := range r.NextSteps {
		steps[s.ID] = true
	}
	for _, d := range r.Duties {
		duties[d.ID] = true
	}
	for _, list := range []struct {
		has    map[string]bool
		ids    []string
		wanted bool
	}{{steps, w.Steps, true}, {steps, w.NeverSteps, false}, {duties, w.Duties, true}, {duties, w.NoDuties, false}} {
		for _, id := range list.ids {
			if list.has[id] != list.wanted {
				faults = append(faults, fmt.Sprintf("%s among steps and duties: %t", id, list.has[id]))
			}
		}
	}
	return faults
}

// findWordFaults looks for patterns in the report, or in what a screen shows of it.
func findWordFaults(t *testing.T, pack *rules.Pack, r *engine.Recommendation, lang string, patterns []string, brief, say bool) (faults []string) {
	t.Helper()
	extent := report.FullExtent
	if brief {
		extent = report.CardExtent
	}
	var b strings.Builder
	require.NoError(t, report.Write(&b, pack, r, report.Markdown, report.Lang(lang), report.Length(extent)))
	for _, pattern := range patterns {
		if regexp.MustCompile(pattern).MatchString(b.String()) != say {
			faults = append(faults, fmt.Sprintf("%s: says %q: %t", lang, pattern, !say))
		}
	}
	return faults
}
