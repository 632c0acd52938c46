package rules

import (
	"iter"
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
)

// RuleKind says what a [Rule] is.
type RuleKind string

// The kinds of rules, in the order in which [Pack.Rules] gives them.
const (
	FactRule      RuleKind = "fact"
	PriorityRule  RuleKind = "priority"
	DimensionRule RuleKind = "dimension"
	ArgumentRule  RuleKind = "argument"
	ModeratorRule RuleKind = "moderator"
	OptionRule    RuleKind = "option"
	SplitRule     RuleKind = "split"
	VetoRule      RuleKind = "veto"
	ComponentRule RuleKind = "component"
	AdviceRule    RuleKind = "advice"
	StandardRule  RuleKind = "standard"
	ChoiceRule    RuleKind = "choice"
	StepRule      RuleKind = "step"
	ExclusionRule RuleKind = "exclusion"
)

// Rule is what all things of a pack have in common that hold under a condition
// or rest on sources.
type Rule struct {
	Kind RuleKind
	ID   string
	At   diag.Pos
	// Within is the id of the dimension, option or component that an argument
	// or moderator, a split or a piece of advice belongs to; "" for others.
	Within string
	// Title says in a few words or in a sentence what it is.
	Title Text
	// Conditions holds every condition of the rule, none that is nil. Those of a
	// split must both hold; the second of a veto says only when its part can be
	// separated.
	Conditions []*Condition
	Source     []string
	// Of points at the thing in the pack: *Fact, *Priority, *Dimension,
	// *Argument, *Moderator, *Option, *Split, *Veto, *Component,
	// *ComponentAdvice, *Standard, *LicenceChoice, *Step or *Exclusion.
	Of any
}

// HasCondition reports whether it depends on facts whether the rule holds. Such
// rules owe tests. The guard of a fact is no rule: it says when to ask.
func (r *Rule) HasCondition() bool { return r.Kind != FactRule && len(r.Conditions) > 0 }

// Holds says whether a rule holds: whether all its conditions do, with what is
// marked "precaution" counting as true while unknown, and for a veto whether it
// applies, be its part separable or not.
func (r *Reading) Holds(rule *Rule) Truth {
	if v, ok := rule.Of.(*Veto); ok {
		return r.PrudentTruth(v.When)
	}
	all := True
	for _, c := range rule.Conditions {
		all = min(all, r.PrudentTruth(c))
	}
	return all
}

// Rules gives all rules of the pack: by kind, parts after what they belong to,
// and otherwise in the order of the pack.
func (p *Pack) Rules() iter.Seq[Rule] {
	return func(yield func(Rule) bool) {
		for _, some := range []func() []Rule{p.answerRules, p.dimensionRules, p.optionRules, p.adviceRules, p.exclusionRules} {
			for _, r := range some() {
				if !yield(r) {
					return
				}
			}
		}
	}
}

func (p *Pack) answerRules() []Rule {
	var out []Rule
	for i := range p.Facts {
		f := &p.Facts[i]
		out = append(out, Rule{FactRule, f.ID, f.At, "", f.Title, present(f.AskedIf), f.Source, f})
	}
	for i := range p.Priorities {
		x := &p.Priorities[i]
		out = append(out, Rule{PriorityRule, x.ID, x.At, "", x.Title, nil, x.Source, x})
	}
	return out
}

func (p *Pack) dimensionRules() []Rule {
	var out []Rule
	for i := range p.Dimensions {
		d := &p.Dimensions[i]
		out = append(out, Rule{DimensionRule, d.ID, d.At, "", d.Title, nil, d.Evidence.Source, d})
		for j := range d.Arguments {
			a := &d.Arguments[j]
			out = append(out, Rule{ArgumentRule, a.ID, a.At, d.ID, a.Text, present(a.When), a.Sources(), a})
		}
		for j := range d.Moderators {
			m := &d.Moderators[j]
			out = append(out, Rule{ModeratorRule, m.ID, m.At, d.ID, m.Text, present(m.When), m.Source, m})
		}
	}
	return out
}

func (p *Pack) optionRules() []Rule {
	var out []Rule
	for i := range p.Options {
		o := &p.Options[i]
		out = append(out, Rule{OptionRule, o.ID, o.At, "", o.Title, present(o.Requires), o.Source, o})
		for j := range o.Splits {
			s := &o.Splits[j]
			out = append(out, Rule{SplitRule, s.ID, s.At, o.ID, s.Title, present(s.Precondition, s.Trigger), s.Source, s})
		}
	}
	for i := range p.Vetoes {
		v := &p.Vetoes[i]
		out = append(out, Rule{VetoRule, v.ID, v.At, "", v.Text, present(v.When, v.SeparableIf), v.Source, v})
	}
	return out
}

func (p *Pack) adviceRules() []Rule {
	var out []Rule
	for i := range p.Components {
		c := &p.Components[i]
		out = append(out, Rule{ComponentRule, c.ID, c.At, "", c.Title, present(c.Applies), nil, c})
		for j := range c.Advice {
			a := &c.Advice[j]
			out = append(out, Rule{AdviceRule, a.ID, a.At, c.ID, a.Because, present(a.When), a.Source, a})
		}
	}
	for i := range p.Standards {
		s := &p.Standards[i]
		out = append(out, Rule{StandardRule, s.ID, s.At, "", s.Title, nil, s.Source, s})
	}
	for i := range p.Choices {
		x := &p.Choices[i]
		out = append(out, Rule{ChoiceRule, x.ID, x.At, "", x.Because, present(x.When), x.Source, x})
	}
	for i := range p.Steps {
		s := &p.Steps[i]
		out = append(out, Rule{StepRule, s.ID, s.At, "", s.Text, present(s.When), s.Source, s})
	}
	return out
}

// present leaves out conditions that are not there.
func present(of ...*Condition) []*Condition {
	return slices.DeleteFunc(of, func(c *Condition) bool { return c == nil })
}

// EachComparison calls f for every comparison in every condition of the pack.
func (p *Pack) EachComparison(f func(*Condition)) {
	for r := range p.Rules() {
		for _, c := range r.Conditions {
			c.eachComparison(f)
		}
	}
}
