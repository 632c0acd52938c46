package testkit

import (
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

// BarePack gives the small pack with nothing left of it but its priorities with their
// arguments and the options "private" and "public", of which "public" leads if the priority
// "reach" is rated. It has the facts named, each a yes or no that nothing reads yet, and an
// argument of strength 1 from the situation weighs four times the priorities.
func BarePack(facts ...string) *rules.Pack {
	p, err := rules.Load(FilesOfSmallPack())
	if err != nil {
		panic("testkit: the small pack passes all checks: " + err.Error())
	}
	p.Bars, p.Duties, p.Exclusions, p.Components, p.Standards, p.Counsel, p.Steps, p.Choices, p.Compatible = nil, nil, nil, nil, nil, nil, nil, nil, nil
	for i := range p.Acts {
		p.Acts[i].ToldOnlyIf = nil
	}
	for i := range p.PartKinds {
		p.PartKinds[i].Applies = nil
	}
	p.Constants.Beta.Value, p.Constants.K.Value = 0.8, 1
	fact := p.Facts[0]
	p.Facts = nil
	for _, id := range facts {
		fact.ID = id
		p.Facts = append(p.Facts, fact)
	}
	p.Options = slices.DeleteFunc(p.Options, func(o rules.Option) bool { return o.Stance == rules.Mixed })
	for i := range p.Dimensions {
		d := &p.Dimensions[i]
		d.Moderators = nil
		d.Arguments = slices.DeleteFunc(d.Arguments, func(a rules.Argument) bool { return a.When != nil })
	}
	return p
}

// ArgueClosed adds an argument from the situation that speaks for closure.
func ArgueClosed(p *rules.Pack, id string, strength float64, when rules.Condition) {
	o, d := &p.Options[0], &p.Dimensions[0]
	d.Arguments = append(d.Arguments, rules.Argument{
		ID: id, Dimension: d.ID, Pull: rules.Closed, Strength: strength, When: &when,
		Text: o.Text, StrengthBecause: o.Text, ClaimedBy: o.Source,
	})
}

// Holds is the condition that a fact is one of some values, or yes if there are none.
func Holds(fact string, values ...string) rules.Condition {
	if len(values) == 0 {
		values = []string{"true"}
	}
	return rules.Condition{Op: rules.Compare, Fact: fact, Test: rules.Is, Values: values}
}
