package report

import (
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/plain"
)

const (
	maxFactChanges = 6 // changes of facts on the page; the rest is counted
	maxQuestions   = 3 // questions on the page
)

// factChange is one or more answers to a fact that lead to the same.
type factChange struct {
	engine.FlipFact
	answers []string
}

// groupFactChanges puts answers to one fact that lead to the same, for the same reason,
// into one entry.
func groupFactChanges(w *wording, flips []engine.FlipFact, keep func(*engine.FlipFact) bool) []*factChange {
	var list []*factChange
	for i := range flips {
		f := &flips[i]
		if !keep(f) {
			continue
		}
		same := func(x *factChange) bool {
			return x.Set[0].Fact == f.Set[0].Fact && x.Option == f.Option && x.Stance == f.Stance && x.Bar == f.Bar && x.Ready == f.Ready &&
				x.Group == f.Group && x.Because == f.Because
		}
		k := slices.IndexFunc(list, same)
		if k < 0 {
			list, k = append(list, &factChange{FlipFact: *f}), len(list)
		}
		list[k].answers = append(list[k].answers, w.quoteAnswer(f.Set[0].Fact, f.Set[0].Answer))
	}
	return list
}

// Changes by arguments are what the owner may weigh; those by bars are what a rule
// would forbid, or would no longer.
func isByArguments(f *engine.FlipFact) bool { return f.By == engine.ByArguments }
func isForbidding(f *engine.FlipFact) bool  { return f.By == engine.ByBar && f.Bar != "" }
func isAllowing(f *engine.FlipFact) bool    { return f.By == engine.ByBar && f.Bar == "" }

// isAbsurd reports whether a change makes another case of it.
func isAbsurd(f *engine.FlipFact) bool {
	return f.Group == engine.MakesAnotherCase || f.Group == engine.ExcludesOthers
}

// listLikelyChanges lists the likeliest changes of one fact. Those beyond the most that
// are told, and those that make another case of it, are counted.
func listLikelyChanges(w *wording, keep func(*engine.FlipFact) bool) [][]string {
	list := groupFactChanges(w, w.rec.Sensitivity.FlipFacts, keep)
	likely := slices.IndexFunc(list, func(x *factChange) bool { return isAbsurd(&x.FlipFact) })
	if likely < 0 {
		likely = len(list)
	}
	var out [][]string
	for _, x := range list[:min(maxFactChanges, likely)] {
		out = append(out, []string{describeFactChange(w, x)})
	}
	if n := likely - maxFactChanges; n > 0 {
		out = append(out, []string{w.ChangeMore(n)})
	}
	if n := len(list) - likely; n > 0 {
		out = append(out, []string{w.ChangeOtherCase(n)})
	}
	return out
}

// listForbiddingChanges lists the answers that a rule of law waits for where they are open
// or unsure, and names the known ones that a rule would turn on.
func listForbiddingChanges(w *wording) [][]string {
	var out [][]string
	var known []string
	for _, x := range groupFactChanges(w, w.rec.Sensitivity.FlipFacts, isForbidding) {
		switch id := x.Set[0].Fact; {
		case x.Group == engine.AnswersOpen || x.Group == engine.CorrectsUnsure:
			out = append(out, []string{describeFactChange(w, x)})
		case !slices.Contains(known, id):
			known = append(known, id)
		}
	}
	if len(known) > 0 {
		out = append(out, []string{w.ForbidsKnown(w.joinNamesThenIDs(known, w.quoteFact))})
	}
	return out
}

// composeAllChanges lists all changes of one fact under headings that say how they could
// come about, then the pairs.
func composeAllChanges(w *wording, keep func(*engine.FlipFact) bool) []page.Block {
	list := groupFactChanges(w, w.rec.Sensitivity.FlipFacts, keep)
	var out []page.Block
	for i, x := range list {
		if i == 0 || x.Group != list[i-1].Group {
			out = append(out, page.MakeBlock(page.Topic, nameFlipGroup(w, x.Group)))
		}
		out = append(out, page.MakeBlock(page.Item, describeFactChange(w, x)))
	}
	if pairs := listPairChanges(w, keep); len(pairs) > 0 {
		out = append(append(out, page.MakeBlock(page.Topic, w.FlipsTogether())), page.MakeBlocks(page.Item, pairs)...)
	}
	return out
}

