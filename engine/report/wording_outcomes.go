package report

import (
	"github.com/ajar-decision/ajar/engine"
)

// outcomeID names an option, or a result without one.
func outcomeID(option string, stance engine.Stance) string {
	if option == "" {
		return string(stance)
	}
	return option
}

// describeOutcome names a result with its stance.
func (w *wording) describeOutcome(to string) string {
	if o := w.pack.Option(to); o != nil {
		return w.Becomes(w.nameOption(to), w.nameStance(o.Stance))
	}
	return w.nameMissingOption(engine.Stance(to))
}

// nameMissingOption says why a result names no option.
func (w *wording) nameMissingOption(s engine.Stance) string {
	if s == engine.NoBasis {
		return w.BecomesNoBasis()
	}
	return w.BecomesNone()
}

// describeVerdict names the stance and the option.
func describeVerdict(w *wording) string {
	if w.rec.Option == "" {
		if w.rec.Stance == engine.NoBasis {
			return w.HeadlineNoBasis()
		}
		return w.HeadlineNone()
	}
	stance, form := w.nameStanceInCapitals(), w.findForm().Title.In(w.Lang)
	if w.rec.Ready {
		return w.Headline(stance, form)
	}
	then := w.HeadlineThen(stance, form)
	step := findFirstStep(w, &w.rec.Conditions[0])
	if step.fact != "" {
		return w.HeadlineNotYetAsk(step.text, then)
	}
	return w.HeadlineNotYet(step.text, then)
}
