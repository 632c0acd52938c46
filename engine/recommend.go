package engine

import (
	"cmp"
	"context"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/exact"
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
	return e.recommendIndexed(ctx, &p, in)
}

// recommendIndexed recommends on a profile that was checked.
func (e *Engine) recommendIndexed(ctx context.Context, p *Profile, in *compiled.Profile) (*Recommendation, error) {
	v := evaluate.Evaluate(e.rules, in)
	law := newLawReader(e.rules, in)
	statuses := evaluate.FindFormStatuses(e.rules, in, law.readings)
	r := &Recommendation{Rules: e.rules.Pack.Identity(), Profile: p.Clone(), SituationShare: v.SituationShare}
	values := evaluate.FormValues(e.rules, v)
	e.setVerdict(r, v, values, statuses, law)
	r.Score = Interval(evaluate.BoundMean(e.rules, v, e.rules.Balance, e.rules.Balance.WeightedMean(v.Mass)))
	lists := make(listCopier, 0, copiedListSize)
	e.fillOptions(ctx, r, v, values, statuses, law, &lists)
	e.fillDimensions(ctx, r, v, &lists)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	e.fillPriorities(r, v)
	e.fillFacts(r, in)
	r.Contradictions, r.Comparisons = e.listContradictions(in), findComparisonContradiction(p)
	e.fillAdvice(r, in, law)
	return r, nil
}

// setVerdict sets stance, option, form and runner-up, and what bars make of them.
func (e *Engine) setVerdict(r *Recommendation, v *evaluate.Evaluation, values []float64, statuses []evaluate.FormStatus, law *lawReader) {
	picked, passed := evaluate.PickForm(e.rules, values, statuses)
	e.setToday(r, values, statuses, law)
	e.setDecider(r, v, values, picked, passed, law)
	if picked >= 0 {
		e.setConditions(r, law, picked, values, statuses)
	}
	switch {
	case picked < 0:
		r.Stance = None
		return
	case !v.HasBasis():
		r.Stance = NoBasis
		return
	}
	verdict := evaluate.VerdictOf(e.rules, picked)
	r.Option, r.Stance, r.Form = e.rules.OptionID(verdict.Option), verdict.Stance, e.rules.FormID(picked)
	if r.Stance == Mixed {
		r.Split = r.Form
	}
	if passed >= 0 && e.rules.Forms[passed].Option != verdict.Option {
		r.TooClose = e.rules.OptionID(e.rules.Forms[passed].Option)
	}
	next := -1
	for f := range e.rules.Forms {
		if e.rules.Forms[f].Option != verdict.Option && statuses[f].Nominal && (next < 0 || values[f] > values[next]) {
			next = f
		}
	}
	if next >= 0 {
		r.RunnerUp = RunnerUp{Option: e.rules.OptionID(e.rules.Forms[next].Option), Form: e.rules.FormID(next), Gap: values[picked] - values[next]}
	}
}

// fillOptions lists the options with what becomes of each. Once ctx is done it is of no use.
func (e *Engine) fillOptions(ctx context.Context, r *Recommendation, v *evaluate.Evaluation, values []float64, statuses []evaluate.FormStatus, law *lawReader, lists *listCopier) {
	r.Options = make([]OptionResult, len(e.rules.Options))
	forms := make([]FormResult, 0, len(e.rules.Forms)) // one room for all lists
	for o := range e.rules.Options {
		opt := &e.rules.Options[o]
		first := len(forms)
		res := OptionResult{ID: opt.Def.ID}
		requirements := rules.False
		for _, f := range opt.Forms {
			if ctx.Err() != nil {
				return
			}
			s := &statuses[f]
			forms = append(forms, FormResult{e.rules.FormID(f), Interval(evaluate.BoundFormValue(e.rules, v, f, values[f])), law.possible[f], law.states[f], s.Nominal, listBarsInState(e, law, f)})
			res.Available, res.Possible, requirements = res.Available || s.Nominal, max(res.Possible, s.Possible), max(requirements, s.Requirements)
		}
		res.Forms = forms[first:len(forms):len(forms)]
		leading := law.findLeadingForm(e.rules, o, values, statuses)
		res.Form, res.BlockedBy = e.rules.FormID(leading), e.listBars(law, leading)
		res.Value = res.Forms[slices.Index(opt.Forms, leading)].Value
		if l := v.In.Limits[leading]; l > 0 {
			limit := r.Profile.Limits[l-1].clone()
			res.BlockedBy = append(res.BlockedBy, BarResult{Limit: &limit, State: rules.BarredForGood})
		}
		if requirements != rules.True {
			res.AvailableIf = lists.copyOf(e.rules.Forms[leading].Facts)
		}
		r.Options[o] = res
	}
}

// fillDimensions lists the dimensions with what counts on each. Once ctx is done it is of
// no use.
func (e *Engine) fillDimensions(ctx context.Context, r *Recommendation, v *evaluate.Evaluation, lists *listCopier) {
	r.Dimensions = make([]DimensionResult, len(e.rules.Pack.Dimensions))
	room := argumentBuffers{
		lists:      lists,
		arguments:  make([]ArgumentResult, 0, len(e.rules.Arguments)),
		priorities: make([]PriorityShare, 0, e.rules.ShareCount),
		moderators: make([]FiredModerator, 0, 2*len(e.rules.Moderators)),
		order:      make([]int, 0, len(e.rules.Arguments)),
	}
	for d := range r.Dimensions {
		if ctx.Err() != nil {
			return
		}
		e.fillDimension(&r.Dimensions[d], v, d, &room)
	}
}

