package report

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// choices is the part about all options: what each secures, and why some
// cannot be had.
func (w *writer) choices() []block {
	t := &table{bar: noBar, head: []string{w.Say("head_option"), w.Say("head_stance"), w.Say("head_value"), w.Say("head_standing")}}
	for i := range w.r.Options {
		o := &w.r.Options[i]
		def := w.r.Pack.Option(o.ID)
		cells := []string{def.Title.In(w.Lang), w.stance(def.Stance), w.value100(o.Value), w.standing(o)}
		t.rows = append(t.rows, row{cells, []string{w.Say("option_spoken",
			"title", w.option(o.ID), "stance", cells[1], "value", cells[2], "standing", cells[3])}})
	}
	out := []block{{kind: grid, table: t}, {kind: para, text: []string{w.Say("options_legend"), w.Say("options_legend_value")}}}
	out = append(out, listed(item, w.ruledOut())...)
	out = append(out, listed(item, w.pending())...)
	out = append(out, listed(item, w.lacking())...)
	return under(w.Say("section_options"), out)
}

// value100 gives what an option secures, of 100, with its bounds.
func (w *writer) value100(v engine.Interval) string {
	if !v.Exists() {
		return w.Say("value_none")
	}
	if low, high := points(v.Low), points(v.High); low != high {
		return w.Say("value_range", "n", points(v.Nominal), "low", low, "high", high)
	}
	return points(v.Nominal)
}

// standing says in a word where an option stands.
func (w *writer) standing(o *engine.OptionResult) string {
	switch {
	case o.ID == w.r.Option:
		return w.Say("standing_recommended")
	case slices.ContainsFunc(o.BlockedBy, applies):
		return w.Say("standing_ruled_out")
	case !o.Available && o.Possible == rules.Unknown:
		return w.Say("standing_open")
	case !o.Available:
		return w.Say("standing_unmet")
	case o.ID == w.r.RunnerUp.Option:
		return w.Say("standing_runner_up")
	}
	return w.Say("standing_available")
}

// applies reports whether a veto or limit counts now, be it by precaution.
func applies(v engine.Veto) bool { return v.Certain || v.Precaution }

// blocker is a veto or limit with the options that it rules out.
type blocker struct {
	*engine.Veto
	options []string
}

// blockers gathers the vetoes and limits of all options, each once: those that
// apply or, with pending, those that may apply to what is not ruled out yet.
func (w *writer) blockers(pending bool) []blocker {
	var out []blocker
	for i := range w.r.Options {
		o := &w.r.Options[i]
		for j := range o.BlockedBy {
			v := &o.BlockedBy[j]
			if applies(*v) == pending || pending && slices.ContainsFunc(o.BlockedBy, applies) {
				continue
			}
			k := slices.IndexFunc(out, func(b blocker) bool { return b.Rule == v.Rule && b.Limit == v.Limit })
			if k < 0 {
				out = append(out, blocker{Veto: v})
				k = len(out) - 1
			}
			out[k].options = append(out[k].options, o.ID)
		}
	}
	return out
}

// already is the part about what is ruled out before anything is stated.
func (w *writer) already() []block {
	return under(w.Say("section_already"), listed(item, w.ruledOut()))
}

// ruledOut says which vetoes and limits rule out what, and what would lift them.
func (w *writer) ruledOut() [][]string {
	var out [][]string
	for _, b := range w.blockers(false) {
		names := w.optionNames(b.options)
		if b.Limit != nil {
			out = append(out, []string{w.Say("limited", "options", names, "text", b.Limit.Because)})
			continue
		}
		s := []string{w.sentence(sentence{w.Say("ruled_out", "options", names, "text", b.Rule.Text.In(w.Lang)), w.vetoBacking(b.Veto)})}
		if b.Precaution {
			s = append(s, w.Say("by_precaution", "facts", w.withIDs(w.unknownOf(b.Facts), w.fact)))
		}
		out = append(out, append(s, w.Say("lift", "text", b.Rule.Lift.In(w.Lang))))
	}
	return out
}

// pending says which vetoes may rule out what, and on which answers that
// depends.
func (w *writer) pending() [][]string {
	var out [][]string
	for _, b := range w.blockers(true) {
		out = append(out, []string{
			w.sentence(sentence{w.Say("may_be_ruled_out", "options", w.optionNames(b.options), "text", b.Rule.Text.In(w.Lang)), w.vetoBacking(b.Veto)}),
			w.Say("depends_on", "facts", w.withIDs(w.unknownOf(b.Facts), w.fact)),
		})
	}
	return out
}

