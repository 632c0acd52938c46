package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/plain"
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
	line := w.SettledLine(w.describeStanceRobustness(x.Stance, x.StanceRival), w.describeOptionRobustness(x.Option, x.OptionRival))
	if x.Stance == x.Option && x.StanceRival == x.OptionRival {
		line = w.SettledBoth(w.describeBothRobustness(x.Option, x.OptionRival))
	}
	out := []string{line, w.describeHolding()}
	if len(x.TellApart) > 0 {
		out = append(out, w.TellApart(w.joinNamesWithIDs(x.TellApart, w.namePriority)))
	}
	return out
}

// describeStanceRobustness says how settled the stance is; what is too close to call names
// the rival.
func (w *resultWriter) describeStanceRobustness(word engine.Robustness, rival string) string {
	switch word {
	case engine.Clear:
		return w.StanceIsClear()
	case engine.Leaning:
		return w.StanceIsLeaning()
	}
	return w.StanceIsClose(w.nameOption(rival))
}

// describeOptionRobustness says that of the option.
func (w *resultWriter) describeOptionRobustness(word engine.Robustness, rival string) string {
	switch word {
	case engine.Clear:
		return w.OptionIsClear()
	case engine.Leaning:
		return w.OptionIsLeaning()
	}
	return w.OptionIsClose(w.nameOption(rival))
}

// describeBothRobustness says that of stance and option where both are settled alike.
func (w *resultWriter) describeBothRobustness(word engine.Robustness, rival string) string {
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
func (w *resultWriter) describeHolding() string {
	s := w.rec.Sensitivity
	list := s.Acceptability
	if len(list) == 0 {
		list = s.AnyWeights
	}
	option, n, all := w.nameOption(w.rec.Option), w.formatChances(sumShares(list, w.isRecommended)), w.formatChances(sumShares(list, w.hasRecommendedStance))
	switch {
	case len(s.Acceptability) == 0 && n == all:
		return w.HoldsAnySame(option, n)
	case len(s.Acceptability) == 0:
		return w.HoldsAny(option, n, w.nameStanceInCapitals(), all)
	case n == all:
		return w.HoldsSame(option, n)
	}
	return w.Holds(option, n, w.nameStanceInCapitals(), all)
}

func (w *resultWriter) isRecommended(option string) bool { return option == w.rec.Option }

func (w *resultWriter) hasRecommendedStance(option string) bool {
	return w.pack.Option(option).Stance == w.rec.Stance
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
		return w.ChanceFew()
	case share > 0.99 && share < 1-1e-9:
		return w.ChanceMost()
	}
	return w.Chance(plain.Hundredths(share))
}

// formatChancesAlone is that for where the number stands alone.
func (w *resultWriter) formatChancesAlone(share float64) string {
	return strings.TrimSpace(w.formatChances(share))
}

// composeChangesSection is the part about what would change the verdict.
func (w *resultWriter) composeChangesSection() []page.Block {
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
	return page.MakeSection(w.SectionChanges(), page.MakeBlocks(page.Item, lines))
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
		list[k].answers = append(list[k].answers, w.Quoted(w.describeAnswer(id, f.Set[0].Answer)))
	}
	// What changes the stance comes first.
	keeps := func(e *entry) bool { return e.stance == w.rec.Stance }
	list = append(slices.DeleteFunc(slices.Clone(list), keeps), slices.DeleteFunc(list, func(e *entry) bool { return !keeps(e) })...)
	var out [][]string
	for _, e := range list[:min(most, len(list))] {
		out = append(out, []string{w.ChangeFact(w.nameFact(e.fact), e.fact, w.Or(e.answers), w.describeOutcome(e.to))})
	}
	if n := len(list) - most; n > 0 {
		out = append(out, []string{w.ChangeMore(n)})
	}
	return out
}

// describeOutcome names a result with its stance.
func (w *resultWriter) describeOutcome(to string) string {
	if o := w.pack.Option(to); o != nil {
		return w.Becomes(w.nameOption(to), w.nameStance(o.Stance))
	}
	return w.nameMissingOption(engine.Stance(to))
}

