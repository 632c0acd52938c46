package dialogue

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// comparesPriorities reports whether a question is about several priorities; its id is
// no name that people could use.
func comparesPriorities(q *session.Question) bool { return len(q.Priorities) > 0 }

// nameQuestion names a question in a few words.
func (d *Dialogue) nameQuestion(q *session.Question) string {
	if t := q.Title.In(d.words.Lang); t != "" {
		return t
	}
	switch q.Weighing {
	case "rank":
		return d.words.TitleRank()
	case "points":
		return d.words.TitlePoints()
	case "best":
		return d.words.TitleBest()
	case "worst":
		return d.words.TitleWorst()
	}
	return d.words.TitlePriorities()
}

// phraseScale says on one line what numbers of times mean.
func (d *Dialogue) phraseScale(q *session.Question) string {
	parts := make([]string, len(q.Anchors))
	for i, a := range q.Anchors {
		parts[i] = plain.Number(a.Weight) + " " + a.Text.In(d.words.Lang)
	}
	return strings.Join(parts, d.words.Semicolon())
}

// nameQuestions lists questions by their ids, or by their titles if they have none to
// show, each once.
func (d *Dialogue) nameQuestions(ids []string) string {
	var names []string
	for _, id := range ids {
		if q := d.Session.QuestionByID(id); q != nil && comparesPriorities(q) {
			id = d.nameQuestion(q)
		}
		if !slices.Contains(names, id) {
			names = append(names, id)
		}
	}
	return strings.Join(names, ", ")
}

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

// roundToOneDecimal writes a number of times with one decimal at most.
func roundToOneDecimal(text string) string {
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return text
	}
	return strings.TrimSuffix(plain.Fixed(x, 1), ".0")
}

func roundAllToOneDecimal(values []string) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = roundToOneDecimal(v)
	}
	return out
}
