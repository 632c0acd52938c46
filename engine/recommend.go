package engine

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules"
)

// Recommend applies the pack to a profile. It fails if the profile names
// something that the pack does not have, or a weight outside 0 to 10 (a
// [diag.List] with codes AJ3xx), or if ctx is done. A zero profile is not an
// error: its result is NoBasis.
func (e *Engine) Recommend(ctx context.Context, p Profile) (*Recommendation, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	in, err := e.read(&p)
	if err != nil {
		return nil, err
	}
	v := e.evaluate(in)
	bites := e.bites(in)
	standings := e.standings(in, bites)
	r := &Recommendation{Pack: e.pack, Profile: p, SituationShare: v.b}
	values := make([]float64, len(e.options))
	for o := range e.options {
		values[o] = e.value(v, o)
	}
	e.decide(r, v, values, standings)
	r.Score = e.bounds(v, e.score(v), func(i int) float64 { return e.arguments[i].sign })
	e.fillOptions(r, v, values, standings, bites)
	e.fillDimensions(r, v)
	e.fillPriorities(r, v)
	e.fillFacts(r, in)
	for _, b := range bites {
		if b.duty != rules.False {
			r.Duties = append(r.Duties, e.vetoResult(b, b.duty == rules.True))
		}
	}
	return r, nil
}

// decide sets stance, option, split and runner-up.
func (e *Engine) decide(r *Recommendation, v *evaluation, values []float64, standings []standing) {
	picked, passed := e.pick(values, standings)
	switch {
	case picked < 0:
		r.Stance = None
		return
	case !v.hasBasis():
		r.Stance = NoBasis
		return
	}
	opt := &e.options[picked]
	r.Option, r.Stance = opt.def.ID, Stance(opt.def.Stance)
	for i := range opt.splits {
		if opt.splits[i].holds(v.in) == rules.True {
			r.Split = opt.splits[i].def
			break
		}
	}
	if passed >= 0 {
		r.TooClose = e.options[passed].def.ID
	}
	next := -1
	for o := range e.options {
		if o != picked && standings[o].now && (next < 0 || values[o] > values[next]) {
			next = o
		}
	}
	if next >= 0 {
		r.RunnerUp = RunnerUp{Option: e.options[next].def.ID, Gap: values[picked] - values[next]}
	}
}

func (e *Engine) fillOptions(r *Recommendation, v *evaluation, values []float64, standings []standing, bites []bite) {
	r.Options = make([]OptionResult, len(e.options))
	for o := range e.options {
		opt := &e.options[o]
		res := &r.Options[o]
		*res = OptionResult{ID: opt.def.ID, Available: standings[o].now, Possible: standings[o].possible}
		res.Value = e.bounds(v, values[o], func(i int) float64 { return e.arguments[i].capture[o] })
		for _, b := range bites {
			if e.vetoes[b.veto].blocks[o] && b.blocks != rules.False {
				res.BlockedBy = append(res.BlockedBy, e.vetoResult(b, b.blocks == rules.True && !b.precaution))
			}
		}
		if l := v.in.limits[o]; l > 0 {
			res.BlockedBy = append(res.BlockedBy, Veto{Limit: &r.Profile.Limits[l-1], Certain: true})
		}
		if e.met(v.in, o) != rules.True {
			res.AvailableIf = opt.def.Requires.Facts(nil)
			for i := range opt.splits {
				res.AvailableIf = opt.splits[i].def.Trigger.Facts(opt.splits[i].def.Precondition.Facts(res.AvailableIf))
			}
			slices.Sort(res.AvailableIf)
		}
	}
}

func (e *Engine) vetoResult(b bite, certain bool) Veto {
	rule := e.vetoes[b.veto].def
	facts := rule.SeparableIf.Facts(rule.When.Facts(nil))
	slices.Sort(facts)
	return Veto{Rule: rule, Facts: facts, Certain: certain, Precaution: b.precaution}
}

