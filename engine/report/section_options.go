package report

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// composeOptionsSection is the part about all options: what each secures, and why some
// cannot be had.
func composeOptionsSection(w *wording) []page.Block {
	t := &page.Table{BarColumn: page.NoBarColumn, Head: []string{w.HeadOption(), w.HeadStance(), w.HeadValue(), w.HeadStanding()}}
	for i := range w.rec.Options {
		o := &w.rec.Options[i]
		def := w.pack.Option(o.ID)
		cells := []string{def.Title.In(w.Lang), w.nameStance(def.Stance), formatValue(w, o.Value), describeOptionStatus(w, o)}
		t.AddRow(cells, w.OptionSpoken(w.nameOption(o.ID), cells[1], cells[2], cells[3]))
		addFormRows(w, t, o)
	}
	out := []page.Block{page.MakeGrid(t), page.MakeBlock(page.Paragraph, w.OptionsLegend(), w.OptionsLegendValue())}
	out = append(out, page.MakeBlocks(page.Item, listRuledOut(w))...)
	out = append(out, page.MakeBlocks(page.Item, listPendingBars(w))...)
	out = append(out, page.MakeBlocks(page.Item, listUnmetOptions(w))...)
	return page.MakeSection(w.SectionOptions(), out)
}

// addFormRows adds the forms of an option that has several, without those that are not
// possible here.
func addFormRows(w *wording, t *page.Table, o *engine.OptionResult) {
	if len(o.Forms) < 2 {
		return
	}
	for i := range o.Forms {
		f := &o.Forms[i]
		if f.Possible == rules.False {
			continue
		}
		title := w.pack.Option(o.ID).Form(f.ID).Title.In(w.Lang)
		cells := []string{title, "", formatValue(w, f.Value), describeFormStatus(w, f)}
		t.AddRowUnder(cells, w.FormSpoken(w.Quoted(title), cells[2], cells[3]))
	}
}

// describeFormStatus says in a word where a form stands.
func describeFormStatus(w *wording, f *engine.FormResult) string {
	switch {
	case f.ID == w.rec.Form:
		return w.StandingRecommended()
	case f.Possible == rules.Unknown:
		return w.StandingOpen()
	case !f.Available:
		return w.StandingRuledOut()
	case f.Barred == rules.BarredUntil:
		return w.StandingNotYet()
	}
	return w.StandingAvailable()
}

// formatValue gives what an option secures, of 100, with its bounds.
func formatValue(w *wording, v engine.Interval) string {
	if !v.Exists() {
		return w.ValueNone()
	}
	if low, high := plain.Hundredths(v.Low), plain.Hundredths(v.High); low != high {
		return w.ValueRange(plain.Hundredths(v.Nominal), low, high)
	}
	return plain.Hundredths(v.Nominal)
}

// describeOptionStatus says in a word where an option stands.
func describeOptionStatus(w *wording, o *engine.OptionResult) string {
	switch {
	case o.ID == w.rec.Option:
		return w.StandingRecommended()
	case slices.ContainsFunc(o.BlockedBy, rulesOut):
		return w.StandingRuledOut()
	case !o.Available && o.Possible == rules.Unknown:
		return w.StandingOpen()
	case !o.Available:
		return w.StandingUnmet()
	case slices.ContainsFunc(o.BlockedBy, holdsBack):
		return w.StandingNotYet()
	case o.ID == w.rec.RunnerUp.Option:
		return w.StandingRunnerUp()
	}
	return w.StandingAvailable()
}

// composeRuledOutSection is the part about what is ruled out before anything is stated.
func composeRuledOutSection(w *wording) []page.Block {
	return page.MakeSection(w.SectionAlready(), page.MakeBlocks(page.Item, listRuledOut(w)))
}

// listRuledOut says which bars and limits rule out what, and what would lift them.
func listRuledOut(w *wording) [][]string {
	var out [][]string
	for _, b := range collectBars(w, rules.BarredForGood) {
		names := w.nameOptions(b.options)
		if b.Limit != nil {
			out = append(out, []string{w.Limited(names, b.Limit.Because)})
			continue
		}
		out = append(out, []string{
			w.formatSentence(sentence{w.RuledOut(names, w.pack.Bar(b.ID).Text.In(w.Lang)), listBarGrounds(w, b.BarResult)}),
			w.Lift(w.pack.Bar(b.ID).Lift.In(w.Lang)),
		})
	}
	return out
}

// isCondition reports whether a bar holds the advised release back, so that it is
// told already.
func isCondition(w *wording, bar string) bool {
	return slices.ContainsFunc(w.rec.Conditions, func(b engine.BarResult) bool { return b.ID == bar })
}

// listPendingBars says which bars hold what back until something is settled, and
// which may yet hold.
func listPendingBars(w *wording) [][]string {
	var out [][]string
	for _, b := range collectBars(w, rules.BarredUntil) {
		if isCondition(w, b.ID) {
			continue
		}
		text := w.formatSentence(sentence{w.NotYetAllowed(w.nameOptions(b.options), w.pack.Bar(b.ID).Text.In(w.Lang)), listBarGrounds(w, b.BarResult)})
		out = append(out, append([]string{text}, listWaysOut(w, b.BarResult)...))
	}
	for _, b := range collectBars(w, rules.MayBeBarred) {
		out = append(out, []string{w.formatSentence(sentence{
			w.MayBeRuledOut(w.nameOptions(b.options), w.pack.Bar(b.ID).Text.In(w.Lang)),
			append([]string{b.ID}, w.keepUnknown(w.pack.Bar(b.ID).When.Facts(nil))...),
		})})
	}
	return out
}

// listUnmetOptions says what the options need that are not ruled out and yet cannot be
// had.
func listUnmetOptions(w *wording) [][]string {
	var out [][]string
	for i := range w.rec.Options {
		o := &w.rec.Options[i]
		if o.Available || slices.ContainsFunc(o.BlockedBy, rulesOut) || len(o.AvailableIf) == 0 {
			continue
		}
		s := []string{w.Unmet(w.nameOption(o.ID), w.joinNamesWithIDs(o.AvailableIf, w.nameFact))}
		if o.Possible == rules.Unknown {
			s[0] = w.NotJudged(w.nameOption(o.ID), w.joinNamesWithIDs(w.keepUnknown(o.AvailableIf), w.nameFact))
		}
		if need := w.pack.Option(o.ID).RequiresText.In(w.Lang); need != "" {
			s = append(s, w.Needs(need))
		}
		out = append(out, s)
	}
	return out
}
