package session

import (
	"maps"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
)

// Config say what is asked and in which order. The zero Options are the short
// interview in the adaptive order.
type Config struct {
	// Full asks everything that applies, not only the short interview.
	Full bool
	// Only asks just these questions: facts, priorities to rate, or
	// rules.PrioritiesID.
	Only []string
	// Fixed asks in the order of the pack. Otherwise what the pack asks before
	// the priorities comes first, then which of them matter, then what the
	// result hangs on: facts, limits that may still bind it, and ratings.
	Fixed bool
	// Precedents are documented decisions. The adaptive order expects answers
	// as they were there; with none, it expects any answer.
	// One that the pack cannot read is an error once questions are ranked.
	Precedents []engine.Profile
	// Method is how the session asks for weights: by ratings unless it is one of
	// the others.
	Method elicit.Method
}

// Session is a questionnaire in progress.
type Session struct {
	engine        *engine.Engine
	pack          *rules.Pack
	config        Config
	method        weighingMethod // nil: ratings
	baseProfile   engine.Profile // what is kept beside weights and facts
	given         map[string]GivenAnswer
	answeredOrder []string // questions in the order in which they were answered
	position      int      // place on the trail that is asked again; its length: none
	nextID        string   // the open question found last; "" if not looked for since
}

// weighingMethod asks about the chosen priorities. Ids of its questions that are no
// priorities contain the priorities that they are about, so that an answer
// counts for just these, and comes back with them.
type weighingMethod interface {
	// ids lists the questions for the priorities that were chosen, in order.
	questionIDs(s *Session) []string
	// question builds a question, nil if the method has none of this id.
	buildQuestion(s *Session, id string) *Question
	// input is what was said, the zero Input if nothing was.
	elicitedInput(s *Session) elicit.Input
	// take puts what was said earlier into answers.
	restoreAnswers(s *Session, in elicit.Input)
	// rest puts what was said and does not count in place of what stands there;
	// weighs tells that input does count.
	storeLeftovers(s *Session, weighs bool, into *engine.Unfinished)
	// fit says how well what was said fits together, nil if it always does.
	measureConsistency(s *Session) *Consistency
}

// Consistency says how well comparisons fit together.
type Consistency struct {
	// Ratio is the consistency ratio of the method, 0 if all fit.
	Ratio float64
	// Limit is the greatest ratio that counts as consistent; nil if none is
	// known.
	Limit *float64
	// Contradiction is nil if the comparisons do not contradict one another.
	Contradiction *elicit.Contradiction
	// Reconsider is the question whose answer fits the others least; "" if all
	// fit. Suggested is the answer that would.
	Reconsider string
	Suggested  []string
}

// IsConsistent reports whether the comparisons fit well enough, or nobody can say.
func (f *Consistency) IsConsistent() bool { return f.Contradiction == nil }

// collectFactAnswers are those to facts.
func (s *Session) collectFactAnswers() map[string]engine.Answer {
	facts := map[string]engine.Answer{}
	for id, g := range s.given {
		f := s.pack.Fact(id)
		if f == nil {
			continue
		}
		switch g.State {
		case Answered:
			facts[id] = g.answer(f)
		case Unknown:
			facts[id] = engine.Unknown
		case NotApplicable:
			facts[id] = engine.NotApplicable
		}
	}
	return facts
}

// answer gives what was said to the question about a fact.
func (g *GivenAnswer) answer(f *rules.Fact) engine.Answer {
	switch {
	case f.Type != rules.SetFact:
		return engine.Value(g.Values[0])
	case len(g.Open) == 0:
		return engine.Set(g.Values...)
	}
	states := map[string]rules.Truth{}
	for _, v := range f.ValueIDs() {
		switch {
		case slices.Contains(g.Values, v):
			states[v] = rules.True
		case !slices.Contains(g.Open, v):
			states[v] = rules.False
		}
	}
	return engine.PartOfSet(states)
}

// readFacts answers guards from the facts so far.
func (s *Session) readFacts(also map[string]string) *rules.Reading {
	answers := maps.Clone(also)
	if answers == nil {
		answers = map[string]string{}
	}
	for id, a := range s.collectFactAnswers() {
		answers[id] = a.String()
	}
	return s.pack.ReadAnswers(answers)
}

// ratingCounts reports whether a rating of the priority counts: it was chosen, or
// the session was made to ask for it.
func (s *Session) ratingCounts(priority string) bool {
	return slices.Contains(s.given[rules.PrioritiesID].Values, priority) || slices.Contains(s.config.Only, priority)
}

// listChosen lists the priorities that were chosen, in the order of the pack.
func (s *Session) listChosen() []string {
	var out []string
	for i := range s.pack.Priorities {
		if id := s.pack.Priorities[i].ID; slices.Contains(s.given[rules.PrioritiesID].Values, id) {
			out = append(out, id)
		}
	}
	return out
}

// listComparable gives the chosen priorities if there is anything to compare.
func (s *Session) listComparable() []string {
	if ids := s.listChosen(); len(ids) > 1 {
		return ids
	}
	return nil
}

func removeIDs(list, other []string) []string {
	var out []string
	for _, id := range list {
		if !slices.Contains(other, id) {
			out = append(out, id)
		}
	}
	return out
}

// clone keeps later changes of the caller's lists out.
func (c Config) clone() Config {
	c.Only, c.Precedents = slices.Clone(c.Only), slices.Clone(c.Precedents)
	for i := range c.Precedents {
		c.Precedents[i] = c.Precedents[i].Clone()
	}
	return c
}

// OptionTitle gives the title of an option that a recommendation names, nil if the pack
// has none of the id.
func (s *Session) OptionTitle(id string) rules.Text {
	if s.pack.Option(id) == nil {
		return nil
	}
	return slices.Clone(s.pack.Option(id).Title)
}
