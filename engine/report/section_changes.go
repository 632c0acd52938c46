package report

import (
	"cmp"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
)

// composeChangesSection is the part about what would change the verdict.
func composeChangesSection(w *wording) []page.Block {
	s := w.rec.Sensitivity
	if s == nil {
		return nil
	}
	lines := listLikelyChanges(w, isByArguments)
	if w.rec.Option != "" {
		lines = append(lines, listWeightChanges(w)...)
		lines = append(lines, describeStability(w)...)
		lines = append(lines, listAcceptability(w)...)
	}
	return page.MakeSection(w.SectionChanges(), page.MakeBlocks(page.Item, lines))
}

// composeForbiddenChangesSection is the part about answers under which a rule forbids
// what is advised, or no longer forbids what it does now: these are no choice.
func composeForbiddenChangesSection(w *wording) []page.Block {
	if w.rec.Sensitivity == nil {
		return nil
	}
	allows := listPairChanges(w, isAllowing)
	if slices.ContainsFunc(w.rec.Sensitivity.FlipFacts, func(f engine.FlipFact) bool { return isAllowing(&f) && !isAbsurd(&f) }) {
		allows = append(listLikelyChanges(w, isAllowing), allows...)
	}
	forbids := append(listForbiddingChanges(w), listPairChanges(w, isForbidding)...)
	return append(
		page.MakeSection(w.SectionAllows(), page.MakeBlocks(page.Item, allows)),
		page.MakeSection(w.SectionForbids(), page.MakeBlocks(page.Item, forbids))...)
}

// listWeightChanges lists the weights that change the option: those of the stated
// priorities, then of the others.
func listWeightChanges(w *wording) [][]string {
	var out, unstated [][]string
	for i := range w.rec.Sensitivity.Priorities {
		p := &w.rec.Sensitivity.Priorities[i]
		for j := range p.Flips {
			line := []string{describeWeightChange(w, p, &p.Flips[j])}
			if p.Stated {
				out = append(out, line)
			} else {
				unstated = append(unstated, line)
			}
		}
	}
	return append(append(out, unstated...), listIdleWeights(w)...)
}

// listAcceptability says how the weightings divide among the options.
func listAcceptability(w *wording) [][]string {
	var out [][]string
	if w.rec.RunnerUp.Option == "" {
		return nil // what is alone wins everywhere
	}
	if list := w.acceptabilityNearStated(); len(list) > 0 {
		out = append(out, []string{w.Poll(joinAcceptability(w, list))})
	}
	return append(out, listShares(w)...)
}

// joinAcceptability lists options with their shares, the greatest first; those without any
// are left out.
func joinAcceptability(w *wording, list []engine.Acceptability) string {
	list = slices.DeleteFunc(slices.Clone(list), func(a engine.Acceptability) bool { return a.Share == 0 })
	slices.SortStableFunc(list, func(a, b engine.Acceptability) int { return cmp.Compare(b.Share, a.Share) })
	var parts []string
	c := allotChances(list)
	for _, a := range list {
		parts = append(parts, w.PollPart(w.nameOption(a.Option), c.sayOf(w, a.Option)))
	}
	return w.joinIDs(parts)
}
