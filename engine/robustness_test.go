package engine_test

import (
	"cmp"
	"encoding/json"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/rules"
)

// The words follow from what the result shows beside them.
func TestRobustnessFollowsFromTheResult(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		profile.WeightsSure = engine.Sure // one f, so that the word rests on what is shown
		r := analyse(t, e, profile)
		s := r.Sensitivity.Robustness
		if r.Option == "" {
			require.Equal(t, engine.VerdictRobustness{}, s)
			return
		}
		none := func(string) bool { return false }
		sameStance := func(form string) bool { o, _ := p.Form(form); return o.Stance == r.Stance }
		sameOption := func(form string) bool { o, _ := p.Form(form); return o.ID == r.Option }
		sameForm := func(form string) bool { return form == r.Form }
		for _, l := range []levelOfTest{
			{s.Stance, s.StanceFavoursRival, s.OverJudgements.Stance, sameStance, none},
			{s.Option, s.OptionFavoursRival, s.OverJudgements.Option, sameOption, sameOption},
			{s.Form, s.FormFavoursRival, s.OverJudgements.Form, sameForm, sameOption},
		} {
			requireWord(t, p, e, r, l)
		}
		require.Equal(t, s.Stance == engine.Close, s.StanceRival != "")
		require.Equal(t, s.Option == engine.Close, s.OptionRival != "")
		require.Equal(t, s.Form == engine.Close, s.FormRival != "")
		if s.StanceRival != "" {
			require.NotEqual(t, r.Stance, optionOf(t, p, s.StanceRival).Stance)
		}
		if s.OptionRival != "" {
			require.True(t, resultOf(t, r, s.OptionRival).Available)
			require.NotEqual(t, r.Option, s.OptionRival)
		}
		require.NotEqual(t, r.Form, s.FormRival)
		require.NotEqual(t, r.Option, s.Rival)
	})
}

// levelOfTest is the word of one level with what it rests on.
type levelOfTest struct {
	word     engine.Robustness
	favoured bool
	judged   float64
	same     func(form string) bool
	apart    func(form string) bool // what may lie within the margin without being another
}

func requireWord(t require.TestingT, p *rules.Pack, e *engine.Engine, r *engine.Recommendation, l levelOfTest) {
	most, total := 0.0, 0.0
	for _, x := range r.Sensitivity.Priorities {
		most, total = max(most, x.EffectiveShare), total+x.EffectiveShare
	}
	// With one option left there is nothing to have a basis for.
	thin := r.RunnerUp.Option != "" && r.SituationShare < 0.1 && (total == 0 || most > 0.95)
	require.Equal(t, thin, l.word == engine.Thin)
	if thin {
		return
	}
	best, beside := r.Form, false
	value := formValue(r, r.Form)
	for _, f := range listForms(p, r) {
		if f.Available && formValue(r, f.ID) > formValue(r, best)+sums {
			best = f.ID
		}
		if f.Available && l.apart(r.Form) && !l.apart(f.ID) && value-formValue(r, f.ID) <= p.Constants.Margin.Value+sums {
			beside = true
		}
	}
	if !l.same(best) || l.favoured {
		require.Equal(t, engine.Close, l.word)
		return
	}
	const error = 0.012 // more than a standard error
	changes := false
	for _, f := range gen.OpenFacts(p, r.Profile) {
		for _, answer := range singleAnswers(f, r.Profile.Facts[f.ID]) {
			got := decide(t, e, gen.WithAnswer(r.Profile, f.ID, answer))
			changes = changes || got.Form == "" || !l.same(got.Form)
		}
	}
	switch {
	case l.judged < 0.65:
		require.Equal(t, engine.Close, l.word)
	case l.judged > 0.65+error:
		require.NotEqual(t, engine.Close, l.word)
	}
	switch {
	case l.judged < 0.9 || beside || changes && len(p.Bars) == 0:
		require.NotEqual(t, engine.Clear, l.word)
	case l.judged > 0.9+error && !changes:
		require.Equal(t, engine.Clear, l.word)
	}
}

func formValue(r *engine.Recommendation, form string) float64 {
	for _, o := range r.Options {
		for _, f := range o.Forms {
			if f.ID == form {
				return f.Value.Nominal
			}
		}
	}
	return math.NaN()
}

