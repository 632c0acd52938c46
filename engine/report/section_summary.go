package report

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// composeHeadSection is the top of the page: what the advice is, in full and in two
// sentences, and how settled it is.
func (w *resultWriter) composeHeadSection() []pageBlock {
	name := w.Say("title")
	if w.rec.Profile.Name != "" {
		name = w.Say("title_for", "name", w.rec.Profile.Name)
	}
	out := []pageBlock{{kind: titleBlock, text: []string{name}}, {kind: headlineBlock, text: []string{w.describeVerdict()}}}
	summary := pageBlock{kind: paragraphBlock, text: w.summariseVerdict()}
	switch w.rec.Stance {
	case engine.None:
		return append(append(out, summary), w.composeToClearSection()...)
	case engine.NoBasis:
		return append(append(out, summary), w.composeToAnswerSection()...)
	}
	out = append(out, pageBlock{kind: paragraphBlock, text: []string{w.rec.Pack.Option(w.rec.Option).Text.In(w.Lang)}})
	if s := w.rec.SplitRule(); s != nil {
		out = append(out, makeBlocks(itemBlock, [][]string{
			{w.Say("split", "title", s.Title.In(w.Lang), "text", s.Text.In(w.Lang))},
			{w.Say("split_gives", "parts", w.joinPhrases(w.nameComponents(w.keepPresentComponents(s.Gives)))), w.Say("split_keeps", "parts", w.joinPhrases(w.nameComponents(w.keepPresentComponents(s.Keeps))))},
			{w.Say("split_danger", "text", s.Danger.In(w.Lang))},
		})...)
	}
	out = append(out, summary, pageBlock{kind: paragraphBlock, text: w.describeRobustness()})
	if next := w.rec.RunnerUp.Option; next != "" {
		line := []string{w.Say("runner_up_line", "option", w.nameOption(next),
			"stance", w.nameStance(w.rec.Pack.Option(next).Stance), "n", formatHundredths(w.findOptionValue(next)), "own", formatHundredths(w.findOptionValue(w.rec.Option)))}
		if a := findAcceptability(w.acceptabilityNearStated(), next); a != nil {
			line = append(line, w.Say("runner_up_wins", "n", w.formatChances(a.Share)))
		}
		out = append(out, pageBlock{kind: paragraphBlock, text: line})
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
		return w.Say("headline_" + string(w.rec.Stance))
	}
	return w.Say("headline", "stance", w.nameStanceInCapitals(), "option", w.rec.Pack.Option(w.rec.Option).Title.In(w.Lang))
}

func (w *resultWriter) nameStance(s rules.Stance) string { return w.Say("stance_" + string(s)) }

// nameStanceInCapitals is the stance of the verdict in capitals, where a script has them.
func (w *resultWriter) nameStanceInCapitals() string {
	return strings.ToUpper(w.Say("stance_" + string(w.rec.Stance)))
}

func (w *resultWriter) findOptionValue(option string) float64 { return w.results[option].Value.Nominal }

// summariseVerdict is two sentences that a person can repeat: the advice, and the main
// reason on each side.
func (w *resultWriter) summariseVerdict() []string {
	switch w.rec.Stance {
	case engine.None:
		return []string{w.Say("summary_none"), w.describeFirstToClear()}
	case engine.NoBasis:
		return []string{w.Say("summary_no_basis"), w.Say("summary_no_basis_next")}
	}
	args := []string{
		"stance", w.nameStanceInCapitals(), "option", w.nameOption(w.rec.Option), "n", formatHundredths(w.findOptionValue(w.rec.Option)),
		"split", w.nameSplit(), "other", w.nameCloseRival(), "tail", w.describeOutOfReach(),
	}
	id := "summary"
	if w.rec.Split != "" {
		id += "_split"
	}
	if w.rec.TooClose != "" {
		id += "_close"
	}
	return []string{w.Say(id, args...), w.describeMainReasons()}
}

