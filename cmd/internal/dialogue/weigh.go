package dialogue

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules"
)

// compares reports whether a question is about several priorities; its id is
// no name that people could use.
func compares(q *session.Question) bool { return strings.Contains(q.ID, "/") }

// title names a question in a few words.
func (d *Dialogue) title(q *session.Question) string {
	if t := q.Title.In(d.say.Lang); t != "" {
		return t
	}
	what, _, _ := strings.Cut(q.ID, "/")
	return d.say.Say("title_" + what)
}

// scale says on one line what numbers of times mean.
func (d *Dialogue) scale(q *session.Question) string {
	parts := make([]string, len(q.Anchors))
	for i, a := range q.Anchors {
		parts[i] = float(a.Weight) + " " + a.Text.In(d.say.Lang)
	}
	return strings.Join(parts, d.say.Say("semicolon"))
}

// names lists questions by their ids, or by their titles if they have none to
// show, each once.
func (d *Dialogue) names(ids []string) string {
	var names []string
	for _, id := range ids {
		if q := d.Session.Ask(id); q != nil && compares(q) {
			id = d.title(q)
		}
		if !slices.Contains(names, id) {
			names = append(names, id)
		}
	}
	return strings.Join(names, ", ")
}

// weighed says what the answers about priorities come to, once all are there.
// If comparisons contradict each other it asks again for the one that fits the
// others least; Enter leaves it as it is.
func (d *Dialogue) weighed(q *session.Question) error {
	w := d.Session.Weighed()
	if w == nil || !compares(q) && q.ID != rules.PrioritiesID {
		return nil
	}
	if !w.Enough {
		d.block("  ", d.say.Say("not_enough"))
		return nil
	}
	ids := slices.SortedFunc(maps.Keys(w.Weights), func(a, b string) int {
		return cmp.Or(cmp.Compare(w.Weights[b], w.Weights[a]), cmp.Compare(a, b))
	})
	for i, id := range ids {
		ids[i] = d.Session.Ask(id).Title.In(d.say.Lang) + " " + strconv.FormatFloat(w.Weights[id], 'f', 1, 64)
	}
	d.block("  ", d.say.Say("weights", "list", strings.Join(ids, d.say.Say("semicolon"))))
	if w.Fit == nil {
		return nil
	}
	d.fits(w.Fit)
	if w.Fit.Consistent() || w.Fit.Reconsider == "" {
		return nil
	}
	doubt := d.Session.Ask(w.Fit.Reconsider)
	d.block("  ", d.say.Say("reconsider", "title", d.title(doubt), "said", d.given(doubt), "suggested", d.answered(doubt, shortened(w.Fit.Suggested))))
	return d.Session.Edit(w.Fit.Reconsider)
}

// fits says how well comparisons fit together.
func (d *Dialogue) fits(f *session.Fit) {
	ratio := func(x *float64) string { return strconv.FormatFloat(*x, 'f', 2, 64) }
	switch {
	case f.Ratio == nil:
		d.block("  ", d.say.Say("left_out"))
	case f.Reconsider == "":
		d.block("  ", d.say.Say("fit_all"))
	case f.Limit == nil:
		d.block("  ", d.say.Say("fit_unknown", "ratio", ratio(f.Ratio)))
	case f.Consistent():
		d.block("  ", d.say.Say("fit_enough", "ratio", ratio(f.Ratio), "limit", ratio(f.Limit)))
	default:
		d.block("  ", d.say.Say("fit_not", "ratio", ratio(f.Ratio), "limit", ratio(f.Limit)))
	}
}

// short writes a number of times with one decimal at most.
func short(text string) string {
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return text
	}
	return strings.TrimSuffix(strconv.FormatFloat(x, 'f', 1, 64), ".0")
}

func shortened(values []string) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = short(v)
	}
	return out
}
