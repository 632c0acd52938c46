package report

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// composeHeadSection is the top of the page: what the advice is, in full and in two
// sentences, and how settled it is.
func (w *resultWriter) composeHeadSection() []page.Block {
	name := w.Title()
	if w.rec.Profile.Name != "" {
		name = w.TitleFor(w.rec.Profile.Name)
	}
	out := []page.Block{page.MakeBlock(page.Title, name), page.MakeBlock(page.Headline, w.describeVerdict())}
	summary := page.MakeBlock(page.Paragraph, w.summariseVerdict()...)
	switch w.rec.Stance {
	case engine.None:
		return append(append(out, summary), w.composeToClearSection()...)
	case engine.NoBasis:
		return append(append(out, summary), w.composeToAnswerSection()...)
	}
	out = append(out, page.MakeBlock(page.Paragraph, w.pack.Option(w.rec.Option).Text.In(w.Lang)))
	if s := w.findSplit(); s != nil {
		out = append(out, page.MakeBlocks(page.Item, [][]string{
			{w.Split(s.Title.In(w.Lang), s.Text.In(w.Lang))},
			{w.SplitGives(w.joinPhrases(w.nameComponents(w.keepPresentComponents(s.Gives)))), w.SplitKeeps(w.joinPhrases(w.nameComponents(w.keepPresentComponents(s.Keeps))))},
			{w.SplitDanger(s.Danger.In(w.Lang))},
		})...)
	}
	out = append(out, summary, page.MakeBlock(page.Paragraph, w.describeRobustness()...))
	if next := w.rec.RunnerUp.Option; next != "" {
		line := []string{w.RunnerUpLine(w.nameOption(next), w.nameStance(w.pack.Option(next).Stance), plain.Hundredths(w.findOptionValue(next)), plain.Hundredths(w.findOptionValue(w.rec.Option)))}
		if a := findAcceptability(w.acceptabilityNearStated(), next); a != nil {
			line = append(line, w.RunnerUpWins(w.formatChances(a.Share)))
		}
		out = append(out, page.MakeBlock(page.Paragraph, line...))
	}
	return out
}

// nameComponents gives the names of components.
func (w *resultWriter) nameComponents(components []string) []string {
	out := make([]string, len(components))
	for i, id := range components {
		out[i] = w.nameComponent(id)
	}
	return out
}

// describeVerdict names the stance and the option.
func (w *resultWriter) describeVerdict() string {
	if w.rec.Option == "" {
		if w.rec.Stance == engine.NoBasis {
			return w.HeadlineNoBasis()
		}
		return w.HeadlineNone()
	}
	return w.Headline(w.nameStanceInCapitals(), w.pack.Option(w.rec.Option).Title.In(w.Lang))
}

func (w *resultWriter) nameStance(s rules.Stance) string {
	switch s {
	case rules.Open:
		return w.StanceOpen()
	case rules.Mixed:
		return w.StanceMixed()
	}
	return w.StanceClosed()
}

// nameStanceInCapitals is the stance of the verdict in capitals, where a script has them.
func (w *resultWriter) nameStanceInCapitals() string {
	return strings.ToUpper(w.nameStance(w.rec.Stance))
}

func (w *resultWriter) findOptionValue(option string) float64 { return w.results[option].Value.Nominal }

// summariseVerdict is two sentences that a person can repeat: the advice, and the main
// reason on each side.
func (w *resultWriter) summariseVerdict() []string {
	switch w.rec.Stance {
	case engine.None:
		return []string{w.SummaryNone(), w.describeFirstToClear()}
	case engine.NoBasis:
		return []string{w.SummaryNoBasis(), w.SummaryNoBasisNext()}
	}
	return []string{w.describeAdvice(), w.describeMainReasons()}
}

// describeAdvice is the first sentence of the summary.
func (w *resultWriter) describeAdvice() string {
	stance, option, n := w.nameStanceInCapitals(), w.nameOption(w.rec.Option), plain.Hundredths(w.findOptionValue(w.rec.Option))
	other, tail := w.nameOption(w.rec.TooClose), w.describeOutOfReach()
	switch {
	case w.rec.Split == "" && other == "":
		return w.Summary(stance, option, n, tail)
	case w.rec.Split == "":
		return w.SummaryClose(stance, option, other, tail)
	}
	split := w.Quoted(w.findSplit().Title.In(w.Lang))
	if other == "" {
		return w.SummarySplit(stance, option, split, n, tail)
	}
	return w.SummarySplitClose(stance, option, split, other, tail)
}

