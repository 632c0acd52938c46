package engine

import (
	"context"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/robust"
	"github.com/ajar-decision/ajar/rules"
)

// FlipWeight is a weight at which the option changes.
type FlipWeight struct {
	// At is a weight with as few decimals as will do, one in most cases, at which the
	// result is Option and Stance.
	At float64 `json:"at"`
	// Border is where the change happens: up to it, seen from the stated
	// weight, the option is the recommended one.
	Border float64 `json:"border"`
	Option string  `json:"option"` // "" if At leaves no basis
	Form   string  `json:"form"`   // of the option
	Stance Stance  `json:"stance"`
	// AgainstPull: the advice becomes more open although the priority pulls closed and
	// is raised, or is lowered and pulls open; or the other way round.
	AgainstPull bool          `json:"against_pull"`
	Because     WeightBecause `json:"because"`
}

// WeightBecause says why a weight turns the verdict: More secures more of something than
// Less does, and that counts for more then, or for less. It is empty if the weight
// leaves no basis.
type WeightBecause struct {
	Kind       WeightCauseKind `json:"kind"`
	More       string          `json:"more"`        // a form
	Less       string          `json:"less"`        // a form
	ByMore     float64         `json:"by_more"`     // in [0, 1], the part that More secures
	ByLess     float64         `json:"by_less"`     // the part that Less secures
	CountsMore bool            `json:"counts_more"` // else it counts for less
}

// WeightCauseKind says of what one form secures more than another.
type WeightCauseKind string

// What forms secure: the wish whose weight it is, the other wishes that are stated, or
// what counts by facts alone.
const (
	ThisWish    WeightCauseKind = "wish"
	OtherWishes WeightCauseKind = "other_wishes"
	FactsAlone  WeightCauseKind = "facts"
)

// FlipFact is a change of facts that changes the option or the stance.
type FlipFact struct {
	Set    []Setting `json:"set"`
	Option string    `json:"option"` // "" for None and NoBasis
	Form   string    `json:"form"`   // of the option
	Stance Stance    `json:"stance"`
	// Ready: nothing would hold that back.
	Ready bool `json:"ready"`
	// Group says how such a change could come about; flips stand in the order of the
	// groups.
	Group FlipGroup `json:"group"`
	// By says what makes the change: ByBar if a bar would rule out the option that is
	// recommended now, or rules out now the one that would be; else ByArguments.
	By DeciderKind `json:"by"`
	// Bar is the bar that would rule out the option that is recommended now, "" if
	// none would.
	Bar string `json:"bar"`
	// Because is the rule that makes the change.
	Because FlipBecause `json:"because"`
	// Contradicts are the exclusions of the pack that the new answers run into, by id.
	Contradicts []string `json:"contradicts"`
}

// FlipGroup says how a change of answers could come about.
type FlipGroup string

// The groups, the likeliest first. A flip of two answers is in the later of theirs.
const (
	AnswersOpen      FlipGroup = "open"         // it answers what is not known
	CorrectsUnsure   FlipGroup = "unsure"       // the owner is not sure of the answer
	MayChange        FlipGroup = "may_change"   // the owner or time may bring it about
	MakesAnotherCase FlipGroup = "another_case" // it says what the work or its owner is
	ExcludesOthers   FlipGroup = "excluded"     // it excludes other answers
)

// FlipGroups lists the groups in their order.
func FlipGroups() []FlipGroup {
	return []FlipGroup{AnswersOpen, CorrectsUnsure, MayChange, MakesAnotherCase, ExcludesOthers}
}

// flipGroups names what the analysis tells apart.
var flipGroups = map[robust.FlipGroup]FlipGroup{
	robust.AnswersOpen: AnswersOpen, robust.CorrectsDoubted: CorrectsUnsure, robust.CorrectsUnsure: CorrectsUnsure,
	robust.MayChange: MayChange, robust.MakesAnotherCase: MakesAnotherCase, robust.Contradicts: ExcludesOthers,
}

// FlipBecause is a rule that holds after a change and did not before, or the other way
// round, and so turns the verdict.
type FlipBecause struct {
	Kind FlipCauseKind `json:"kind"`
	// ID is that of the argument, also for a raise, of the moderator or of the bar; for
	// a requirement that of the option or the form that has it.
	ID string `json:"id"`
	// Form is what a raise, a requirement or a bar is about, "" for the others.
	Form  string `json:"form"`
	Holds bool   `json:"holds"` // after the change
}

// FlipCauseKind says what sort of rule makes a flip.
type FlipCauseKind string

// An argument begins or ceases to count, or to be moderated, or what a form captures of
// it is raised or no longer; else a form comes to be possible or allowed, or ceases to.
const (
	FlipByArgument    FlipCauseKind = "argument"
	FlipByModerator   FlipCauseKind = "moderator"
	FlipByRaise       FlipCauseKind = "raise"
	FlipByRequirement FlipCauseKind = "requirement"
	FlipByBar         FlipCauseKind = "bar"
)

// Setting gives a fact an answer.
type Setting struct {
	Fact   string `json:"fact"`
	Answer Answer `json:"answer"`
}

// DimensionTurn is a change of one fact or of one weight, the others as they are, under
// which a dimension leans to the other side.
type DimensionTurn struct {
	Dimension string `json:"dimension"`
	// Set is the change of a fact, nil if a weight is changed, and Group says how it could
	// come about.
	Set   *Setting  `json:"set"`
	Group FlipGroup `json:"group"`
	// Priority is "" if a fact is changed. Weight lies beyond the border by a tenth at
	// most.
	Priority string  `json:"priority"`
	Weight   float64 `json:"weight"`
}

