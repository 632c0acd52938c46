package engine

import (
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/rules"
)

// setToday finds what may be done now: the same choice among the forms that no bar
// holds back.
func (e *Engine) setToday(r *Recommendation, values []float64, statuses []evaluate.FormStatus, law *lawReader) {
	now := slices.Clone(statuses)
	for f := range now {
		now[f].Nominal = now[f].Nominal && law.states[f] <= rules.MayBeBarred
	}
	picked, _ := evaluate.PickForm(e.rules, values, now)
	if picked < 0 {
		r.Today = Release{Stance: None}
		return
	}
	v := evaluate.VerdictOf(e.rules, picked)
	r.Today = Release{v.Stance, e.rules.OptionID(v.Option), e.rules.FormID(picked)}
}

// setDecider says what decided: it takes away first the bars, then the limits, and
// looks whether another form would be advised.
func (e *Engine) setDecider(r *Recommendation, v *evaluate.Evaluation, values []float64, picked, passed int, law *lawReader) {
	if picked >= 0 && !v.HasBasis() {
		return
	}
	r.DecidedBy.Kind = ByArguments
	if passed >= 0 {
		r.DecidedBy.Kind = ByMargin
	}
	unbarred := e.pickUnbarred(values, law, true)
	if unbarred >= 0 && unbarred != picked {
		if bar := e.findBarForGood(law, unbarred); bar != "" {
			r.DecidedBy = Decider{ByBar, bar}
			return
		}
	}
	if e.pickUnbarred(values, law, false) != unbarred {
		r.DecidedBy = Decider{Kind: ByLimit}
	}
}

// pickUnbarred picks as if no bar held, and as if the owner had no limits if these
// are left out too.
func (e *Engine) pickUnbarred(values []float64, law *lawReader, limits bool) int {
	free := make([]evaluate.FormStatus, len(e.rules.Forms))
	for f := range free {
		free[f].Nominal = law.possible[f] == rules.True && (!limits || law.in.Limits[f] == 0)
	}
	form, _ := evaluate.PickForm(e.rules, values, free)
	return form
}

// findBarForGood finds the first bar that rules out a form which bars aside is
// possible, "" if there is none.
func (e *Engine) findBarForGood(law *lawReader, form int) string {
	if law.possible[form] != rules.True || law.states[form] != rules.BarredForGood {
		return ""
	}
	for _, b := range e.listBars(law, form) {
		if b.State == rules.BarredForGood {
			return b.ID
		}
	}
	return ""
}

// setConditions says what holds the form back, and what may.
func (e *Engine) setConditions(r *Recommendation, law *lawReader, form int, values []float64, statuses []evaluate.FormStatus) {
	for _, b := range e.listBars(law, form) {
		if b.State == rules.BarredUntil && !b.ToldOnly {
			r.Conditions = append(r.Conditions, b)
		} else {
			r.Cautions = append(r.Cautions, b)
		}
	}
	r.Cautions = weighCautions(e, r.Cautions, law, form, values, statuses)
	r.Ready = len(r.Conditions) == 0
}

// listBars lists what bars make of a form, what is to be told first before.
func (e *Engine) listBars(law *lawReader, form int) []BarResult {
	if len(law.bars[form]) == 0 {
		return nil
	}
	out := make([]BarResult, len(law.bars[form]))
	for i, b := range law.bars[form] {
		out[i] = e.makeBarResult(law, b, form)
	}
	return out
}

// listBarsInState lists the bars that make the state of a form what it is, what is to be
// told first before.
func listBarsInState(e *Engine, law *lawReader, form int) []string {
	if law.states[form] == rules.NotBarred {
		return nil
	}
	first := len(law.lists)
	for _, b := range law.bars[form] {
		if b.State == law.states[form] && !b.ToldOnly {
			law.lists = append(law.lists, e.rules.Bars[b.Bar].Def.ID)
		}
	}
	return law.lists[first:len(law.lists):len(law.lists)]
}

