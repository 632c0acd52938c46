package report

import (
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/plain"
)

// factChange is one or more answers to a fact that lead to the same.
type factChange struct {
	engine.FlipFact
	answers []string
}

// groupFactChanges puts answers to one fact that lead to the same into one entry,
// those that change the stance first.
func groupFactChanges(w *wording, flips []engine.FlipFact, keep func(*engine.FlipFact) bool) []*factChange {
	var list []*factChange
	for i := range flips {
		f := &flips[i]
		if !keep(f) {
			continue
		}
		same := func(x *factChange) bool {
			return x.Set[0].Fact == f.Set[0].Fact && x.Option == f.Option && x.Stance == f.Stance && x.Bar == f.Bar && x.Ready == f.Ready
		}
		k := slices.IndexFunc(list, same)
		if k < 0 {
			list, k = append(list, &factChange{FlipFact: *f}), len(list)
		}
		list[k].answers = append(list[k].answers, w.quoteAnswer(f.Set[0].Fact, f.Set[0].Answer))
	}
	rank := func(x *factChange) int {
		if x.Stance == w.rec.Stance {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(list, func(a, b *factChange) int { return rank(a) - rank(b) })
	return list
}

// Changes by arguments are what the owner may weigh; those by bars are what a rule
// would forbid, or would no longer.
func isByArguments(f *engine.FlipFact) bool { return f.By == engine.ByArguments }
func isForbidding(f *engine.FlipFact) bool  { return f.By == engine.ByBar && f.Bar != "" }
func isAllowing(f *engine.FlipFact) bool    { return f.By == engine.ByBar && f.Bar == "" }

// listFactChanges lists changes of one fact; beyond the most that are told they are
// counted.
func listFactChanges(w *wording, flips []engine.FlipFact, keep func(*engine.FlipFact) bool, most int) [][]string {
	list := groupFactChanges(w, flips, keep)
	var out [][]string
	for _, x := range list[:min(most, len(list))] {
		out = append(out, []string{describeFactChange(w, x)})
	}
	if n := len(list) - most; n > 0 {
		out = append(out, []string{w.ChangeMore(n)})
	}
	return out
}

func describeFactChange(w *wording, x *factChange) string {
	id := x.Set[0].Fact
	name, answers, to := w.nameFact(id), w.Or(x.answers), w.describeOutcome(outcomeID(x.Option, x.Stance))
	switch {
	case x.Bar != "" && x.Option == "":
		return w.ForbidsAll(name, id, answers, w.pack.Bar(x.Bar).Text.In(w.Lang))
	case x.Bar != "":
		return w.Forbids(name, id, answers, w.pack.Bar(x.Bar).Text.In(w.Lang), to)
	case x.Option != "" && !x.Ready:
		return w.ChangeFactReady(name, id, answers, to)
	}
	return w.ChangeFact(name, id, answers, to)
}

func describeWeightChange(w *wording, p *engine.PrioritySensitivity, f *engine.FlipWeight) string {
	at, to := plain.Decimal(f.At), w.describeOutcome(outcomeID(f.Option, f.Stance))
	if p.Stated {
		return w.ChangeWeight(w.namePriority(p.ID), p.ID, plain.Decimal(w.rec.Profile.Weights[p.ID]), at, to)
	}
	return w.ChangeUnstated(w.namePriority(p.ID), p.ID, at, to)
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
		out = append(out, []string{w.ChangeNone(w.joinNamesWithIDs(without, w.namePriority))})
	}
	if len(idle) > 0 {
		out = append(out, []string{w.CannotMatter(w.joinNamesWithIDs(idle, w.namePriority))})
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
			out = append(out, []string{w.Share(w.nameOption(w.rec.Option), w.nameOption(s.Against), w.List(sets))})
		}
	}
	if sets := listSetShares(w, &s.Poles); len(sets) > 0 {
		out = append(out, []string{w.SharePoles(w.List(sets))})
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
