package engine

import (
	"cmp"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/rules"
)

// lawReader holds what the bars make of every form.
type lawReader struct {
	in       *compiled.Profile
	readings []evaluate.BarReading
	bars     [][]evaluate.FormBar // per form
	states   []rules.BarState     // per form
	possible []rules.Truth        // per form, bars and limits aside
	formOf   []int                // per option: the form that it would take
	lists    listCopier           // room for lists of ids
	grounds  [][]string           // per bar: its grounds, once they were looked for
}

// lawListSize is room for the lists of most results of the core pack.
const lawListSize = 1024

func newLawReader(e *compiled.Rules, in *compiled.Profile) *lawReader {
	n := len(e.Forms)
	l := &lawReader{
		in: in, lists: make(listCopier, 0, lawListSize), grounds: make([][]string, len(e.Bars)), readings: evaluate.ReadBars(e, in), bars: make([][]evaluate.FormBar, n),
		states: make([]rules.BarState, n), possible: make([]rules.Truth, n), formOf: make([]int, len(e.Options)),
	}
	room := make([]evaluate.FormBar, 0, n*len(l.readings))
	for f := range e.Forms {
		first := len(room)
		room = evaluate.AppendFormBars(room, e, in, l.readings, f)
		l.bars[f] = room[first:len(room):len(room)]
		l.states[f] = evaluate.WorstState(l.bars[f])
		l.possible[f] = evaluate.FormTruth(e, in, f)
	}
	for o := range e.Options {
		l.formOf[o] = slices.MinFunc(e.Options[o].Forms, func(a, b int) int {
			return cmp.Or(
				cmp.Compare(l.possible[b], l.possible[a]), cmp.Compare(l.states[a], l.states[b]),
				cmp.Compare(countGiven(e, a), countGiven(e, b)), cmp.Compare(a, b),
			)
		})
	}
	return l
}

// findGrounds names the answers that a bar rests on. They are the same for every form.
func (l *lawReader) findGrounds(e *compiled.Rules, bar int) []string {
	if l.grounds[bar] == nil {
		l.grounds[bar] = append([]string{}, e.ListGrounds(l.in, e.Bars[bar].When)...)
	}
	return l.grounds[bar]
}

// countGiven is how many parts a form gives away by its split. Among splits of one
// option that are worth the same, the one that gives the least leaves the least
// that cannot be called back.
func countGiven(e *compiled.Rules, form int) int {
	f := &e.Forms[form]
	if f.Split < 0 {
		return 0
	}
	return len(e.Options[f.Option].Splits[f.Split].Def.Gives)
}

// setToday finds what may be done now: the same choice among the forms that no bar
// holds back.
func (e *Engine) setToday(r *Recommendation, values []float64, standings []evaluate.OptionStatus, law *lawReader) {
	now := slices.Clone(standings)
	for o := range now {
		now[o].Nominal = now[o].Nominal && law.possible[law.formOf[o]] == rules.True && law.states[law.formOf[o]] <= rules.MayBeBarred
	}
	r.Today = e.makeRelease(values, now, law)
}

func (e *Engine) makeRelease(values []float64, standings []evaluate.OptionStatus, law *lawReader) Release {
	picked, _ := evaluate.PickOption(e.rules, values, standings)
	if picked < 0 {
		return Release{Stance: None}
	}
	def := e.rules.Options[picked].Def
	return Release{def.Stance, def.ID, e.rules.Forms[law.formOf[picked]].ID}
}

// setDecider says what decided: it takes away first the bars, then the limits, and
// looks whether another option would be advised.
func (e *Engine) setDecider(r *Recommendation, v *evaluate.Evaluation, values []float64, picked, passed int, law *lawReader) {
	if picked >= 0 && !v.HasBasis() {
		return
	}
	r.DecidedBy.Kind = ByArguments
	if passed >= 0 {
		r.DecidedBy.Kind = ByMargin
	}
	unbarred := e.pickUnbarred(values, law, true)
	if bar := e.findDecidingBar(law, picked, unbarred); bar != "" {
		r.DecidedBy = Decider{ByBar, bar}
		return
	}
	if e.pickUnbarred(values, law, false) != unbarred {
		r.DecidedBy = Decider{Kind: ByLimit}
	}
}

// pickUnbarred picks as if no bar held, and as if the owner had no limits if these
// are left out too.
func (e *Engine) pickUnbarred(values []float64, law *lawReader, limits bool) int {
	free := make([]evaluate.OptionStatus, len(e.rules.Options))
	for o := range free {
		free[o].Nominal = law.possible[law.formOf[o]] == rules.True && (!limits || law.in.Limits[o] == 0)
	}
	option, _ := evaluate.PickOption(e.rules, values, free)
	return option
}

// findDecidingBar finds the bar that keeps the option that would be picked without
// bars from being picked, "" if none does.
func (e *Engine) findDecidingBar(law *lawReader, picked, unbarred int) string {
	if unbarred == picked || unbarred < 0 {
		return ""
	}
	return e.findBarForGood(law, unbarred)
}

// findBarForGood finds the first bar that rules out an option which bars aside is
// possible, "" if there is none.
func (e *Engine) findBarForGood(law *lawReader, option int) string {
	form := law.formOf[option]
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
func (e *Engine) setConditions(r *Recommendation, law *lawReader, form int) {
	for _, b := range e.listBars(law, form) {
		if b.State == rules.BarredUntil && !b.ToldOnly {
			r.Conditions = append(r.Conditions, b)
		} else {
			r.Cautions = append(r.Cautions, b)
		}
	}
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

func (e *Engine) makeBarResult(law *lawReader, b evaluate.FormBar, form int) BarResult {
	in, lists := law.in, &law.lists
	bar := &e.rules.Bars[b.Bar]
	out := BarResult{
		ID: bar.Def.ID, State: b.State, Facts: lists.copyOf(bar.Facts), Grounds: lists.copyOf(law.findGrounds(e.rules, b.Bar)),
		Precaution: b.When != b.Prudent, ToldOnly: b.ToldOnly,
	}
	if b.State == rules.BarredUntil {
		out.Need = NeedAct
		if b.NeedsAnswer() {
			out.Need = NeedAnswer
		}
		for j, c := range bar.Escapes {
			if c.PlainTruth(in.Fact) != rules.False {
				out.Escapes = append(out.Escapes, j)
			}
		}
	}
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
	if len(e.rules.Pack.Decisions[decision]) == 0 {
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
func (e *Engine) fillDuties(r *Recommendation, law *lawReader, form int) {
	for i := range e.rules.Duties {
		d := &e.rules.Duties[i]
		if d.When.PrudentTruth(law.in.Fact) != rules.True {
			continue
		}
		var acts uint64
		for _, a := range e.rules.Forms[form].Acts {
			if d.Follows(a.Act, a.Kind) && a.When.PlainTruth(law.in.Fact) == rules.True {
				acts |= 1 << uint(a.Act)
			}
		}
		for j := range r.Components {
			if compiled.CoversKind(d.Kinds, e.rules.PlaceOfKind(e.rules.Pack.Component(r.Components[j].ID).Kind)) {
				acts |= d.Acts & e.rules.Decisions[r.Components[j].Advice]
			}
		}
		if acts != 0 {
			r.Duties = append(r.Duties, DutyResult{d.Def.ID, law.lists.nameMasked(acts, e.rules.ActIDs), law.lists.copyOf(d.Facts), d.When.PlainTruth(law.in.Fact) != rules.True})
		}
	}
}
