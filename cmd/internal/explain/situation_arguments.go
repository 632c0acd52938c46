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

func findFactOutcome(s *situation, f *rules.Fact) outcome {
	o := outcome{rows: listOutcomes(s, func(t *thing) bool {
		return t.kind != "fact" && slices.ContainsFunc(t.reads, func(c *rules.Condition) bool { return slices.Contains(c.Facts(nil), f.ID) })
	})}
	stated, ok := s.rec.Profile.Facts[f.ID]
	counted := s.reading.Answer(f.ID)
	o.counts = counted != engine.Unknown.String()
	switch {
	case slices.Contains(s.rec.Inactive, f.ID):
		o.text, o.facts = s.words.HereFactInactive(report.AnswerText(f, stated, s.words.Lang)), findDeciding(s, f.AskedIf)
	case ok && stated != engine.Unknown:
		o.text = s.words.HereFactAnswered(nameAnswer(s, f))
	case counted == engine.NotApplicable.String():
		o.text, o.facts = s.words.HereFactNotAsked(), findDeciding(s, f.AskedIf)
	case o.counts:
		o.text = s.words.HereFactFollows(nameAnswer(s, f))
		for i := range f.Follows {
			if s.reading.Truth(f.Follows[i].When) == rules.True {
				o.facts = findDeciding(s, f.Follows[i].When)
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

func findPriorityOutcome(s *situation, p *rules.Priority) outcome {
	i := slices.IndexFunc(s.rec.Priorities, func(x engine.PriorityResult) bool { return x.ID == p.ID })
	if i < 0 {
		return outcome{text: s.words.HerePriorityNone()}
	}
	x := &s.rec.Priorities[i]
	o := outcome{counts: true, text: s.words.HerePriority(plain.Number(x.Weight), plain.Hundredths(x.Share), phraseEffect(s, x.Effect))}
	for j := range s.rec.Dimensions {
		for k := range s.rec.Dimensions[j].Arguments {
			a := &s.rec.Dimensions[j].Arguments[k]
			for _, share := range a.Priorities {
				if share.ID == p.ID {
					o.rows = append(o.rows, newRow(a.ID, s.words.HereGives(plain.Significant(100*a.Mass*share.Share, 2), nameSide(s, a.Pull), titleIn(s, "argument", a.ID))))
				}
			}
		}
	}
	return o
}

// phraseEffect says which way something moved the balance.
func phraseEffect(s *situation, effect float64) string {
	points := plain.Hundredths(math.Abs(effect))
	switch {
	case points == "0":
		return s.words.HereMovesNothing()
	case effect > 0:
		return s.words.HereMovesOpen(points)
	}
	return s.words.HereMovesClosed(points)
}

func nameSide(s *situation, pull rules.Stance) string {
	if pull == rules.Open {
		return s.words.HereOpen()
	}
	return s.words.HereClosed()
}

func titleIn(s *situation, kind, id string) string {
	if t := s.findThing(kind, id); t != nil {
		return s.translateText(t.title)
	}
	return id
}

func findDimensionResult(s *situation, id string) *engine.DimensionResult {
	if i := slices.IndexFunc(s.rec.Dimensions, func(d engine.DimensionResult) bool { return d.ID == id }); i >= 0 {
		return &s.rec.Dimensions[i]
	}
	return nil
}

func findDimensionOutcome(s *situation, d *rules.Dimension) outcome {
	rows := listOutcomes(s, func(t *thing) bool {
		return t.rule != nil && t.rule.Within == d.ID && (t.kind == "argument" || t.kind == "moderator")
	})
	x := findDimensionResult(s, d.ID)
	if x == nil || len(x.Arguments) == 0 || math.IsNaN(x.Lean.Nominal) {
		return outcome{text: s.words.HereDimensionNone(), rows: rows}
	}
	text := s.words.HereDimension(report.LeanText(x.Lean.Nominal, s.words.Lang), plain.Hundredths(x.Importance))
	return outcome{counts: true, text: text, rows: rows}
}

func findGroupOutcome(s *situation, id string) outcome {
	g := s.pack.Group(id)
	o := outcome{rows: rowsOf(s, "dimension", g.Dimensions)}
	sum := 0.0
	for _, d := range g.Dimensions {
		if x := findDimensionResult(s, d); x != nil && len(x.Arguments) > 0 {
			sum += x.Importance
			o.counts = true
		}
	}
	o.text = s.words.HereGroup(plain.Hundredths(sum))
	return o
}

func findArgumentResult(s *situation, a *rules.Argument) *engine.ArgumentResult {
	d := findDimensionResult(s, a.Dimension)
	if d == nil {
		return nil
	}
	if i := slices.IndexFunc(d.Arguments, func(x engine.ArgumentResult) bool { return x.ID == a.ID }); i >= 0 {
		return &d.Arguments[i]
	}
	return nil
}

func findArgumentOutcome(s *situation, a *rules.Argument) outcome {
	if x := findArgumentResult(s, a); x != nil {
		o := outcome{counts: true, text: s.words.HereArgument(plain.Significant(100*x.Mass, 2), nameSide(s, x.Pull)), facts: x.Facts}
		for _, p := range x.Priorities {
			o.rows = append(o.rows, newRow(p.ID, s.words.HereWish(titleIn(s, "priority", p.ID), plain.Number(p.Weight), plain.Hundredths(p.Share))))
		}
		for _, m := range x.Moderators {
			o.rows = append(o.rows, newRow(m.ID, s.words.HereScaled(plain.Number(m.Factor), titleIn(s, "moderator", m.ID))))
		}
		return o
	}
	if rows := listFiredOn(s, a); len(rows) > 0 && s.reading.Truth(a.When) == rules.True {
		return outcome{text: s.words.HereArgumentOut(), rows: rows, facts: findDeciding(s, a.When)}
	}
	if a.When != nil {
		return explainAbsence(s, a.When, s.words.HereNothingCounts())
	}
	return outcome{text: s.words.HereArgumentNoWish(), rows: rowsOf(s, "priority", a.Shares.Keys())}
}

// listFiredOn lists the moderators that took an argument out.
func listFiredOn(s *situation, a *rules.Argument) (rows []documents.Row) {
	for i := range s.pack.Dimensions {
		for j := range s.pack.Dimensions[i].Moderators {
			m := &s.pack.Dimensions[i].Moderators[j]
			if m.Factor == 0 && slices.Contains(m.On, a.ID) && hasFired(s, m.ID) {
				rows = append(rows, newRow(m.ID, s.words.HereScaled(plain.Number(m.Factor), s.translateText(m.Text))))
			}
		}
	}
	return rows
}

// hasFired reports whether a moderator fired, on arguments of whichever dimension.
func hasFired(s *situation, id string) bool {
	return slices.ContainsFunc(s.rec.Dimensions, func(d engine.DimensionResult) bool {
		return slices.ContainsFunc(d.Moderators, func(x engine.FiredModerator) bool { return x.ID == id })
	})
}

func findModeratorOutcome(s *situation, m *rules.Moderator) outcome {
	if !hasFired(s, m.ID) {
		return explainAbsence(s, m.When, s.words.HereModeratorIdle())
	}
	return outcome{counts: true, text: s.words.HereModerator(plain.Number(m.Factor)), facts: findDeciding(s, m.When), rows: rowsOf(s, "argument", m.On)}
}