func nameFlipGroup(w *wording, g engine.FlipGroup) string {
	switch g {
	case engine.AnswersOpen:
		return w.FlipsOpen()
	case engine.CorrectsUnsure:
		return w.FlipsUnsure()
	case engine.MayChange:
		return w.FlipsMayChange()
	case engine.MakesAnotherCase:
		return w.FlipsAnotherCase()
	}
	return w.FlipsExcluded()
}

func describeFactChange(w *wording, x *factChange) string {
	id := x.Set[0].Fact
	name, answers, to := w.nameFact(id), w.Or(x.answers), w.describeOutcome(outcomeID(x.Option, x.Stance))
	switch {
	case x.Bar != "" && x.Option == "":
		return w.ForbidsAll(name, answers, w.pack.Bar(x.Bar).Text.In(w.Lang), id)
	case x.Bar != "":
		return w.Forbids(name, answers, w.pack.Bar(x.Bar).Text.In(w.Lang), to, id)
	case x.Option != "" && !x.Ready:
		return w.ChangeFactReady(name, answers, to, explainFlip(w, &x.Because), id)
	}
	return w.ChangeFact(name, answers, to, explainFlip(w, &x.Because), id)
}

func describeWeightChange(w *wording, p *engine.PrioritySensitivity, f *engine.FlipWeight) string {
	at, to, why := plain.Decimal(f.At), w.describeOutcome(outcomeID(f.Option, f.Stance)), explainWeight(w, f)
	stated, _ := w.rec.Profile.StatedWeight(p.ID)
	switch {
	case p.Stated && f.At < stated:
		return w.ChangeWeightDown(w.namePriority(p.ID), describeStatedWeight(w, p.ID), at, to, why, p.ID)
	case p.Stated:
		return w.ChangeWeight(w.namePriority(p.ID), describeStatedWeight(w, p.ID), at, to, why, p.ID)
	}
	return w.ChangeUnstated(w.namePriority(p.ID), at, to, why, p.ID)
}

// listIdleWeights names the stated priorities whose weight alone changes nothing,
// and those that have no say whatever the others weigh.
func listIdleWeights(w *wording) [][]string {
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
		out = append(out, []string{w.ChangeNone(w.joinNames(without, w.namePriority))})
	}
	if len(idle) > 0 {
		out = append(out, []string{w.CannotMatter(w.joinNames(idle, w.namePriority))})
	}
	return out
}

// describeStability says how far all weights may change at once.
func describeStability(w *wording) [][]string {
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

// listShares sets the recommended option against the runner-up, and the poles
// against each other.
func listShares(w *wording) [][]string {
	var out [][]string
	s := &w.rec.Sensitivity.Shares
	if s.Against != "" {
		if sets := listSetShares(w, &s.Sets); len(sets) > 0 {
			out = append(out, []string{w.Share(w.nameOption(w.rec.Option), w.nameOption(s.Against), w.joinPhrases(sets))})
		}
	}
	if sets := listSetShares(w, &s.Poles); len(sets) > 0 {
		out = append(out, []string{w.SharePoles(w.joinPhrases(sets))})
	}
	return out
}

// listSetShares says in how many weightings of the three sets one side is ahead;
// sets without a share are left out.
func listSetShares(w *wording, s *engine.Sets) []string {
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

// listPairChanges lists pairs of facts of which neither does it alone.
func listPairChanges(w *wording, keep func(*engine.FlipFact) bool) [][]string {
	var out [][]string
	for i := range w.rec.Sensitivity.FlipPairs {
		f := &w.rec.Sensitivity.FlipPairs[i]
		if !keep(f) {
			continue
		}
		parts, ids := make([]string, len(f.Set)), make([]string, len(f.Set))
		for j, s := range f.Set {
			parts[j], ids[j] = w.PairPart(w.nameFact(s.Fact), w.quoteAnswer(s.Fact, s.Answer)), s.Fact
		}
		to := w.describeOutcome(outcomeID(f.Option, f.Stance))
		if f.Bar != "" {
			out = append(out, []string{w.ForbidsPair(w.List(parts), w.pack.Bar(f.Bar).Text.In(w.Lang), to, w.joinIDs(ids))})
			continue
		}
		out = append(out, []string{w.ChangePair(w.List(parts), to, explainFlip(w, &f.Because), w.joinIDs(ids))})
	}
	return out
}
