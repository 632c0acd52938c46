package engine

import (
	"cmp"
	"context"
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

// Recommend applies the pack to a profile. It does not say how settled the result
// is, and a result that two weights more or less would turn looks like any other:
// before a person is to see it, call [Engine.Analyse] in its place. It fails if the profile names
// something that the pack does not have, or a weight outside 0 to 10 (a
// [diag.List] with codes AJ3xx), or if ctx is done. A zero profile is not an
// error: its result is NoBasis.
func (e *Engine) Recommend(ctx context.Context, p Profile) (*Recommendation, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	in, err := e.indexProfile(&p)
	if err != nil {
		return nil, err
	}
	v := e.evaluate(in)
	bites := e.findVetoEffects(in)
	standings := e.findOptionStatuses(in, bites)
	r := &Recommendation{Rules: e.pack.Identity(), Profile: p.Clone(), SituationShare: v.situationShare}
	values := e.optionValues(v)
	e.setVerdict(r, v, values, standings)
	r.Score = e.boundMean(v, &e.balance, e.balance.weightedMean(v.mass))
	e.fillOptions(r, v, values, standings, bites)
	e.fillDimensions(r, v)
	e.fillPriorities(r, v)
	e.fillFacts(r, in)
	for _, b := range bites {
		if b.duty != rules.False {
			r.Duties = append(r.Duties, e.makeVetoResult(b, b.duty == rules.True))
		}
	}
	e.fillAdvice(r, in)
	return r, nil
}

// optionValues gives U_o of every option, the share of what counts that it secures.
func (e *Engine) optionValues(v *evaluation) []float64 {
	out := make([]float64, len(e.options))
	for o := range e.options {
		out[o] = e.options[o].capture.weightedMean(v.mass)
	}
	return out
}

// setVerdict sets stance, option, split and runner-up.
func (e *Engine) setVerdict(r *Recommendation, v *evaluation, values []float64, standings []optionStatus) {
	picked, passed := e.pickOption(values, standings)
	switch {
	case picked < 0:
		r.Stance = None
		return
	case !v.hasBasis():
		r.Stance = NoBasis
		return
	}
	opt := &e.options[picked]
	r.Option, r.Stance = opt.def.ID, opt.def.Stance
	for i := range opt.splits {
		if opt.splits[i].splitTruth(v.in) == rules.True {
			r.Split = opt.splits[i].def.ID
			break
		}
	}
	if passed >= 0 {
		r.TooClose = e.options[passed].def.ID
	}
	next := -1
	for o := range e.options {
		if o != picked && standings[o].nominal && (next < 0 || values[o] > values[next]) {
			next = o
		}
	}
	if next >= 0 {
		r.RunnerUp = RunnerUp{Option: e.options[next].def.ID, Gap: values[picked] - values[next]}
	}
}

func (e *Engine) fillOptions(r *Recommendation, v *evaluation, values []float64, standings []optionStatus, bites []vetoEffect) {
	r.Options = make([]OptionResult, len(e.options))
	all := make([]VetoResult, 0, (len(bites)+1)*len(e.options)) // one room for all lists
	for o := range e.options {
		opt := &e.options[o]
		first := len(all)
		for _, b := range bites {
			if e.vetoes[b.veto].blocks[o] && b.blocks != rules.False {
				all = append(all, e.makeVetoResult(b, b.blocks == rules.True && !b.precaution))
			}
		}
		if l := v.in.limits[o]; l > 0 {
			limit := r.Profile.Limits[l-1].clone()
			all = append(all, VetoResult{Limit: &limit, Certain: true})
		}
		r.Options[o] = OptionResult{
			ID: opt.def.ID, Value: e.boundMean(v, &opt.capture, values[o]),
			Available: standings[o].nominal, Possible: standings[o].possible, BlockedBy: all[first:len(all):len(all)],
		}
		if standings[o].requirements != rules.True {
			r.Options[o].AvailableIf = slices.Clone(opt.facts)
		}
	}
}

func (e *Engine) makeVetoResult(b vetoEffect, certain bool) VetoResult {
	v := &e.vetoes[b.veto]
	return VetoResult{ID: v.def.ID, Facts: slices.Clone(v.facts), Certain: certain, Precaution: b.precaution}
}

func (e *Engine) fillDimensions(r *Recommendation, v *evaluation) {
	r.Dimensions = make([]DimensionResult, len(e.pack.Dimensions))
	room := argumentBuffers{
		arguments:  make([]ArgumentResult, 0, len(e.arguments)),
		priorities: make([]PriorityShare, 0, e.shareCount),
		moderators: make([]FiredModerator, 0, 2*len(e.moderators)),
		order:      make([]int, 0, len(e.arguments)),
	}
	for d := range r.Dimensions {
		e.fillDimension(&r.Dimensions[d], v, d, &room)
	}
}

func (e *Engine) fillDimension(d *DimensionResult, v *evaluation, dim int, room *argumentBuffers) {
	d.ID = e.pack.Dimensions[dim].ID
	first := len(room.arguments)
	toward := 0.0
	order := room.order[:0]
	for _, i := range e.dimensions[dim] {
		a := &e.arguments[i]
		if v.mass[i] > 0 {
			d.Importance += v.mass[i]
			toward += mul(a.sign, v.mass[i])
			order = append(order, i)
		}
	}
	nominal := noInterval.Nominal
	if d.Importance > 0 {
		nominal = max(-1, min(1, toward/d.Importance))
	}
	d.Contribution = toward
	d.Lean = e.boundLean(v, dim, nominal)
	// The heaviest first; arguments are numbered by id, so equal ones stay in
	// that order.
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(v.mass[b], v.mass[a]) })
	for _, i := range order {
		room.arguments = append(room.arguments, e.makeArgumentResult(v, i, room))
	}
	d.Arguments = room.arguments[first:len(room.arguments):len(room.arguments)]
	d.Moderators = e.listFiredModerators(v, dim, room)
}

