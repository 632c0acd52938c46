package explain

import (
	"math"
	"slices"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

func (s *situation) findFactOutcome(f *rules.Fact) outcome {
	o := outcome{rows: s.listOutcomes(func(t *thing) bool {
		return t.kind != "fact" && slices.ContainsFunc(t.reads, func(c *rules.Condition) bool { return slices.Contains(c.Facts(nil), f.ID) })
	})}
	stated, ok := s.rec.Profile.Facts[f.ID]
	counted := s.reading.Answer(f.ID)
	o.counts = counted != engine.Unknown.String()
	switch {
	case slices.Contains(s.rec.Inactive, f.ID):
		o.text, o.facts = s.words.HereFactInactive(report.AnswerText(f, stated, s.words.Lang)), s.findDeciding(f.AskedIf)
	case ok && stated != engine.Unknown:
		o.text = s.words.HereFactAnswered(s.nameAnswer(f))
	case counted == engine.NotApplicable.String():
		o.text, o.facts = s.words.HereFactNotAsked(), s.findDeciding(f.AskedIf)
	case o.counts:
		o.text = s.words.HereFactFollows(s.nameAnswer(f))
		for i := range f.Follows {
			if s.reading.Truth(f.Follows[i].When) == rules.True {
				o.facts = s.findDeciding(f.Follows[i].When)
				break
			}
		}
	case ok:
		o.text = s.words.HereFactUnknown()
	default:
		o.text = s.words.HereFactNotAnswered()
	}
	return o
}

func (s *situation) findPriorityOutcome(p *rules.Priority) outcome {
	i := slices.IndexFunc(s.rec.Priorities, func(x engine.PriorityResult) bool { return x.ID == p.ID })
	if i < 0 {
		return outcome{text: s.words.HerePriorityNone()}
	}
	x := &s.rec.Priorities[i]
	o := outcome{counts: true, text: s.words.HerePriority(plain.Number(x.Weight), plain.Hundredths(x.Share), s.phraseEffect(x.Effect))}
	for j := range s.rec.Dimensions {
		for k := range s.rec.Dimensions[j].Arguments {
			a := &s.rec.Dimensions[j].Arguments[k]
			for _, share := range a.Priorities {
				if share.ID == p.ID {
					o.rows = append(o.rows, newRow(a.ID, s.words.HereGives(plain.Significant(100*a.Mass*share.Share, 2), s.nameSide(a.Pull), s.titleOf("argument", a.ID))))
				}
			}
		}
	}
	return o
}

// phraseEffect says which way something moved the balance.
func (s *situation) phraseEffect(effect float64) string {
	points := plain.Hundredths(math.Abs(effect))
	switch {
	case points == "0":
		return s.words.HereMovesNothing()
	case effect > 0:
		return s.words.HereMovesOpen(points)
	}
	return s.words.HereMovesClosed(points)
}

func (s *situation) nameSide(pull rules.Stance) string {
	if pull == rules.Open {
		return s.words.HereOpen()
	}
	return s.words.HereClosed()
}

func (s *situation) titleOf(kind, id string) string {
	if t := s.findThing(kind, id); t != nil {
		return s.translateText(t.title)
	}
	return id
}

func (s *situation) findDimension(id string) *engine.DimensionResult {
	if i := slices.IndexFunc(s.rec.Dimensions, func(d engine.DimensionResult) bool { return d.ID == id }); i >= 0 {
		return &s.rec.Dimensions[i]
	}
	return nil
}

func (s *situation) findDimensionOutcome(d *rules.Dimension) outcome {
	rows := s.listOutcomes(func(t *thing) bool {
		return t.rule != nil && t.rule.Within == d.ID && (t.kind == "argument" || t.kind == "moderator")
	})
	x := s.findDimension(d.ID)
	if x == nil || len(x.Arguments) == 0 || math.IsNaN(x.Lean.Nominal) {
		return outcome{text: s.words.HereDimensionNone(), rows: rows}
	}
	text := s.words.HereDimension(report.LeanText(x.Lean.Nominal, s.words.Lang), plain.Hundredths(x.Importance))
	return outcome{counts: true, text: text, rows: rows}
}

func (s *situation) findGroupOutcome(id string) outcome {
	g := s.pack.Group(id)
	o := outcome{rows: s.rowsOf("dimension", g.Dimensions)}
	sum := 0.0
	for _, d := range g.Dimensions {
		if x := s.findDimension(d); x != nil && len(x.Arguments) > 0 {
			sum += x.Importance
			o.counts = true
		}
	}
	o.text = s.words.HereGroup(plain.Hundredths(sum))
	return o
}

func (s *situation) findArgument(a *rules.Argument) *engine.ArgumentResult {
	d := s.findDimension(a.Dimension)
	if d == nil {
		return nil
	}
	if i := slices.IndexFunc(d.Arguments, func(x engine.ArgumentResult) bool { return x.ID == a.ID }); i >= 0 {
		return &d.Arguments[i]
	}
	return nil
}

func (s *situation) findArgumentOutcome(a *rules.Argument) outcome {
	if x := s.findArgument(a); x != nil {
		o := outcome{counts: true, text: s.words.HereArgument(plain.Significant(100*x.Mass, 2), s.nameSide(x.Pull)), facts: x.Facts}
		for _, p := range x.Priorities {
			o.rows = append(o.rows, newRow(p.ID, s.words.HereWish(s.titleOf("priority", p.ID), plain.Number(p.Weight), plain.Hundredths(p.Share))))
		}
		for _, m := range x.Moderators {
			o.rows = append(o.rows, newRow(m.ID, s.words.HereScaled(plain.Number(m.Factor), s.titleOf("moderator", m.ID))))
		}
		return o
	}
	if rows := s.listFiredOn(a); len(rows) > 0 && s.reading.Truth(a.When) == rules.True {
		return outcome{text: s.words.HereArgumentOut(), rows: rows, facts: s.findDeciding(a.When)}
	}
	if a.When != nil {
		return s.explainAbsence(a.When, s.words.HereNothingCounts())
	}
	var served []string
	for id := range a.Shares {
		served = append(served, id)
	}
	return outcome{text: s.words.HereArgumentNoWish(), rows: s.rowsOf("priority", served)}
}

// listFiredOn lists the moderators that took an argument out.
func (s *situation) listFiredOn(a *rules.Argument) (rows []documents.Row) {
	for i := range s.pack.Dimensions {
		for j := range s.pack.Dimensions[i].Moderators {
			m := &s.pack.Dimensions[i].Moderators[j]
			if m.Factor == 0 && slices.Contains(m.On, a.ID) && s.hasFired(m.ID) {
				rows = append(rows, newRow(m.ID, s.words.HereScaled(plain.Number(m.Factor), s.translateText(m.Text))))
			}
		}
	}
	return rows
}

// hasFired reports whether a moderator fired, on arguments of whichever dimension.
func (s *situation) hasFired(id string) bool {
	return slices.ContainsFunc(s.rec.Dimensions, func(d engine.DimensionResult) bool {
		return slices.ContainsFunc(d.Moderators, func(x engine.FiredModerator) bool { return x.ID == id })
	})
}

func (s *situation) findModeratorOutcome(m *rules.Moderator) outcome {
	if !s.hasFired(m.ID) {
		return s.explainAbsence(m.When, s.words.HereModeratorIdle())
	}
	return outcome{counts: true, text: s.words.HereModerator(plain.Number(m.Factor)), facts: s.findDeciding(m.When), rows: s.rowsOf("argument", m.On)}
}