func (e *Engine) makeBarResult(law *lawReader, b evaluate.FormBar, form int) BarResult {
	in, lists := law.in, &law.lists
	bar := &e.rules.Bars[b.Bar]
	out := BarResult{
		ID: bar.Def.ID, State: b.State, Facts: lists.copyOf(bar.Facts), Grounds: lists.copyOf(law.findGrounds(e.rules, b.Bar)),
		Precaution: b.When != b.Prudent, ToldOnly: b.ToldOnly,
	}
	out.setNeed(bar, b.BarReading, in)
	if len(bar.Def.Demands) > 0 {
		out.Acts, out.Kinds = lists.copyOf(bar.Def.Demands), lists.copyOf(bar.Def.On)
		return out
	}
	var acts, kinds uint64
	for _, a := range e.rules.Forms[form].Acts {
		if bar.Forbids(a.Act, a.Kind) && a.When.PlainTruth(in.Fact) != rules.False {
			acts, kinds = acts|1<<uint(a.Act), kinds|1<<uint(a.Kind)
		}
	}
	out.Acts, out.Kinds = lists.nameMasked(acts, e.rules.ActIDs), lists.nameMasked(kinds, e.rules.KindIDs)
	return out
}

// findBarOnPart finds a bar that forbids a decision on a part, nil if none does. A
// bar that holds the whole release back waits with it, unless this part is the
// one to be taken out; then it is added to bars.
func (e *Engine) findBarOnPart(rec *Recommendation, law *lawReader, part *rules.Component, decision rules.Advice, bars *[]string) *compiled.Bar {
	for i := range law.readings {
		r := &law.readings[i]
		bar := &e.rules.Bars[r.Bar]
		state := r.State(rules.True)
		if state < rules.BarredUntil || bar.Def.Component != "" && r.CanDo == rules.True && bar.Def.Component != part.ID {
			continue
		}
		if bar.Forbidden&e.rules.Decisions[decision] == 0 || !compiled.CoversKind(bar.Kinds, e.rules.PlaceOfKind(part.Kind)) {
			continue
		}
		takenOut := bar.Def.Component == part.ID && r.CanDo == rules.True
		if takenOut || !slices.ContainsFunc(rec.Conditions, func(c BarResult) bool { return c.ID == bar.Def.ID }) {
			return bar
		}
		*bars = append(*bars, bar.Def.ID)
	}
	return nil
}

// lowerUnderBars gives the widest decision on a part, not wider than the advice, that
// no bar forbids.
func (e *Engine) lowerUnderBars(rec *Recommendation, res *ComponentResult, part *rules.Component, law *lawReader) {
	for {
		var bars []string
		bar := e.findBarOnPart(rec, law, part, res.Advice, &bars)
		if bar == nil {
			res.Bars = e.addConditionsOfKind(rec, law, part, res.Advice, bars)
			return
		}
		narrower := slices.Index(adviceOrder, res.Advice) + 1
		if narrower == len(adviceOrder) {
			return
		}
		res.Advice, res.Rule, res.Kind, res.Facts = adviceOrder[narrower], bar.Def.ID, rules.BarRule, slices.Clone(bar.Facts)
	}
}

// addConditionsOfKind adds the conditions of the release for what it does with parts
// of this kind, such as changing their terms: a part that is given waits for
// them too.
func (e *Engine) addConditionsOfKind(rec *Recommendation, law *lawReader, part *rules.Component, decision rules.Advice, bars []string) []string {
	if len(e.rules.Pack.Decisions.Get(string(decision))) == 0 {
		return bars
	}
	for _, c := range rec.Conditions {
		binds := func(r evaluate.BarReading) bool {
			def := e.rules.Bars[r.Bar].Def
			return def.ID == c.ID && (def.Component == "" || def.Component == part.ID || r.CanDo != rules.True)
		}
		if slices.Contains(c.Kinds, part.Kind) && !slices.Contains(bars, c.ID) && slices.ContainsFunc(law.readings, binds) {
			bars = append(bars, c.ID)
		}
	}
	slices.Sort(bars)
	return bars
}

// fillDuties lists the duties that the advised form and the decisions on its parts
// bring.
func (e *Engine) fillDuties(r *Recommendation, law *lawReader, form int, own []ownPart) {
	for i := range e.rules.Duties {
		d := &e.rules.Duties[i]
		out := DutyResult{ID: d.Def.ID}
		var acts uint64
		e.addDutyOfParts(r, d, law.in, own, &acts, &out)
		for _, a := range e.rules.Forms[form].Acts {
			if d.When.PrudentTruth(law.in.Fact) == rules.True && d.Follows(a.Act, a.Kind) && a.When.PlainTruth(law.in.Fact) == rules.True {
				acts |= 1 << uint(a.Act)
			}
		}
		if acts != 0 {
			out.Acts, out.Facts = law.lists.nameMasked(acts, e.rules.ActIDs), law.lists.copyOf(d.Facts)
			r.Duties = append(r.Duties, out)
		}
	}
}
