package rules

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// idSpaces says which kinds of rules share their ids; a kind that is left out
// is checked elsewhere.
var idSpaces = map[RuleKind]string{
	FactRule: "answer", PriorityRule: "answer", DimensionRule: "dimension", OptionRule: "option", ComponentRule: "component",
	ArgumentRule: "rule", ModeratorRule: "rule", BarRule: "rule", DutyRule: "rule", ActRule: "act", PartKindRule: "kind of part", AdviceRule: "rule", StandardRule: "rule", ChoiceRule: "rule", CompatibilityRule: "rule", StepRule: "rule", ExclusionRule: "rule", CounselRule: "rule", SheetRule: "question of the release sheet",
}

// checkIDs collects all ids, each of which may stand for one thing in its space.
func (c *packChecker) checkIDs() {
	seen := map[string]bool{}
	add := func(at diag.Pos, space, kind, id string) {
		if !plainID().MatchString(id) && (kind != string(ArgumentRule) || !dottedID().MatchString(id)) {
			c.list.Add(diag.InvalidPackNoSnakeCase(at, kind, id))
		}
		if seen[space+"/"+id] {
			c.list.Add(diag.DuplicatePackID(at, kind, id))
		}
		seen[space+"/"+id] = true
	}
	for r := range c.pack.Rules() {
		kind := string(r.Kind)
		switch x := r.Of.(type) {
		case *Fact:
			c.facts[x.ID] = x
		case *Priority:
			c.pulls[x.ID] = x.Pull
		case *Argument:
			c.arguments[x.ID] = x
		case *Dimension:
			c.dimensions[x.ID] = true
		case *Bar:
			c.bars[x.ID] = true
		case *Form:
			c.scopes[x.ID] = true
		case *Option:
			c.scopes[x.ID] = true
		case *Component:
			c.components[x.ID] = true
		case *Act:
			c.acts[x.ID] = true
		case *PartKind:
			c.kinds[x.ID] = true
		case *LicenceChoice:
			kind = "choice of licence"
		}
		if space, ok := idSpaces[r.Kind]; ok {
			add(r.At, space, kind, r.ID)
		}
	}
	for _, x := range c.pack.Sources {
		add(x.At, "source", "source", x.ID)
		c.sources[x.ID] = true
		if !x.Mark.Valid() {
			c.list.Add(diag.InvalidPackNoMark(x.At, string(x.Mark), x.ID).OneOf(string(x.Mark), WordsOf(Marks())))
		}
		if x.Checked != "" && !month().MatchString(x.Checked) {
			c.list.Add(diag.InvalidPackNoMonth(x.At, x.Checked, x.ID))
		}
	}
}

func (c *packChecker) checkConstants() {
	k := &c.pack.Constants
	c.requireInRange(k.Beta.At, "beta", k.Beta.Value, k.Beta.Value >= 0 && k.Beta.Value < 1, "[0, 1)")
	c.requireInRange(k.K.At, "k", k.K.Value, k.K.Value > 0, "(0, ...)")
	c.requireInRange(k.Margin.At, "margin", k.Margin.Value, k.Margin.Value >= 0 && k.Margin.Value <= 1, "[0, 1]")
	c.requireInRange(k.Cap.At, "cap", k.Cap.Value, k.Cap.Value >= 1, "[1, ...)")
	for _, x := range []struct {
		what   string
		of     *Constant
		isPart bool
	}{
		{"beta", &k.Beta, false}, {"k", &k.K, false}, {"margin", &k.Margin, false}, {"cap", &k.Cap, false},
		{"strength_doubt", k.StrengthDoubt, true}, {"factor_doubt", k.FactorDoubt, true}, {"capture_doubt", k.CaptureDoubt, true},
	} {
		if x.of == nil {
			continue
		}
		if x.isPart {
			c.requirePart(x.of.At, x.what, x.of.Value)
		}
		c.requireSources(x.of.At, x.of.Source)
		c.requireSomeSource(x.of.At, x.what, x.of.Source)
	}
}

