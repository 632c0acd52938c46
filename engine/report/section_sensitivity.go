package report

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine"
)

const (
	maxFactChanges = 6 // changes of facts on the page; the rest is counted
	maxQuestions   = 3 // questions on the page
)

// describeAnalysedRobustness says in words how settled stance and option are, and in how
// many weightings they hold.
func (w *resultWriter) describeAnalysedRobustness() []string {
	s := w.rec.Sensitivity
	x := &s.Robustness
	line := w.Say("settled_line", "stance", w.nameRobustness("stance_is_", x.Stance, x.StanceRival), "option", w.nameRobustness("option_is_", x.Option, x.OptionRival))
	if x.Stance == x.Option && x.StanceRival == x.OptionRival {
		line = w.Say("settled_both", "text", w.nameRobustness("both_is_", x.Option, x.OptionRival))
	}
	list, id := s.Acceptability, "holds"
	if len(list) == 0 {
		list, id = s.AnyWeights, "holds_any"
	}
	n, all := w.formatChances(sumShares(list, w.isRecommended)), w.formatChances(sumShares(list, w.hasRecommendedStance))
	if n == all {
		id += "_same"
	}
	out := []string{line, w.Say(id, "option", w.nameOption(w.rec.Option), "n", n, "stance", w.nameStanceInCapitals(), "all", all)}
	if len(x.TellApart) > 0 {
		out = append(out, w.Say("tell_apart", "priorities", w.joinNamesWithIDs(x.TellApart, w.namePriority)))
	}
	return out
}

// nameRobustness says a word; one that is too close to call names the rival.
func (w *resultWriter) nameRobustness(prefix string, word engine.Robustness, rival string) string {
	return w.Say(prefix+string(word), "rival", w.nameOption(rival))
}

func (w *resultWriter) isRecommended(option string) bool { return option == w.rec.Option }

func (w *resultWriter) hasRecommendedStance(option string) bool {
	return w.rec.Pack.Option(option).Stance == w.rec.Stance
}

func sumShares(list []engine.Acceptability, of func(option string) bool) float64 {
	sum := 0.0
	for _, a := range list {
		if of(a.Option) {
			sum += a.Share
		}
	}
	return sum
}

// formatChances gives a share as a whole number of 100 that never says all or none
// where it is not.
func (w *resultWriter) formatChances(share float64) string {
	switch {
	case share > 1e-9 && share < 0.01:
		return w.Say("chance_few")
	case share > 0.99 && share < 1-1e-9:
		return w.Say("chance_most")
	}
	return w.Say("chance", "n", formatHundredths(share))
}

// formatChancesAlone is that for where the number stands alone.
func (w *resultWriter) formatChancesAlone(share float64) string {
	return strings.TrimSpace(w.formatChances(share))
}

// composeChangesSection is the part about what would change the verdict.
func (w *resultWriter) composeChangesSection() []pageBlock {
	s := w.rec.Sensitivity
	if s == nil {
		return nil
	}
	lines := w.listFactChanges(s.FlipFacts, maxFactChanges)
	if w.rec.Option != "" {
		lines = append(lines, w.listWeightChanges()...)
		lines = append(lines, w.describeStability()...)
		lines = append(lines, w.listAcceptability()...)
	}
	return addHeading(w.Say("section_changes"), makeBlocks(itemBlock, lines))
}

// listFactChanges lists changes of one fact, those that change the stance first;
// answers of a fact that lead to the same are one entry.
func (w *resultWriter) listFactChanges(flips []engine.FlipFact, most int) [][]string {
	type entry struct {
		fact, to string
		stance   engine.Stance
		answers  []string
	}
	var list []*entry
	for i := range flips {
		f := &flips[i]
		id, to := f.Set[0].Fact, outcomeID(f.Option, f.Stance)
		k := slices.IndexFunc(list, func(e *entry) bool { return e.fact == id && e.to == to })
		if k < 0 {
			list, k = append(list, &entry{fact: id, to: to, stance: f.Stance}), len(list)
		}
		list[k].answers = append(list[k].answers, w.Say("quoted", "text", w.describeAnswer(id, f.Set[0].Answer)))
	}
	// What changes the stance comes first.
	keeps := func(e *entry) bool { return e.stance == w.rec.Stance }
	list = append(slices.DeleteFunc(slices.Clone(list), keeps), slices.DeleteFunc(list, func(e *entry) bool { return !keeps(e) })...)
	var out [][]string
	for _, e := range list[:min(most, len(list))] {
		out = append(out, []string{w.Say("change_fact", "name", w.nameFact(e.fact), "id", e.fact, "answers", w.JoinOr(e.answers), "to", w.describeOutcome(e.to))})
	}
	if n := len(list) - most; n > 0 {
		out = append(out, []string{w.Count("change_more", n)})
	}
	return out
}

// describeOutcome names a result with its stance.
func (w *resultWriter) describeOutcome(to string) string {
	if o := w.rec.Pack.Option(to); o != nil {
		return w.Say("becomes", "option", w.nameOption(to), "stance", w.nameStance(o.Stance))
	}
	return w.Say("becomes_" + to)
}

