package engine

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/rules"
)

// ownPart is a part that the owner names, with the law as its own answers make it.
type ownPart struct {
	*Part
	component *compiled.Component // that it is like
	in        *compiled.Profile
	readings  []evaluate.BarReading
}

// indexOwnParts reads the parts of a profile that was checked.
func (e *Engine) indexOwnParts(parts []Part, whole *compiled.Profile) []ownPart {
	out := make([]ownPart, len(parts))
	for i := range parts {
		p := &parts[i]
		in, _ := e.rules.IndexPart(whole, eachAnswer(p.Facts))
		out[i] = ownPart{p, e.findComponent(p.Like), in, evaluate.ReadBars(e.rules, in)}
	}
	return out
}

// findComponent finds a component that is there.
func (e *Engine) findComponent(id string) *compiled.Component {
	at, _ := slices.BinarySearchFunc(e.rules.Components, id, func(p compiled.Component, id string) int { return strings.Compare(p.Def.ID, id) })
	return &e.rules.Components[at]
}

// isNamedByOwner reports whether parts of the owner stand in place of a component.
func isNamedByOwner(parts []ownPart, component string) bool {
	return slices.ContainsFunc(parts, func(p ownPart) bool { return p.Like == component })
}

// adviseOnOwnPart says what to do with a part: as with the component that it is like,
// under the bars that hold for its answers. A bar that is for good keeps the part back;
// one that waits for something makes this part wait.
func (e *Engine) adviseOnOwnPart(p *ownPart, r *Recommendation, form *compiled.Form) ComponentResult {
	res, ok := e.adviseOnComponent(p.component, r, form, p.in)
	if !ok {
		res = e.adviseByActs(p, form)
	}
	res.ID, res.Like, res.Title, res.Own = p.ID, p.Like, p.Title, true
	for {
		waits, bar := e.findBarsOnOwnPart(p, r, res.Advice)
		if bar == nil {
			e.addPartConditions(p, r, &res, waits)
			e.addPartCautions(p, &res)
			break
		}
		narrower := slices.Index(adviceOrder, res.Advice) + 1
		res.Advice, res.Rule, res.Kind, res.Facts = adviceOrder[narrower], bar.Def.ID, rules.BarRule, slices.Clone(bar.Facts)
	}
	e.listOpenFactsOfPart(p, &res)
	return res
}

// adviseByActs is for a part that no advice speaks of: what the form does with parts of
// this kind. A form that gives some of a kind and keeps others, or names none, gives no
// reason to give this one.
func (e *Engine) adviseByActs(p *ownPart, form *compiled.Form) ComponentResult {
	res := ComponentResult{Advice: rules.AdviseKeep}
	kind := p.component.Def.Kind
	parted := len(form.Def.Gives)+len(form.Def.Keeps) > 0
	if parted && (!e.namesKind(form.Def.Gives, kind) || e.namesKind(form.Def.Keeps, kind)) {
		return res
	}
	res.Rule, res.Kind, res.Facts = form.Def.ID, rules.FormRule, e.listReasons(p.in, form)
	var done uint64
	for _, a := range form.Acts {
		if a.Kind == e.rules.PlaceOfKind(kind) && a.When.PlainTruth(p.in.Fact) == rules.True {
			done |= 1 << uint(a.Act)
		}
	}
	for _, decision := range adviceOrder {
		if acts := e.rules.Decisions[decision]; done&acts == acts {
			res.Advice = decision
			return res
		}
	}
	return res
}

// namesKind reports whether one of the components is of a kind.
func (e *Engine) namesKind(components []string, kind string) bool {
	return slices.ContainsFunc(components, func(id string) bool { return e.findComponent(id).Def.Kind == kind })
}

// findBarsOnOwnPart finds the bars in force that forbid a decision on a part, or what
// the release does with parts of its kind: those that it waits for, or the first that
// keeps it from being done at all.
func (e *Engine) findBarsOnOwnPart(p *ownPart, r *Recommendation, decision rules.Advice) (waits []*evaluate.BarReading, never *compiled.Bar) {
	for i := range p.readings {
		reading := &p.readings[i]
		bar := &e.rules.Bars[reading.Bar]
		state := reading.State(rules.True)
		if _, binds := e.findSharedCondition(p, r, reading); binds && state == rules.BarredForGood && e.rules.Decisions[decision] != 0 {
			return nil, bar // the release waits for what this part can never have
		}
		if state < rules.BarredUntil || !e.forbids(bar, p, decision) {
			continue
		}
		takesOut := bar.Def.Component != "" && reading.CanDo == rules.True
		switch {
		case takesOut && bar.Def.Component == p.Like, state == rules.BarredForGood:
			return nil, bar
		case p.statesAny(bar.Facts):
			waits = append(waits, reading)
		case takesOut: // another part is the one that is taken out
		case !waitsFor(r, bar.Def.ID):
			return nil, bar // as for the component without answers of its own
		default:
			waits = append(waits, reading)
		}
	}
	return waits, nil
}

// statesAny reports whether the part has an answer of its own to one of the facts.
func (p *ownPart) statesAny(facts []string) bool {
	return slices.ContainsFunc(facts, func(id string) bool { _, ok := p.Facts[id]; return ok })
}

// waitsFor reports whether the whole release waits for a bar.
func waitsFor(r *Recommendation, bar string) bool {
	return slices.ContainsFunc(r.Conditions, func(c BarResult) bool { return c.ID == bar })
}

