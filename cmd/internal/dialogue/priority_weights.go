package dialogue

import (
	"cmp"
	"maps"
	"slices"
	"strings"

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
	ids := slices.SortedFunc(maps.Keys(w.Weights), func(a, b string) int {
		return cmp.Or(cmp.Compare(w.Weights[b], w.Weights[a]), cmp.Compare(a, b))
	})
	for i, id := range ids {
		ids[i] = d.Session.QuestionByID(id).Title.In(d.words.Lang) + " " + plain.Fixed(w.Weights[id], 1)
	}
	d.writeParagraph("  ", d.words.Weights(strings.Join(ids, d.words.Semicolon())))
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
	ratio := func(x *float64) string { return plain.Fixed(*x, 2) }
	switch {
	case f.Ratio == nil:
		d.writeParagraph("  ", d.words.LeftOut())
	case f.Reconsider == "":
		d.writeParagraph("  ", d.words.FitAll())
	case f.Limit == nil:
		d.writeParagraph("  ", d.words.FitUnknown(ratio(f.Ratio)))
	case f.IsConsistent():
		d.writeParagraph("  ", d.words.FitEnough(ratio(f.Ratio), ratio(f.Limit)))
	default:
		d.writeParagraph("  ", d.words.FitNot(ratio(f.Ratio), ratio(f.Limit)))
	}
}

func roundAllToOneDecimal(values []string) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = roundToOneDecimal(v)
	}
	return out
}
