package session

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules"
)

// QuestionKind says how a question is answered.
type QuestionKind uint8

// The kinds of questions.
const (
	OneOf   QuestionKind = iota // one of the choices: a fact
	Number                      // a number from Min to Max: a fact
	Choose                      // some of the choices: which priorities matter
	Rate                        // a number from Min to Max, or a range of them: how much one priority matters
	Order                       // all the choices in order, those that tie joined by "="
	Spread                      // a number for each choice, in their order; 100 together
	Compare                     // one of two choices, and from 1 to 9 how many times as much it matters
	SomeOf                      // all of the choices that hold: a set
)

// Question is what a person is asked, in every language.
type Question struct {
	// ID is a fact, a priority or rules.PrioritiesID. A question about several
	// priorities has an id of its own, which nobody need take apart.
	ID   string
	Kind QuestionKind
	// Priorities are those that the question sets against each other, and Weighing
	// is the question of rules.Weighing that it asks: "rank", "points", "pair",
	// "best", "worst" or "times". Both are empty for any other question.
	Priorities []string
	Weighing   string
	Title      rules.Text // a name of a few words
	Text       rules.Text // the question itself
	Why        rules.Text // why it is asked
	Source     []string   // ids of sources, at least one
	// Choices of OneOf, SomeOf, Choose, Order, Spread and Compare, in the order in which they are shown and
	// numbered, from 1.
	Choices []Choice
	// Most is how many may be chosen; 0: any number. Those that come with a weight are not
	// limited.
	Most int
	// Weighted: a choice may come with a weight, as in "adoption_reach=9".
	Weighted bool
	// Min, Max and Unit of Number, Rate, Spread and Compare.
	Min, Max float64
	Unit     rules.Text
	// Anchors say in words what some numbers mean.
	Anchors []rules.Anchor
	// NA says what "does not apply" means here; it may be empty.
	NA rules.Text
	// Given is what was said before; Open if nothing was.
	Given GivenAnswer
	// Place is the number of the question among Of, as far as can be told now:
	// answers may switch questions on and off.
	Place, Of int
}

// Choice is one way to answer.
type Choice struct {
	ID    string
	Label rules.Text
	Brief rules.Text // of a fact's value: the label said to the owner in a few words; may be empty
	More  rules.Text // what a priority means; empty for facts
	Alone bool       // of a set: it excludes the others
}

// AnswerState says what became of a question.
type AnswerState uint8

// The states of a question. Unknown and NotApplicable are answers that stand
// in the profile; Skipped leaves nothing there. A priority knows a weight or
// nothing, so for the questions about priorities all three leave nothing.
const (
	Unanswered AnswerState = iota
	Answered
	Unknown
	NotApplicable
	Skipped
)

// GivenAnswer is what was said to a question. Values holds one value of a fact, those
// in a set, the chosen priorities, one number, or a range of numbers as in "4..7"; it is empty unless State is
// Answered. Open holds the values of a set of which a profile does not say whether
// they are in it.
type GivenAnswer struct {
	State  AnswerState
	Values []string
	Open   []string
}

// detach gives the question memory of its own in place of the pack's and the
// session's.
func (q *Question) detach() {
	q.Priorities, q.Source, q.Given.Values = slices.Clone(q.Priorities), slices.Clone(q.Source), slices.Clone(q.Given.Values)
	q.Given.Open = slices.Clone(q.Given.Open)
	q.Choices, q.Anchors = slices.Clone(q.Choices), slices.Clone(q.Anchors)
	texts := []*rules.Text{&q.Title, &q.Text, &q.Why, &q.Unit, &q.NA}
	for i := range q.Choices {
		texts = append(texts, &q.Choices[i].Label, &q.Choices[i].Brief, &q.Choices[i].More)
	}
	for i := range q.Anchors {
		texts = append(texts, &q.Anchors[i].Text)
	}
	for _, t := range texts {
		*t = slices.Clone(*t)
	}
}

// IsYesNo reports whether yes or no answers the question, its choices being true and
// false.
func (q *Question) IsYesNo() bool {
	return q.Kind == OneOf && len(q.Choices) == 2 && q.findChoice("true") >= 0 && q.findChoice("false") >= 0
}

func newChoice(p *rules.Priority) Choice { return Choice{ID: p.ID, Label: p.Title, More: p.Meaning} }

// fillPlaceholders puts titles into a text.
func fillPlaceholders(text string, pairs ...string) string {
	return strings.NewReplacer(pairs...).Replace(text)
}

// findChoice is the place of a choice, -1 if there is no such choice.
func (q *Question) findChoice(id string) int {
	return slices.IndexFunc(q.Choices, func(c Choice) bool { return c.ID == id })
}