// listWeightChanges lists the weights that change the option: those of the stated
// priorities, then of the others.
func (w *resultWriter) listWeightChanges() [][]string {
	var out, unstated [][]string
	for i := range w.rec.Sensitivity.Priorities {
		p := &w.rec.Sensitivity.Priorities[i]
		for j := range p.Flips {
			line := []string{w.describeWeightChange(p, &p.Flips[j])}
			if p.Stated {
				out = append(out, line)
			} else {
				unstated = append(unstated, line)
			}
		}
	}
	return append(append(out, unstated...), w.listIdleWeights()...)
}

func (w *resultWriter) describeWeightChange(p *engine.PrioritySensitivity, f *engine.FlipWeight) string {
	id := "change_unstated"
	if p.Stated {
		id = "change_weight"
	}
	return w.Say(id, "name", w.namePriority(p.ID), "id", p.ID, "now", formatWeight(w.rec.Profile.Weights[p.ID]),
		"at", formatWeight(f.At), "to", w.describeOutcome(outcomeID(f.Option, f.Stance)))
}

// listIdleWeights names the stated priorities whose weight alone changes nothing,
// and those that have no say whatever the others weigh.
func (w *resultWriter) listIdleWeights() [][]string {
	var without, idle []string
	for i := range w.rec.Sensitivity.Priorities {
		switch p := &w.rec.Sensitivity.Priorities[i]; {
		case !p.Stated || len(p.Flips) > 0:
		case p.CanMatter:
			without = append(without, p.ID)
		default:
			idle = append(idle, p.ID)
		}
	}
	var out [][]string
	if len(without) > 0 {
		out = append(out, []string{w.Say("change_none", "priorities", w.joinNamesWithIDs(without, w.namePriority))})
	}
	if len(idle) > 0 {
		out = append(out, []string{w.Say("cannot_matter", "priorities", w.joinNamesWithIDs(idle, w.namePriority))})
	}
	return out
}

// describeStability says how far all weights may change at once.
func (w *resultWriter) describeStability() [][]string {
	switch x := w.rec.Sensitivity.StabilityRadius; {
	case math.IsNaN(x):
		return nil
	case x >= 1:
		return makeEntries(w.Say("radius_all"))
	case x < 0.01:
		return makeEntries(w.Say("radius_none"))
	default:
		return makeEntries(w.Say("radius", "n", strconv.Itoa(int(100*x))))
	}
}

// listAcceptability says how the weightings divide among the options.
func (w *resultWriter) listAcceptability() [][]string {
	var out [][]string
	if list := w.acceptabilityNearStated(); len(list) > 0 {
		out = append(out, []string{w.Say("poll", "options", w.joinAcceptability(list))})
	}
	return append(out, w.listShares()...)
}

// listShares sets the recommended option against the runner-up, and the poles
// against each other.
func (w *resultWriter) listShares() [][]string {
	var out [][]string
	s := &w.rec.Sensitivity.Shares
	if s.Against != "" {
		if line := w.describeSetShares("share", &s.Sets, "option", w.nameOption(w.rec.Option), "other", w.nameOption(s.Against)); line != "" {
			out = append(out, []string{line})
		}
	}
	if line := w.describeSetShares("share_poles", &s.Poles); line != "" {
		out = append(out, []string{line})
	}
	return out
}

// joinAcceptability lists options with their shares, the greatest first; those without any
// are left out.
func (w *resultWriter) joinAcceptability(list []engine.Acceptability) string {
	list = slices.DeleteFunc(slices.Clone(list), func(a engine.Acceptability) bool { return a.Share == 0 })
	slices.SortStableFunc(list, func(a, b engine.Acceptability) int { return cmp.Compare(b.Share, a.Share) })
	var parts []string
	for _, a := range list {
		parts = append(parts, w.Say("poll_part", "option", w.nameOption(a.Option), "n", w.formatChances(a.Share)))
	}
	return w.JoinAnd(parts)
}

// describeSetShares says in how many weightings of the three sets one side is ahead;
// sets without a share are left out.
func (w *resultWriter) describeSetShares(id string, s *engine.Sets, args ...string) string {
	var parts []string
	for _, x := range []struct {
		id    string
		share float64
	}{{"set_stated", s.Stated}, {"set_ranking", s.RankingKept}, {"set_any", s.AnyWeights}} {
		if !math.IsNaN(x.share) {
			parts = append(parts, w.Say(x.id, "n", w.formatChances(x.share)))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return w.Say(id, append(args, "sets", w.JoinAnd(parts))...)
}

// composeQuestionsSection is the part with the questions worth answering next.
func (w *resultWriter) composeQuestionsSection() []pageBlock {
	if w.rec.Sensitivity == nil {
		return nil
	}
	list := w.rec.Sensitivity.Questions
	return addHeading(w.Say("section_next"), makeBlocks(itemBlock, mapList(list[:min(maxQuestions, len(list))], w.describeQuestion)))
}

func (w *resultWriter) describeQuestion(q *engine.FactQuestion) []string {
	id := "ask"
	if q.Confirm {
		id = "ask_again"
	}
	out := []string{w.Say(id, "question", w.rec.Pack.Fact(q.Fact).Question.In(w.Lang), "id", q.Fact)}
	if len(q.CouldChangeTo) == 0 {
		return append(out, w.Say("ask_narrows"))
	}
	to := make([]string, len(q.CouldChangeTo))
	for i, x := range q.CouldChangeTo {
		to[i] = w.describeOutcome(x)
	}
	return append(out, w.Say("ask_changes", "options", w.JoinOr(to)))
}
