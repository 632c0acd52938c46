package session

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/internal/asking"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
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

// clone keeps later changes of the caller's lists out.
func (c Config) clone() Config {
	c.Only, c.Precedents = slices.Clone(c.Only), slices.Clone(c.Precedents)
	for i := range c.Precedents {
		c.Precedents[i] = c.Precedents[i].Clone()
	}
	return c
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

// GivenAnswer is what was said to a question. Values holds one value of a fact, the
// chosen priorities, or one number; it is empty unless State is Answered.
type GivenAnswer struct {
	State  AnswerState
	Values []string
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

// New starts a questionnaire. The error is a [diag.List]: AJ330 for an unknown
// id in Only, AJ315 for a profile
// with more priorities than are compared in pairs, and what Recommend says of
// the profile.
func New(e *engine.Engine, p engine.Profile, opts Config) (*Session, error) {
	s := &Session{
		engine: e, pack: e.Pack(), config: opts.clone(), method: weighingMethods[opts.Method], baseProfile: p.Clone(),
		given: map[string]GivenAnswer{},
	}
	var list diag.List
	if opts.Method == elicit.ByPairs && len(p.Weights) > elicit.MostPairedPriorities {
		list.Add(diag.TooManyToPair(diag.Pos{}, strconv.Itoa(len(p.Weights)), strconv.Itoa(elicit.MostPairedPriorities)))
	}
	order := s.listQuestions()
	for _, id := range opts.Only {
		if !slices.Contains(order, id) {
			list.Add(diag.UnknownQuestion(diag.Pos{}, id).OneOf(id, order))
		}
	}
	if err := list.Err(); err != nil {
		return nil, err
	}
	if _, err := e.Recommend(context.Background(), p); err != nil {
		return nil, err
	}
	s.restoreProfile(p)
	return s, nil
}

// restoreProfile reads the answers of a profile. Weights that are all the greatest say
// only which priorities were chosen; others are ratings, but for those that the
// profile calls unrated.
func (s *Session) restoreProfile(p engine.Profile) {
	for id, a := range p.Facts {
		g := GivenAnswer{State: Answered}
		switch v, known := a.Known(); {
		case known:
			g.Values = []string{v}
		case a == engine.NotApplicable:
			g.State = NotApplicable
		default:
			g.State = Unknown
		}
		s.given[id] = g
	}
	s.restoreWeights(p)
	for _, id := range s.listQuestions() {
		if _, ok := s.given[id]; ok {
			s.answeredOrder = append(s.answeredOrder, id)
		}
	}
	// Comparisons of priorities that are no longer chosen are asked by nobody.
	for _, id := range slices.Sorted(maps.Keys(s.given)) {
		if strings.Contains(id, methodSeparator) && !slices.Contains(s.answeredOrder, id) {
			s.answeredOrder = append(s.answeredOrder, id)
		}
	}
	s.position = len(s.answeredOrder)
}

func (s *Session) restoreWeights(p engine.Profile) {
	rated := len(p.Unfinished.Unrated) > 0
	for _, w := range p.Weights {
		rated = rated || w != elicit.TopWeight
	}
	var chosen []string
	for _, x := range s.pack.Priorities {
		w, ok := p.Weights[x.ID]
		if !ok {
			continue
		}
		chosen = append(chosen, x.ID)
		if rated && !slices.Contains(p.Unfinished.Unrated, x.ID) {
			s.given[x.ID] = GivenAnswer{Answered, []string{plain.Number(w)}}
		}
	}
	if chosen != nil {
		s.given[rules.PrioritiesID] = GivenAnswer{Answered, chosen}
	}
	if s.method != nil {
		s.method.restoreAnswers(s, p.WeightsFrom)
		s.method.restoreAnswers(s, elicit.Input{Pairs: p.Unfinished.Pairs, BestWorst: p.Unfinished.BestWorst})
	}
}

// Profile is what the answers say so far: all of them, those kept without
// counting too, which an engine knows by their guards.
func (s *Session) Profile() engine.Profile {
	p := s.baseProfile
	p.Facts, p.Weights = s.collectFactAnswers(), map[string]float64{}
	for _, id := range s.given[rules.PrioritiesID].Values {
		p.Weights[id] = elicit.TopWeight
	}
	for _, id := range s.pack.PriorityIDs() {
		if g := s.given[id]; g.State == Answered && s.ratingCounts(id) {
			p.Weights[id], _ = strconv.ParseFloat(g.Values[0], 64) // checked by Answer
		}
	}
	w, from := s.computeWeights()
	maps.Copy(p.Weights, w)
	p.WeightsFrom, p.Unfinished = from, s.collectUnfinished(w != nil)
	return p.Clone() // parts of it are the session's own
}

// collectFactAnswers are those to facts.
func (s *Session) collectFactAnswers() map[string]engine.Answer {
	facts := map[string]engine.Answer{}
	for id, g := range s.given {
		if s.pack.Fact(id) == nil {
			continue
		}
		switch g.State {
		case Answered:
			facts[id] = engine.Value(g.Values[0])
		case Unknown:
			facts[id] = engine.Unknown
		case NotApplicable:
			facts[id] = engine.NotApplicable
		}
	}
	return facts
}

// ratingCounts reports whether a rating of the priority counts: it was chosen, or
// the session was made to ask for it.
func (s *Session) ratingCounts(priority string) bool {
	return slices.Contains(s.given[rules.PrioritiesID].Values, priority) || slices.Contains(s.config.Only, priority)
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

// isApplicable reports whether a question is to be asked, or its answer counts.
func (s *Session) isApplicable(id string, r *rules.Reading) bool {
	if f := s.pack.Fact(id); f != nil {
		return r.Truth(f.AskedIf) == rules.True
	}
	if s.method != nil && id != rules.PrioritiesID {
		return slices.Contains(s.method.questionIDs(s), id)
	}
	return id == rules.PrioritiesID || s.ratingCounts(id)
}

// Inactive lists the answers that are kept and not counted, since what they
// depend on has changed.
func (s *Session) Inactive() []string {
	r := s.readFacts(nil)
	var out []string
	for _, id := range s.listQuestions() {
		if s.given[id].State != Answered {
			continue
		}
		if f := s.pack.Fact(id); f != nil && r.Truth(f.AskedIf) == rules.False || f == nil && !s.isApplicable(id, r) {
			out = append(out, id)
		}
	}
	return out
}

// Extend goes on from the short interview to everything that applies.
func (s *Session) Extend() { s.config.Full, s.config.Only, s.nextID = true, nil, "" }

// Peek recommends on the answers so far.
func (s *Session) Peek(ctx context.Context) (*engine.Recommendation, error) {
	return s.engine.Recommend(ctx, s.Profile())
}

// OptionTitle gives the title of an option that a recommendation names.
func (s *Session) OptionTitle(id string) rules.Text {
	return maps.Clone(s.pack.Option(id).Title)
}

// buildPending tells the engine what is known of the questions to come.
func (s *Session) buildPending(open []string) asking.Pending {
	return asking.Pending{WontBeKnown: s.listWontBeKnown(), Unrated: slices.DeleteFunc(slices.Clone(open), func(id string) bool { return s.pack.Priority(id) == nil })}
}

// listWontBeKnown lists the facts that were asked and not answered.
func (s *Session) listWontBeKnown() []string {
	var out []string
	for id, g := range s.given {
		if s.pack.Fact(id) != nil && (g.State == Unknown || g.State == Skipped) {
			out = append(out, id)
		}
	}
	return out
}

// CanStillChange reports whether the recommended option may change: by what is
// still to be said about priorities in this session, or by a fact that was not
// asked yet; what was asked and not answered changes nothing. False is safe:
// nothing still open can change it.
func (s *Session) CanStillChange(ctx context.Context) (bool, error) {
	open := s.listOpen()
	if slices.ContainsFunc(open, s.isAskedBeforeOthers) {
		return true, nil
	}
	out, err := asking.FindOutlook(ctx, s.engine, s.Profile(), s.buildPending(open))
	if err != nil {
		return false, err
	}
	return !out.Settled(), nil
}