// What is called final stays whatever the answers to everything open.
func TestFactsSettledAgainstBruteForce(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Small)
		r := analyse(t, e, profile)
		if r.Sensitivity.FactsSettled {
			each(gen.OpenFacts(p, profile), profile, func(full engine.Profile) {
				require.Equal(t, verdictOf(r), verdictOf(decide(t, e, full)), "%v", full.Facts)
			})
		}
	})
}

// each gives every way to answer some facts.
func each(open []*rules.Fact, profile engine.Profile, visit func(engine.Profile)) {
	if len(open) == 0 {
		visit(profile)
		return
	}
	for _, answer := range gen.ListAnswers(open[0], profile.Facts[open[0].ID]) {
		each(open[1:], gen.WithAnswer(profile, open[0].ID, answer), visit)
	}
}

// Questions say what answers lead to, and nothing that could change the option
// is missing among the facts that can be asked. First come those of which more answers
// change the stance, then the option, then what narrows the score more, then by id.
func TestQuestionsAgainstBruteForce(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		r := analyse(t, e, profile)
		listed, changing := map[string]engine.FactQuestion{}, map[string][2]float64{}
		for _, q := range r.Sensitivity.Questions {
			require.False(t, q.Confirm)
			require.GreaterOrEqual(t, q.NarrowsBy, 0.0)
			listed[q.Fact] = q
		}
		for _, f := range gen.OpenFacts(p, profile) {
			if (oracle{p, profile}).truth(f.AskedIf, false) != rules.True {
				require.NotContains(t, listed, f.ID)
				continue
			}
			want, narrows, n, stances, options := map[string]bool{}, 0.0, 0.0, 0.0, 0.0
			seen := map[string]bool{}
			for _, answer := range answersTo(f, profile.Facts[f.ID]) {
				at := piece(p, f, answer.String())
				if seen[at] {
					continue
				}
				seen[at] = true
				got := decide(t, e, gen.WithAnswer(profile, f.ID, answer))
				if verdictOf(got) != verdictOf(r) {
					want[nameOf(got)] = true
					options++
				}
				if got.Stance != r.Stance {
					stances++
				}
				narrows += wide(r.Score) - wide(got.Score)
				n++
			}
			require.Len(t, listed[f.ID].CouldChangeTo, len(want), f.ID)
			for _, to := range listed[f.ID].CouldChangeTo {
				require.True(t, want[to], to)
			}
			changing[f.ID] = [2]float64{stances / n, options / n}
			// Below 0 only if an answer contradicts a stated one and switches it off.
			require.InDelta(t, max(0, narrows/n), listed[f.ID].NarrowsBy, 1e-9, f.ID)
		}
		require.True(t, slices.IsSortedFunc(r.Sensitivity.Questions, func(a, b engine.FactQuestion) int {
			x, y := changing[a.Fact], changing[b.Fact]
			return cmp.Or(cmp.Compare(y[0], x[0]), cmp.Compare(y[1], x[1]), cmp.Compare(b.NarrowsBy, a.NarrowsBy), cmp.Compare(a.Fact, b.Fact))
		}), "%+v %v", r.Sensitivity.Questions, changing)
	})
}

func nameOf(r *engine.Recommendation) string {
	if r.Option == "" {
		return string(r.Stance)
	}
	return r.Option
}

func wide(i engine.Interval) float64 {
	if math.IsNaN(i.High) || math.IsNaN(i.Low) {
		return 0
	}
	return i.High - i.Low
}

// An analysis is a recommendation with more, and the same every time, whatever
// the order of the rules.
func TestAnalyseSameBytes(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		r := analyse(t, e, profile, engine.WithPairs())
		require.Equal(t, dump(decide(t, e, profile), "Sensitivity"), dump(r, "Sensitivity"))
		want := marshal(t, r.Sensitivity)
		require.Equal(t, want, marshal(t, analyse(t, e, profile, engine.WithPairs()).Sensitivity))
		shuffled := p.Clone()
		shuffle(t, shuffled)
		require.Equal(t, want, marshal(t, analyse(t, build(t, shuffled), profile, engine.WithPairs()).Sensitivity))
	})
}

func marshal(t require.TestingT, v any) string {
	data, err := json.Marshal(v)
	require.NoError(t, err)
	return string(data)
}
