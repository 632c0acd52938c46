package report

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
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

// describeAnalysedRobustness says in words how settled stance, option and form are, and in
// how many weightings they hold.
func describeAnalysedRobustness(w *wording) []string {
	x := &w.rec.Sensitivity.Robustness
	if x.Stance == engine.Thin {
		return []string{describeThinBasis(w)}
	}
	out := append([]string{describeWords(w, x)}, describeHolding(w)...)
	if rival := cmp.Or(x.StanceRival, x.OptionRival); x.StanceFavoursRival || x.OptionFavoursRival {
		out = append(out, w.Favoured(w.nameOption(rival)))
	} else if x.FormFavoursRival {
		out = append(out, w.Favoured(w.nameRelease(x.FormRival)))
	}
	if len(x.TellApart) > 0 {
		out = append(out, w.TellApart(w.joinNamesThenIDs(x.TellApart, w.namePriority)))
	}
	return out
}

// describeThinBasis says that hardly anything was stated.
func describeThinBasis(w *wording) string {
	list := w.rec.Sensitivity.Priorities
	most := slices.MaxFunc(list, func(a, b engine.PrioritySensitivity) int { return cmp.Compare(a.EffectiveShare, b.EffectiveShare) })
	if most.EffectiveShare == 0 {
		return w.SettledThinNone()
	}
	return w.SettledThin(w.Quoted(w.namePriority(most.ID)))
}

// describeWords says how settled the stance is, the option, and the form where that is
// another matter than the option.
func describeWords(w *wording, x *engine.VerdictRobustness) string {
	both := x.Stance == x.Option && x.StanceRival == x.OptionRival
	own := x.Form != x.Option || x.Form == engine.Close && isOfRecommended(w, x.FormRival)
	stance := sayWord(x.Stance, w.nameOption(x.StanceRival), w.StanceIsClear, w.StanceIsLeaning, w.StanceIsClose)
	option := sayWord(x.Option, w.nameOption(x.OptionRival), w.OptionIsClear, w.OptionIsLeaning, w.OptionIsClose)
	together := sayWord(x.Option, w.nameOption(x.OptionRival), w.BothIsClear, w.BothIsLeaning, w.BothIsClose)
	form := sayWord(x.Form, w.nameRelease(x.FormRival), w.FormIsClear, w.FormIsLeaning, w.FormIsClose)
	switch {
	case both && own:
		return w.SettledBothForm(together, form)
	case both:
		return w.SettledBoth(together)
	case own:
		return w.SettledThree(stance, option, form)
	}
	return w.SettledLine(stance, option)
}

// sayWord picks the sentence for a word; what is too close to call names the rival.
func sayWord(word engine.Robustness, rival string, clear, leaning func() string, close func(rival string) string) string {
	switch word {
	case engine.Clear:
		return clear()
	case engine.Leaning:
		return leaning()
	}
	return close(rival)
}

// describeHolding says in how many weightings near the stated one the option holds, and in
// how many it would if the pack's own numbers were off; the same of the stance where that
// is another number; and what part the prudence margin has in it.
func describeHolding(w *wording) []string {
	x := &w.rec.Sensitivity.Robustness
	option, doubt := w.nameOption(w.rec.Option), describeDoubt(w)
	n, judged := formatHolding(w, x.OverWeightings.Option, w.isRecommended), w.formatChances(x.OverJudgements.Option)
	stance, stanceJudged := formatHolding(w, x.OverWeightings.Stance, w.hasRecommendedStance), w.formatChances(x.OverJudgements.Stance)
	all := w.formatChances(1)
	out := make([]string, 0, 3)
	switch {
	case len(w.rec.Priorities) == 0:
		out = append(out, w.HoldsByFacts(option, judged, doubt))
	case n == all && judged == all:
		return append(out, w.HoldsAlways(option, doubt))
	case n == all:
		out = append(out, w.HoldsAlone(option, judged, doubt))
	case n == judged:
		out = append(out, w.HoldsEvenSo(option, n, doubt))
	default:
		out = append(out, w.Holds(option, n, judged, doubt))
	}
	switch {
	case stance == n && stanceJudged == judged:
	case stance == stanceJudged:
		out = append(out, w.HoldsStanceEvenSo(w.nameStanceInCapitals(), stance))
	default:
		out = append(out, w.HoldsStance(w.nameStanceInCapitals(), stance, stanceJudged))
	}
	if own := findAcceptability(w.rec.Sensitivity.Acceptability, w.rec.Option); math.Abs(own.Share-float64(own.WithoutMargin)) > marginMatters {
		say := w.WithoutMargin
		if w.rec.TooClose != "" || w.rec.RunnerUp.Gap <= w.pack.Constants.Margin.Value {
			say = w.WithoutMarginTie // what it does is told beside it
		}
		out = append(out, say(option, w.formatChances(float64(own.WithoutMargin))))
	}
	return out
}

// describeDoubt says how far off the pack's own numbers are taken to be.
func describeDoubt(w *wording) string {
	k := &w.pack.Constants
	for _, c := range []*rules.Constant{k.StrengthDoubt, k.FactorDoubt, k.CaptureDoubt} {
		if c != nil && c.Value != aFifth {
			return w.DoubtOther()
		}
	}
	return w.DoubtFifth()
}

// aFifth is what a pack says of most of its numbers, or is taken to say.
const aFifth = 0.2

// marginMatters is from what difference on a share is told with and without the prudence
// margin.
const marginMatters = 0.05

// isOfRecommended reports whether a form is one of the recommended option.
func isOfRecommended(w *wording, form string) bool {
	return w.pack.Option(w.rec.Option).Form(form) != nil
}

// formatHolding gives a share as it is printed: as it stands among those of all options,
// where it is theirs.
func formatHolding(w *wording, share float64, of func(option string) bool) string {
	list := w.rec.Sensitivity.Acceptability
	sum := 0.0
	for i := range list {
		if of(list[i].Option) {
			sum += list[i].Share
		}
	}
	if math.Abs(sum-share) < 1e-9 {
		return allotChances(list).say(w, of)
	}
	return w.formatChances(share)
}

// nameRobustness says how settled something is.
func nameRobustness(w *wording, x engine.Robustness) string {
	switch x {
	case engine.Clear:
		return w.WordClear()
	case engine.Leaning:
		return w.WordLeaning()
	case engine.Thin:
		return w.WordThin()
	}
	return w.WordClose()
}
