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
func (w *resultWriter) composeOptionsSection() []page.Block {
	t := &page.Table{BarColumn: page.NoBarColumn, Head: []string{w.HeadOption(), w.HeadStance(), w.HeadValue(), w.HeadStanding()}}
	for i := range w.rec.Options {
		o := &w.rec.Options[i]
		def := w.pack.Option(o.ID)
		cells := []string{def.Title.In(w.Lang), w.nameStance(def.Stance), w.formatValue(o.Value), w.describeOptionStatus(o)}
		t.AddRow(cells, w.OptionSpoken(w.nameOption(o.ID), cells[1], cells[2], cells[3]))
	}
	out := []page.Block{page.MakeGrid(t), page.MakeBlock(page.Paragraph, w.OptionsLegend(), w.OptionsLegendValue())}
	out = append(out, page.MakeBlocks(page.Item, w.listRuledOut())...)
	out = append(out, page.MakeBlocks(page.Item, w.listPendingVetoes())...)
	out = append(out, page.MakeBlocks(page.Item, w.listUnmetOptions())...)
	return page.MakeSection(w.SectionOptions(), out)
}

// formatValue gives what an option secures, of 100, with its bounds.
func (w *resultWriter) formatValue(v engine.Interval) string {
	if !v.Exists() {
		return w.ValueNone()
	}
	if low, high := plain.Hundredths(v.Low), plain.Hundredths(v.High); low != high {
		return w.ValueRange(plain.Hundredths(v.Nominal), low, high)
	}
	return plain.Hundredths(v.Nominal)
}

// describeOptionStatus says in a word where an option stands.
func (w *resultWriter) describeOptionStatus(o *engine.OptionResult) string {
	switch {
	case o.ID == w.rec.Option:
		return w.StandingRecommended()
	case slices.ContainsFunc(o.BlockedBy, appliesNow):
		return w.StandingRuledOut()
	case !o.Available && o.Possible == rules.Unknown:
		return w.StandingOpen()
	case !o.Available:
		return w.StandingUnmet()
	case o.ID == w.rec.RunnerUp.Option:
		return w.StandingRunnerUp()
	}
	return w.StandingAvailable()
}

// appliesNow reports whether a veto or limit counts now, be it by precaution.
func appliesNow(v engine.VetoResult) bool { return v.Certain || v.Precaution }

// vetoWithOptions is a veto or limit with the options that it rules out.
type vetoWithOptions struct {
	*engine.VetoResult
	options []string
}

// collectVetoes gathers the vetoes and limits of all options, each once: those that
// apply or, with pending, those that may apply to what is not ruled out yet.
func (w *resultWriter) collectVetoes(pending bool) []vetoWithOptions {
	var out []vetoWithOptions
	for i := range w.rec.Options {
		o := &w.rec.Options[i]
		for j := range o.BlockedBy {
			v := &o.BlockedBy[j]
			if appliesNow(*v) == pending || pending && slices.ContainsFunc(o.BlockedBy, appliesNow) {
				continue
			}
			k := slices.IndexFunc(out, func(b vetoWithOptions) bool { return b.ID == v.ID && isSameLimit(b.Limit, v.Limit) })
			if k < 0 {
				out = append(out, vetoWithOptions{VetoResult: v})
				k = len(out) - 1
			}
			out[k].options = append(out[k].options, o.ID)
		}
	}
	return out
}

// isSameLimit reports whether two results are about one limit of the owner, or
// both about none.
func isSameLimit(a, b *engine.Limit) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Because == b.Because && slices.Equal(a.Exclude, b.Exclude)
}

// composeRuledOutSection is the part about what is ruled out before anything is stated.
func (w *resultWriter) composeRuledOutSection() []page.Block {
	return page.MakeSection(w.SectionAlready(), page.MakeBlocks(page.Item, w.listRuledOut()))
}

// listRuledOut says which vetoes and limits rule out what, and what would lift them.
func (w *resultWriter) listRuledOut() [][]string {
	var out [][]string
	for _, b := range w.collectVetoes(false) {
		names := w.nameOptions(b.options)
		if b.Limit != nil {
			out = append(out, []string{w.Limited(names, b.Limit.Because)})
			continue
		}
		s := []string{w.formatSentence(sentence{w.RuledOut(names, w.pack.Veto(b.ID).Text.In(w.Lang)), w.listVetoGrounds(b.VetoResult)})}
		if b.Precaution {
			s = append(s, w.ByPrecaution(w.joinNamesWithIDs(w.keepUnknown(b.Facts), w.nameFact)))
		}
		out = append(out, append(s, w.Lift(w.pack.Veto(b.ID).Lift.In(w.Lang))))
	}
	return out
}