func (e *Engine) fillDimensions(r *Recommendation, v *evaluation) {
	r.Dimensions = make([]DimensionResult, len(e.pack.Dimensions))
	toward := make([]float64, len(r.Dimensions))
	for d := range r.Dimensions {
		r.Dimensions[d].ID = e.pack.Dimensions[d].ID
	}
	for i := range e.arguments {
		a := &e.arguments[i]
		d := &r.Dimensions[a.dim]
		if v.mass[i] > 0 {
			d.Importance += v.mass[i]
			toward[a.dim] += float64(a.sign * v.mass[i])
			d.Arguments = append(d.Arguments, e.argumentResult(v, i))
		}
		for _, m := range a.moderators {
			if def := e.moderators[m].def; v.fired[m] == rules.True && !slices.Contains(d.Moderators, def) {
				d.Moderators = append(d.Moderators, def)
			}
		}
	}
	for i := range r.Dimensions {
		d := &r.Dimensions[i]
		nominal := none.Nominal
		if d.Importance > 0 {
			nominal = max(-1, min(1, toward[i]/d.Importance))
		}
		d.Contribution = toward[i]
		d.Lean = e.leanBounds(v, i, nominal)
		slices.SortStableFunc(d.Arguments, func(a, b ArgumentResult) int {
			return cmp.Or(cmp.Compare(b.Mass, a.Mass), strings.Compare(a.Rule.ID, b.Rule.ID))
		})
		slices.SortFunc(d.Moderators, func(a, b *rules.Moderator) int { return strings.Compare(a.ID, b.ID) })
	}
}

func (e *Engine) argumentResult(v *evaluation, i int) ArgumentResult {
	a := &e.arguments[i]
	res := ArgumentResult{Rule: a.def, Mass: v.mass[i], Facts: a.def.When.Facts(nil)}
	total := e.weightOf(v.in, a)
	for _, s := range a.shares {
		if w := v.in.weight[s.priority]; w > 0 {
			own := float64(float64(w) / float64(v.in.sum) * s.of)
			res.Priorities = append(res.Priorities, PriorityShare{ID: e.priorities[s.priority].def.ID, Weight: float64(w) / unit, Share: own / total})
		}
	}
	for _, m := range a.moderators {
		if v.fired[m] == rules.True {
			res.Moderators = append(res.Moderators, e.moderators[m].def)
			res.Facts = e.moderators[m].def.When.Facts(res.Facts)
		}
	}
	slices.Sort(res.Facts)
	return res
}

// fillPriorities lists the stated priorities with what each adds to the score:
// the signed mass that it lends to arguments.
func (e *Engine) fillPriorities(r *Recommendation, v *evaluation) {
	for p := range e.priorities {
		def := e.priorities[p].def
		w := v.in.weight[p]
		if w < 0 {
			r.NotStated = append(r.NotStated, def.ID)
			continue
		}
		res := PriorityResult{ID: def.ID, Weight: float64(w) / unit, Pull: def.Pull}
		if v.in.sum > 0 {
			res.Share = float64(w) / float64(v.in.sum)
		}
		if v.sumX > 0 {
			for i := range e.arguments {
				for _, s := range e.arguments[i].shares {
					if s.priority == p {
						res.Effect += float64(v.mu[i].at * e.arguments[i].def.Strength * s.of)
					}
				}
			}
			res.Effect = float64(e.priorities[p].sign * res.Share * res.Effect * (1 - v.b) / v.sumX)
		}
		r.Priorities = append(r.Priorities, res)
	}
}

// fillFacts lists what is not known though some rule reads it, and what is
// kept without counting.
func (e *Engine) fillFacts(r *Recommendation, in *input) {
	read := make([]bool, len(e.facts))
	e.pack.EachComparison(func(c *rules.Condition) { read[e.factIndex[c.Fact]] = true })
	for i := range e.facts {
		if in.fact[i] == stateUnknown && read[i] {
			r.Unknown = append(r.Unknown, e.facts[i].def.ID)
		}
		if in.off[i] {
			r.Inactive = append(r.Inactive, Inactive{ID: e.facts[i].def.ID, Guard: e.facts[i].def.AskedIf})
		}
	}
}
