package report

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
)

const movedShown = 8 // arguments on the page; the rest is counted

// page shows what other answers do: what was changed, before and after side by
// side, and what moved.
func (c *change) page() []block {
	w := c.now
	name := w.Say("title_whatif")
	if w.r.Profile.Name != "" {
		name = w.Say("title_whatif_for", "name", w.r.Profile.Name)
	}
	line := w.Say("whatif_moved", "before", c.was.headline(), "after", w.headline())
	if c.was.r.Stance == w.r.Stance && c.was.r.Option == w.r.Option {
		line = w.Say("whatif_stays", "now", w.headline())
	}
	p := []block{{kind: title, text: []string{name}}, {kind: verdict, text: []string{line}}}
	p = append(p, under(w.Say("section_set"), listed(item, c.setLines()))...)
	p = append(p, c.sideBySide()...)
	reasons := append(c.vetoLines(), c.optionLines()...)
	reasons = append(append(reasons, c.argumentLines()...), c.dimensionLines()...)
	if len(reasons) == 0 {
		reasons = each(w.Say("nothing_moved"))
	}
	p = append(p, under(w.Say("section_moved"), listed(item, reasons))...)
	return append(p, w.method()...)
}

// setLines says which answers differ.
func (c *change) setLines() [][]string {
	var out [][]string
	for _, x := range c.answers() {
		name, before, after := c.now.priority, c.was.weightWords, c.now.weightWords
		if x.Kind == "fact" {
			name, before, after = c.now.fact, c.was.factWords, c.now.factWords
		}
		out = append(out, []string{c.now.Say("set_line", "name", name(x.ID), "id", x.ID, "before", before(x.ID), "after", after(x.ID))})
	}
	if len(out) == 0 {
		return each(c.now.Say("nothing_set"))
	}
	return out
}

func (w *writer) weightWords(id string) string {
	if x, ok := w.r.Profile.Weights[id]; ok {
		return formatWeight(x)
	}
	return w.Say("weight_unstated")
}

func (w *writer) factWords(id string) string {
	if a, ok := w.r.Profile.Facts[id]; ok {
		return w.Say("quoted", "text", w.answer(id, a))
	}
	return w.Say("weight_unstated")
}

// sideBySide is the table of the two results.
func (c *change) sideBySide() []block {
	w := c.now
	t := &table{bar: noBar, head: []string{"", w.Say("head_before"), w.Say("head_after")}}
	add := func(id string, say func(*writer) string) {
		name, was, now := w.Say(id), say(c.was), say(c.now)
		t.rows = append(t.rows, row{[]string{name, was, now}, []string{w.Say("side_spoken", "name", name, "before", was, "after", now)}})
	}
	add("row_stance", func(w *writer) string { return w.Say("stance_short_" + string(w.r.Stance)) })
	add("row_option", func(w *writer) string {
		return w.orNone(func() string { return w.r.Pack.Option(w.r.Option).Title.In(w.Lang) })
	})
	add("row_secures", func(w *writer) string { return w.orNone(func() string { return points(w.valueOf(w.r.Option)) }) })
	add("row_holds", func(w *writer) string {
		a := acceptabilityOf(w.near(), w.r.Option)
		if a == nil {
			return w.Say("value_none")
		}
		return w.hundred(a.Share)
	})
	add("row_settled", func(w *writer) string {
		return w.orNone(func() string { return w.Say("word_" + string(w.r.Sensitivity.Settled.Stance)) })
	})
	return []block{{kind: grid, table: t}}
}

// orNone is for what only a result with an option has.
func (w *writer) orNone(say func() string) string {
	if w.r.Option == "" {
		return w.Say("value_none")
	}
	return say()
}

// vetoLines says which vetoes and limits begin or cease to apply.
func (c *change) vetoLines() [][]string {
	var out [][]string
	say := func(w *writer, id string, list []*engine.Veto) {
		for _, v := range list {
			if v.Limit != nil {
				out = append(out, []string{w.Say(id, "text", w.Say("quoted", "text", v.Limit.Because))})
				continue
			}
			out = append(out, []string{w.sentence(sentence{w.Say(id, "text", trimmed(v.Rule.Text.In(w.Lang))), w.vetoBacking(v)})})
		}
	}
	say(c.now, "veto_begins", c.vetoes(c.was, c.now))
	say(c.was, "veto_ceases", c.vetoes(c.now, c.was))
	return out
}

// optionLines says which options can be had now and which no longer.
func (c *change) optionLines() [][]string {
	var gained, lost []string
	for i := range c.now.r.Options {
		was, now := &c.was.r.Options[i], &c.now.r.Options[i]
		switch {
		case now.Available && !was.Available:
			gained = append(gained, now.ID)
		case was.Available && !now.Available:
			lost = append(lost, now.ID)
		}
	}
	var out [][]string
	if len(gained) > 0 {
		out = append(out, []string{c.now.Say("options_gained", "options", c.now.optionNames(gained))})
	}
	if len(lost) > 0 {
		out = append(out, []string{c.now.Say("options_lost", "options", c.now.optionNames(lost))})
	}
	return out
}

// argumentLines says which arguments moved most, with what each rests on.
func (c *change) argumentLines() [][]string {
	list := c.arguments()
	var out [][]string
	for i := range list[:min(movedShown, len(list))] {
		x := &list[i]
		w := c.now
		if x.After == 0 {
			w = c.was
		}
		a := w.argumentOf(x)
		text := w.Say("argument_moved", "claim", trimmed(a.Rule.Text.In(w.Lang)), "side", w.stance(x.Pull), "before", points(x.Before), "after", points(x.After))
		out = append(out, []string{w.sentence(sentence{text, w.backing(a)})})
	}
	if n := len(list) - movedShown; n > 0 {
		out = append(out, []string{c.now.Count("arguments_more", n)})
	}
	return out
}

func (w *writer) argumentOf(x *ArgumentChange) *engine.ArgumentResult {
	for i := range w.r.Dimensions {
		if d := &w.r.Dimensions[i]; d.ID == x.Dimension {
			k := slices.IndexFunc(d.Arguments, func(a engine.ArgumentResult) bool { return a.Rule.ID == x.ID })
			return &d.Arguments[k]
		}
	}
	return nil
}

// dimensionLines says which dimensions pull another way than before, or with
// another force.
func (c *change) dimensionLines() [][]string {
	var out [][]string
	for i := range c.now.r.Dimensions {
		was, now := &c.was.r.Dimensions[i], &c.now.r.Dimensions[i]
		if by := now.Contribution - was.Contribution; abs(by) >= moved {
			out = append(out, []string{c.now.Say("dimension_moved", "title", c.now.r.Pack.Dimension(now.ID).Title.In(c.now.Lang),
				"n", points(abs(by)), "side", c.now.side(by))})
		}
	}
	return out
}
