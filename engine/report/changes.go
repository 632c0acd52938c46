package report

import (
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/plain"
)

// listFactChanges lists changes of one fact, those that change the stance first;
// answers of a fact that lead to the same are one entry.
func listFactChanges(w *wording, flips []engine.FlipFact, most int) [][]string {
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
		list[k].answers = append(list[k].answers, w.quoteAnswer(id, f.Set[0].Answer))
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
