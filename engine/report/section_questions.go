package report

import (
	"github.com/ajar-decision/ajar/engine/report/page"
)

// composeQuestionsSection is the part with the questions worth answering next.
func composeQuestionsSection(w *wording) []page.Block {
	if w.rec.Sensitivity == nil {
		return nil
	}
	list := w.rec.Sensitivity.Questions
	return page.MakeSection(w.SectionNext(), page.MakeBlocks(page.Item, mapWith(w, list[:min(maxQuestions, len(list))], describeQuestion)))
}

// composeAllQuestionsSection is the part with all questions that are still open.
func composeAllQuestionsSection(w *wording) []page.Block {
	return page.MakeSection(w.SectionNext(), page.MakeBlocks(page.Item, listAllQuestions(w)))
}

// listAllQuestions lists the questions that can change the option, and names the
// others.
func listAllQuestions(w *wording) [][]string {
	var out [][]string
	var narrow []string
	for i := range w.rec.Sensitivity.Questions {
		if q := &w.rec.Sensitivity.Questions[i]; len(q.CouldChangeTo) > 0 {
			out = append(out, describeQuestion(w, q))
		} else {
			narrow = append(narrow, q.Fact)
		}
	}
	if len(narrow) > 0 {
		out = append(out, []string{w.AskNarrow(w.joinNamesThenIDs(narrow, w.quoteFact))})
	}
	return out
}