// listFiredModerators lists the moderators that fired on arguments of a dimension, by id.
func (e *Engine) listFiredModerators(v *evaluation, dim int, room *argumentBuffers) []FiredModerator {
	first := len(room.moderators)
	for m := range e.moderators {
		if v.fired[m] == rules.True && e.moderators[m].dims[dim] {
			room.moderators = append(room.moderators, FiredModerator{e.moderators[m].def.ID, e.moderators[m].def.Factor})
		}
	}
	return room.moderators[first:len(room.moderators):len(room.moderators)]
}

// argumentBuffers is one allocation for the lists of all arguments; each list is
// a stretch of it that cannot grow into the next.
type argumentBuffers struct {
	arguments  []ArgumentResult
	priorities []PriorityShare
	moderators []FiredModerator
	order      []int // for sorting, used again by each dimension
}

func (e *Engine) makeArgumentResult(v *evaluation, i int, room *argumentBuffers) ArgumentResult {
	a := &e.arguments[i]
	res := ArgumentResult{ID: a.def.ID, Pull: a.def.Pull, Mass: v.mass[i], Facts: slices.Clone(a.facts)}
	total := e.lentWeight(v.in, a)
	first := len(room.priorities)
	for _, s := range a.shares {
		if w := v.in.weight[s.priority]; w > 0 {
			own := mul(float64(w)/float64(v.in.sum), s.of)
			room.priorities = append(room.priorities, PriorityShare{ID: e.priorities[s.priority].def.ID, Weight: float64(w) / weightUnit, Share: own / total})
		}
	}
	res.Priorities = room.priorities[first:len(room.priorities):len(room.priorities)]
	first = len(room.moderators)
	for _, m := range a.moderators {
		if v.fired[m] == rules.True {
			room.moderators = append(room.moderators, FiredModerator{e.moderators[m].def.ID, e.moderators[m].def.Factor})
		}
	}
	res.Moderators = room.moderators[first:len(room.moderators):len(room.moderators)]
	return res
}

// fillPriorities lists the stated priorities with what each adds to the score:
// the signed mass that it lends to arguments.
func (e *Engine) fillPriorities(r *Recommendation, v *evaluation) {
	gain := make([]float64, len(e.priorities)) // Σ_a μ_a s_a c_ap / C_p
	for i := range e.arguments {
		for _, s := range e.arguments[i].shares {
			gain[s.priority] += mul(v.mu[i].nominal*e.arguments[i].def.Strength, s.of)
		}
	}
	for p := range e.priorities {
		def := e.priorities[p].def
		w := v.in.weight[p]
		if w < 0 {
			r.NotStated = append(withCapacity(r.NotStated, len(e.priorities)), def.ID)
			continue
		}
		res := PriorityResult{ID: def.ID, Weight: float64(w) / weightUnit, Pull: def.Pull}
		if v.in.sum > 0 {
			res.Share = float64(w) / float64(v.in.sum)
		}
		if v.sumX > 0 {
			res.Effect = e.priorities[p].sign * res.Share * gain[p] * (1 - v.situationShare) / v.sumX
		}
		r.Priorities = append(withCapacity(r.Priorities, len(e.priorities)), res)
	}
}

// fillFacts lists what is not known though some rule reads it, and what is
// kept without counting.
func (e *Engine) fillFacts(r *Recommendation, in *indexedProfile) {
	for i := range e.facts {
		if in.fact[i] == stateUnknown && e.facts[i].isRead {
			r.Unknown = append(withCapacity(r.Unknown, len(e.facts)), e.facts[i].def.ID)
		}
		if in.switchedOff[i] {
			r.Inactive = append(r.Inactive, e.facts[i].def.ID)
		}
	}
}
