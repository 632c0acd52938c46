package report

import (
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/plain"
)

const maxArgumentChanges = 8 // arguments on the page; the rest is counted

// composeHeadSection says how the verdict was and is.
func (c *whatIf) composeHeadSection() []page.Block {
	w := c.after
	name := w.TitleWhatif()
	if w.rec.Profile.Name != "" {
		name = w.TitleWhatifFor(w.rec.Profile.Name)
	}
	line := w.WhatifMoved(describeVerdict(c.before), describeVerdict(w))
	if c.before.rec.Stance == w.rec.Stance && c.before.rec.Option == w.rec.Option {
		switch {
		case c.before.rec.Ready == w.rec.Ready || w.rec.Option == "":
			line = w.WhatifStays(describeVerdict(w))
		case w.rec.Ready:
			line = w.WhatifReady(describeVerdict(w))
		default:
			line = w.WhatifNotReady(describeVerdict(w))
		}
	}
	return append([]page.Block{page.MakeBlock(page.Title, name), page.MakeBlock(page.Headline, line)}, composeContradictions(w)...)
}

// composeAnswersSection is the part about what was changed.
func (c *whatIf) composeAnswersSection() []page.Block {
	return page.MakeSection(c.after.SectionSet(), page.MakeBlocks(page.Item, c.describeAnswerChanges()))
}

// composeMovedSection is the part about what moved, and why.
func (c *whatIf) composeMovedSection() []page.Block {
	reasons := append(c.describeBarChanges(), c.describeOptionChanges()...)
	reasons = append(append(reasons, c.describeArgumentChanges()...), c.describeDimensionChanges()...)
	if len(reasons) == 0 {
		reasons = page.MakeEntries(c.after.NothingMoved())
	}
	return page.MakeSection(c.after.SectionMoved(), page.MakeBlocks(page.Item, reasons))
}

func (c *whatIf) composeMethodSection() []page.Block { return composeMethodSection(c.after) }

// describeAnswerChanges says which answers differ.
func (c *whatIf) describeAnswerChanges() [][]string {
	var out [][]string
	for _, x := range c.listAnswerChanges() {
		name, say := c.after.namePriority, describeStatedWeight
		if x.Kind == FactKind {
			name, say = c.after.nameFact, describeStatedAnswer
		}
		out = append(out, []string{c.after.SetLine(name(x.ID), x.ID, say(c.before, x.ID), say(c.after, x.ID))})
	}
	if len(out) == 0 {
		return page.MakeEntries(c.after.NothingSet())
	}
	return out
}

func describeStatedAnswer(w *wording, id string) string {
	if a, ok := w.rec.Profile.Facts[id]; ok {
		return w.quoteAnswer(id, a)
	}
	return w.WeightUnstated()
}

// composeBeforeAfterSection is the table of the two results.
func (c *whatIf) composeBeforeAfterSection() []page.Block {
	w := c.after
	t := &page.Table{BarColumn: page.NoBarColumn, Wraps: true, Head: []string{"", w.HeadBefore(), w.HeadAfter()}}
	add := func(name string, say func(*wording) string) {
		was, now := say(c.before), say(c.after)
		t.AddRow([]string{name, was, now}, w.SideSpoken(name, was, now))
	}
	add(w.RowStance(), nameStanceShortly)
	add(w.RowOption(), func(w *wording) string {
		return sayOrNone(w, func() string { return w.pack.Option(w.rec.Option).Title.In(w.Lang) })
	})
	add(w.RowReady(), func(w *wording) string {
		return sayOrNone(w, func() string {
			if w.rec.Ready {
				return w.IsReady()
			}
			return w.IsNotReady()
		})
	})
	add(w.RowToday(), func(w *wording) string {
		if f := w.findTodaysForm(); f != nil {
			return f.Title.In(w.Lang)
		}
		return w.TodayNothing()
	})
	add(w.RowSecures(), func(w *wording) string {
		return sayOrNone(w, func() string { return w.Percent(plain.Hundredths(w.findOptionValue(w.rec.Option))) })
	})
	add(w.RowHolds(), func(w *wording) string {
		list := w.acceptabilityNearStated()
		if findAcceptability(list, w.rec.Option) == nil {
			return w.ValueNone()
		}
		return allotChances(list).sayAlone(w, w.rec.Option)
	})
	add(w.RowSettled(), func(w *wording) string {
		return sayOrNone(w, func() string { return nameRobustness(w, w.rec.Sensitivity.Robustness.Stance) })
	})
	return []page.Block{page.MakeGrid(t)}
}

