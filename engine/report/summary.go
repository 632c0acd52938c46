package report

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// head is the top of the page: what the advice is, in full and in two
// sentences, and how settled it is.
func (w *writer) head() []block {
	name := w.Say("title")
	if w.r.Profile.Name != "" {
		name = w.Say("title_for", "name", w.r.Profile.Name)
	}
	out := []block{{kind: title, text: []string{name}}, {kind: verdict, text: []string{w.headline()}}}
	summary := block{kind: para, text: w.summary()}
	switch w.r.Stance {
	case engine.None:
		return append(append(out, summary), w.clearFirst()...)
	case engine.NoBasis:
		return append(append(out, summary), w.answerFirst()...)
	}
	out = append(out, block{kind: para, text: []string{w.r.Pack.Option(w.r.Option).Text.In(w.Lang)}})
	if s := w.r.Split; s != nil {
		out = append(out, listed(item, [][]string{
			{w.Say("split", "title", s.Title.In(w.Lang), "text", s.Text.In(w.Lang))},
			{w.Say("split_gives", "parts", w.series(w.titles(w.there(s.Gives)))), w.Say("split_keeps", "parts", w.series(w.titles(w.there(s.Keeps))))},
			{w.Say("split_danger", "text", s.Danger.In(w.Lang))},
		})...)
	}
	out = append(out, summary, block{kind: para, text: w.howSettled()})
	if next := w.r.RunnerUp.Option; next != "" {
		line := []string{w.Say("runner_up_line", "option", w.option(next),
			"stance", w.stance(w.r.Pack.Option(next).Stance), "n", points(w.valueOf(next)), "own", points(w.valueOf(w.r.Option)))}
		if a := acceptabilityOf(w.near(), next); a != nil {
			line = append(line, w.Say("runner_up_wins", "n", w.chances(a.Share)))
		}
		out = append(out, block{kind: para, text: line})
	}
	return out
}

// titles gives the names of components.
func (w *writer) titles(components []string) []string {
	out := make([]string, len(components))
	for i, id := range components {
		out[i] = w.component(id)
	}
	return out
}

// headline names the stance and the option.
func (w *writer) headline() string {
	if w.r.Option == "" {
		return w.Say("headline_" + string(w.r.Stance))
	}
	return w.Say("headline", "stance", w.loud(), "option", w.r.Pack.Option(w.r.Option).Title.In(w.Lang))
}

func (w *writer) stance(s rules.Stance) string { return w.Say("stance_" + string(s)) }

// loud is the stance of the verdict in capitals, where a script has them.
func (w *writer) loud() string { return strings.ToUpper(w.Say("stance_" + string(w.r.Stance))) }

func (w *writer) valueOf(option string) float64 { return w.results[option].Value.Nominal }

// summary is two sentences that a person can repeat: the advice, and the main
// reason on each side.
func (w *writer) summary() []string {
	switch w.r.Stance {
	case engine.None:
		return []string{w.Say("summary_none"), w.firstThing()}
	case engine.NoBasis:
		return []string{w.Say("summary_no_basis"), w.Say("summary_no_basis_next")}
	}
	args := []string{
		"stance", w.loud(), "option", w.option(w.r.Option), "n", points(w.valueOf(w.r.Option)),
		"split", w.splitTitle(), "other", w.otherName(), "tail", w.outOfReach(),
	}
	id := "summary"
	if w.r.Split != nil {
		id += "_split"
	}
	if w.r.TooClose != "" {
		id += "_close"
	}
	return []string{w.Say(id, args...), w.mainReasons()}
}

// outOfReach ends the first sentence of the summary if some option would
// secure more, beyond the margin, but is ruled out or waits for answers: then
// it is not the arguments that decide. An option that does not suit what is
// decided upon, such as a model licence for software, is no such option.
func (w *writer) outOfReach() string {
	best, id := w.r.Option, ""
	for i := range w.r.Options {
		o := &w.r.Options[i]
		blocked := slices.ContainsFunc(o.BlockedBy, applies)
		if o.Available || !blocked && o.Possible != rules.Unknown || w.valueOf(o.ID) <= max(w.valueOf(best), w.valueOf(w.r.Option)+w.r.Pack.Constants.Margin.Value) {
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
	return w.Say(id, "option", w.option(best), "n", points(w.valueOf(best)))
}

func (w *writer) splitTitle() string {
	if w.r.Split == nil {
		return ""
	}
	return w.Say("quoted", "text", w.r.Split.Title.In(w.Lang))
}

func (w *writer) otherName() string {
	if w.r.TooClose == "" {
		return ""
	}
	return w.option(w.r.TooClose)
}

// mainReasons names the heaviest argument of each side.
func (w *writer) mainReasons() string {
	open, closed := w.heaviest(rules.Open), w.heaviest(rules.Closed)
	quote := func(a *engine.ArgumentResult) string { return w.Say("quoted", "text", trimmed(a.Rule.Text.In(w.Lang))) }
	switch {
	case open == nil:
		return w.Say("reasons_closed_only", "closed", quote(closed))
	case closed == nil:
		return w.Say("reasons_open_only", "open", quote(open))
	case w.r.Stance == engine.Closed:
		return w.Say("reasons_closed_first", "open", quote(open), "closed", quote(closed))
	}
	return w.Say("reasons_open_first", "open", quote(open), "closed", quote(closed))
}

// heaviest gives the argument of most mass on one side, nil if none counts.
func (w *writer) heaviest(pull rules.Stance) *engine.ArgumentResult {
	var best *engine.ArgumentResult
	for i := range w.r.Dimensions {
		for j := range w.r.Dimensions[i].Arguments {
			a := &w.r.Dimensions[i].Arguments[j]
			if a.Rule.Pull == pull && (best == nil || a.Mass > best.Mass) {
				best = a
			}
		}
	}
	return best
}

// howSettled says how settled the verdict is: in words as far as it was
// analysed, then what the stated weights and the open facts show.
func (w *writer) howSettled() []string {
	var out []string
	if w.r.Sensitivity != nil {
		out = w.settledWords()
	}
	switch {
	case w.r.TooClose != "":
		out = append(out, w.Say("close", "option", w.option(w.r.Option), "other", w.option(w.r.TooClose), "margin", points(w.r.Pack.Constants.Margin.Value)))
	case w.r.RunnerUp.Option == "":
		out = append(out, w.Say("alone", "option", w.option(w.r.Option)))
	default:
		out = append(out, w.lead())
	}
	switch n := len(w.r.Unknown); {
	case n == 0:
		return append(out, w.Say("all_known"))
	case w.r.Sensitivity != nil && w.r.Sensitivity.Final:
		return append(out, w.Count("open_safe", n))
	default:
		return append(out, w.Count("open_may", n))
	}
}

// lead says how far the advice is ahead. Within the pack's margin a lead says
// nothing, though it decided.
func (w *writer) lead() string {
	gap, margin := w.r.RunnerUp.Gap, w.r.Pack.Constants.Margin.Value
	id := "lead"
	switch {
	case gap <= margin:
		id = "lead_within"
	case points(gap) == "0":
		id = "lead_tiny"
	}
	return w.Say(id, "option", w.option(w.r.Option), "other", w.option(w.r.RunnerUp.Option), "n", points(gap), "margin", points(margin))
}
