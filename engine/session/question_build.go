package session

import (
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/lang"
)

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
	if f.Type == rules.SetFact {
		q.Kind = SomeOf
	}
	for _, v := range f.Values {
		q.Choices = append(q.Choices, Choice{ID: v.ID, Label: v.Label, Brief: v.Brief, Alone: v.Alone})
	}
	// A pack may leave the words for true and false to the reader.
	for _, v := range f.ValueIDs() {
		if f.Value(v) == nil {
			q.Choices = append(q.Choices, Choice{ID: v, Label: rules.Text{{lang.Default, v}}})
		}
	}
	return q
}

func (s *Session) buildPrioritiesQuestion() *Question {
	q := &Question{ID: rules.PrioritiesID, Kind: Choose, Max: elicit.TopWeight, Weighted: s.method == nil, Given: s.given[rules.PrioritiesID]}
	if a := s.pack.Asking; a != nil {
		q.Text, q.Why, q.Source = a.Choose.Question, a.Choose.Why, a.Source
		if !s.config.Full {
			q.Most = a.Most
		}
	}
	if s.config.Method == elicit.ByPairs && (q.Most == 0 || q.Most > elicit.MostPairedPriorities) {
		q.Most = elicit.MostPairedPriorities
	}
	for _, p := range interleaveSides(s.pack.Priorities) {
		q.Choices = append(q.Choices, newChoice(p))
	}
	return q
}

// interleaveSides takes turns between priorities that pull towards openness and those that
// pull towards closure, so that a list does not push those of one side on who reads it.
func interleaveSides(list []rules.Priority) []*rules.Priority {
	var first, other, out []*rules.Priority
	for i := range list {
		if list[i].Pull == list[0].Pull {
			first = append(first, &list[i])
		} else {
			other = append(other, &list[i])
		}
	}
	for i := range max(len(first), len(other)) {
		out = append(out, first[min(i, len(first)):min(i+1, len(first))]...)
		out = append(out, other[min(i, len(other)):min(i+1, len(other))]...)
	}
	return out
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
