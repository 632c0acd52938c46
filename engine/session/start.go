package session

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// New starts a questionnaire. The error is a [diag.List]: AJ330 for an unknown
// id in Only, AJ315 for a profile
// with more priorities than are compared in pairs, and what Recommend says of
// the profile. For an engine that was not made it is [engine.ErrNotMade]; a method that
// is none is an error too.
func New(e *engine.Engine, p engine.Profile, opts Config) (*Session, error) {
	pack := e.Pack()
	if pack == nil {
		return nil, engine.ErrNotMade
	}
	if _, ok := weighingMethods[opts.Method]; !ok && opts.Method != "" && opts.Method != elicit.ByRating {
		return nil, fmt.Errorf("session: %q is no method to weigh priorities by", opts.Method)
	}
	s := &Session{
		engine: e, pack: pack, config: opts.clone(), method: weighingMethods[opts.Method], baseProfile: p.Clone(),
		given: map[string]GivenAnswer{},
	}
	var list diag.List
	if n := len(p.Weights) + len(p.Ranges); opts.Method == elicit.ByPairs && n > elicit.MostPairedPriorities {
		list.Add(diag.TooManyToPair(diag.Pos{}, strconv.Itoa(n), strconv.Itoa(elicit.MostPairedPriorities)))
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
		case known && s.pack.Fact(id).Type == rules.SetFact:
			g = restoreSet(s.pack.Fact(id), a)
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

// restoreSet reads the answer to a set, in the order of its values.
func restoreSet(f *rules.Fact, a engine.Answer) GivenAnswer {
	g := GivenAnswer{State: Answered}
	members, _ := a.Members()
	for _, v := range f.ValueIDs() {
		switch members.Truth(v) {
		case rules.True:
			g.Values = append(g.Values, v)
		case rules.Unknown:
			g.Open = append(g.Open, v)
		}
	}
	return g
}

func (s *Session) restoreWeights(p engine.Profile) {
	rated := len(p.Unfinished.Unrated)+len(p.Ranges) > 0
	for _, w := range p.Weights {
		rated = rated || w != elicit.TopWeight
	}
	var chosen []string
	for _, x := range s.pack.Priorities {
		w, ok := p.Weights[x.ID]
		said := plain.Number(w)
		if r, isRange := p.Ranges[x.ID]; isRange {
			said, ok = formatRating(r), true
		}
		if !ok {
			continue
		}
		chosen = append(chosen, x.ID)
		if rated && !slices.Contains(p.Unfinished.Unrated, x.ID) {
			s.given[x.ID] = GivenAnswer{State: Answered, Values: []string{said}}
		}
	}
	if chosen != nil {
		s.given[rules.PrioritiesID] = GivenAnswer{State: Answered, Values: chosen}
	}
	if s.method != nil {
		s.method.restoreAnswers(s, p.WeightsFrom)
		s.method.restoreAnswers(s, elicit.Input{Pairs: p.Unfinished.Pairs, BestWorst: p.Unfinished.BestWorst})
	}
}
