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
	FormRule      RuleKind = "form"
	BarRule       RuleKind = "bar"
	DutyRule      RuleKind = "duty"
	ActRule       RuleKind = "act"
	PartKindRule  RuleKind = "kind_of_part"
	ComponentRule RuleKind = "component"
	AdviceRule    RuleKind = "advice"
	StandardRule  RuleKind = "standard"
	ChoiceRule    RuleKind = "choice"
	StepRule      RuleKind = "step"
	ExclusionRule RuleKind = "exclusion"
	// CompatibilityRule is what inherited terms leave to parts.
	CompatibilityRule RuleKind = "compatibility"
	CounselRule       RuleKind = "counsel"
	SheetRule         RuleKind = "sheet_question"
)

// Rule is what all things of a pack have in common that hold under a condition
// or rest on sources.
type Rule struct {
	Kind RuleKind
	ID   string
	At   diag.Pos
	// Within is the id of the dimension, option or component that an argument
	// or moderator, a form or a piece of advice belongs to; "" for others.
	Within string
	// Title says in a few words or in a sentence what it is.
	Title Text
	// Conditions holds every condition of the rule, none that is nil. Those of a
	// bar after the first lift it, and those of an option or a form after what it
	// requires say what it does and what makes it secure more.
	Conditions []*Condition
	Source     []string
	// Of points at the thing in the pack: *Fact, *Priority, *Dimension,
	// *Argument, *Moderator, *Option, *Form, *Bar, *Duty, *Act, *PartKind, *Component,
	// *ComponentAdvice, *Standard, *LicenceChoice, *Compatibility, *Step, *Counsel, *Exclusion or *SheetQuestion.
	Of any
}

// HasCondition reports whether it depends on facts whether the rule holds. Such
// rules owe tests. The guard of a fact is no rule: it says when to ask.
func (r *Rule) HasCondition() bool {
	// What it does or secures under conditions is no rule of its own.
	switch x := r.Of.(type) {
	case *Option:
		return x.Requires != nil
	case *Form:
		return x.Requires != nil
	case *Step:
		return len(x.When.Facts(nil)) > 0
	}
	return r.Kind != FactRule && slices.ContainsFunc(r.Conditions, func(c *Condition) bool { return len(c.Facts(nil)) > 0 })
}

// Holds says whether a rule holds: whether all its conditions do, with what is
// marked "precaution" counting as true while unknown; for a bar whether it is in
// force, lifted or not, and for an option and a form whether it is possible.
func (r *Reading) Holds(rule *Rule) Truth {
	switch x := rule.Of.(type) {
	case *Bar:
		return r.PrudentTruth(x.When)
	case *Duty:
		return r.PrudentTruth(x.When)
	case *Step:
		return r.PrudentTruth(x.When)
	case *Option:
		return r.Truth(x.Requires)
	case *Form:
		return r.Truth(x.Requires)
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
		for _, some := range []func() []Rule{p.answerRules, p.dimensionRules, p.optionRules, p.lawRules, p.adviceRules, p.counselRules, p.exclusionRules, p.sheetRules} {
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
		out = append(out, Rule{FactRule, f.ID, f.At, "", f.Title, append(present(f.AskedIf), f.whatImplies()...), f.Source, f})
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
		out = append(out, Rule{OptionRule, o.ID, o.At, "", o.Title, append(present(o.Requires), conditionsOfActs(o.ActsIf)...), o.Source, o})
		for j := range o.Forms {
			f := &o.Forms[j]
			out = append(out, Rule{FormRule, f.ID, f.At, o.ID, f.Title, append(present(f.Requires), conditionsOfForm(f)...), f.Source, f})
		}
	}
	return out
}

// lawRules lists bars, duties, and what they speak of.
func (p *Pack) lawRules() []Rule {
	var out []Rule
	for i := range p.Bars {
		b := &p.Bars[i]
		conditions := []*Condition{b.When}
		for j := range b.Escapes {
			conditions = append(conditions, present(b.Escapes[j].FindOut, b.Escapes[j].Do)...)
		}
		conditions = append(conditions, present(b.Concerns)...)
		out = append(out, Rule{BarRule, b.ID, b.At, "", b.Text, conditions, b.Source, b})
	}
	for i := range p.Duties {
		d := &p.Duties[i]
		out = append(out, Rule{DutyRule, d.ID, d.At, "", d.Text, present(d.When), d.Source, d})
	}
	for i := range p.Acts {
		a := &p.Acts[i]
		out = append(out, Rule{ActRule, a.ID, a.At, "", a.Title, present(a.ToldOnlyIf), nil, a})
	}
	for i := range p.PartKinds {
		k := &p.PartKinds[i]
		out = append(out, Rule{PartKindRule, k.ID, k.At, "", k.Title, present(k.Applies), nil, k})
	}
	return out
}

func conditionsOfForm(f *Form) []*Condition {
	out := conditionsOfActs(f.ActsIf)
	for i := range f.Raises {
		out = append(out, f.Raises[i].When)
	}
	return out
}

func conditionsOfActs(list []ConditionalActs) []*Condition {
	var out []*Condition
	for i := range list {
		out = append(out, list[i].When)
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
	out = append(out, p.compatibilityRules()...)
	for i := range p.Steps {
		s := &p.Steps[i]
		conditions := present(s.When)
		for j := range s.ActsIf {
			conditions = append(conditions, s.ActsIf[j].When)
		}
		out = append(out, Rule{StepRule, s.ID, s.At, "", s.Text, conditions, s.Source, s})
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

func (p *Pack) exclusionRules() []Rule {
	var out []Rule
	for i := range p.Exclusions {
		x := &p.Exclusions[i]
		out = append(out, Rule{ExclusionRule, x.ID, x.At, "", x.Text, present(x.When), x.Source, x})
	}
	return out
}

func (p *Pack) compatibilityRules() []Rule {
	var out []Rule
	for i := range p.Compatible {
		x := &p.Compatible[i]
		out = append(out, Rule{CompatibilityRule, x.ID, x.At, "", x.Text, present(x.When), x.Source, x})
	}
	return out
}

func (p *Pack) counselRules() []Rule {
	var out []Rule
	for i := range p.Counsel {
		x := &p.Counsel[i]
		out = append(out, Rule{CounselRule, x.ID, x.At, "", x.Title, present(x.When), x.Source, x})
	}
	return out
}

func (p *Pack) sheetRules() []Rule {
	var out []Rule
	for i := range p.Sheet {
		x := &p.Sheet[i]
		out = append(out, Rule{SheetRule, x.ID, x.At, "", x.Title, nil, x.Source, x})
	}
	return out
}
