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

// surenessFactors is how closely other weightings lie to the stated ones (k), by how sure
// the owner is of these.
var surenessFactors = map[WeightSureness]int64{Unsure: 1, "": 3, FairlySure: 3, Sure: 10}

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
	r := e.recommendIndexed(&p, in)
	ask := robust.Request{Doubted: make([]bool, len(e.rules.Facts)), Closeness: surenessFactors[p.WeightsSure], RunnerUp: -1}
	for id, note := range p.Notes {
		if i, ok := e.rules.FactIndex[id]; ok {
			ask.Doubted[i] = note.Sure == LowSureness
		}
	}
	if r.RunnerUp.Form != "" {
		ask.RunnerUp = e.rules.FormIndex[r.RunnerUp.Form]
	}
	for _, opt := range opts {
		opt(&ask)
	}
	found, err := robust.Analyse(ctx, e.rules, in, ask)
	if err != nil {
		return nil, err
	}
	r.Sensitivity = e.buildSensitivity(found, in, r)
	return r, nil
}

// buildSensitivity puts ids in place of indexes.
func (e *Engine) buildSensitivity(found *robust.Sensitivity, in *compiled.Profile, r *Recommendation) *Sensitivity {
	out := newSensitivity()
	out.FlipFacts, out.FlipPairs = e.buildFactFlips(found.FactFlips, in), e.buildFactFlips(found.PairFlips, in)
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
		out = append(out, Acceptability{e.rules.OptionID(a.Option), a.Share, a.Err})
	}
	return out
}

func (e *Engine) buildRobustness(g *robust.Grades) VerdictRobustness {
	out := VerdictRobustness{
		Stance: Robustness(g.Stance), Option: Robustness(g.Option),
		StanceRival: e.rules.OptionIDOfForm(g.StanceRival), OptionRival: e.rules.OptionIDOfForm(g.OptionRival),
	}
	for _, p := range g.TellApart {
		out.TellApart = append(out.TellApart, e.rules.Priorities[p].Def.ID)
	}
	return out
}

func buildSets(s robust.SetShares) Sets {
	return Sets{Fraction(s.Stated), Fraction(s.RankingKept), Fraction(s.AnyWeights)}
}
