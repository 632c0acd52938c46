package robust_test

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/engine/internal/robust"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// doubted is a pack whose numbers can be changed in place.
type doubted struct {
	e      *compiled.Rules
	flat   *compiled.Flat
	values []float64 // of all numbers
}

func newDoubted(pack *rules.Pack) *doubted {
	d := &doubted{e: compiled.New(pack.Clone())}
	d.flat = compiled.NewFlat(d.e)
	d.e.Flat = func() *compiled.Flat { return d.flat }
	for i := range d.e.Numbers().List {
		d.values = append(d.values, d.e.Numbers().List[i].Value)
	}
	return d
}

// set gives every number a value.
func (d *doubted) set(values []float64) {
	n := d.e.Numbers()
	for i := range d.e.Arguments {
		d.e.Arguments[i].Def.Strength = values[n.Strength[i]]
	}
	for i := range d.e.Moderators {
		d.e.Moderators[i].Def.Factor = values[n.Factor[i]]
	}
	for f := range d.e.Forms {
		form := &d.e.Forms[f]
		for i := range form.Capture.Value {
			form.Capture.Value[i] = values[n.Capture[f][i]]
		}
		for k := range form.Raises {
			r := &form.Raises[k]
			r.By = values[n.Raise[f][k]] - form.Capture.Value[r.Argument]
		}
	}
	d.fillFlat()
}

// fillFlat puts the numbers into the flat form, of which all else stays as it is: to make
// it anew for each draw took half the time.
func (d *doubted) fillFlat() {
	for i := range d.e.Moderators {
		d.flat.Factors[i] = d.e.Moderators[i].Def.Factor
	}
	for i := range d.e.Arguments {
		d.flat.Arguments[i].Strength = d.e.Arguments[i].Def.Strength
		for f := range d.e.Forms {
			d.flat.Captures[i*len(d.e.Forms)+f] = d.e.Forms[f].Capture.Value[i]
		}
	}
	filled := make([]int, len(d.e.Arguments))
	for f := range d.e.Forms {
		for _, r := range d.e.Forms[f].Raises {
			d.flat.Arguments[r.Argument].Raises[filled[r.Argument]].By = r.By
			filled[r.Argument]++
		}
	}
}

// The closed form agrees with drawing weights and numbers together.
func TestJudgementAgainstJointDraws(t *testing.T) {
	t.Parallel()
	draws := 2000
	if testing.Short() {
		draws = 400
	}
	var stances, options, forms differences
	for i, info := range profiles.Cases() {
		if i%testkit.StrideOf(3) > 0 {
			continue
		}
		p, err := profiles.Case(info.Name)
		require.NoError(t, err)
		compareJointly(t, rules.Core(), p, draws, &stances, &options, &forms)
	}
	for k := range testkit.Times(10) {
		rapid.Custom(func(t *rapid.T) bool {
			p := gen.Pack(t, gen.Usual)
			compareJointly(t, p, gen.Profile(t, p), draws, &stances, &options, &forms)
			return true
		}).Example(k)
	}
	t.Logf("over %.0f stances: mean absolute difference: stances %.4f, options %.4f, forms %.4f", stances.n, stances.mean(), options.mean(), forms.mean())
	require.Less(t, stances.mean(), 0.01)
	require.Less(t, options.mean(), 0.02)
	require.Less(t, forms.mean(), 0.02)
}

// differences adds up.
type differences struct{ sum, n float64 }

func (d *differences) add(x float64) { d.sum, d.n = d.sum+math.Abs(x), d.n+1 }
func (d *differences) mean() float64 { return d.sum / d.n }