// nameStanceShortly names the stance of the verdict in a table.
func nameStanceShortly(w *wording) string {
	switch w.rec.Stance {
	case engine.Open:
		return w.StanceShortOpen()
	case engine.Mixed:
		return w.StanceShortMixed()
	case engine.Closed:
		return w.StanceShortClosed()
	case engine.NoBasis:
		return w.StanceShortNoBasis()
	}
	return w.StanceShortNone()
}

// sayOrNone is for what only a result with an option has.
func sayOrNone(w *wording, say func() string) string {
	if w.rec.Option == "" {
		return w.ValueNone()
	}
	return say()
}

// describeBarChanges says which bars and limits begin or cease to apply.
func (c *whatIf) describeBarChanges() [][]string {
	var out [][]string
	add := func(w *wording, say func(text string) string, list []*engine.BarResult) {
		for _, v := range list {
			if v.Limit != nil {
				out = append(out, []string{say(w.Quoted(v.Limit.Because))})
				continue
			}
			out = append(out, []string{say(w.pack.Bar(v.ID).Text.In(w.Lang)), describeLaw(w, v)})
		}
	}
	add(c.after, c.after.ConditionBegins, listNewConditions(c.before, c.after))
	add(c.before, c.before.ConditionCeases, listNewConditions(c.after, c.before))
	add(c.after, c.after.BarBegins, c.listNewBars(c.before, c.after))
	add(c.before, c.before.BarCeases, c.listNewBars(c.after, c.before))
	return out
}

// describeOptionChanges says which options can be had now and which no longer.
func (c *whatIf) describeOptionChanges() [][]string {
	var gained, lost []string
	for i := range c.after.rec.Options {
		was, now := &c.before.rec.Options[i], &c.after.rec.Options[i]
		switch {
		case now.Available && !was.Available:
			gained = append(gained, now.ID)
		case was.Available && !now.Available:
			lost = append(lost, now.ID)
		}
	}
	var out [][]string
	if len(gained) > 0 {
		out = append(out, []string{c.after.OptionsGained(c.after.nameOptions(gained))})
	}
	if len(lost) > 0 {
		out = append(out, []string{c.after.OptionsLost(c.after.nameOptions(lost))})
	}
	return out
}

// describeArgumentChanges says which arguments moved most, with what each rests on.
func (c *whatIf) describeArgumentChanges() [][]string {
	list := c.listArgumentChanges()
	var out [][]string
	for i := range list[:min(maxArgumentChanges, len(list))] {
		x := &list[i]
		w := c.after
		if x.After == 0 {
			w = c.before
		}
		a := findArgument(w, x)
		text := w.ArgumentMoved(w.nameStance(x.Pull), plain.Hundredths(x.After), plain.Hundredths(x.Before), w.pack.Argument(a.ID).Text.In(w.Lang))
		out = append(out, []string{w.formatSentence(sentence{w.Sentences([]string{text, sayConfidence(w, w.pack.Argument(a.ID))}), append(listWishes(w, a), listArgumentGrounds(w, a)...)})})
	}
	if n := len(list) - maxArgumentChanges; n > 0 {
		out = append(out, []string{c.after.ArgumentsMore(n)})
	}
	return out
}

// listWishes says which wishes stand behind an argument.
func listWishes(w *wording, a *engine.ArgumentResult) []string {
	return mapList(a.Priorities, func(p *engine.PriorityShare) string {
		return w.PriorityWeight(w.namePriority(p.ID), plain.Decimal(p.Weight))
	})
}

func findArgument(w *wording, x *ArgumentChange) *engine.ArgumentResult {
	for i := range w.rec.Dimensions {
		if d := &w.rec.Dimensions[i]; d.ID == x.Dimension {
			k := slices.IndexFunc(d.Arguments, func(a engine.ArgumentResult) bool { return a.ID == x.ID })
			return &d.Arguments[k]
		}
	}
	return nil
}

// describeDimensionChanges says which dimensions pull another way than before, or with
// another force.
func (c *whatIf) describeDimensionChanges() [][]string {
	var out [][]string
	for i := range c.after.rec.Dimensions {
		was, now := &c.before.rec.Dimensions[i], &c.after.rec.Dimensions[i]
		if by := now.Contribution - was.Contribution; math.Abs(by) >= minMove {
			out = append(out, []string{c.after.DimensionMoved(c.after.pack.Dimension(now.ID).Title.In(c.after.Lang), c.after.nameSide(by), plain.Hundredths(math.Abs(by)))})
		}
	}
	return out
}
