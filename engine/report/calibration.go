package report

import (
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine"
)

// fewCases is how many cases say something of a word at the least.
const fewCases = 5

// findRecord finds the record of the word about the stance, nil if there is none: a
// profile without priorities is held against the cases judged without any.
func findRecord(w *wording) *WordRecord {
	s := w.rec.Sensitivity
	if s == nil {
		return nil
	}
	weighs := func(p engine.PriorityResult) bool { return p.Weight > 0 }
	factsOnly := !slices.ContainsFunc(w.rec.Priorities, weighs)
	i := slices.IndexFunc(w.records, func(r WordRecord) bool { return r.Word == s.Robustness.Stance && r.FactsOnly == factsOnly })
	if i < 0 {
		return nil
	}
	return &w.records[i]
}

// describeRecord says how often the word about the stance was right, always with the
// number of cases; "" if that is not known, if no word is said since the law leaves one
// option, or if the word claims nothing that could be right.
func describeRecord(w *wording) string {
	r := findRecord(w)
	if r == nil || r.Word == engine.Thin || w.rec.DecidedBy.Kind == engine.ByBar && w.rec.RunnerUp.Option == "" {
		return ""
	}
	decisions := w.RecordDecisions(strconv.Itoa(r.Cases))
	if r.FactsOnly {
		decisions = w.RecordDecisionsFacts(strconv.Itoa(r.Cases))
	}
	word, said, same := nameRobustness(w, r.Word), strconv.Itoa(r.Said), strconv.Itoa(r.Same)
	switch {
	case r.Said == 0:
		return w.RecordNone(decisions, word)
	case r.Said < fewCases:
		return w.RecordFew(decisions, word, said, same)
	}
	return w.RecordLine(decisions, word, said, same)
}

// describeRobustnessInFull adds to how settled the verdict is what that word is worth.
func describeRobustnessInFull(w *wording) []string {
	out := describeRobustness(w)
	if text := describeRecord(w); text != "" {
		out = append(out, text)
	}
	return out
}

// RobustnessText gives the word for how settled something is, such as "leaning", as
// [Write] does; "" for what is no such word.
func RobustnessText(word engine.Robustness, lang string) string {
	if !slices.Contains(engine.Robustnesses(), word) {
		return ""
	}
	return nameRobustness(&wording{texts: textsIn(lang)}, word)
}