func (c *packChecker) checkFact(f *Fact) {
	switch f.Type {
	case BoolFact:
		for _, v := range f.Values {
			if v.ID != "true" && v.ID != "false" {
				c.list.Add(diag.InvalidPackBoolValue(f.At, f.ID, v.ID))
			}
		}
	case EnumFact, OrderedFact:
		if len(f.Values) < 2 || len(f.Values) > MaxValuesOfFact {
			c.list.Add(diag.InvalidPackFewOrManyValues(f.At, f.ID, strconv.Itoa(MaxValuesOfFact)))
		}
	case SetFact:
		if len(f.Values) < 2 || len(f.Values) > MaxMembers {
			c.list.Add(diag.InvalidPackFewOrManyMembers(f.At, f.ID, strconv.Itoa(MaxMembers)))
		}
	case NumberFact:
		if !(f.Min < f.Max) {
			c.list.Add(diag.InvalidPackNoRange(f.At, f.ID))
		}
	default:
		c.list.Add(diag.InvalidPackNoType(f.At, f.ID))
	}
	c.requireInRange(f.At, f.ID+".min", f.Min, true, "(-..., ...)")
	c.requireInRange(f.At, f.ID+".max", f.Max, true, "(-..., ...)")
	if len(f.Values) > MaxValuesOfFact {
		return // told, and each of them would be held against all others
	}
	if f.Type != SetFact && slices.ContainsFunc(f.Values, func(v FactValue) bool { return v.Alone }) {
		c.list.Add(diag.InvalidPackAloneWithoutSet(f.At, f.ID))
	}
	ids := f.ValueIDs()
	for i, id := range ids {
		if slices.Contains(ids[:i], id) {
			c.list.Add(diag.InvalidPackValueTwice(f.At, f.ID, id))
		}
		if id == "unknown" || id == "na" {
			c.list.Add(diag.InvalidPackValueLikeState(f.At, f.ID, id))
		}
	}
	for old, now := range f.Aliases.All() {
		if slices.Contains(ids, old) || (now != "na" && now != "unknown" && !slices.Contains(ids, now)) {
			c.list.Add(diag.InvalidPackWrongAlias(f.At, f.ID, old))
		}
	}
	if w := f.Changes; w != "" && !w.Valid() {
		c.list.Add(diag.InvalidPackNoChangeability(f.At, f.ID, string(w)).OneOf(string(w), WordsOf(Changeabilities())))
	}
	c.checkCondition(f.AskedIf, false)
	for i := range f.Follows {
		x := &f.Follows[i]
		c.checkCondition(x.When, false)
		if ids := f.ValueIDs(); f.Type == SetFact || !slices.Contains(ids, x.Value) {
			c.list.Add(diag.UnknownPackValue(x.At, x.Value, f.ID).OneOf(x.Value, ids))
		}
	}
	c.requireSources(f.At, f.Source)
}

// checkGuardCycles refuses guards that depend on one another in a circle.
func (c *packChecker) checkGuardCycles() {
	const visiting, done = 1, 2
	state := map[string]int{}
	var visit func(id string, way []string)
	visit = func(id string, way []string) {
		f, ok := c.facts[id]
		if !ok || state[id] == done {
			return
		}
		if state[id] == visiting {
			c.list.Add(diag.CircularGuards(f.At, nameCircle(append(way[slices.Index(way, id):], id))))
			return
		}
		state[id] = visiting
		for _, dep := range f.DependsOn() {
			visit(dep, append(way, id))
		}
		state[id] = done
	}
	for i := range c.pack.Facts {
		visit(c.pack.Facts[i].ID, nil)
	}
}

// nameCircle names what stands in a circle; of a long one the beginning.
func nameCircle(ids []string) string {
	const most = 12
	if len(ids) > most {
		ids = append(slices.Clone(ids[:most]), "...")
	}
	return strings.Join(ids, ", ")
}

func (c *packChecker) checkDimension(d *Dimension) {
	c.requireSources(d.Evidence.At, d.Evidence.Source)
	if v := d.Evidence.Verdict; !v.Valid() {
		c.list.Add(diag.InvalidPackNoEvidence(d.Evidence.At, string(v)).OneOf(string(v), WordsOf(EvidenceVerdicts())))
	}
	for i := range d.Arguments {
		c.checkArgument(&d.Arguments[i])
	}
	for i := range d.Moderators {
		m := &d.Moderators[i]
		c.requireInRange(m.At, m.ID+".factor", m.Factor, m.Factor >= 0, "[0, ...)")
		c.checkDoubt(m.ID+".factor_doubt", m.FactorDoubt)
		c.checkCondition(m.When, false)
		c.requireSources(m.At, m.Source)
		c.requireSomeSource(m.At, m.ID, m.Source)
		requireAllKnown(c, m.At, "argument", m.On, c.arguments)
	}
}

