package engine

import (
	"context"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/robust"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// AnalyseOption asks Analyse for more.
type AnalyseOption func(*robust.Request)

// WithPairs looks for pairs of changed facts too, which takes some
// milliseconds.
func WithPairs() AnalyseOption { return func(ask *robust.Request) { ask.Pairs = true } }

// weightSpreads are the f by which a stated weight may be off, times or over, the widest
// first, each with how sure an owner is who may be off so far.
var weightSpreads = []struct {
	sure WeightSureness
	f    float64
}{{Unsure, 3}, {FairlySure, 2}, {Sure, 1.5}}

// listSpreads gives the f of how sure the owner is, and all that are smaller: so that to
// be unsure never makes a verdict clearer. Not stated is unsure.
func listSpreads(sure WeightSureness) []float64 {
	var out []float64
	for _, s := range weightSpreads {
		if len(out) > 0 || s.sure == sure || sure == "" {
			out = append(out, s.f)
		}
	}
	return out
}

// doubtsBySureness says how far an answer is in doubt, by how sure the owner is of it.
var doubtsBySureness = map[AnswerSureness]robust.Doubt{LowSureness: robust.MuchDoubt, MediumSureness: robust.SomeDoubt}

// Analyse is Recommend that also says how settled the result is and what would
// change it, in Recommendation.Sensitivity. It fails as Recommend does, and if
// WeightsSure is none of its words. With a
// pack of the usual size it takes a few milliseconds, a hundred times what
// Recommend takes. The result is exact but for acceptability and central
// weights, which are sampled with a fixed seed and so are the same at every run.
func (e *Engine) Analyse(ctx context.Context, p Profile, opts ...AnalyseOption) (*Recommendation, error) {
	if word := string(p.WeightsSure); word != "" && !p.WeightsSure.Valid() {
		return nil, diag.List{diag.UnknownSureness(diag.Pos{}, word).OneOf(word, rules.WordsOf(WeightSurenesses()))}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	in, err := e.indexProfile(&p)
	if err != nil {
		return nil, err
	}
	r, err := e.recommendIndexed(ctx, &p, in)
	if err != nil {
		return nil, err
	}
	ask := robust.Request{Doubts: make([]robust.Doubt, len(e.rules.Facts)), Spreads: listSpreads(p.WeightsSure), RunnerUp: -1}
	for id, note := range p.Notes {
		if i, ok := e.rules.FactIndex[id]; ok {
			ask.Doubts[i] = doubtsBySureness[note.Sure]
		}
	}
	if r.RunnerUp.Form != "" {
		ask.RunnerUp = e.rules.FormIndex[r.RunnerUp.Form]
	}
	for _, opt := range opts {
		if opt != nil {
			opt(&ask)
		}
	}
	found, err := robust.Analyse(ctx, e.rules, in, ask)
	if err != nil {
		return nil, err
	}
	r.Sensitivity = e.buildSensitivity(ctx, found, in, r)
	r.Sensitivity.Spread = ask.Spreads[0]
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return r, nil
}

// buildSensitivity puts ids in place of indexes. Once ctx is done it is of no use.
func (e *Engine) buildSensitivity(ctx context.Context, found *robust.Sensitivity, in *compiled.Profile, r *Recommendation) *Sensitivity {
	out := newSensitivity()
	out.FlipFacts, out.FlipPairs = e.buildFactFlips(ctx, found.FactFlips, in), e.buildFactFlips(ctx, found.PairFlips, in)
	out.DimensionTurns = buildDimensionTurns(e, found.DimensionTurns)
	out.FactsSettled = found.FactsSettled
	for i := range found.Questions {
		q := &found.Questions[i]
		out.Questions = append(out.Questions, FactQuestion{
			Fact: e.rules.Facts[q.Fact].Def.ID, CouldChangeTo: e.nameVerdicts(q.LeadsTo), NarrowsBy: q.NarrowsBy, Confirm: q.Confirm,
		})
	}
	w := found.Weights
	if w == nil {
		return out
	}
	out.Robustness = e.buildRobustness(&w.Grades)
	out.Acceptability, out.AnyWeights = e.buildAcceptability(w.Near), e.buildAcceptability(w.Anywhere)
	for _, x := range w.Grades.Influences {
		n := &e.rules.Numbers().List[x.Place]
		out.Numbers = append(out.Numbers, NumberInfluence{n.ID, n.Value, n.Doubt, e.rules.FormID(x.Against), x.Share, Fraction(x.TurnsAt)})
	}
	out.StabilityRadius = Fraction(w.Radius)
	out.Shares = Shares{Against: r.RunnerUp.Option, Sets: buildSets(w.Shares), Poles: buildSets(w.Poles)}
	for p, share := range w.Central {
		out.Central = append(out.Central, WeightingShare{e.rules.Priorities[p].Def.ID, share})
	}
	out.Priorities = make([]PrioritySensitivity, len(w.Priorities))
	for p := range w.Priorities {
		out.Priorities[p] = e.buildPriority(p, &w.Priorities[p], in.Weight[p] >= 0)
	}
	return out
}

// nameVerdicts gives options, and the stance where there is none.
func (e *Engine) nameVerdicts(verdicts []evaluate.Verdict) []string {
	var out []string
	for _, v := range verdicts {
		if v.Option < 0 {
			out = append(out, string(v.Stance))
			continue
		}
		out = append(out, e.rules.OptionID(v.Option))
	}
	return out
}

func (e *Engine) buildAcceptability(list []robust.Acceptability) []Acceptability {
	var out []Acceptability
	for _, a := range list {
		out = append(out, Acceptability{e.rules.OptionID(a.Option), a.Share, a.Err, Fraction(a.WithoutMargin), Fraction(a.OverJudgements)})
	}
	return out
}

func (e *Engine) buildRobustness(g *robust.Grades) VerdictRobustness {
	out := VerdictRobustness{
		Stance: Robustness(g.Stance.Word), Option: Robustness(g.Option.Word), Form: Robustness(g.Form.Word), Rival: e.rules.OptionID(g.Rival),
		OverWeightings: LevelShares{g.Stance.OverWeightings, g.Option.OverWeightings, g.Form.OverWeightings},
		OverJudgements: LevelShares{g.Stance.OverJudgements, g.Option.OverJudgements, g.Form.OverJudgements},
		StanceRival:    e.rules.OptionIDOfForm(g.Stance.Rival), OptionRival: e.rules.OptionIDOfForm(g.Option.Rival), FormRival: e.rules.FormID(g.Form.Rival),
		StanceFavoursRival: g.Stance.Favoured, OptionFavoursRival: g.Option.Favoured, FormFavoursRival: g.Form.Favoured,
	}
	for _, p := range g.TellApart {
		out.TellApart = append(out.TellApart, e.rules.Priorities[p].Def.ID)
	}
	return out
}

func buildSets(s robust.SetShares) Sets {
	return Sets{Fraction(s.Stated), Fraction(s.StatedErr), Fraction(s.RankingKept), Fraction(s.AnyWeights)}
}

func (e *Engine) buildPriority(p int, effect *robust.PriorityEffect, stated bool) PrioritySensitivity {
	out := PrioritySensitivity{ID: e.rules.Priorities[p].Def.ID, Stated: stated, EffectiveShare: effect.EffectiveShare, CanMatter: effect.CanMatter}
	for i := range effect.Flips {
		f := &effect.Flips[i]
		x := FlipWeight{
			At: f.At, Border: f.Border, Option: e.rules.OptionID(f.Verdict.Option), Form: e.rules.FormID(f.Verdict.Form), Stance: f.Verdict.Stance,
			AgainstPull: f.AgainstPull,
		}
		if c := &f.Cause; c.Kind != "" {
			x.Because = WeightBecause{WeightCauseKind(c.Kind), e.rules.FormID(c.More), e.rules.FormID(c.Less), c.ByMore, c.ByLess, c.CountsMore}
		}
		out.Flips = append(out.Flips, x)
	}
	return out
}