// compareJointly draws weights near the stated ones, and numbers that are off as far as
// the pack says, and compares how often each verdict comes out.
func compareJointly(t require.TestingT, pack *rules.Pack, profile engine.Profile, draws int, stances, options, forms *differences) {
	d := newDoubted(pack)
	in, err := d.e.IndexProfile(statementOf(profile))
	require.NoError(t, err)
	found, err := robust.Analyse(context.Background(), d.e, in, robust.Request{Spreads: []float64{3}, RunnerUp: -1, Doubts: make([]robust.Doubt, len(d.e.Facts))})
	require.NoError(t, err)
	if found.Weights == nil {
		return
	}
	advised := evaluate.NewNominal(d.e, in).ComputeVerdict()
	random := rand.New(rand.NewPCG(7, uint64(draws)))
	stanceHits, optionHits, formHits := map[rules.Stance]float64{}, map[int]float64{}, 0.0
	drawn, values := *in, slices.Clone(d.values)
	drawn.Weight = slices.Clone(in.Weight)
	for range draws {
		drawn.Sum = 0
		for p, w := range in.Weight {
			if w > 0 {
				drawn.Weight[p] = int64(float64(w) * math.Pow(3, 2*random.Float64()-1))
				drawn.Sum += drawn.Weight[p]
			}
		}
		for i := range values {
			values[i] = d.values[i] + d.e.Numbers().List[i].Doubt*random.NormFloat64()
		}
		d.set(values)
		v := evaluate.NewNominal(d.e, &drawn).ComputeVerdict()
		stanceHits[v.Stance]++
		optionHits[v.Option]++
		if v.Form == advised.Form {
			formHits++
		}
	}
	require.Equal(t, compiled.NewFlat(d.e), d.flat)
	d.set(d.values)
	byStance := map[rules.Stance]float64{}
	for _, a := range found.Weights.Near {
		options.add(a.OverJudgements - optionHits[a.Option]/float64(draws))
		byStance[d.e.Options[a.Option].Def.Stance] += a.OverJudgements
	}
	for stance, share := range byStance {
		stances.add(share - stanceHits[stance]/float64(draws))
	}
	forms.add(found.Weights.Grades.Form.OverJudgements - formHits/float64(draws))
}

func statementOf(profile engine.Profile) *compiled.Statement {
	return &compiled.Statement{Weights: profile.Weights, Answers: func(yield func(string, compiled.Answer) bool) {
		for id, a := range profile.Facts {
			if !yield(id, compiledAnswer(a)) {
				return
			}
		}
	}}
}

func compiledAnswer(a engine.Answer) compiled.Answer {
	switch a {
	case engine.NotApplicable:
		return compiled.Answer{State: compiled.StateNA}
	case engine.Unknown:
		return compiled.Answer{State: compiled.StateUnknown}
	}
	return compiled.Answer{Value: a.String()}
}

// At the value that turns a comparison the lead of the advised form, with the margin as
// the rule of choice adds it, is 0.
func TestNumbersTurnWhereTheySay(t *testing.T) {
	t.Parallel()
	turned := 0
	for k := range testkit.Times(60) {
		rapid.Custom(func(t *rapid.T) bool {
			p := gen.Pack(t, gen.Usual)
			turned += turnNumbers(t, p, gen.Profile(t, p))
			return true
		}).Example(k)
	}
	require.Greater(t, turned, testkit.Times(20))
}

func turnNumbers(t require.TestingT, pack *rules.Pack, profile engine.Profile) int {
	d := newDoubted(pack)
	in, err := d.e.IndexProfile(statementOf(profile))
	require.NoError(t, err)
	found, err := robust.Analyse(context.Background(), d.e, in, robust.Request{Spreads: []float64{1.5}, RunnerUp: -1, Doubts: make([]robust.Doubt, len(d.e.Facts))})
	require.NoError(t, err)
	if found.Weights == nil {
		return 0
	}
	turned, share := 0, map[int]float64{}
	advised := evaluate.NewNominal(d.e, in).ComputeVerdict().Form
	for _, x := range found.Weights.Grades.Influences {
		share[x.Against] += x.Share
		require.LessOrEqual(t, share[x.Against], 1+1e-9)
		if math.IsNaN(x.TurnsAt) {
			continue
		}
		turned++
		values := slices.Clone(d.values)
		values[x.Place] = x.TurnsAt
		d.set(values)
		n := evaluate.NewNominal(d.e, in)
		n.ComputeVerdict()
		lead := n.Values[advised] - n.Values[x.Against]
		switch a, b := d.e.Forms[advised].Class, d.e.Forms[x.Against].Class; {
		case a < b:
			lead += d.e.Margin
		case a > b:
			lead -= d.e.Margin
		}
		require.InDelta(t, 0, lead, 1e-9, "%v", d.e.Numbers().List[x.Place].ID)
		d.set(d.values)
	}
	return turned
}
