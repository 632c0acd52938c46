package session

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/lang"
)

// QuestionKind says how a question is answered.
type QuestionKind uint8

// The kinds of questions.
const (
	OneOf   QuestionKind = iota // one of the choices: a fact
	Number                      // a number from Min to Max: a fact
	Choose                      // some of the choices: which priorities matter
	Rate                        // a number from Min to Max: how much one priority matters
	Order                       // all the choices in order, those that tie joined by "="
	Spread                      // a number for each choice, in their order; 100 together
	Compare                     // one of two choices, and from 1 to 9 how many times as much it matters
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
	// Choices of OneOf, Choose, Order, Spread and Compare, in the order in which they are shown and
	// numbered, from 1.
	Choices []Choice
	// Most is how many may be chosen; 0: any number.
	Most int
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
	More  rules.Text // what a priority means; empty for facts
}

// Next gives the question to ask; nil if there is none left. It is the same
// until something is answered.
func (s *Session) Next(ctx context.Context) (*Question, error) {
	id, err := s.findCurrent(ctx)
	if err != nil || id == "" {
		return nil, err
	}
	q := s.buildQuestion(id)
	q.Place, q.Of = s.countPlace(id)
	return q, nil
}

// findCurrent is the question that is asked now.
func (s *Session) findCurrent(ctx context.Context) (string, error) {
	if s.position < len(s.answeredOrder) {
		return s.answeredOrder[s.position], nil
	}
	if s.nextID == "" {
		id, err := s.chooseNext(ctx)
		if err != nil {
			return "", err
		}
		s.nextID = id
	}
	return s.nextID, nil
}

// countPlace counts the questions that apply, up to this one and in all.
func (s *Session) countPlace(id string) (place, of int) {
	r := s.readFacts(nil)
	for i, done := range s.answeredOrder {
		if !s.isInScope(done, r) || !s.isApplicable(done, r) {
			continue
		}
		of++
		if i < s.position {
			place++
		}
	}
	return place + 1, of + s.countExpected(id)
}

// countExpected is how many questions are still open. While the opening question
// is, it is the most that one of its answers would leave.
func (s *Session) countExpected(current string) int {
	most := len(s.listOpen())
	if f := s.pack.Fact(current); f != nil && s.given[current].State == Unanswered && s.isOpeningQuestion(current) {
		for _, v := range f.ValueIDs() {
			most = max(most, len(s.listOpenGiven(s.readFacts(map[string]string{current: v}))))
		}
	}
	return most
}

// QuestionByID shows a question out of turn, without its place; nil if there is no such
// question.
func (s *Session) QuestionByID(id string) *Question {
	return s.buildQuestion(id)
}

// buildQuestion builds a question without its place, nil if there is none. Its
// lists are its own.
func (s *Session) buildQuestion(id string) *Question {
	q := s.composeQuestion(id)
	if q != nil {
		q.detach()
	}
	return q
}

// detach gives the question memory of its own in place of the pack's and the
// session's.
func (q *Question) detach() {
	q.Priorities, q.Source, q.Given.Values = slices.Clone(q.Priorities), slices.Clone(q.Source), slices.Clone(q.Given.Values)
	q.Choices, q.Anchors = slices.Clone(q.Choices), slices.Clone(q.Anchors)
	texts := []*rules.Text{&q.Title, &q.Text, &q.Why, &q.Unit, &q.NA}
	for i := range q.Choices {
		texts = append(texts, &q.Choices[i].Label, &q.Choices[i].More)
	}
	for i := range q.Anchors {
		texts = append(texts, &q.Anchors[i].Text)
	}
	for _, t := range texts {
		*t = maps.Clone(*t)
	}
}

// composeQuestion composes it from lists of the pack and the session.
func (s *Session) composeQuestion(id string) *Question {
	switch {
	case s.pack.Fact(id) != nil:
		return s.buildFactQuestion(s.pack.Fact(id))
	case id == rules.PrioritiesID:
		return s.buildPrioritiesQuestion()
	case s.pack.Priority(id) != nil:
		return s.buildRatingQuestion(s.pack.Priority(id))
	case s.method != nil:
		return s.method.buildQuestion(s, id)
	}
	return nil
}

func (s *Session) buildFactQuestion(f *rules.Fact) *Question {
	q := &Question{
		ID: f.ID, Kind: OneOf, Title: f.Title, Text: f.Question, Why: f.Why, Source: f.Source, NA: f.NA,
		Min: f.Min, Max: f.Max, Unit: f.Unit, Given: s.given[f.ID],
	}
	if f.Type == rules.NumberFact {
		q.Kind = Number
		return q
	}
	for _, v := range f.Values {
		q.Choices = append(q.Choices, Choice{ID: v.ID, Label: v.Label})
	}
	// A pack may leave the words for true and false to the reader.
	for _, v := range f.ValueIDs() {
		if f.Value(v) == nil {
			q.Choices = append(q.Choices, Choice{ID: v, Label: rules.Text{lang.Default: v}})
		}
	}
	return q
}

func (s *Session) buildPrioritiesQuestion() *Question {
	q := &Question{ID: rules.PrioritiesID, Kind: Choose, Given: s.given[rules.PrioritiesID]}
	if a := s.pack.Asking; a != nil {
		q.Text, q.Why, q.Source = a.Choose.Question, a.Choose.Why, a.Source
		if !s.config.Full {
			q.Most = a.Most
		}
	}
	if s.config.Method == elicit.ByPairs && (q.Most == 0 || q.Most > elicit.MostPairedPriorities) {
		q.Most = elicit.MostPairedPriorities
	}
	for i := range s.pack.Priorities {
		q.Choices = append(q.Choices, newChoice(&s.pack.Priorities[i]))
	}
	return q
}

func newChoice(p *rules.Priority) Choice { return Choice{ID: p.ID, Label: p.Title, More: p.Meaning} }

// buildMethodQuestion builds a question about several priorities, with the words that the
// pack has for it. It is nil if one of them is unknown.
func (s *Session) buildMethodQuestion(id string, kind QuestionKind, priorities []string, words func(*rules.Weighing) rules.Wording) *Question {
	q := &Question{ID: id, Kind: kind, Priorities: priorities, Given: s.given[id]}
	q.Weighing, _, _ = strings.Cut(id, methodSeparator)
	for _, id := range priorities {
		p := s.pack.Priority(id)
		if p == nil {
			return nil
		}
		q.Choices = append(q.Choices, newChoice(p))
	}
	if a := s.pack.Asking; a != nil && a.Weigh != nil {
		w := words(a.Weigh)
		q.Text, q.Why, q.Source = w.Question, w.Why, a.Source
	}
	return q
}

func (s *Session) buildRatingQuestion(p *rules.Priority) *Question {
	q := &Question{ID: p.ID, Kind: Rate, Title: p.Title, Text: p.Title, Why: p.Meaning, Source: p.Source, Max: elicit.TopWeight, Given: s.given[p.ID]}
	if a := s.pack.Asking; a != nil {
		q.Text = a.Rate.Question.Each(func(code string) string {
			return fillPlaceholders(a.Rate.Question.In(code), "{priority}", p.Title.In(code))
		})
		q.Why = p.Meaning.Each(func(code string) string {
			return lang.In(code).Sentences([]string{p.Meaning.In(code), a.Rate.Why.In(code)})
		})
		q.Anchors = a.Anchors
	}
	return q
}

// fillPlaceholders puts titles into a text.
func fillPlaceholders(text string, pairs ...string) string {
	return strings.NewReplacer(pairs...).Replace(text)
}
