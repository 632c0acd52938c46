package report

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine"
)

const (
	changesShown = 6 // changes of facts on the page; the rest is counted
	nextShown    = 3 // questions on the page
)

// settledWords says in words how settled stance and option are, and in how
// many weightings they hold.
func (w *writer) settledWords() []string {
	s := w.r.Sensitivity
	x := &s.Settled
	line := w.Say("settled_line", "stance", w.settledWord("stance_is_", x.Stance, x.StanceRival), "option", w.settledWord("option_is_", x.Option, x.OptionRival))
	if x.Stance == x.Option && x.StanceRival == x.OptionRival {
		line = w.Say("settled_both", "text", w.settledWord("both_is_", x.Option, x.OptionRival))
	}
	list, id := s.Acceptability, "holds"
	if len(list) == 0 {
		list, id = s.AnyWeights, "holds_any"
	}
	n, all := w.chances(shareOf(list, w.isChosen)), w.chances(shareOf(list, w.hasStance))
	if n == all {
		id += "_same"
	}
	out := []string{line, w.Say(id, "option", w.option(w.r.Option), "n", n, "stance", w.loud(), "all", all)}
	if len(x.TellApart) > 0 {
		out = append(out, w.Say("tell_apart", "priorities", w.withIDs(x.TellApart, w.priority)))
	}
	return out
}

// settledWord says a word; one that is too close to call names the rival.
func (w *writer) settledWord(prefix string, word engine.Word, rival string) string {
	return w.Say(prefix+string(word), "rival", w.option(rival))
}

func (w *writer) isChosen(option string) bool { return option == w.r.Option }

func (w *writer) hasStance(option string) bool {
	return engine.Stance(w.r.Pack.Option(option).Stance) == w.r.Stance
}

func shareOf(list []engine.Acceptability, of func(option string) bool) float64 {
	sum := 0.0
	for _, a := range list {
		if of(a.Option) {
			sum += a.Share
		}
	}
	return sum
}

// chances gives a share as a whole number of 100 that never says all or none
// where it is not.
func (w *writer) chances(share float64) string {
	switch {
	case share > 1e-9 && share < 0.01:
		return w.Say("chance_few")
	case share > 0.99 && share < 1-1e-9:
		return w.Say("chance_most")
	}
	return w.Say("chance", "n", points(share))
}

// hundred is that for where the number stands alone.
func (w *writer) hundred(share float64) string { return strings.TrimSpace(w.chances(share)) }

// changes is the part about what would change the verdict.
func (w *writer) changes() []block {
	s := w.r.Sensitivity
	if s == nil {
		return nil
	}
	lines := w.factChanges(s.FlipFacts, changesShown)
	if w.r.Option != "" {
		lines = append(lines, w.weightChanges()...)
		lines = append(lines, w.steady()...)
		lines = append(lines, w.polls()...)
	}
	return under(w.Say("section_changes"), listed(item, lines))
}

