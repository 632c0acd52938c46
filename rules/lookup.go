package rules

// The lookups find a thing of the pack by its id and give nil if there is none.
// They search the lists as they stand, so they are right for a pack that is
// made or changed in Go. A pack is small; the engine keeps an index of its own
// where it must be fast.

// Fact finds a fact by its id.
func (p *Pack) Fact(id string) *Fact {
	return findFirst(p.Facts, func(x *Fact) bool { return x.ID == id })
}

// Priority finds a priority by its id.
func (p *Pack) Priority(id string) *Priority {
	return findFirst(p.Priorities, func(x *Priority) bool { return x.ID == id })
}

// Group finds a group of dimensions by its id.
func (p *Pack) Group(id string) *Group {
	return findFirst(p.Groups, func(x *Group) bool { return x.ID == id })
}

// Dimension finds a dimension by its id.
func (p *Pack) Dimension(id string) *Dimension {
	return findFirst(p.Dimensions, func(x *Dimension) bool { return x.ID == id })
}

// Argument finds an argument of any dimension by its id.
func (p *Pack) Argument(id string) *Argument {
	for i := range p.Dimensions {
		if a := findFirst(p.Dimensions[i].Arguments, func(x *Argument) bool { return x.ID == id }); a != nil {
			return a
		}
	}
	return nil
}

// Moderator finds a moderator of any dimension by its id.
func (p *Pack) Moderator(id string) *Moderator {
	for i := range p.Dimensions {
		if m := findFirst(p.Dimensions[i].Moderators, func(x *Moderator) bool { return x.ID == id }); m != nil {
			return m
		}
	}
	return nil
}

// Option finds an option by its id.
func (p *Pack) Option(id string) *Option {
	return findFirst(p.Options, func(x *Option) bool { return x.ID == id })
}

// Form finds a form of the option by its id. An option without forms is its own.
func (o *Option) Form(id string) *Form {
	for _, f := range o.ListForms() {
		if f.ID == id {
			return f
		}
	}
	return nil
}

// Bar finds a bar by its id.
func (p *Pack) Bar(id string) *Bar {
	return findFirst(p.Bars, func(x *Bar) bool { return x.ID == id })
}

// Duty finds a duty by its id.
func (p *Pack) Duty(id string) *Duty {
	return findFirst(p.Duties, func(x *Duty) bool { return x.ID == id })
}

// Act finds an act by its id.
func (p *Pack) Act(id string) *Act {
	return findFirst(p.Acts, func(x *Act) bool { return x.ID == id })
}

// PartKind finds a kind of part by its id.
func (p *Pack) PartKind(id string) *PartKind {
	return findFirst(p.PartKinds, func(x *PartKind) bool { return x.ID == id })
}

// Component finds a part of a release by its id.
func (p *Pack) Component(id string) *Component {
	return findFirst(p.Components, func(x *Component) bool { return x.ID == id })
}

// AdviceByID finds a piece of advice on the component by its id.
func (c *Component) AdviceByID(id string) *ComponentAdvice {
	return findFirst(c.Advice, func(x *ComponentAdvice) bool { return x.ID == id })
}

// Standard finds an outside measure by its id.
func (p *Pack) Standard(id string) *Standard {
	return findFirst(p.Standards, func(x *Standard) bool { return x.ID == id })
}

// Level finds a level of the standard by its id.
func (s *Standard) Level(id string) *StandardLevel {
	return findFirst(s.Levels, func(x *StandardLevel) bool { return x.ID == id })
}

// Licence finds a licence by its SPDX id.
func (p *Pack) Licence(id string) *Licence {
	return findFirst(p.Licences, func(x *Licence) bool { return x.ID == id })
}

// Choice finds a choice of licences by its id.
func (p *Pack) Choice(id string) *LicenceChoice {
	return findFirst(p.Choices, func(x *LicenceChoice) bool { return x.ID == id })
}

// Compatibility finds what inherited terms leave to parts by its id.
func (p *Pack) Compatibility(id string) *Compatibility {
	return findFirst(p.Compatible, func(x *Compatibility) bool { return x.ID == id })
}

// Step finds a next step by its id.
func (p *Pack) Step(id string) *Step {
	return findFirst(p.Steps, func(x *Step) bool { return x.ID == id })
}

// Exclusion finds answers that exclude each other by the id of the rule.
func (p *Pack) Exclusion(id string) *Exclusion {
	return findFirst(p.Exclusions, func(x *Exclusion) bool { return x.ID == id })
}

// Source finds a work by its id.
func (p *Pack) Source(id string) *Source {
	return findFirst(p.Sources, func(x *Source) bool { return x.ID == id })
}

// Value finds a value of the fact by its id, nil for a value without words: one
// of a number, or of a yes-or-no fact that has none.
func (f *Fact) Value(id string) *FactValue {
	return findFirst(f.Values, func(x *FactValue) bool { return x.ID == id })
}

// Question finds a question of the short interview by its id; nil too if the
// pack does not say how to ask.
func (a *Asking) Question(id string) *QuickQuestion {
	if a == nil {
		return nil
	}
	return findFirst(a.Quick, func(x *QuickQuestion) bool { return x.ID == id })
}

// findFirst gives the first element for which is holds, nil if there is none.
func findFirst[T any](list []T, is func(*T) bool) *T {
	for i := range list {
		if is(&list[i]) {
			return &list[i]
		}
	}
	return nil
}

// FactIDs lists the ids of the facts in the order of the pack.
func (p *Pack) FactIDs() []string { return collectIDs(p.Facts, func(x *Fact) string { return x.ID }) }

// PriorityIDs lists the ids of the priorities in the order of the pack.
func (p *Pack) PriorityIDs() []string {
	return collectIDs(p.Priorities, func(x *Priority) string { return x.ID })
}

// ComponentIDs lists the ids of all components.
func (p *Pack) ComponentIDs() []string {
	return collectIDs(p.Components, func(x *Component) string { return x.ID })
}

// Form finds a form by its id, with its option; nil if there is none.
func (p *Pack) Form(id string) (*Option, *Form) {
	for i := range p.Options {
		if f := p.Options[i].Form(id); f != nil {
			return &p.Options[i], f
		}
	}
	return nil, nil
}

// ReleaseIDs lists what a limit can exclude: options, which stand for all their forms,
// and forms, along the ladder, each id once.
func (p *Pack) ReleaseIDs() []string {
	var ids []string
	for i := range p.Options {
		ids = append(ids, p.Options[i].ID)
		for _, f := range p.Options[i].Forms {
			if f.ID != p.Options[i].ID {
				ids = append(ids, f.ID)
			}
		}
	}
	return ids
}

// OptionIDs lists the ids of the options along the ladder.
func (p *Pack) OptionIDs() []string {
	return collectIDs(p.Options, func(x *Option) string { return x.ID })
}

func collectIDs[T any](list []T, id func(*T) string) []string {
	out := make([]string, len(list))
	for i := range list {
		out[i] = id(&list[i])
	}
	return out
}

// CounselByID finds a piece of counsel by its id.
func (p *Pack) CounselByID(id string) *Counsel {
	return findFirst(p.Counsel, func(x *Counsel) bool { return x.ID == id })
}

// SheetQuestionByID finds a question of the release sheet by its id.
func (p *Pack) SheetQuestionByID(id string) *SheetQuestion {
	return findFirst(p.Sheet, func(x *SheetQuestion) bool { return x.ID == id })
}
