package session

import (
	"maps"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
)

// Profile is what the answers say so far: all of them, those kept without
// counting too, which an engine knows by their guards.
func (s *Session) Profile() engine.Profile {
	p := s.baseProfile
	p.Facts, p.Weights, p.Ranges = s.collectFactAnswers(), map[string]float64{}, nil
	for _, id := range s.given[rules.PrioritiesID].Values {
		p.Weights[id] = elicit.TopWeight
	}
	for _, id := range s.pack.PriorityIDs() {
		if g := s.given[id]; g.State == Answered && s.ratingCounts(id) {
			putRating(&p, id, g.Values[0])
		}
	}
	w, from := s.computeWeights()
	maps.Copy(p.Weights, w)
	maps.DeleteFunc(p.Ranges, func(id string, _ engine.WeightRange) bool { return w[id] > 0 })
	p.WeightsFrom, p.Unfinished = from, s.collectUnfinished(w != nil)
	return p.Clone() // parts of it are the session's own
}
