package report

import "github.com/ajar-decision/ajar/engine"

// describeCardHeadline says what is advised, for what.
func describeCardHeadline(w *wording) string {
	say := func(text string) string {
		if w.rec.Profile.Name == "" {
			return text
		}
		return w.Topic(w.rec.Profile.Name, text)
	}
	switch w.rec.Stance {
	case engine.None:
		return say(w.CardNone())
	case engine.NoBasis:
		return say(w.CardNoBasis())
	}
	verdict := w.CardVerdict(w.nameStanceInCapitals(), w.findForm().Title.In(w.Lang))
	if w.rec.Ready {
		return say(verdict)
	}
	return say(w.CardNotYet(firstToSettle(w, &w.rec.Conditions[0]), verdict))
}

// firstToSettle says in a few words what to do first about a condition: a question to
// answer, or else something to do.
func firstToSettle(w *wording, b *engine.BarResult) string {
	if step := findFirstStep(w, b); step.fact != "" {
		return w.CardFindOut(briefQuestion(w, step.fact))
	}
	return briefLift(w, b.ID)
}