// nameMissingOption says why a result names no option.
func (w *resultWriter) nameMissingOption(s engine.Stance) string {
	if s == engine.NoBasis {
		return w.BecomesNoBasis()
	}
	return w.BecomesNone()
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
	at, to := plain.Decimal(f.At), w.describeOutcome(outcomeID(f.Option, f.Stance))
	if p.Stated {
		return w.ChangeWeight(w.namePriority(p.ID), p.ID, plain.Decimal(w.rec.Profile.Weights[p.ID]), at, to)
	}
	return w.ChangeUnstated(w.namePriority(p.ID), p.ID, at, to)
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
		out = append(out, []string{w.ChangeNone(w.joinNamesWithIDs(without, w.namePriority))})
	}
	if len(idle) > 0 {
		out = append(out, []string{w.CannotMatter(w.joinNamesWithIDs(idle, w.namePriority))})
	}
	return out
}

// describeStability says how far all weights may change at once.
func (w *resultWriter) describeStability() [][]string {
	switch x := w.rec.Sensitivity.StabilityRadius; {
	case !x.Exists():
		return nil
	case x >= 1:
		return page.MakeEntries(w.RadiusAll())
	case x < 0.01:
		return page.MakeEntries(w.RadiusNone())
	default:
		return page.MakeEntries(w.Radius(strconv.Itoa(int(100 * x))))
	}
}

// listAcceptability says how the weightings divide among the options.
func (w *resultWriter) listAcceptability() [][]string {
	var out [][]string
	if list := w.acceptabilityNearStated(); len(list) > 0 {
		out = append(out, []string{w.Poll(w.joinAcceptability(list))})
	}
	return append(out, w.listShares()...)
}

// listShares sets the recommended option against the runner-up, and the poles
// against each other.
func (w *resultWriter) listShares() [][]string {
	var out [][]string
	s := &w.rec.Sensitivity.Shares
	if s.Against != "" {
		if sets := w.listSetShares(&s.Sets); len(sets) > 0 {
			out = append(out, []string{w.Share(w.nameOption(w.rec.Option), w.nameOption(s.Against), w.List(sets))})
		}
	}
	if sets := w.listSetShares(&s.Poles); len(sets) > 0 {
		out = append(out, []string{w.SharePoles(w.List(sets))})
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
		parts = append(parts, w.PollPart(w.nameOption(a.Option), w.formatChances(a.Share)))
	}
	return w.List(parts)
}

// listSetShares says in how many weightings of the three sets one side is ahead;
// sets without a share are left out.
func (w *resultWriter) listSetShares(s *engine.Sets) []string {
	var parts []string
	for _, x := range []struct {
		say   func(n string) string
		share engine.Fraction
	}{{w.SetStated, s.Stated}, {w.SetRanking, s.RankingKept}, {w.SetAny, s.AnyWeights}} {
		if x.share.Exists() {
			parts = append(parts, x.say(w.formatChances(float64(x.share))))
		}
	}
	return parts
}

// composeQuestionsSection is the part with the questions worth answering next.
func (w *resultWriter) composeQuestionsSection() []page.Block {
	if w.rec.Sensitivity == nil {
		return nil
	}
	list := w.rec.Sensitivity.Questions
	return page.MakeSection(w.SectionNext(), page.MakeBlocks(page.Item, mapList(list[:min(maxQuestions, len(list))], w.describeQuestion)))
}

func (w *resultWriter) describeQuestion(q *engine.FactQuestion) []string {
	ask := w.Ask
	if q.Confirm {
		ask = w.AskAgain
	}
	out := []string{ask(w.pack.Fact(q.Fact).Question.In(w.Lang), q.Fact)}
	if len(q.CouldChangeTo) == 0 {
		return append(out, w.AskNarrows())
	}
	to := make([]string, len(q.CouldChangeTo))
	for i, x := range q.CouldChangeTo {
		to[i] = w.describeOutcome(x)
	}
	return append(out, w.AskChanges(w.Or(to)))
}
