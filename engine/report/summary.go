package report

import (
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// summariseVerdict is what a person can repeat: what forbids the release as long as
// something does, the advice, and what decided it. What a bar or a limit decided is
// never explained by arguments.
func summariseVerdict(w *wording) []string {
	switch w.rec.Stance {
	case engine.None:
		out := []string{w.SummaryNone()}
		if b := findDecidingBar(w); b != nil {
			return append(out, w.ForbiddenFirst(tellBar(w, b)), w.FirstLift(w.pack.Bar(b.ID).Lift.In(w.Lang)))
		}
		return append(out, describeFirstToClear(w))
	case engine.NoBasis:
		return []string{w.SummaryNoBasis(), w.SummaryNoBasisNext()}
	}
	var out []string
	if !w.rec.Ready {
		b := &w.rec.Conditions[0]
		say := w.SummaryNotYet
		if b.Precaution {
			say = w.SummaryNotYetUnknown
		}
		out = append(out, say(tellBar(w, b)))
		if more := len(w.rec.Conditions) - 1; more > 0 {
			out = append(out, w.SummaryMore(more))
		}
		out = append(out, describeToday(w))
	}
	return append(out, describeAdvice(w), describeDecider(w))
}

// describeDecider says what decided: the bar with what lifts it, the limit, or else
// the heaviest argument of each side.
func describeDecider(w *wording) string {
	if b := findDecidingBar(w); b != nil {
		return w.Sentences([]string{w.SummaryBar(tellBar(w, b)), w.ToLift(w.pack.Bar(b.ID).Lift.In(w.Lang))})
	}
	if w.rec.DecidedBy.Kind == engine.ByLimit {
		if l := findDecidingLimit(w); l != nil {
			return w.SummaryLimit(l.Because)
		}
	}
	return describeMainReasons(w)
}

// findDecidingLimit finds the owner's limit on the option of greatest value among
// those that a limit meets, nil if there is none with a reason.
func findDecidingLimit(w *wording) *engine.Limit {
	var limit *engine.Limit
	best := math.Inf(-1)
	for i := range w.rec.Options {
		o := &w.rec.Options[i]
		for j := range o.BlockedBy {
			if l := o.BlockedBy[j].Limit; l != nil && l.Because != "" && w.findOptionValue(o.ID) > best {
				limit, best = l, w.findOptionValue(o.ID)
			}
		}
	}
	return limit
}

// describeAdvice is the first sentence of the summary.
func describeAdvice(w *wording) string {
	stance, form, n := w.nameStanceInCapitals(), w.nameForm(), plain.Hundredths(w.findOptionValue(w.rec.Option))
	other, tail := w.nameOption(w.rec.TooClose), describeOutOfReach(w)
	lead := w.LeadNow()
	if !w.rec.Ready {
		lead = w.LeadThen()
	}
	if other == "" {
		return w.Summary(lead, stance, form, n, tail)
	}
	return w.SummaryClose(lead, stance, form, other, tail)
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