// describeOutOfReach ends the first sentence of the summary if some option would
// secure more, beyond the margin, but is ruled out or waits for answers: then
// it is not the arguments that decide. An option that does not suit what is
// decided upon, such as a model licence for software, is no such option.
func (w *resultWriter) describeOutOfReach() string {
	best, id := w.rec.Option, ""
	for i := range w.rec.Options {
		o := &w.rec.Options[i]
		blocked := slices.ContainsFunc(o.BlockedBy, appliesNow)
		if o.Available || !blocked && o.Possible != rules.Unknown || w.findOptionValue(o.ID) <= max(w.findOptionValue(best), w.findOptionValue(w.rec.Option)+w.rec.Pack.Constants.Margin.Value) {
			continue
		}
		best, id = o.ID, "tail_open"
		if blocked {
			id = "tail_ruled_out"
		}
	}
	if id == "" {
		return ""
	}
	return w.Say(id, "option", w.nameOption(best), "n", formatHundredths(w.findOptionValue(best)))
}

func (w *resultWriter) nameSplit() string {
	s := w.rec.SplitRule()
	if s == nil {
		return ""
	}
	return w.Say("quoted", "text", s.Title.In(w.Lang))
}

func (w *resultWriter) nameCloseRival() string {
	if w.rec.TooClose == "" {
		return ""
	}
	return w.nameOption(w.rec.TooClose)
}

// describeMainReasons names the heaviest argument of each side.
func (w *resultWriter) describeMainReasons() string {
	open, closed := w.findHeaviestArgument(rules.Open), w.findHeaviestArgument(rules.Closed)
	quote := func(a *engine.ArgumentResult) string {
		return w.Say("quoted", "text", trimFullStop(a.Rule.Text.In(w.Lang)))
	}
	switch {
	case open == nil:
		return w.Say("reasons_closed_only", "closed", quote(closed))
	case closed == nil:
		return w.Say("reasons_open_only", "open", quote(open))
	case w.rec.Stance == engine.Closed:
		return w.Say("reasons_closed_first", "open", quote(open), "closed", quote(closed))
	}
	return w.Say("reasons_open_first", "open", quote(open), "closed", quote(closed))
}

// findHeaviestArgument gives the argument of most mass on one side, nil if none counts.
func (w *resultWriter) findHeaviestArgument(pull rules.Stance) *engine.ArgumentResult {
	var best *engine.ArgumentResult
	for i := range w.rec.Dimensions {
		for j := range w.rec.Dimensions[i].Arguments {
			a := &w.rec.Dimensions[i].Arguments[j]
			if a.Rule.Pull == pull && (best == nil || a.Mass > best.Mass) {
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
		out = append(out, w.Say("close", "option", w.nameOption(w.rec.Option), "other", w.nameOption(w.rec.TooClose), "margin", formatHundredths(w.rec.Pack.Constants.Margin.Value)))
	case w.rec.RunnerUp.Option == "":
		out = append(out, w.Say("alone", "option", w.nameOption(w.rec.Option)))
	default:
		out = append(out, w.describeLead())
	}
	switch n := len(w.rec.Unknown); {
	case n == 0:
		return append(out, w.Say("all_known"))
	case w.rec.Sensitivity != nil && w.rec.Sensitivity.FactsSettled:
		return append(out, w.Count("open_safe", n))
	default:
		return append(out, w.Count("open_may", n))
	}
}

// describeLead says how far the advice is ahead. Within the pack's margin a lead says
// nothing, though it decided.
func (w *resultWriter) describeLead() string {
	gap, margin := w.rec.RunnerUp.Gap, w.rec.Pack.Constants.Margin.Value
	id := "lead"
	switch {
	case gap <= margin:
		id = "lead_within"
	case formatHundredths(gap) == "0":
		id = "lead_tiny"
	}
	return w.Say(id, "option", w.nameOption(w.rec.Option), "other", w.nameOption(w.rec.RunnerUp.Option), "n", formatHundredths(gap), "margin", formatHundredths(margin))
}
