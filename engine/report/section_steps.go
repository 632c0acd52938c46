package report

import (
	"github.com/ajar-decision/ajar/engine/report/page"
)

// composeNextStepsSection is the part about what to do next.
func composeNextStepsSection(w *wording) []page.Block {
	var out []string
	for i := range w.rec.NextSteps {
		s := &w.rec.NextSteps[i]
		def := w.pack.Step(s.ID)
		by := append(listAdviceGrounds(w, s.ID, s.Facts, def.Source), listBarsOfStep(w, s)...)
		out = append(out, w.formatSentence(sentence{def.Text.In(w.Lang), by}))
	}
	return page.MakeSection(w.SectionSteps(), page.MakeBlocks(page.Item, page.MakeEntries(out...)))
}