// factChanges lists changes of one fact, those that change the stance first;
// answers of a fact that lead to the same are one entry.
func (w *writer) factChanges(flips []engine.FlipFact, most int) [][]string {
	type entry struct {
		fact, to string
		stance   engine.Stance
		answers  []string
	}
	var list []*entry
	for i := range flips {
		f := &flips[i]
		id, to := f.Set[0].Fact, outcome(f.Option, f.Stance)
		k := slices.IndexFunc(list, func(e *entry) bool { return e.fact == id && e.to == to })
		if k < 0 {
			list, k = append(list, &entry{fact: id, to: to, stance: f.Stance}), len(list)
		}
		list[k].answers = append(list[k].answers, w.Say("quoted", "text", w.answer(id, f.Set[0].Answer)))
	}
	turns := func(e *entry) int { return boolInt(e.stance == w.r.Stance) }
	slices.SortStableFunc(list, func(a, b *entry) int { return turns(a) - turns(b) })
	var out [][]string
	for _, e := range list[:min(most, len(list))] {
		out = append(out, []string{w.Say("change_fact", "name", w.fact(e.fact), "id", e.fact, "answers", w.Or(e.answers), "to", w.becomes(e.to))})
	}
	if n := len(list) - most; n > 0 {
		out = append(out, []string{w.Count("change_more", n)})
	}
	return out
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// becomes names a result with its stance.
func (w *writer) becomes(to string) string {
	if o := w.r.Pack.Option(to); o != nil {
		return w.Say("becomes", "option", w.option(to), "stance", w.stance(o.Stance))
	}
	return w.Say("becomes_" + to)
}

// weightChanges lists the weights that change the option: those of the stated
// priorities, then of the others.
func (w *writer) weightChanges() [][]string {
	var out, unstated [][]string
	for i := range w.r.Sensitivity.Priorities {
		p := &w.r.Sensitivity.Priorities[i]
		for j := range p.Flips {
			line := []string{w.weightChange(p, &p.Flips[j])}
			if p.Stated {
				out = append(out, line)
			} else {
				unstated = append(unstated, line)
			}
		}
	}
	return append(append(out, unstated...), w.idleWeights()...)
}

func (w *writer) weightChange(p *engine.PrioritySensitivity, f *engine.FlipWeight) string {
	id := "change_unstated"
	if p.Stated {
		id = "change_weight"
	}
	return w.Say(id, "name", w.priority(p.ID), "id", p.ID, "now", formatWeight(w.r.Profile.Weights[p.ID]),
		"at", formatWeight(f.At), "to", w.becomes(outcome(f.Option, f.Stance)))
}

// idleWeights names the stated priorities whose weight alone changes nothing,
// and those that have no say whatever the others weigh.
func (w *writer) idleWeights() [][]string {
	var without, idle []string
	for i := range w.r.Sensitivity.Priorities {
		switch p := &w.r.Sensitivity.Priorities[i]; {
		case !p.Stated || len(p.Flips) > 0:
		case p.CanMatter:
			without = append(without, p.ID)
		default:
			idle = append(idle, p.ID)
		}
	}
	var out [][]string
	if len(without) > 0 {
		out = append(out, []string{w.Say("change_none", "priorities", w.withIDs(without, w.priority))})
	}
	if len(idle) > 0 {
		out = append(out, []string{w.Say("cannot_matter", "priorities", w.withIDs(idle, w.priority))})
	}
	return out
}

// steady says how far all weights may change at once.
func (w *writer) steady() [][]string {
	switch x := w.r.Sensitivity.StabilityRadius; {
	case math.IsNaN(x):
		return nil
	case x >= 1:
		return each(w.Say("radius_all"))
	case x < 0.01:
		return each(w.Say("radius_none"))
	default:
		return each(w.Say("radius", "n", strconv.Itoa(int(100*x))))
	}
}

// polls says how the weightings divide among the options.
func (w *writer) polls() [][]string {
	var out [][]string
	if list := w.near(); len(list) > 0 {
		out = append(out, []string{w.Say("poll", "options", w.tally(list))})
	}
	return append(out, w.compared()...)
}

// compared sets the recommended option against the runner-up, and the poles
// against each other.
func (w *writer) compared() [][]string {
	var out [][]string
	s := &w.r.Sensitivity.Shares
	if s.Against != "" {
		if line := w.shareLine("share", &s.Sets, "option", w.option(w.r.Option), "other", w.option(s.Against)); line != "" {
			out = append(out, []string{line})
		}
	}
	if line := w.shareLine("share_poles", &s.Poles); line != "" {
		out = append(out, []string{line})
	}
	return out
}

// tally lists options with their shares, the greatest first; those without any
// are left out.
func (w *writer) tally(list []engine.Acceptability) string {
	list = slices.DeleteFunc(slices.Clone(list), func(a engine.Acceptability) bool { return a.Share == 0 })
	slices.SortStableFunc(list, func(a, b engine.Acceptability) int { return -compareFloat(a.Share, b.Share) })
	var parts []string
	for _, a := range list {
		parts = append(parts, w.Say("poll_part", "option", w.option(a.Option), "n", w.chances(a.Share)))
	}
	return w.List(parts)
}

// shareLine says in how many weightings of the three sets one side is ahead;
// sets without a share are left out.
func (w *writer) shareLine(id string, s *engine.Sets, args ...string) string {
	var parts []string
	for _, x := range []struct {
		id    string
		share float64
	}{{"set_stated", s.Stated}, {"set_ranking", s.RankingKept}, {"set_any", s.AnyWeights}} {
		if !math.IsNaN(x.share) {
			parts = append(parts, w.Say(x.id, "n", w.chances(x.share)))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return w.Say(id, append(args, "sets", w.List(parts))...)
}

// next is the part with the questions worth answering next.
func (w *writer) next() []block {
	if w.r.Sensitivity == nil {
		return nil
	}
	list := w.r.Sensitivity.Questions
	return under(w.Say("section_next"), listed(item, mapped(list[:min(nextShown, len(list))], w.question)))
}

func (w *writer) question(q *engine.Question) []string {
	id := "ask"
	if q.Confirm {
		id = "ask_again"
	}
	out := []string{w.Say(id, "question", w.r.Pack.Fact(q.Fact).Question.In(w.Lang), "id", q.Fact)}
	if len(q.CouldChangeTo) == 0 {
		return append(out, w.Say("ask_narrows"))
	}
	to := make([]string, len(q.CouldChangeTo))
	for i, x := range q.CouldChangeTo {
		to[i] = w.becomes(x)
	}
	return append(out, w.Say("ask_changes", "options", w.Or(to)))
}