func (w *writer) vetoBacking(v *engine.Veto) []string {
	by := append([]string{v.Rule.ID}, w.answersTo(v.Facts)...)
	return append(by, w.cited(v.Rule.Source))
}

func (w *writer) unknownOf(facts []string) []string {
	var out []string
	for _, f := range facts {
		if slices.Contains(w.r.Unknown, f) {
			out = append(out, f)
		}
	}
	return out
}

// lacking says what the options need that are not ruled out and yet cannot be
// had.
func (w *writer) lacking() [][]string {
	var out [][]string
	for i := range w.r.Options {
		o := &w.r.Options[i]
		if o.Available || slices.ContainsFunc(o.BlockedBy, applies) || len(o.AvailableIf) == 0 {
			continue
		}
		args := []string{"option", w.option(o.ID), "facts", w.withIDs(o.AvailableIf, w.fact)}
		id := "unmet"
		if open := w.unknownOf(o.AvailableIf); o.Possible == rules.Unknown {
			id, args[3] = "not_judged", w.withIDs(open, w.fact)
		}
		s := []string{w.Say(id, args...)}
		if need := w.r.Pack.Option(o.ID).RequiresText.In(w.Lang); need != "" {
			s = append(s, w.Say("needs", "text", need))
		}
		out = append(out, s)
	}
	return out
}

// duties is the part about vetoes that bind one component only.
func (w *writer) duties() []block {
	var out []string
	for _, v := range w.dutiesShown() {
		id := "duty"
		if !v.Certain {
			id = "duty_may"
		}
		out = append(out, w.sentence(sentence{
			w.Say(id, "component", w.component(v.Rule.Component), "text", v.Rule.Duty.In(w.Lang)), w.vetoBacking(v),
		}))
	}
	return under(w.Say("section_duties"), listed(item, each(out...)))
}

// dutiesShown leaves out the duties of which nothing is known yet: as vetoes
// that may apply they are listed already.
func (w *writer) dutiesShown() []*engine.Veto {
	var out []*engine.Veto
	for i := range w.r.Duties {
		if v := &w.r.Duties[i]; v.Certain || len(w.unknownOf(v.Facts)) < len(v.Facts) {
			out = append(out, v)
		}
	}
	return out
}

// toClear lists the vetoes and limits that apply, the one that binds most
// options first.
func (w *writer) toClear() []blocker {
	list := w.blockers(false)
	slices.SortStableFunc(list, func(a, b blocker) int { return len(b.options) - len(a.options) })
	return list
}

// firstThing is the one thing to clear first when no option is left.
func (w *writer) firstThing() string {
	list := w.toClear()
	if len(list) == 0 {
		return w.Say("first_needs")
	}
	if list[0].Limit != nil {
		return w.Say("first_limit", "text", w.Say("quoted", "text", trimmed(list[0].Limit.Because)))
	}
	return w.Say("first_lift", "text", list[0].Rule.Lift.In(w.Lang))
}

// clearFirst lists what to clear when no option is left.
func (w *writer) clearFirst() []block {
	var out []string
	for _, b := range w.toClear() {
		if b.Limit != nil {
			out = append(out, w.Say("clear_limit", "options", w.optionNames(b.options), "text", b.Limit.Because))
			continue
		}
		out = append(out, w.sentence(sentence{b.Rule.Lift.In(w.Lang), []string{b.Rule.ID, w.Say("rules_out", "options", w.optionNames(b.options))}}))
	}
	return under(w.Say("section_clear"), listed(item, each(out...)))
}

// firstQuestions is how many questions the page without a basis proposes.
const firstQuestions = 6

// answerFirst lists what to answer first when there is no basis: the facts in
// the order in which the pack asks, and the priorities.
func (w *writer) answerFirst() []block {
	out := []string{w.Say("state_priorities")}
	for i := range w.r.Pack.Facts {
		f := &w.r.Pack.Facts[i]
		if slices.Contains(w.r.Unknown, f.ID) && len(out) <= firstQuestions {
			out = append(out, w.Say("with_id", "name", f.Question.In(w.Lang), "id", f.ID))
		}
	}
	return under(w.Say("section_answer"), listed(item, each(out...)))
}
