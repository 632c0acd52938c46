package profiles_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// heldFacts are answers that bring a bar, with those that leave no way out of it.
// While the way out is not asked, a verdict that the worst answer forbids is not
// ready.
var heldFacts = []struct {
	set   string
	worst []string
}{
	{"rights_cleared=partial", []string{"uncleared_parts_separable=false"}},
	{"upstream_terms=strong_copyleft", []string{"uncleared_parts_separable=false"}},
	{"upstream_terms=network_copyleft", []string{"uncleared_parts_separable=false", "inherited_unmodified=false"}},
	{"upstream_terms=use_restricted", []string{"uncleared_parts_separable=false", "own_use_allowed=false"}},
}

func TestNoReadyVerdictThatTheWorstAnswerForbids(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	var wrong []string
	for _, preset := range profiles.Presets() {
		for _, held := range heldFacts {
			open := []string{held.set}
			for _, answer := range held.worst {
				open = append(open, strings.SplitAfter(answer, "=")[0])
			}
			asked := situation{"preset:" + preset.Name, open}
			worst := situation{"preset:" + preset.Name, append([]string{held.set}, held.worst...)}
			now, then := asked.recommend(t, e), worst.recommend(t, e)
			name := preset.Name + " " + held.set + ": "
			if now.Ready && isForbidden(then, now.Option, now.Form) {
				wrong = append(wrong, name+now.Form)
			}
			if now.Today.Form != "" && isForbidden(then, now.Today.Option, now.Today.Form) {
				wrong = append(wrong, name+"today "+now.Today.Form)
			}
		}
	}
	require.Empty(t, wrong)
}

// isForbidden says whether bars hold the form back. What stays inside is told
// about a bar and not held back by it.
func isForbidden(r *engine.Recommendation, option, form string) bool {
	for _, o := range r.Options {
		for _, f := range o.Forms {
			if o.ID == option && f.ID == form && o.ID != "in_house" {
				return f.Barred >= rules.BarredUntil
			}
		}
	}
	return false
}

// What was trained on people's data, or on what is confidential, is never simply
// open: a test of what it repeats, and a basis for giving it out, come first.
func TestWeightsOfPrivateDataWait(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	check := func(name string, p engine.Profile) {
		r, err := e.Recommend(t.Context(), p)
		require.NoError(t, err)
		for _, c := range r.Components {
			part := rules.Core().Component(c.ID)
			if part.Kind == "model" && c.Advice == rules.AdviseOpen && len(c.Bars) == 0 {
				require.Fail(t, "weights go out", "%s: %s under %v as %s; %v", name, c.ID, c.Terms, r.Form, p.Facts)
			}
		}
	}
	for _, value := range []string{"personal", "health", "confidential"} {
		for _, preset := range profiles.Presets() {
			for _, kind := range []string{"model", "both"} {
				s := situation{"preset:" + preset.Name, []string{"kind=" + kind, "training_data_sensitivity=" + value}}
				check(preset.Name+" "+value, s.load(t))
			}
		}
		for _, documented := range profiles.Cases() {
			s := situation{"case:" + documented.Name, []string{"kind=model", "training_data_sensitivity=" + value}}
			check(documented.Name+" "+value, s.load(t))
		}
		draw := rand.New(rand.NewPCG(12, 1))
		for range testkit.Times(500) {
			p := drawAnswers(draw)
			p.Facts["kind"] = engine.Value([]string{"model", "both"}[draw.IntN(2)])
			p.Facts["training_data_sensitivity"] = engine.Value(value)
			for _, id := range []string{"memorisation_tested", "release_basis"} {
				delete(p.Facts, id)
			}
			check("random "+value, p)
		}
	}
}

// drawAnswers answers each fact and each priority of the core pack half of the time.
func drawAnswers(draw *rand.Rand) engine.Profile {
	p := engine.Profile{Weights: map[string]float64{}, Facts: map[string]engine.Answer{}}
	pack := rules.Core()
	for i := range pack.Priorities {
		if draw.IntN(2) == 0 {
			p.Weights[pack.Priorities[i].ID] = float64(draw.IntN(11))
		}
	}
	for i := range pack.Facts {
		f := &pack.Facts[i]
		if len(f.Values) > 0 && draw.IntN(2) == 0 {
			p.Facts[f.ID] = engine.Value(f.Values[draw.IntN(len(f.Values))].ID)
		}
	}
	return p
}

// A part that is given has terms: without any, whoever gets it may not use it.
func TestWhatIsGivenHasTerms(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	list := []situation{}
	for _, x := range readExamples[lawExample](t, "testdata/law.yaml") {
		list = append(list, x.situation)
	}
	for _, preset := range profiles.Presets() {
		list = append(list, situation{From: "preset:" + preset.Name})
	}
	for _, documented := range profiles.Cases() {
		list = append(list, situation{From: "case:" + documented.Name})
	}
	bare := map[string][]string{}
	for _, s := range list {
		r := s.recommend(t, e)
		for _, c := range r.Components {
			// What belongs to others goes on under the terms that it came with, and
			// where those leave no terms for the rest, the advice says so.
			if c.Advice != rules.AdviseKeep && len(c.Terms) == 0 && !c.NothingFits && c.ID != "inherited_parts" {
				bare[c.ID+" in "+r.Form] = append(bare[c.ID+" in "+r.Form], s.From)
			}
		}
	}
	require.Empty(t, bare)
}

// A need to reproduce a model speaks for openness. Without it, the advice is not
// wider.
func TestLessReasonForOpennessOpensNoMore(t *testing.T) {
	t.Parallel()
	e := coreEngine(t)
	with, without := situation{"legal/serious_misuse.yaml", []string{"reproducibility_need=true"}}, situation{"legal/serious_misuse.yaml", nil}
	more, less := with.recommend(t, e), without.recommend(t, e)
	require.LessOrEqual(t, rules.Core().Option(less.Option).Class, rules.Core().Option(more.Option).Class,
		"%s with the need, %s without", more.Form, less.Form)
}