func buildDimensionTurns(e *Engine, list []robust.DimensionTurn) []DimensionTurn {
	var out []DimensionTurn
	for i := range list {
		t := &list[i]
		x := DimensionTurn{Dimension: e.rules.Pack.Dimensions[t.Dimension].ID}
		if t.Fact != nil {
			x.Set = &Setting{e.rules.Facts[t.Fact.Fact].Def.ID, newAnswer(e.rules.AnswerFor(*t.Fact))}
			x.Group = flipGroups[t.Group]
		} else {
			x.Priority, x.Weight = e.rules.Priorities[t.Priority].Def.ID, t.Weight
		}
		out = append(out, x)
	}
	return out
}

// flipReader names what flips are and what makes them.
type flipReader struct {
	e       *Engine
	trial   *evaluate.Nominal
	now     evaluate.Verdict
	law     *lawReader // with the answers as they are
	changed *lawReader // with those that were tried last
}

func (e *Engine) buildFactFlips(ctx context.Context, flips []robust.FactFlip, in *compiled.Profile) []FlipFact {
	if len(flips) == 0 {
		return nil
	}
	r := flipReader{e: e, trial: evaluate.NewNominal(e.rules, in), law: newLawReader(e.rules, in)}
	r.now = r.trial.ComputeVerdict()
	type placed struct {
		FlipFact
		place []int
	}
	var list []placed
	for i := range flips {
		if ctx.Err() != nil {
			return nil
		}
		x := r.buildFlip(&flips[i])
		list = append(list, placed{x, r.placeFlip(&flips[i], &x)})
	}
	slices.SortStableFunc(list, func(a, b placed) int { return slices.Compare(a.place, b.place) })
	out := make([]FlipFact, len(list))
	for i := range list {
		out[i] = list[i].FlipFact
	}
	return out
}

// placeFlip gives what flips are ordered by: how they could come about; by arguments
// before by bars; the stance before the option alone; near answers before far ones;
// then the order of ids, which no file decides.
func (r *flipReader) placeFlip(f *robust.FactFlip, x *FlipFact) []int {
	place := []int{int(f.Group), 0, 0, f.Steps}
	if x.By == ByBar {
		place[1] = 1
	}
	if x.Stance == r.now.Stance {
		place[2] = 1
	}
	for _, c := range f.Changes {
		place = append(place, c.Fact)
	}
	return place
}

func (r *flipReader) buildFlip(f *robust.FactFlip) FlipFact {
	e := r.e
	x := FlipFact{
		Option: e.rules.OptionID(f.Verdict.Option), Form: e.rules.FormID(f.Verdict.Form), Stance: f.Verdict.Stance,
		By: ByArguments, Group: flipGroups[f.Group],
	}
	for _, c := range f.Changes {
		x.Set = append(x.Set, Setting{e.rules.Facts[c.Fact].Def.ID, newAnswer(e.rules.AnswerFor(c))})
	}
	for _, i := range f.Contradicts {
		x.Contradicts = append(x.Contradicts, e.rules.Exclusions[i].Def.ID)
	}
	r.trial.ApplyChanges(f.Changes)
	r.changed = newLawReader(e.rules, &r.trial.In)
	x.Because = r.nameCause(&f.Cause)
	if to := f.Verdict.Form; to >= 0 {
		x.Ready = r.changed.states[to] <= rules.MayBeBarred
		if bar := e.findBarForGood(r.law, to); bar != "" {
			x.By, x.Because = ByBar, FlipBecause{FlipByBar, bar, x.Form, false}
		}
	}
	if r.now.Form >= 0 {
		if x.Bar = e.findBarForGood(r.changed, r.now.Form); x.Bar != "" {
			x.By, x.Because = ByBar, FlipBecause{FlipByBar, x.Bar, e.rules.FormID(r.now.Form), true}
		}
	}
	return x
}

// nameCause gives ids for a cause, and says what made a form available or not.
func (r *flipReader) nameCause(c *robust.Cause) FlipBecause {
	e := r.e.rules
	switch out := (FlipBecause{Kind: FlipCauseKind(c.Kind), Holds: c.Holds}); out.Kind {
	case FlipByArgument:
		out.ID = e.Arguments[c.Rule].Def.ID
		return out
	case FlipByModerator:
		out.ID = e.Moderators[c.Rule].Def.ID
		return out
	case FlipByRaise:
		out.ID, out.Form = e.Arguments[c.Rule].Def.ID, e.FormID(c.Form)
		return out
	case "":
		return out
	}
	blocked, free := r.law, r.changed
	if !c.Holds {
		blocked, free = free, blocked
	}
	form := &e.Forms[c.Form]
	if bar := r.e.findBarForGood(blocked, c.Form); bar != "" {
		return FlipBecause{FlipByBar, bar, form.Def.ID, !c.Holds}
	}
	out := FlipBecause{FlipByRequirement, form.Def.ID, form.Def.ID, c.Holds}
	if own := form.Own; own.PlainTruth(blocked.in.Fact) == own.PlainTruth(free.in.Fact) {
		out.ID = e.OptionID(form.Option) // its own condition made no difference
	}
	return out
}
