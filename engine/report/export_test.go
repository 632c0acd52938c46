package report

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// SheetLine is a line of the release sheet as tests see it.
type SheetLine struct {
	Question, Fact, Text     string
	Open, Done, Off, Blocked bool
}

// ListSheetLines gives all lines of the release sheet, and of each question how it stands,
// with Fact "".
func ListSheetLines(pack *rules.Pack, r *engine.Recommendation) (lines []SheetLine, questions []SheetLine) {
	w := newWording(pack, r, applyOptions(nil))
	items, _ := listSheet(w)
	make := func(q, fact, text string, s sheetStatus) SheetLine {
		return SheetLine{q, fact, text, s == sheetOpen, s == sheetDone, s == sheetOff || s == sheetNotAsked, s == sheetBlocked}
	}
	for i := range items {
		for _, a := range items[i].answers {
			lines = append(lines, make(items[i].def.ID, a.fact, w.Sentences(a.text), a.status))
		}
		questions = append(questions, make(items[i].def.ID, "", "", items[i].status))
	}
	return lines, questions
}