func (c *packChecker) checkArgument(a *Argument) {
	c.requireInRange(a.At, a.ID+".strength", a.Strength, a.Strength > 0 && a.Strength <= 1, "(0, 1]")
	c.checkDoubt(a.ID+".strength_doubt", a.StrengthDoubt)
	c.requireSources(a.At, a.ClaimedBy)
	if len(a.GradedBy) == 0 {
		c.requireSomeSource(a.At, a.ID, a.ClaimedBy)
	}
	c.checkGradings(a)
	c.checkCondition(a.When, false)
	if a.Pull != Open && a.Pull != Closed {
		c.list.Add(diag.InvalidPackNoPull(a.At, a.ID))
	}
	if (a.When == nil) == (a.Shares == nil) {
		c.list.Add(diag.InvalidPackPrioritiesOrCondition(a.At, a.ID))
	}
	if a.Shares == nil {
		return
	}
	sum := 0.0
	for id, share := range a.Shares.All() {
		sum += share
		c.requireInRange(a.At, a.ID+"."+id, share, share > 0 && share <= 1, "(0, 1]")
		pull, ok := c.pulls[id]
		if !ok {
			c.list.Add(diag.UndefinedPackID(a.At, "priority", id).OneOf(id, sortedKeys(c.pulls)))
		} else if pull != a.Pull {
			c.list.Add(diag.OppositePull(a.At, a.ID, string(a.Pull), id))
		}
	}
	if math.Abs(sum-1) > 1e-9 {
		c.list.Add(diag.WrongShareSum(a.At, a.ID, plain.Significant(sum, 6)))
	}
}

func (c *packChecker) checkGradings(a *Argument) {
	for i, g := range a.GradedBy {
		requireKnown(c, g.At, "source", g.Source, c.sources)
		if !g.Found.Valid() {
			c.list.Add(diag.InvalidPackNoFinding(g.At, string(g.Found), g.Source).OneOf(string(g.Found), WordsOf(Findings())))
		}
		if slices.ContainsFunc(a.GradedBy[:i], func(other Grading) bool { return other.Source == g.Source }) {
			c.list.Add(diag.InvalidPackGradedTwice(g.At, a.ID, g.Source))
		}
	}
}

// checkPrioritiesServed refuses a priority that no argument serves: its C_p would be 0.
func (c *packChecker) checkPrioritiesServed() {
	served := map[string]bool{}
	for i := range c.pack.Dimensions {
		for j := range c.pack.Dimensions[i].Arguments {
			for _, id := range c.pack.Dimensions[i].Arguments[j].Shares.Keys() {
				served[id] = true
			}
		}
	}
	for _, p := range c.pack.Priorities {
		if p.Pull != Open && p.Pull != Closed {
			c.list.Add(diag.InvalidPackNoPull(p.At, p.ID))
		}
		if !served[p.ID] {
			c.list.Add(diag.UnservedPriority(p.At, p.ID))
		}
		c.requireSources(p.At, p.Source)
	}
}

func (c *packChecker) checkOption(o *Option) {
	if !slices.Contains(Stances(), o.Stance) {
		c.list.Add(diag.InvalidPackNoStance(o.At, o.ID))
	}
	c.checkPair(o.ID+".captures", CapturePair{At: o.Captures.At, Open: o.Captures.Open, Closed: o.Captures.Closed, Doubt: o.Captures.Doubt})
	c.checkCaptures(o.ID, o.Captures.Dimensions, o.Captures.Arguments)
	c.checkCondition(o.Requires, false)
	c.requireSources(o.At, o.Source)
	c.requireSomeSource(o.At, o.ID, o.Source)
	c.refuseNegative(o.At, o.ID+".step", o.Step)
	c.refuseNegative(o.At, o.ID+".class", o.Class)
	c.checkActs(o.At, o.Acts, o.ActsIf)
	for _, f := range o.ListForms() {
		c.checkForm(o, f)
	}
}

func (c *packChecker) checkExclusion(x *Exclusion) {
	c.checkCondition(x.When, false)
	c.requireSources(x.At, x.Source)
}
