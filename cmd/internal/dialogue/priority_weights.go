package dialogue

import (
	"strings"

	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// tellWeights says what the answers about priorities come to, once all are there.
// If comparisons contradict each other it asks again for the one that fits the
// others least; Enter leaves it as it is.
func (d *Dialogue) tellWeights(q *session.Question) error {
	w := d.Session.MethodResult()
	if w == nil || !comparesPriorities(q) && q.ID != rules.PrioritiesID {
		return nil
	}
	if !w.Enough {
		d.writeParagraph("  ", d.words.NotEnough())
		return nil
	}
	d.writeParagraph("  ", d.words.Weights(d.phraseWeights(w.Weights)))
	if w.Consistency == nil {
		return nil
	}
	d.tellConsistency(w.Consistency)
	if w.Consistency.IsConsistent() || w.Consistency.Reconsider == "" {
		return nil
	}
	doubt := d.Session.QuestionByID(w.Consistency.Reconsider)
	d.writeParagraph("  ", d.words.Reconsider(d.nameQuestion(doubt), d.phraseGivenAnswer(doubt), d.phraseValues(doubt, roundAllToOneDecimal(w.Consistency.Suggested))))
	return d.Session.Edit(w.Consistency.Reconsider)
}

// tellConsistency says how well comparisons fit together.
func (d *Dialogue) tellConsistency(f *session.Consistency) {
	ratio := plain.Fixed(f.Ratio, 2)
	switch {
	case f.Contradiction != nil:
		d.writeParagraph("  ", d.phraseContradiction(f))
	case f.Reconsider == "":
		d.writeParagraph("  ", d.words.FitAll())
	case f.Limit == nil:
		d.writeParagraph("  ", d.words.FitUnknown(ratio))
	default:
		d.writeParagraph("  ", d.words.FitEnough(ratio, plain.Fixed(*f.Limit, 2)))
	}
}

// phraseContradiction says how comparisons contradict one another.
func (d *Dialogue) phraseContradiction(f *session.Consistency) string {
	names := make([]string, len(f.Contradiction.IDs))
	for i, id := range f.Contradiction.IDs {
		names[i] = d.Session.QuestionByID(id).Title.In(d.words.Lang)
	}
	switch f.Contradiction.Kind {
	case elicit.Circle:
		return d.words.FitCircle(strings.Join(append(names, names[0]), d.words.Above()))
	case elicit.BestIsNotBest:
		return d.words.FitBest(names[0], names[1])
	case elicit.WorstIsNotWorst:
		return d.words.FitWorst(names[0], names[1])
	case elicit.TwoOrders:
		return d.words.FitTwoOrders(names[0], names[1])
	}
	return d.words.FitNot(plain.Fixed(f.Ratio, 2), plain.Fixed(*f.Limit, 2))
}

func roundAllToOneDecimal(values []string) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = roundToOneDecimal(v)
	}
	return out
}
