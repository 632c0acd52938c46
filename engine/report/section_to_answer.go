package report

import (
	"slices"

	"github.com/ajar-decision/ajar/engine/report/page"
)

// maxFirstQuestions is how many questions the page without a basis proposes.
const maxFirstQuestions = 6

// composeToAnswerSection lists what to answer first when there is no basis: the facts in
// the order in which the pack asks, and the priorities.
func composeToAnswerSection(w *wording) []page.Block {
	out := []string{w.StatePriorities()}
	for i := range w.pack.Facts {
		f := &w.pack.Facts[i]
		if slices.Contains(w.rec.Unknown, f.ID) && len(out) <= maxFirstQuestions {
			out = append(out, w.WithID(f.Question.In(w.Lang), f.ID))
		}
	}
	return page.MakeSection(w.SectionAnswer(), page.MakeBlocks(page.Item, page.MakeEntries(out...)))
}
