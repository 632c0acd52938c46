package dialogue

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/session"
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

// roundToOneDecimal writes a number of times with one decimal at most.
func roundToOneDecimal(text string) string {
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return text
	}
	return strings.TrimSuffix(plain.Fixed(x, 1), ".0")
}

func (d *Dialogue) phraseQuestion(q *session.Question) string {
	if t := q.Text.In(d.words.Lang); t != "" {
		return t
	}
	return d.nameQuestion(q) + d.words.Mark()
}

// phraseChoice names a choice, and says what was said of it.
func (d *Dialogue) phraseChoice(q *session.Question, c *session.Choice) string {
	label := c.Brief.InOr(d.words.Lang, c.Label)
	if c.Alone {
		label += d.words.Alone()
	}
	switch {
	case slices.Contains(q.Given.Values, c.ID):
		label += d.words.Chosen()
	case slices.Contains(q.Given.Open, c.ID):
		label += d.words.StillOpen()
	}
	return label
}

// phraseGivenAnswer puts what was said into words.
func (d *Dialogue) phraseGivenAnswer(q *session.Question) string {
	switch q.Given.State {
	case session.Unknown:
		return d.words.Unknown()
	case session.NotApplicable:
		return d.words.NA()
	case session.Skipped, session.Unanswered:
		return d.words.Skipped()
	}
	if len(q.Given.Open) > 0 {
		said := slices.DeleteFunc([]string{d.phraseValues(q, q.Given.Values)}, func(s string) bool { return s == "" })
		return strings.Join(append(said, d.words.RestOpen()), d.words.Semicolon())
	}
	return d.phraseValues(q, q.Given.Values)
}

// findRange reads a range that answers a question about one weight.
func findRange(q *session.Question, values []string) (r engine.WeightRange, ok bool) {
	if q.Kind != session.Rate || comparesPriorities(q) || len(values) != 1 {
		return r, false
	}
	return engine.ParseWeightRange(values[0])
}

// phraseValues puts an answer into words.
func (d *Dialogue) phraseValues(q *session.Question, values []string) string {
	if r, ok := findRange(q, values); ok {
		return d.words.Between(plain.Decimal(r.Low), plain.Decimal(r.High))
	}
	labels := make([]string, len(values))
	for i, v := range values {
		labels[i] = d.findChoiceLabel(q, v)
	}
	switch q.Kind {
	case session.Order:
		for i, v := range values {
			var tied []string
			for _, id := range strings.Split(v, "=") {
				tied = append(tied, d.findChoiceLabel(q, id))
			}
			labels[i] = strings.Join(tied, " = ")
		}
		return strings.Join(labels, " > ")
	case session.Spread:
		for i, c := range q.Choices {
			labels[i] = c.Label.In(d.words.Lang) + " " + values[i]
		}
	case session.Compare:
		if values[1] == "1" {
			return d.words.Alike()
		}
		return d.words.Times(labels[0], roundToOneDecimal(values[1]))
	}
	return strings.Join(labels, d.words.Semicolon())
}

func (d *Dialogue) findChoiceLabel(q *session.Question, value string) string {
	for _, c := range q.Choices {
		if c.ID == value {
			return c.Label.In(d.words.Lang)
		}
	}
	return value
}
