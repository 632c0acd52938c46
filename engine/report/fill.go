package report

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// Document gives the JSON document of a recommendation with its texts in lang
// ("zh", else English). Version names the program; "" leaves it null.
func Document(r *engine.Recommendation, lang, version string) *Result {
	return newWriter(r, lang, version).document()
}

func (w *writer) document() *Result {
	r := w.r
	d := &Result{
		Schema: Schema, Lang: w.Lang, Ajar: optional(w.version), Rules: w.rules(), Profile: w.profile(),
		Stance: r.Stance, Option: optional(r.Option), Split: w.split(), Settled: w.settled(),
		Summary: w.Sentences(w.summary()), Score: interval(r.Score),
		NotStated: some(r.NotStated), Unknown: some(r.Unknown),
		Questions: w.questions(), Flips: w.flips(), Shares: w.shares(),
		Answers: w.answers(), Components: mapped(r.Components, w.part), Licences: w.licences(),
		Standards: mapped(r.Standards, w.standard), NextSteps: mapped(r.NextSteps, w.step), Warnings: w.warnings(),
	}
	if r.RunnerUp.Option != "" {
		d.RunnerUp = &RunnerUp{r.RunnerUp.Option, r.RunnerUp.Gap, w.central()}
	}
	d.Options = mapped(r.Options, w.choice)
	d.Dimensions = mapped(r.Dimensions, w.dimension)
	d.Priorities = mapped(r.Priorities, w.priorityResult)
	d.Inactive = mapped(r.Inactive, w.inactive)
	d.Duties = mapped(r.Duties, func(v *engine.Veto) Duty {
		return Duty{Block: w.block(v), Component: optional(v.Rule.Component), Duty: v.Rule.Duty.In(w.Lang)}
	})
	return d
}

func (w *writer) rules() Rules {
	p := w.r.Pack
	return Rules{Name: p.Name, Version: p.Version, Digest: p.Digest, Beta: p.Constants.Beta.Value, SituationShare: w.r.SituationShare}
}

func (w *writer) profile() Profile {
	p := &w.r.Profile
	return Profile{Name: p.Name, Digest: p.Digest(), Layers: some(p.Layers)}
}

// mapped never gives nil, so that an empty list is [] and not null.
func mapped[T, U any](in []T, f func(*T) U) []U {
	out := make([]U, len(in))
	for i := range in {
		out[i] = f(&in[i])
	}
	return out
}

func some(list []string) []string { return append([]string{}, list...) }

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func number(x float64) *float64 {
	if math.IsNaN(x) {
		return nil
	}
	return &x
}

func interval(i engine.Interval) Interval {
	return Interval{number(i.Nominal), number(i.Low), number(i.High)}
}

func first(list []string) *string {
	if len(list) == 0 {
		return nil
	}
	return &list[0]
}

func (w *writer) split() *Split {
	s := w.r.Split
	if s == nil {
		return nil
	}
	return &Split{Pattern: s.ID, Gives: some(w.there(s.Gives)), Keeps: some(w.there(s.Keeps)), Text: s.Text.In(w.Lang)}
}

func (w *writer) choice(o *engine.OptionResult) Choice {
	c := Choice{
		ID: o.ID, Stance: w.r.Pack.Option(o.ID).Stance, Value: interval(o.Value), Available: o.Available,
		BlockedBy: mapped(o.BlockedBy, w.block), AvailableIf: some(o.AvailableIf),
	}
	if a := acceptabilityOf(w.near(), o.ID); a != nil {
		c.Acceptability, c.AcceptabilitySE = &a.Share, &a.Error
	}
	return c
}

// limitID stands for the owner's own limits, which have no id.
const limitID = "limit"

func (w *writer) block(v *engine.Veto) Block {
	if v.Limit != nil {
		return Block{ID: limitID, Text: v.Limit.Because, Facts: []string{}, Sources: []string{}, Certain: v.Certain}
	}
	return Block{
		ID: v.Rule.ID, Text: v.Rule.Text.In(w.Lang), Facts: some(v.Facts), Source: first(v.Rule.Source), Sources: some(v.Rule.Source),
		Lift: optional(v.Rule.Lift.In(w.Lang)), Certain: v.Certain, Precaution: v.Precaution,
	}
}

func (w *writer) dimension(d *engine.DimensionResult) Dimension {
	def := w.r.Pack.Dimension(d.ID)
	return Dimension{
		ID: d.ID, Group: def.Group, Title: def.Title.In(w.Lang), Importance: d.Importance, Lean: interval(d.Lean),
		Contribution: d.Contribution, Justification: w.sentences(w.justification(d)),
		Arguments: mapped(d.Arguments, w.argument),
	}
}

func (w *writer) argument(a *engine.ArgumentResult) Argument {
	return Argument{
		ID: a.Rule.ID, Pull: a.Rule.Pull, Mass: a.Mass, Text: a.Rule.Text.In(w.Lang), Facts: some(a.Facts),
		Source: first(a.Rule.Source), Sources: some(a.Rule.Source),
		Priorities: mapped(a.Priorities, func(p *engine.PriorityShare) PriorityShare { return PriorityShare(*p) }),
		Moderators: mapped(a.Moderators, func(m **rules.Moderator) Moderator {
			return Moderator{ID: (*m).ID, Factor: (*m).Factor, Text: (*m).Text.In(w.Lang), Facts: readBy((*m).When)}
		}),
	}
}

// readBy lists the facts that a condition reads, sorted.
func readBy(c *rules.Condition) []string {
	facts := c.Facts([]string{})
	slices.Sort(facts)
	return facts
}

// answers lists what the profile says, by id.
func (w *writer) answers() []GivenValue {
	p := &w.r.Profile
	out := []GivenValue{}
	for id, weight := range p.Weights {
		out = append(out, w.given(id, "priority", Value(weight), "known"))
	}
	for id, a := range p.Facts {
		g := w.given(id, "fact", w.value(id), "known")
		if _, known := a.Known(); !known {
			g.State = a.String()
		}
		out = append(out, g)
	}
	slices.SortFunc(out, func(a, b GivenValue) int { return strings.Compare(a.ID, b.ID) })
	return out
}

func (w *writer) given(id, kind string, v Value, state string) GivenValue {
	n := w.r.Profile.Notes[id]
	return GivenValue{
		ID: id, Kind: kind, Value: v, State: state,
		Layer: optional(n.Layer), Sure: optional(n.Sure), Note: optional(n.Text), By: optional(n.By),
	}
}

// value gives the stated value of a fact as its own JSON type, nil if none.
func (w *writer) value(fact string) Value {
	v, known := w.r.Profile.Facts[fact].Known()
	if !known {
		return nil
	}
	switch w.r.Pack.Fact(fact).Type {
	case rules.BoolFact:
		return v == "true"
	case rules.NumberFact:
		if x, err := strconv.ParseFloat(v, 64); err == nil {
			return x
		}
	}
	return v
}

func (w *writer) inactive(i *engine.Inactive) Inactive {
	return Inactive{ID: i.ID, Value: w.value(i.ID), Guard: readBy(i.Guard), Text: w.inactiveText(i)}
}
