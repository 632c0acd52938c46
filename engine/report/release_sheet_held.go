package report

import (
	"maps"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// heldRule is something that the rules hold against the answers to a question.
type heldRule struct {
	id   string
	says string
	// facts are those that its condition reads.
	facts []string
	// holdsBack: the release waits for it, or may turn out to be forbidden.
	holdsBack bool
}

// listHeldRules lists bars that hold back or may do so, contradictions, duties and steps,
// each once and in this order.
func listHeldRules(w *wording) []*heldRule {
	var out []*heldRule
	out = append(out, listHeldBars(w, w.rec.Conditions, w.rec.Cautions)...)
	for i := range w.rec.Components {
		if c := &w.rec.Components[i]; c.Own {
			for _, h := range listHeldBars(w.forPart(c), c.Conditions, c.Cautions) {
				h.says = w.Topic(w.nameComponent(c.ID), h.says)
				out = append(out, h)
			}
		}
	}
	for _, b := range collectBars(w, rules.BarredForGood) {
		if b.Limit == nil {
			says := w.SheetRulesOut(w.formatSentence(sentence{tellBar(w, b.BarResult), []string{b.ID, w.RulesOut(w.nameOptions(b.options))}}))
			out = append(out, &heldRule{b.ID, says, append(w.pack.Bar(b.ID).When.Facts(nil), b.Grounds...), false})
		}
	}
	warnings := buildContradictions(w)
	for i := range w.rec.Contradictions {
		c := &w.rec.Contradictions[i]
		out = append(out, &heldRule{c.ID, warnings[i].Text, c.Facts, true})
	}
	for i := range w.rec.Duties {
		d := &w.rec.Duties[i]
		def := w.pack.Duty(d.ID)
		out = append(out, &heldRule{d.ID, w.SheetDuty(w.formatSentence(sentence{describeDuty(w, d), []string{d.ID}})), def.When.Facts(nil), false})
	}
	for i := range w.rec.Plan {
		if s := &w.rec.Plan[i]; s.Kind == rules.StepRule {
			text, _ := describePlanStep(w, s)
			say := w.SheetStep(lowerFirst(w.namePhase(s.Phase)), w.nameRole(s.By), w.formatSentence(sentence{text, []string{s.ID}}))
			out = append(out, &heldRule{s.ID, say, s.Facts, false})
		}
	}
	return out
}

// listHeldBars tells bars that hold back, with what to do first, and those that may.
func listHeldBars(w *wording, conditions, cautions []engine.BarResult) []*heldRule {
	var out []*heldRule
	for i := range conditions {
		b := &conditions[i]
		step := findFirstStep(w, b)
		first := w.SheetDo(step.text)
		if step.fact != "" {
			first = w.SheetAnswerFirst(w.WithID(step.text, step.fact))
		}
		out = append(out, newHeldBar(w, b, w.SheetHolds(w.formatSentence(sentence{w.Sentences([]string{tellBar(w, b), first}), []string{b.ID}}))))
	}
	for i := range cautions {
		b := &cautions[i]
		switch open := w.keepUnknown(w.pack.Bar(b.ID).When.Facts(nil)); {
		case b.ToldOnly:
			out = append(out, newHeldBar(w, b, w.Meanwhile(w.formatSentence(sentence{tellBar(w, b), []string{b.ID}}))))
		case len(open) > 0:
			out = append(out, newHeldBar(w, b, w.Caution(w.SheetMay(w.pack.Bar(b.ID).Text.In(w.Lang)), w.pack.Fact(open[0]).Question.In(w.Lang), b.ID)))
		default:
			out = append(out, newHeldBar(w, b, w.SheetMay(w.formatSentence(sentence{w.pack.Bar(b.ID).Text.In(w.Lang), []string{b.ID}}))))
		}
	}
	return out
}

func newHeldBar(w *wording, b *engine.BarResult, says string) *heldRule {
	facts := append(w.pack.Bar(b.ID).When.Facts(nil), b.Grounds...)
	return &heldRule{b.ID, says, facts, true}
}

// belongs reports whether a rule is about the answers to a question: the pack says so, or
// says nothing of the rule and it reads a fact that answers the question.
func belongs(pack *rules.Pack, h *heldRule, q *rules.SheetQuestion) bool {
	if slices.ContainsFunc(pack.Sheet, func(x rules.SheetQuestion) bool { return slices.Contains(x.About, h.id) }) {
		return slices.Contains(q.About, h.id)
	}
	return slices.ContainsFunc(q.Facts, func(f rules.SheetFact) bool { return slices.Contains(h.facts, f.ID) })
}

// mergeAnswers gives the answers of the whole with those of a part in their place.
func mergeAnswers(whole, part map[string]engine.Answer) map[string]engine.Answer {
	out := make(map[string]engine.Answer, len(whole)+len(part))
	maps.Copy(out, whole)
	maps.Copy(out, part)
	return out
}
