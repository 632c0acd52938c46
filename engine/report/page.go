package report

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
)

// The pages that this package writes.
var (
	fullPage = sectionsOf[*wording]{
		composeHeadSection, composeToClearSection, composeConditionsSection, composeMeanwhileSection, composeCautionsSection, composeWarningsSection, composeLeansSection,
		composeReasonsSection, composeChangesSection, composeForbiddenChangesSection, composeOptionsSection, composeReleaseTableSection, composeComponentsSection, composeDutiesSection,
		composeLicencesSection, composePlanSection, composeRidersSection, composeComplementSection, composeIncomeSection, composeStatedSection, composeOpenSection, composeQuestionsSection,
		composeSourcesSection, composeMethodSection,
	}
	// Eleven dimensions and ten options of which nothing is known would only hide
	// the questions.
	noBasisPage = sectionsOf[*wording]{
		composeHeadSection, composeConditionsSection, composeMeanwhileSection, composeToAnswerSection, composeCautionsSection, composeWarningsSection, composeRuledOutSection, composeDutiesSection,
		composeStatedSection, composeOpenSection, composeSourcesSection, composeMethodSection,
	}
	sensitivityPage = sectionsOf[*wording]{
		composeSensitivityHeadSection, composeTornadoSection, composeFlipsSection, composeForbiddenFlipsSection, composeWeightingsSection, composeNumbersSection, composeAllQuestionsSection, composeMethodSection,
	}
	whatIfPage = sectionsOf[*whatIf]{
		(*whatIf).composeHeadSection, (*whatIf).composeAnswersSection, (*whatIf).composeBeforeAfterSection, (*whatIf).composeMovedSection, (*whatIf).composeMethodSection,
	}
)

// composerOf gives what composes a report of an extent.
func composerOf(x Extent) func(*wording) []page.Block {
	switch x {
	case CardExtent:
		return composeCard
	case PageExtent:
		return composeSummaryPage
	}
	return composePage
}

func composePage(w *wording) []page.Block {
	if w.rec.Stance == engine.NoBasis {
		return noBasisPage.compose(w)
	}
	return fullPage.compose(w)
}
