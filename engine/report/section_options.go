package report

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// composeOptionsSection is the part about all options: what each meets, and why some
// cannot be had.
func composeOptionsSection(w *wording) []page.Block {
	t := &page.Table{BarColumn: page.NoBarColumn, Wraps: true, Head: []string{w.HeadOption(), w.HeadStance(), w.HeadValue(), w.HeadRange(), w.HeadStanding()}}
	for i := range w.rec.Options {
		o := &w.rec.Options[i]
		def := w.pack.Option(o.ID)
		cells := []string{def.Title.In(w.Lang), w.nameStance(def.Stance), formatValue(w, o.Value), formatRange(w, o.Value), describeOptionStanding(w, o)}
		spoken := w.OptionSpoken(w.nameOption(o.ID), cells[1], cells[2], cells[4])
		if cells[3] != "" {
			spoken = w.OptionSpokenRange(w.nameOption(o.ID), cells[1], cells[2], cells[3], cells[4])
		}
		t.AddRow(cells, spoken)
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
		cells := []string{title, "", formatValue(w, f.Value), formatRange(w, f.Value), describeFormStatus(w, f)}
		spoken := w.FormSpoken(w.Quoted(title), cells[2], cells[4])
		if cells[3] != "" {
			spoken = w.FormSpokenRange(w.Quoted(title), cells[2], cells[3], cells[4])
		}
		t.AddRowUnder(cells, spoken)
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

// formatValue gives the share of the weighted goals that a release meets.
func formatValue(w *wording, v engine.Interval) string {
	if !v.Exists() {
		return w.ValueNone()
	}
	return w.Percent(plain.Hundredths(v.Nominal))
}

// formatRange gives the bounds of that share, "" where no open answer can move it.
func formatRange(w *wording, v engine.Interval) string {
	low, high := plain.Hundredths(v.Low), plain.Hundredths(v.High)
	if !v.Exists() || low == high {
		return ""
	}
	return w.PercentRange(low, high)
}

// describeOptionStanding says where an option stands, and of what is ruled out or has to
// wait by which rule.
func describeOptionStanding(w *wording, o *engine.OptionResult) string {
	standing := describeOptionStatus(w, o)
	is := holdsBack
	switch standing {
	case w.StandingRuledOut():
		is = rulesOut
	case w.StandingNotYet():
	default:
		return standing
	}
	b := &o.BlockedBy[slices.IndexFunc(o.BlockedBy, is)]
	if b.Limit != nil {
		return w.StandingBecause(standing, w.StandingLimit())
	}
	return w.StandingBecause(standing, briefBar(w, b.ID))
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
			w.RuledOut(names, w.pack.Bar(b.ID).Text.In(w.Lang)),
			w.Lift(w.pack.Bar(b.ID).Lift.In(w.Lang)),
			describeLaw(w, b.BarResult),
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
		text := w.NotYetAllowed(w.nameOptions(b.options), w.pack.Bar(b.ID).Text.In(w.Lang))
		out = append(out, append(append([]string{text}, listWaysOut(w, b.BarResult)...), describeLaw(w, b.BarResult)))
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
		out = append(out, []string{describeUnmet(w, o)})
	}
	return out
}

// describeUnmet says what an option needs, and on which answers that depends.
func describeUnmet(w *wording, o *engine.OptionResult) string {
	name, need := w.nameOption(o.ID), w.pack.Option(o.ID).RequiresText.In(w.Lang)
	say, sayUnless, facts := w.Unmet, w.UnmetUnless, o.AvailableIf
	if o.Possible == rules.Unknown {
		say, sayUnless, facts = w.NotJudged, w.NotJudgedUnless, w.keepUnknown(o.AvailableIf)
	}
	if need == "" {
		return say(name, quoteFewFacts(w, facts))
	}
	return sayUnless(name, lowerFirst(trimFullStop(need)), quoteFewFacts(w, facts))
}

const maxFactsNamed = 3 // in a sentence about an option; the rest is counted

// quoteFewFacts names the first of some facts as questions, and counts the rest.
func quoteFewFacts(w *wording, facts []string) string {
	few := facts[:min(maxFactsNamed, len(facts))]
	if n := len(facts) - len(few); n > 0 {
		return w.NamesMore(n, strings.Join(mapList(few, func(id *string) string { return w.quoteFact(*id) }), w.ConditionComma()))
	}
	return w.joinNames(few, w.quoteFact)
}
