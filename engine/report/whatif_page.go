package report

import (
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine"
)

const maxArgumentChanges = 8 // arguments on the page; the rest is counted

// composeWhatIfPage shows what other answers do: what was changed, before and after side by
// side, and what moved.
func (c *whatIf) composeWhatIfPage() []pageBlock {
	w := c.after
	name := w.Say("title_whatif")
	if w.rec.Profile.Name != "" {
		name = w.Say("title_whatif_for", "name", w.rec.Profile.Name)
	}
	line := w.Say("whatif_moved", "before", c.before.describeVerdict(), "after", w.describeVerdict())
	if c.before.rec.Stance == w.rec.Stance && c.before.rec.Option == w.rec.Option {
		line = w.Say("whatif_stays", "now", w.describeVerdict())
	}
	p := []pageBlock{{kind: titleBlock, text: []string{name}}, {kind: headlineBlock, text: []string{line}}}
	p = append(p, addHeading(w.Say("section_set"), makeBlocks(itemBlock, c.describeAnswerChanges()))...)
	p = append(p, c.composeBeforeAfterTable()...)
	reasons := append(c.describeVetoChanges(), c.describeOptionChanges()...)
	reasons = append(append(reasons, c.describeArgumentChanges()...), c.describeDimensionChanges()...)
	if len(reasons) == 0 {
		reasons = makeEntries(w.Say("nothing_moved"))
	}
	p = append(p, addHeading(w.Say("section_moved"), makeBlocks(itemBlock, reasons))...)
	return append(p, w.composeMethodSection()...)
}

// describeAnswerChanges says which answers differ.
func (c *whatIf) describeAnswerChanges() [][]string {
	var out [][]string
	for _, x := range c.listAnswerChanges() {
		name, before, after := c.after.namePriority, c.before.describeStatedWeight, c.after.describeStatedWeight
		if x.Kind == "fact" {
			name, before, after = c.after.nameFact, c.before.describeStatedAnswer, c.after.describeStatedAnswer
		}
		out = append(out, []string{c.after.Say("set_line", "name", name(x.ID), "id", x.ID, "before", before(x.ID), "after", after(x.ID))})
	}
	if len(out) == 0 {
		return makeEntries(c.after.Say("nothing_set"))
	}
	return out
}

func (w *resultWriter) describeStatedWeight(id string) string {
	if x, ok := w.rec.Profile.Weights[id]; ok {
		return formatWeight(x)
	}
	return w.Say("weight_unstated")
}

func (w *resultWriter) describeStatedAnswer(id string) string {
	if a, ok := w.rec.Profile.Facts[id]; ok {
		return w.Say("quoted", "text", w.describeAnswer(id, a))
	}
	return w.Say("weight_unstated")
}

// composeBeforeAfterTable is the table of the two results.
func (c *whatIf) composeBeforeAfterTable() []pageBlock {
	w := c.after
	t := &table{barColumn: noBarColumn, head: []string{"", w.Say("head_before"), w.Say("head_after")}}
	add := func(id string, say func(*resultWriter) string) {
		name, was, now := w.Say(id), say(c.before), say(c.after)
		t.rows = append(t.rows, tableRow{[]string{name, was, now}, []string{w.Say("side_spoken", "name", name, "before", was, "after", now)}})
	}
	add("row_stance", func(w *resultWriter) string { return w.Say("stance_short_" + string(w.rec.Stance)) })
	add("row_option", func(w *resultWriter) string {
		return w.sayOrNone(func() string { return w.rec.Pack.Option(w.rec.Option).Title.In(w.Lang) })
	})
	add("row_secures", func(w *resultWriter) string {
		return w.sayOrNone(func() string { return formatHundredths(w.findOptionValue(w.rec.Option)) })
	})
	add("row_holds", func(w *resultWriter) string {
		a := findAcceptability(w.acceptabilityNearStated(), w.rec.Option)
		if a == nil {
			return w.Say("value_none")
		}
		return w.formatChancesAlone(a.Share)
	})
	add("row_settled", func(w *resultWriter) string {
		return w.sayOrNone(func() string { return w.Say("word_" + string(w.rec.Sensitivity.Robustness.Stance)) })
	})
	return []pageBlock{{kind: tableBlock, table: t}}
}

// sayOrNone is for what only a result with an option has.
func (w *resultWriter) sayOrNone(say func() string) string {
	if w.rec.Option == "" {
		return w.Say("value_none")
	}
	return say()
}

// describeVetoChanges says which vetoes and limits begin or cease to apply.
func (c *whatIf) describeVetoChanges() [][]string {
	var out [][]string
	say := func(w *resultWriter, id string, list []*engine.VetoResult) {
		for _, v := range list {
			if v.Limit != nil {
				out = append(out, []string{w.Say(id, "text", w.Say("quoted", "text", v.Limit.Because))})
				continue
			}
			out = append(out, []string{w.formatSentence(sentence{w.Say(id, "text", trimFullStop(v.Rule.Text.In(w.Lang))), w.listVetoGrounds(v)})})
		}
	}
	say(c.after, "veto_begins", c.listNewVetoes(c.before, c.after))
	say(c.before, "veto_ceases", c.listNewVetoes(c.after, c.before))
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
		out = append(out, []string{c.after.Say("options_gained", "options", c.after.nameOptions(gained))})
	}
	if len(lost) > 0 {
		out = append(out, []string{c.after.Say("options_lost", "options", c.after.nameOptions(lost))})
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
		a := w.findArgument(x)
		text := w.Say("argument_moved", "claim", trimFullStop(a.Rule.Text.In(w.Lang)), "side", w.nameStance(x.Pull), "before", formatHundredths(x.Before), "after", formatHundredths(x.After))
		out = append(out, []string{w.formatSentence(sentence{text, w.listArgumentGrounds(a)})})
	}
	if n := len(list) - maxArgumentChanges; n > 0 {
		out = append(out, []string{c.after.Count("arguments_more", n)})
	}
	return out
}

func (w *resultWriter) findArgument(x *ArgumentChange) *engine.ArgumentResult {
	for i := range w.rec.Dimensions {
		if d := &w.rec.Dimensions[i]; d.ID == x.Dimension {
			k := slices.IndexFunc(d.Arguments, func(a engine.ArgumentResult) bool { return a.Rule.ID == x.ID })
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
			out = append(out, []string{c.after.Say("dimension_moved", "title", c.after.rec.Pack.Dimension(now.ID).Title.In(c.after.Lang),
				"n", formatHundredths(math.Abs(by)), "side", c.after.nameSide(by))})
		}
	}
	return out
}
