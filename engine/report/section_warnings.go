package report

import (
	"slices"

	"github.com/ajar-decision/ajar/engine/report/page"
)

// composeContradictions tells answers that contradict each other. It stands before
// everything that rests on them.
func composeContradictions(w *wording) []page.Block {
	var out []string
	for _, x := range buildContradictions(w) {
		out = append(out, x.Text)
	}
	if out == nil {
		return nil
	}
	return append([]page.Block{page.MakeBlock(page.Paragraph, w.Contradictions())}, page.MakeBlocks(page.Alert, page.MakeEntries(out...))...)
}

// toldElsewhere are the warnings that have parts of their own on a page.
var toldElsewhere = []string{warnExclusion, warnComparisons, warnBarOpen, warnToldOnly, warnPrecaution}

// composeWarningsSection is the part with what to know before relying on the result.
func composeWarningsSection(w *wording) []page.Block {
	var out []string
	for _, x := range buildWarnings(w) {
		if !slices.Contains(toldElsewhere, x.ID) {
			out = append(out, x.Text)
		}
	}
	return page.MakeSection(w.SectionWarnings(), page.MakeBlocks(page.Alert, page.MakeEntries(out...)))
}
