package report

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// summariseVerdict is two sentences that a person can repeat: the advice, and the main
// reason on each side.
func summariseVerdict(w *wording) []string {
	switch w.rec.Stance {
	case engine.None:
		return []string{w.SummaryNone(), describeFirstToClear(w)}
	case engine.NoBasis:
		return []string{w.SummaryNoBasis(), w.SummaryNoBasisNext()}
	}
	if !w.rec.Ready {
		return []string{w.SummaryNotYet(trimFullStop(w.pack.Bar(w.rec.Conditions[0].ID).Text.In(w.Lang))), describeToday(w), describeAdvice(w)}
	}
	if w.rec.DecidedBy.Kind == engine.ByBar {
		return []string{describeAdvice(w), w.SummaryBar(w.pack.Bar(w.rec.DecidedBy.ID).Text.In(w.Lang))}
	}
	return []string{describeAdvice(w), describeMainReasons(w)}
}

// describeAdvice is the first sentence of the summary.
func describeAdvice(w *wording) string {
	stance, option, n := w.nameStanceInCapitals(), w.nameOption(w.rec.Option), plain.Hundredths(w.findOptionValue(w.rec.Option))
	other, tail := w.nameOption(w.rec.TooClose), describeOutOfReach(w)
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
func describeOutOfReach(w *wording) string {
	best, ruledOut := w.rec.Option, false
	for i := range w.rec.Options {
		o := &w.rec.Options[i]
		blocked := slices.ContainsFunc(o.BlockedBy, rulesOut)
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
func describeMainReasons(w *wording) string {
	open, closed := findHeaviestArgument(w, rules.Open), findHeaviestArgument(w, rules.Closed)
	quote := func(a *engine.ArgumentResult) string {
		return w.quoteClaim(w.pack.Argument(a.ID))
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

// quoteClaim quotes what an argument says, and of a claim that priorities call up
// in a word how well it stands up. What the facts call up rests on those.
func (w *wording) quoteClaim(a *rules.Argument) string {
	claim := w.Quoted(trimFullStop(a.Text.In(w.Lang)))
	if a.Shares == nil {
		return claim
	}
	return w.ClaimGraded(claim, w.nameGrade(a.Grade()))
}

func (w *wording) nameGrade(f rules.Finding) string {
	switch f {
	case rules.Supports:
		return w.GradeSupported()
	case rules.FoundMixed:
		return w.GradeMixed()
	case rules.FoundWeak:
		return w.GradeWeak()
	}
	return w.GradeContradicted()
}

// findHeaviestArgument gives the argument of most mass on one side, nil if none counts.
func findHeaviestArgument(w *wording, pull rules.Stance) *engine.ArgumentResult {
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

// describeFirstToClear is the one thing to clear first when no option is left.
func describeFirstToClear(w *wording) string {
	list := listBarsToClear(w)
	if len(list) == 0 {
		return w.FirstNeeds()
	}
	if list[0].Limit != nil {
		return w.FirstLimit(w.Quoted(trimFullStop(list[0].Limit.Because)))
	}
	return w.FirstLift(w.pack.Bar(list[0].ID).Lift.In(w.Lang))
}
