package report

import (
	"github.com/ajar-decision/ajar/engine/report/page"
)

// composeContradictionsSection is the part about answers that contradict each
// other, for pages without the other warnings.
func composeContradictionsSection(w *wording) []page.Block {
	var out []string
	for _, x := range buildContradictions(w) {
		out = append(out, x.Text)
	}
	return page.MakeSection(w.SectionContradictions(), page.MakeBlocks(page.Alert, page.MakeEntries(out...)))
}

// composeWarningsSection is the part with what to know before relying on the result.
func composeWarningsSection(w *wording) []page.Block {
	var out []string
	for _, x := range buildWarnings(w) {
		if x.ID != warnBarOpen && x.ID != warnToldOnly && x.ID != warnPrecaution { // these have parts of their own
			out = append(out, x.Text)
		}
	}
	return page.MakeSection(w.SectionWarnings(), page.MakeBlocks(page.Alert, page.MakeEntries(out...)))
}
