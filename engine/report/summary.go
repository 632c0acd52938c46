package report

import (
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
	out := []block{{kind: title, text: name}, {kind: verdict, text: w.headline()}}
	var lines []string
	if w.r.Option != "" {
		lines = append(lines, w.options[w.r.Option].Text.In(w.Lang))
	}
	if s := w.r.Split; s != nil {
		lines = append(lines,
			w.Say("split", "title", s.Title.In(w.Lang), "text", s.Text.In(w.Lang)),
			w.Say("split_parts", "gives", w.names(s.Gives, w.component), "keeps", w.names(s.Keeps, w.component)),
			w.Say("split_danger", "text", s.Danger.In(w.Lang)))
	}
	lines = append(lines, w.summary())
	switch w.r.Stance {
	case engine.None:
		return append(append(out, listed(para, lines)...), w.clearFirst()...)
	case engine.NoBasis:
		return append(append(out, listed(para, lines)...), w.answerFirst()...)
	}
	lines = append(lines, w.Say("settled_line", "text", w.settledText()))
	if w.r.RunnerUp.Option != "" {
		lines = append(lines, w.Say("runner_up_line", "option", w.option(w.r.RunnerUp.Option),
			"stance", w.stance(w.options[w.r.RunnerUp.Option].Stance), "n", points(w.valueOf(w.r.RunnerUp.Option)), "own", points(w.valueOf(w.r.Option))))
	}
	return append(out, listed(para, lines)...)
}

// headline names the stance and the option.
func (w *writer) headline() string {
	if w.r.Option == "" {
		return w.Say("headline_" + string(w.r.Stance))
	}
	return w.Say("headline", "stance", w.loud(), "option", w.options[w.r.Option].Title.In(w.Lang))
}

func (w *writer) stance(s rules.Stance) string { return w.Say("stance_" + string(s)) }

// loud is the stance of the verdict in capitals, where a script has them.
func (w *writer) loud() string { return strings.ToUpper(w.Say("stance_" + string(w.r.Stance))) }

func (w *writer) valueOf(option string) float64 { return w.results[option].Value.Nominal }

// summary is two sentences that a person can repeat: the advice, and the main
// reason on each side.
func (w *writer) summary() string {
	switch {
	case w.r.Stance == engine.None:
		return w.Sentences([]string{w.Say("summary_none"), w.firstThing()})
	case w.r.Stance == engine.NoBasis:
		return w.Sentences([]string{w.Say("summary_no_basis"), w.Say("summary_no_basis_next")})
	}
	args := []string{
		"stance", w.loud(), "option", w.option(w.r.Option), "n", points(w.valueOf(w.r.Option)),
		"split", w.splitTitle(), "other", w.otherName(),
	}
	id := "summary"
	if w.r.Split != nil {
		id += "_split"
	}
	if w.r.TooClose != "" {
		id += "_close"
	}
	return w.Sentences([]string{w.Say(id, args...), w.mainReasons()})
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

// settledText says how settled the verdict is, as far as the stated weights
// and the open facts show it.
func (w *writer) settledText() string {
	var out []string
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
		out = append(out, w.Say("all_known"))
	case w.safe():
		out = append(out, w.Count("open_safe", n))
	default:
		out = append(out, w.Count("open_may", n))
	}
	return w.Sentences(out)
}

func (w *writer) lead() string {
	n := points(w.r.RunnerUp.Gap)
	if n == "0" {
		return w.Say("lead_tiny", "option", w.option(w.r.Option), "other", w.option(w.r.RunnerUp.Option))
	}
	return w.Say("lead", "option", w.option(w.r.Option), "other", w.option(w.r.RunnerUp.Option), "n", n)
}

// safe reports whether no answer to an open fact can change the recommended
// option: it stays available, and whatever else may be available stays further
// below it than the margin.
func (w *writer) safe() bool {
	own := w.results[w.r.Option]
	if own.Possible != rules.True {
		return false
	}
	for i := range w.r.Options {
		o := &w.r.Options[i]
		if o.ID != own.ID && o.Possible != rules.False && o.Value.High >= own.Value.Low-w.r.Pack.Constants.Margin.Value {
			return false
		}
	}
	return true
}