// describeOutOfReach ends the first sentence of the summary if some option would
// secure more, beyond the margin, but is ruled out or waits for answers: then
// it is not the arguments that decide. An option that does not suit what is
// decided upon, such as a model licence for software, is no such option.
func (w *resultWriter) describeOutOfReach() string {
	best, ruledOut := w.rec.Option, false
	for i := range w.rec.Options {
		o := &w.rec.Options[i]
		blocked := slices.ContainsFunc(o.BlockedBy, appliesNow)
		if o.Available || !blocked && o.Possible != rules.Unknown || w.findOptionValue(o.ID) <= max(w.findOptionValue(best), w.findOptionValue(w.rec.Option)+w.pack.Constants.Margin.Value) {
			continue
		}
		best, ruledOut = o.ID, blocked
	}
	switch {
	case best == w.rec.Option:
		return ""
	case ruledOut:
		return w.TailRuledOut(w.nameOption(best), plain.Hundredths(w.findOptionValue(best)))
	}
	return w.TailOpen(w.nameOption(best), plain.Hundredths(w.findOptionValue(best)))
}

// describeMainReasons names the heaviest argument of each side.
func (w *resultWriter) describeMainReasons() string {
	open, closed := w.findHeaviestArgument(rules.Open), w.findHeaviestArgument(rules.Closed)
	quote := func(a *engine.ArgumentResult) string {
		return w.Quoted(trimFullStop(w.pack.Argument(a.ID).Text.In(w.Lang)))
	}
	switch {
	case open == nil:
		return w.ReasonsClosedOnly(quote(closed))
	case closed == nil:
		return w.ReasonsOpenOnly(quote(open))
	case w.rec.Stance == engine.Closed:
		return w.ReasonsClosedFirst(quote(closed), quote(open))
	}
	return w.ReasonsOpenFirst(quote(open), quote(closed))
}

// findHeaviestArgument gives the argument of most mass on one side, nil if none counts.
func (w *resultWriter) findHeaviestArgument(pull rules.Stance) *engine.ArgumentResult {
	var best *engine.ArgumentResult
	for i := range w.rec.Dimensions {
		for j := range w.rec.Dimensions[i].Arguments {
			a := &w.rec.Dimensions[i].Arguments[j]
			if a.Pull == pull && (best == nil || a.Mass > best.Mass) {
				best = a
			}
		}
	}
	return best
}

// describeRobustness says how settled the verdict is: in words as far as it was
// analysed, then what the stated weights and the open facts show.
func (w *resultWriter) describeRobustness() []string {
	var out []string
	if w.rec.Sensitivity != nil {
		out = w.describeAnalysedRobustness()
	}
	switch {
	case w.rec.TooClose != "":
		out = append(out, w.Close(w.nameOption(w.rec.TooClose), plain.Hundredths(w.pack.Constants.Margin.Value), w.nameOption(w.rec.Option)))
	case w.rec.RunnerUp.Option == "":
		out = append(out, w.Alone(w.nameOption(w.rec.Option)))
	default:
		out = append(out, w.describeLead())
	}
	switch n := len(w.rec.Unknown); {
	case n == 0:
		return append(out, w.AllKnown())
	case w.rec.Sensitivity != nil && w.rec.Sensitivity.FactsSettled:
		return append(out, w.OpenSafe(n))
	default:
		return append(out, w.OpenMay(n))
	}
}

// describeLead says how far the advice is ahead. Within the pack's margin a lead says
// nothing, though it decided.
func (w *resultWriter) describeLead() string {
	gap, margin := w.rec.RunnerUp.Gap, w.pack.Constants.Margin.Value
	option, other := w.nameOption(w.rec.Option), w.nameOption(w.rec.RunnerUp.Option)
	switch {
	case gap <= margin:
		return w.LeadWithin(option, other, plain.Hundredths(margin))
	case plain.Hundredths(gap) == "0":
		return w.LeadTiny(option, other)
	}
	return w.Lead(option, other, plain.Hundredths(gap))
}
