package report

import (
	"github.com/ajar-decision/ajar/engine/report/page"
)

// composeConditionsSection is the part about what has to come before the advised
// release, and what may be done until then.
func composeConditionsSection(w *wording) []page.Block {
	var out [][]string
	for i := range w.rec.Conditions {
		b := &w.rec.Conditions[i]
		text := w.formatSentence(sentence{w.pack.Bar(b.ID).Text.In(w.Lang), listBarGrounds(w, b)})
		out = append(out, append([]string{text}, listWaysOut(w, b)...))
	}
	return page.MakeSection(w.SectionConditions(), page.MakeBlocks(page.Item, out))
}

// describeToday says what may be done until the conditions are met.
func describeToday(w *wording) string {
	if w.rec.Today.Option == "" {
		return w.UntilThenNothing()
	}
	return w.UntilThen(w.nameOption(w.rec.Today.Option))
}
