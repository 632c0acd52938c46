package report

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
)

// composePage puts the parts of the report in order. A part without content is nil
// and leaves no heading behind. What later rules add becomes one more part here.
func (w *resultWriter) composePage() []page.Block {
	parts := []func() []page.Block{
		w.composeHeadSection, w.composeWarningsSection, w.composeLeansSection, w.composeChangesSection, w.composeQuestionsSection, w.composeOptionsSection, w.composeDutiesSection, w.composeComponentsSection, w.composeLicencesSection, w.composeNextStepsSection, w.composeReasonsSection,
		w.composeStatedSection, w.composeOpenSection, w.composeSourcesSection, w.composeMethodSection,
	}
	if w.rec.Stance == engine.NoBasis {
		// Eleven dimensions and ten options of which nothing is known would
		// only hide the questions.
		parts = []func() []page.Block{w.composeHeadSection, w.composeWarningsSection, w.composeRuledOutSection, w.composeDutiesSection, w.composeStatedSection, w.composeOpenSection, w.composeSourcesSection, w.composeMethodSection}
	}
	return joinSections(parts)
}

// composeBriefPage is the page for those who have just answered the questions.
func (w *resultWriter) composeBriefPage() []page.Block {
	if w.rec.Stance == engine.NoBasis {
		return joinSections([]func() []page.Block{w.composeHeadSection, w.composeMethodSection})
	}
	return joinSections([]func() []page.Block{w.composeHeadSection, w.composeLeansSection, w.composeChangesSection, w.composeQuestionsSection, w.composeMethodSection})
}

func joinSections(parts []func() []page.Block) []page.Block {
	var p []page.Block
	for _, part := range parts {
		p = append(p, part()...)
	}
	return p
}