func (e *Engine) fillDimension(d *DimensionResult, v *evaluate.Evaluation, dim int, room *argumentBuffers) {
	d.ID = e.rules.Pack.Dimensions[dim].ID
	first := len(room.arguments)
	toward := 0.0
	order := room.order[:0]
	for _, i := range e.rules.Dimensions[dim] {
		a := &e.rules.Arguments[i]
		if v.Mass[i] > 0 {
			d.Importance += v.Mass[i]
			toward += exact.Mul(a.Sign, v.Mass[i])
			order = append(order, i)
		}
	}
	nominal := noInterval.Nominal
	if d.Importance > 0 {
		nominal = max(-1, min(1, toward/d.Importance))
	}
	d.Contribution = toward
	d.Lean = Interval(evaluate.BoundLean(e.rules, v, dim, nominal))
	// The heaviest first; arguments are numbered by id, so equal ones stay in
	// that order.
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(v.Mass[b], v.Mass[a]) })
	for _, i := range order {
		room.arguments = append(room.arguments, e.makeArgumentResult(v, i, room))
	}
	d.Arguments = room.arguments[first:len(room.arguments):len(room.arguments)]
	d.Moderators = e.listFiredModerators(v, dim, room)
}

// listFiredModerators lists the moderators that fired on arguments of a dimension, by id.
func (e *Engine) listFiredModerators(v *evaluate.Evaluation, dim int, room *argumentBuffers) []FiredModerator {
	first := len(room.moderators)
	for m := range e.rules.Moderators {
		if v.Fired[m] == rules.True && e.rules.Moderators[m].Dims[dim] {
			room.moderators = append(room.moderators, FiredModerator{e.rules.Moderators[m].Def.ID, e.rules.Moderators[m].Def.Factor})
		}
	}
	return room.moderators[first:len(room.moderators):len(room.moderators)]
}

// argumentBuffers is one allocation for the lists of all arguments; each list is
// a stretch of it that cannot grow into the next.
type argumentBuffers struct {
	lists      *listCopier
	arguments  []ArgumentResult
	priorities []PriorityShare
	moderators []FiredModerator
	order      []int // for sorting, used again by each dimension
}

func (e *Engine) makeArgumentResult(v *evaluate.Evaluation, i int, room *argumentBuffers) ArgumentResult {
	a := &e.rules.Arguments[i]
	res := ArgumentResult{ID: a.Def.ID, Pull: a.Def.Pull, Mass: v.Mass[i], Facts: room.lists.copyOf(a.Facts)}
	total := evaluate.LentWeight(v.In, a)
	first := len(room.priorities)
	for _, s := range a.Shares {
		if w := v.In.Weight[s.Priority]; w > 0 {
			own := exact.Mul(float64(w)/float64(v.In.Sum), s.Of)
			room.priorities = append(room.priorities, PriorityShare{ID: e.rules.Priorities[s.Priority].Def.ID, Weight: float64(w) / compiled.WeightUnit, Share: own / total})
		}
	}
	res.Priorities = room.priorities[first:len(room.priorities):len(room.priorities)]
	first = len(room.moderators)
	for _, m := range a.Moderators {
		if v.Fired[m] == rules.True {
			room.moderators = append(room.moderators, FiredModerator{e.rules.Moderators[m].Def.ID, e.rules.Moderators[m].Def.Factor})
		}
	}
	res.Moderators = room.moderators[first:len(room.moderators):len(room.moderators)]
	return res
}

// fillPriorities lists the stated priorities with what each adds to the score:
// the signed mass that it lends to arguments.
func (e *Engine) fillPriorities(r *Recommendation, v *evaluate.Evaluation) {
	gain := make([]float64, len(e.rules.Priorities)) // Σ_a μ_a s_a c_ap / C_p
	for i := range e.rules.Arguments {
		for _, s := range e.rules.Arguments[i].Shares {
			gain[s.Priority] += exact.Mul(v.Mu[i].Nominal*e.rules.Arguments[i].Def.Strength, s.Of)
		}
	}
	for p := range e.rules.Priorities {
		def := e.rules.Priorities[p].Def
		w := v.In.Weight[p]
		if w < 0 {
			r.NotStated = append(withCapacity(r.NotStated, len(e.rules.Priorities)), def.ID)
			continue
		}
		res := PriorityResult{ID: def.ID, Weight: float64(w) / compiled.WeightUnit, Pull: def.Pull}
		if v.In.Low != nil && v.In.Low[p] < v.In.High[p] {
			stated := r.Profile.Ranges[def.ID]
			res.Range = &stated
		}
		if v.In.Sum > 0 {
			res.Share = float64(w) / float64(v.In.Sum)
		}
		if v.SumX > 0 {
			res.Effect = e.rules.Priorities[p].Sign * res.Share * gain[p] * (1 - v.SituationShare) / v.SumX
		}
		r.Priorities = append(withCapacity(r.Priorities, len(e.rules.Priorities)), res)
	}
}

// fillFacts lists what is not known, or of a set not wholly, though some rule reads
// it, and what is kept without counting.
func (e *Engine) fillFacts(r *Recommendation, in *compiled.Profile) {
	for i := range e.rules.EachFact {
		f := &e.rules.Facts[i]
		if e.rules.IsOpen(in.Fact, i) {
			r.Unknown = append(withCapacity(r.Unknown, len(e.rules.Facts)), f.Def.ID)
		}
		if slices.Contains(in.SwitchedOff[i:i+f.Size], true) {
			r.Inactive = append(r.Inactive, f.Def.ID)
		}
	}
}
