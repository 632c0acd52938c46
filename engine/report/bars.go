package report

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// holdsBack reports whether a bar holds back until something is answered or done.
func holdsBack(b engine.BarResult) bool { return b.State == rules.BarredUntil && !b.ToldOnly }

// barWithOptions is a bar or limit with the options that it meets.
type barWithOptions struct {
	*engine.BarResult
	options []string
}

// collectBars gathers the bars and limits of a state over all options, each once. Of
// an option that is ruled out for good nothing else is told.
func collectBars(w *wording, state rules.BarState) []barWithOptions {
	var out []barWithOptions
	for i := range w.rec.Options {
		o := &w.rec.Options[i]
		for j := range o.BlockedBy {
			b := &o.BlockedBy[j]
			if b.State != state || state != rules.BarredForGood && slices.ContainsFunc(o.BlockedBy, rulesOut) {
				continue
			}
			k := slices.IndexFunc(out, func(x barWithOptions) bool { return x.ID == b.ID && isSameLimit(x.Limit, b.Limit) })
			if k < 0 {
				out = append(out, barWithOptions{BarResult: b})
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

// listBarsToClear lists the bars and limits that rule out, the one that meets most
// options first.
func listBarsToClear(w *wording) []barWithOptions {
	list := collectBars(w, rules.BarredForGood)
	slices.SortStableFunc(list, func(a, b barWithOptions) int { return len(b.options) - len(a.options) })
	return list
}

// listWaysOut says what can still lift a bar: what to find out and what to do.
func listWaysOut(w *wording, b *engine.BarResult) []string {
	var out []string
	for _, i := range b.Escapes {
		x := &w.pack.Bar(b.ID).Escapes[i]
		say := w.ToDo
		if x.FindOut != nil {
			say = w.FindOut
		}
		out = append(out, say(x.Text.In(w.Lang)))
	}
	if len(out) == 0 {
		out = append(out, w.Lift(w.pack.Bar(b.ID).Lift.In(w.Lang)))
	}
	return out
}

// listOtherWaysOut is that without what stands in the first step already.
func listOtherWaysOut(w *wording, b *engine.BarResult, first firstStep) []string {
	out := listWaysOut(w, b)
	said := func(s string) bool { return s == w.ToDo(first.text) || s == w.Lift(first.text) }
	return slices.DeleteFunc(out, said)
}

// citeLaw says where a rule of law comes from and when it was looked up.
func citeLaw(w *wording, law rules.Law) string {
	var parts []string
	if name := law.Instrument.In(w.Lang); name != "" {
		parts = append(parts, name)
	}
	if law.AppliesFrom != "" {
		parts = append(parts, w.LawFrom(law.AppliesFrom))
	}
	if law.Checked != "" {
		parts = append(parts, w.LawChecked(law.Checked))
	}
	return strings.Join(parts, w.Semicolon())
}
