package report

import (
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules/plain"
)

// describeRobustness says how settled the verdict is: in words as far as it was
// analysed, then what the stated weights and the open facts show.
func describeRobustness(w *wording) []string {
	var out []string
	forbidden := w.rec.DecidedBy.Kind == engine.ByBar
	switch {
	case forbidden && w.rec.RunnerUp.Option == "":
	case forbidden:
		out = append(out, w.AmongAllowed())
		fallthrough
	default:
		if w.rec.Sensitivity != nil {
			out = append(out, describeAnalysedRobustness(w)...)
		}
	}
	switch {
	case forbidden && w.rec.RunnerUp.Option == "":
		out = append(out, w.AloneAllowed(w.nameOption(w.rec.Option)))
	case w.rec.TooClose != "":
		out = append(out, w.Close(w.nameOption(w.rec.TooClose), plain.Hundredths(w.pack.Constants.Margin.Value), w.nameOption(w.rec.Option)))
	case w.rec.RunnerUp.Option == "":
		out = append(out, w.Alone(w.nameOption(w.rec.Option)))
	default:
		out = append(out, describeLead(w))
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

// describeLead says how far the advice is ahead, as the difference of the values that
// are printed. Within the pack's margin a lead says nothing, though it decided.
func describeLead(w *wording) string {
	gap, margin := w.rec.RunnerUp.Gap, w.pack.Constants.Margin.Value
	shown := roundToHundredth(w.findOptionValue(w.rec.Option)) - roundToHundredth(w.findOptionValue(w.rec.RunnerUp.Option))
	option, other := w.nameOption(w.rec.Option), w.nameOption(w.rec.RunnerUp.Option)
	switch {
	case gap <= margin:
		return w.LeadWithin(option, other, plain.Hundredths(margin))
	case shown == 0:
		return w.LeadTiny(option, other)
	}
	return w.Lead(option, other, strconv.Itoa(shown))
}

// describeAnalysedRobustness says in words how settled stance and option are, and in how
// many weightings they hold.
func describeAnalysedRobustness(w *wording) []string {
	s := w.rec.Sensitivity
	x := &s.Robustness
	line := w.SettledLine(describeStanceRobustness(w, x.Stance, x.StanceRival), describeOptionRobustness(w, x.Option, x.OptionRival))
	if x.Stance == x.Option && x.StanceRival == x.OptionRival {
		line = w.SettledBoth(describeBothRobustness(w, x.Option, x.OptionRival))
	}
	out := []string{line, describeHolding(w)}
	if len(x.TellApart) > 0 {
		out = append(out, w.TellApart(w.joinNamesWithIDs(x.TellApart, w.namePriority)))
	}
	return out
}

// describeStanceRobustness says how settled the stance is; what is too close to call names
// the rival.
func describeStanceRobustness(w *wording, word engine.Robustness, rival string) string {
	switch word {
	case engine.Clear:
		return w.StanceIsClear()
	case engine.Leaning:
		return w.StanceIsLeaning()
	}
	return w.StanceIsClose(w.nameOption(rival))
}

// describeOptionRobustness says that of the option.
func describeOptionRobustness(w *wording, word engine.Robustness, rival string) string {
	switch word {
	case engine.Clear:
		return w.OptionIsClear()
	case engine.Leaning:
		return w.OptionIsLeaning()
	}
	return w.OptionIsClose(w.nameOption(rival))
}

// describeBothRobustness says that of stance and option where both are settled alike.
func describeBothRobustness(w *wording, word engine.Robustness, rival string) string {
	switch word {
	case engine.Clear:
		return w.BothIsClear()
	case engine.Leaning:
		return w.BothIsLeaning()
	}
	return w.BothIsClose(w.nameOption(rival))
}

// describeHolding says in how many weightings the option and its stance hold: around the
// stated weights or, if these say nothing, of all that there are.
func describeHolding(w *wording) string {
	s := w.rec.Sensitivity
	list := s.Acceptability
	if len(list) == 0 {
		list = s.AnyWeights
	}
	c := allotChances(list)
	option, n, all := w.nameOption(w.rec.Option), c.say(w, w.isRecommended), c.say(w, w.hasRecommendedStance)
	switch {
	case w.rec.DecidedBy.Kind == engine.ByBar && n == w.Chance(plain.Hundredths(1)):
		return w.HoldsAllowedAll(option)
	case w.rec.DecidedBy.Kind == engine.ByBar && len(s.Acceptability) > 0:
		return w.HoldsAllowed(option, n)
	case len(s.Acceptability) == 0 && n == all:
		return w.HoldsAnySame(option, n)
	case len(s.Acceptability) == 0:
		return w.HoldsAny(option, n, w.nameStanceInCapitals(), all)
	case n == all:
		return w.HoldsSame(option, n)
	}
	return w.Holds(option, n, w.nameStanceInCapitals(), all)
}