// listPendingVetoes says which vetoes may rule out what, and on which answers that
// depends.
func (w *resultWriter) listPendingVetoes() [][]string {
	var out [][]string
	for _, b := range w.collectVetoes(true) {
		out = append(out, []string{
			w.formatSentence(sentence{w.MayBeRuledOut(w.nameOptions(b.options), w.pack.Veto(b.ID).Text.In(w.Lang)), w.listVetoGrounds(b.VetoResult)}),
			w.DependsOn(w.joinNamesWithIDs(w.keepUnknown(b.Facts), w.nameFact)),
		})
	}
	return out
}

func (w *resultWriter) listVetoGrounds(v *engine.VetoResult) []string {
	by := append([]string{v.ID}, w.describeAnswers(v.Facts)...)
	return append(by, w.citeSources(w.pack.Veto(v.ID).Source))
}

func (w *resultWriter) keepUnknown(facts []string) []string {
	var out []string
	for _, f := range facts {
		if slices.Contains(w.rec.Unknown, f) {
			out = append(out, f)
		}
	}
	return out
}

// listUnmetOptions says what the options need that are not ruled out and yet cannot be
// had.
func (w *resultWriter) listUnmetOptions() [][]string {
	var out [][]string
	for i := range w.rec.Options {
		o := &w.rec.Options[i]
		if o.Available || slices.ContainsFunc(o.BlockedBy, appliesNow) || len(o.AvailableIf) == 0 {
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

// composeDutiesSection is the part about vetoes that bind one component only.
func (w *resultWriter) composeDutiesSection() []page.Block {
	var out []string
	for _, v := range w.selectDuties() {
		say := w.Duty
		if !v.Certain {
			say = w.DutyMay
		}
		out = append(out, w.formatSentence(sentence{say(w.nameComponent(w.pack.Veto(v.ID).Component), w.pack.Veto(v.ID).Duty.In(w.Lang)), w.listVetoGrounds(v)}))
	}
	return page.MakeSection(w.SectionDuties(), page.MakeBlocks(page.Item, page.MakeEntries(out...)))
}

// selectDuties leaves out the duties of which nothing is known yet: as vetoes
// that may apply they are listed already.
func (w *resultWriter) selectDuties() []*engine.VetoResult {
	var out []*engine.VetoResult
	for i := range w.rec.Duties {
		if v := &w.rec.Duties[i]; v.Certain || len(w.keepUnknown(v.Facts)) < len(v.Facts) {
			out = append(out, v)
		}
	}
	return out
}

// listVetoesToClear lists the vetoes and limits that apply, the one that binds most
// options first.
func (w *resultWriter) listVetoesToClear() []vetoWithOptions {
	list := w.collectVetoes(false)
	slices.SortStableFunc(list, func(a, b vetoWithOptions) int { return len(b.options) - len(a.options) })
	return list
}

// describeFirstToClear is the one thing to clear first when no option is left.
func (w *resultWriter) describeFirstToClear() string {
	list := w.listVetoesToClear()
	if len(list) == 0 {
		return w.FirstNeeds()
	}
	if list[0].Limit != nil {
		return w.FirstLimit(w.Quoted(trimFullStop(list[0].Limit.Because)))
	}
	return w.FirstLift(w.pack.Veto(list[0].ID).Lift.In(w.Lang))
}

// composeToClearSection lists what to clear when no option is left.
func (w *resultWriter) composeToClearSection() []page.Block {
	var out []string
	for _, b := range w.listVetoesToClear() {
		if b.Limit != nil {
			out = append(out, w.ClearLimit(w.nameOptions(b.options), b.Limit.Because))
			continue
		}
		out = append(out, w.formatSentence(sentence{w.pack.Veto(b.ID).Lift.In(w.Lang), []string{b.ID, w.RulesOut(w.nameOptions(b.options))}}))
	}
	return page.MakeSection(w.SectionClear(), page.MakeBlocks(page.Item, page.MakeEntries(out...)))
}

// maxFirstQuestions is how many questions the page without a basis proposes.
const maxFirstQuestions = 6

// composeToAnswerSection lists what to answer first when there is no basis: the facts in
// the order in which the pack asks, and the priorities.
func (w *resultWriter) composeToAnswerSection() []page.Block {
	out := []string{w.StatePriorities()}
	for i := range w.pack.Facts {
		f := &w.pack.Facts[i]
		if slices.Contains(w.rec.Unknown, f.ID) && len(out) <= maxFirstQuestions {
			out = append(out, w.WithID(f.Question.In(w.Lang), f.ID))
		}
	}
	return page.MakeSection(w.SectionAnswer(), page.MakeBlocks(page.Item, page.MakeEntries(out...)))
}