// findSharedCondition finds the condition of the release for what it does with parts of
// this kind, unless the answers of the part free it from that.
func (e *Engine) findSharedCondition(p *ownPart, r *Recommendation, reading *evaluate.BarReading) (*BarResult, bool) {
	bar := e.rules.Bars[reading.Bar].Def
	at := slices.IndexFunc(r.Conditions, func(c BarResult) bool { return c.ID == bar.ID })
	if at < 0 || reading.State(rules.True) < rules.BarredUntil || bar.Component != "" && bar.Component != p.Like && reading.CanDo == rules.True {
		return nil, false
	}
	c := &r.Conditions[at]
	return c, slices.Contains(c.Kinds, p.component.Def.Kind)
}

// addPartConditions adds what a part waits for: its own bars, and the conditions of
// the release that it shares.
func (e *Engine) addPartConditions(p *ownPart, r *Recommendation, res *ComponentResult, waits []*evaluate.BarReading) {
	if e.rules.Decisions[res.Advice] == 0 {
		return
	}
	for i := range p.readings {
		reading := &p.readings[i]
		shared, binds := e.findSharedCondition(p, r, reading)
		switch {
		case slices.Contains(waits, reading):
			res.Conditions = append(res.Conditions, e.makePartCondition(p, reading, e.rules.Decisions[res.Advice]))
		case binds:
			c := e.makePartCondition(p, reading, 0)
			c.Acts = slices.Clone(shared.Acts)
			res.Conditions = append(res.Conditions, c)
		default:
			continue
		}
		res.Bars = append(res.Bars, e.rules.Bars[reading.Bar].Def.ID)
	}
	slices.Sort(res.Bars)
}

// addPartCautions adds the bars that may forbid what is advised, where the profile says
// of this very part that it is not known.
func (e *Engine) addPartCautions(p *ownPart, res *ComponentResult) {
	for i := range p.readings {
		reading := &p.readings[i]
		bar := &e.rules.Bars[reading.Bar]
		asked := slices.ContainsFunc(bar.Def.When.Facts(nil), func(id string) bool { a, own := p.Facts[id]; return own && a != NotApplicable && !isWholeAnswer(a) })
		if asked && reading.State(rules.True) == rules.MayBeBarred && e.forbids(bar, p, res.Advice) {
			res.Cautions = append(res.Cautions, e.makePartCondition(p, reading, e.rules.Decisions[res.Advice]))
		}
	}
}

// isWholeAnswer reports whether an answer leaves nothing open.
func isWholeAnswer(a Answer) bool {
	if _, known := a.Known(); !known {
		return false
	}
	members, ok := a.Members()
	return !ok || members.IsWhole()
}

// forbids reports whether a bar is about a decision on a part.
func (e *Engine) forbids(bar *compiled.Bar, p *ownPart, decision rules.Advice) bool {
	return bar.Forbidden&e.rules.Decisions[decision] != 0 && compiled.CoversKind(bar.Kinds, e.rules.PlaceOfKind(p.component.Def.Kind))
}

// makePartCondition says what a bar that waits makes of a part.
func (e *Engine) makePartCondition(p *ownPart, r *evaluate.BarReading, acts uint64) BarResult {
	bar := &e.rules.Bars[r.Bar]
	var lists listCopier
	out := BarResult{
		ID: bar.Def.ID, State: r.State(rules.True), Facts: slices.Clone(bar.Facts), Grounds: e.rules.ListGrounds(p.in, bar.When),
		Precaution: r.When != r.Prudent, Acts: lists.nameMasked(bar.Forbidden&acts, e.rules.ActIDs),
	}
	if p.component.Def.Kind != "" {
		out.Kinds = []string{p.component.Def.Kind}
	}
	out.setNeed(bar, r, p.in)
	return out
}

// listOpenFactsOfPart lists what its conditions leave unanswered on the part, and the
// answers of the part that do not count since their question does not arise for it.
func (e *Engine) listOpenFactsOfPart(p *ownPart, res *ComponentResult) {
	for i := range e.rules.EachFact {
		f := &e.rules.Facts[i]
		asks := func(b BarResult) bool { return slices.Contains(b.Facts, f.Def.ID) }
		asked := slices.ContainsFunc(res.Conditions, asks) || slices.ContainsFunc(res.Cautions, asks)
		if asked && e.rules.IsOpen(p.in.Fact, i) {
			res.Unknown = append(res.Unknown, f.Def.ID)
		}
		if _, stated := p.Facts[f.Def.ID]; stated && slices.Contains(p.in.SwitchedOff[i:i+f.Size], true) {
			res.Inactive = append(res.Inactive, f.Def.ID)
		}
	}
}

// addDutyOfParts adds the acts by which the decisions on parts bring a duty: on what the
// owner names, by the answers for that part. It names the parts that bring it though
// the whole does not.
func (e *Engine) addDutyOfParts(r *Recommendation, d *compiled.Duty, whole *compiled.Profile, parts []ownPart, acts *uint64, out *DutyResult) {
	onWhole := d.When.PrudentTruth(whole.Fact) == rules.True
	out.Precaution = d.When.PlainTruth(whole.Fact) != rules.True
	if !onWhole && len(parts) == 0 {
		return
	}
	for i := range r.Components {
		c := &r.Components[i]
		in, holds := whole, onWhole
		if j := slices.IndexFunc(parts, func(p ownPart) bool { return c.Own && p.ID == c.ID }); j >= 0 {
			in = parts[j].in
			holds = d.When.PrudentTruth(in.Fact) == rules.True
		}
		brings := d.Acts & e.rules.Decisions[c.Advice]
		if brings == 0 || !holds || !compiled.CoversKind(d.Kinds, e.rules.PlaceOfKind(e.rules.Pack.Component(c.Like).Kind)) {
			continue
		}
		*acts |= brings
		if !onWhole {
			out.Parts = append(out.Parts, c.ID)
			out.Precaution = out.Precaution && d.When.PlainTruth(in.Fact) != rules.True
		}
	}
	slices.Sort(out.Parts)
}
