package session

import (
	"maps"
	"reflect"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// Meanwhile is what somebody else did to the answers that a session keeps somewhere:
// what they were when the session last read or wrote them, and what they are now.
type Meanwhile struct{ Before, Now engine.Profile }

// Clash is a question that two people answered differently: Given of each says how, or
// that an answer was taken back. Make it with [MergeAnswers].
type Clash struct {
	Mine, Theirs *Question
	// MyWeights and TheirWeights are set where it is about all weights at once: they
	// were worked out, and mean something only among themselves.
	MyWeights, TheirWeights map[string]float64

	ids  []string // the questions that it is about
	from *Session
}

// MergeAnswers takes into a session what only somebody else changed, and gives those
// questions with their new answers. What both changed, and not to the same, is left as
// it is in the session; [TakeTheirs] decides otherwise. Errors are those of [New].
func MergeAnswers(s *Session, m Meanwhile) (taken []*Question, clashes []Clash, err error) {
	// Each is read from a profile, so that the same answers look the same.
	profiles := []engine.Profile{m.Before, m.Now, s.Profile()}
	views := make([]*Session, len(profiles))
	for i, p := range profiles {
		if views[i], err = New(s.engine, p, s.config); err != nil {
			return nil, nil, err
		}
	}
	before, now, mine := views[0], views[1], views[2]
	theirs := listChanged(before, now)
	both := slices.DeleteFunc(slices.Clone(theirs), func(id string) bool {
		return sameGiven(before, mine, id) || sameGiven(now, mine, id)
	})
	isWeight := func(id string) bool { return s.pack.Fact(id) == nil }
	if slices.ContainsFunc(profiles, weighsTogether) && slices.ContainsFunc(listChanged(now, mine), isWeight) &&
		slices.ContainsFunc(theirs, isWeight) && slices.ContainsFunc(listChanged(before, mine), isWeight) {
		weights := slices.DeleteFunc(slices.Concat(now.answeredOrder, s.answeredOrder), func(id string) bool { return !isWeight(id) })
		theirs, both = removeIDs(theirs, weights), removeIDs(both, weights)
		clashes = append(clashes, Clash{
			Mine: s.QuestionByID(rules.PrioritiesID), Theirs: now.QuestionByID(rules.PrioritiesID),
			MyWeights: profiles[2].StatedWeights(), TheirWeights: profiles[1].StatedWeights(), ids: weights, from: now,
		})
	} else if slices.ContainsFunc(theirs, isWeight) {
		s.baseProfile.WeightsFrom, s.baseProfile.Unfinished = m.Now.WeightsFrom.Clone(), now.baseProfile.Unfinished
	}
	for _, id := range both {
		clashes = append(clashes, Clash{Mine: s.QuestionByID(id), Theirs: now.QuestionByID(id), ids: []string{id}, from: now})
	}
	for _, id := range removeIDs(theirs, both) {
		if !sameGiven(now, mine, id) {
			takeAnswer(s, now, id)
			taken = append(taken, now.QuestionByID(id))
		}
	}
	takeRest(s, &m)
	return taken, clashes, nil
}

// TakeTheirs answers a question in the session as the other person did.
func TakeTheirs(s *Session, c Clash) {
	for _, id := range c.ids {
		takeAnswer(s, c.from, id)
	}
	if c.TheirWeights != nil {
		s.baseProfile.WeightsFrom, s.baseProfile.Unfinished = c.from.baseProfile.WeightsFrom, c.from.baseProfile.Unfinished
	}
}

// weighsTogether reports whether the weights mean something only among themselves.
func weighsTogether(p engine.Profile) bool {
	w, err := p.WeightsFrom.Weights()
	return err == nil && w != nil || p.Unfinished.Pairs != nil || p.Unfinished.BestWorst != nil
}

// listChanged lists the questions that two sessions answer differently.
func listChanged(a, b *Session) (ids []string) {
	for _, id := range slices.Concat(b.answeredOrder, a.answeredOrder) {
		if !slices.Contains(ids, id) && !sameGiven(a, b, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

func sameGiven(a, b *Session, id string) bool {
	x, y := a.given[id], b.given[id]
	return x.State == y.State && slices.Equal(x.Values, y.Values) && slices.Equal(x.Open, y.Open)
}

// takeAnswer answers a question as another session does, or takes the answer back.
func takeAnswer(s, from *Session, id string) {
	at := slices.Index(s.answeredOrder, id)
	g, answered := from.given[id]
	switch {
	case answered && at < 0:
		s.answeredOrder = append(s.answeredOrder, id)
	case !answered && at >= 0:
		s.answeredOrder = slices.Delete(s.answeredOrder, at, at+1)
	}
	delete(s.given, id)
	if answered {
		s.given[id] = GivenAnswer{State: g.State, Values: slices.Clone(g.Values), Open: slices.Clone(g.Open)}
	}
	s.position, s.nextID = len(s.answeredOrder), ""
	// A note is about an answer, so it goes with it.
	notes := maps.Clone(s.baseProfile.Notes)
	delete(notes, id)
	if note, ok := from.baseProfile.Notes[id]; ok {
		if notes == nil {
			notes = map[string]engine.Note{}
		}
		notes[id] = note
	}
	s.baseProfile.Notes = notes
}

// takeRest takes over what a session asks nothing about.
func takeRest(s *Session, m *Meanwhile) {
	now := m.Now.Clone()
	if !reflect.DeepEqual(m.Before.Limits, m.Now.Limits) {
		s.baseProfile.Limits = now.Limits
	}
	if !reflect.DeepEqual(m.Before.Parts, m.Now.Parts) {
		s.baseProfile.Parts = now.Parts
	}
}
