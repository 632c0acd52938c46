package report

import (
	"github.com/ajar-decision/ajar/engine"
)

func describeQuestion(w *wording, q *engine.FactQuestion) []string {
	ask := w.Ask
	if q.Confirm {
		ask = w.AskAgain
	}
	out := []string{ask(w.pack.Fact(q.Fact).Question.In(w.Lang), q.Fact)}
	if len(q.CouldChangeTo) == 0 {
		return append(out, w.AskNarrows())
	}
	to := make([]string, len(q.CouldChangeTo))
	for i, x := range q.CouldChangeTo {
		to[i] = w.describeOutcome(x)
	}
	return append(out, w.AskChanges(w.Or(to)))
}
