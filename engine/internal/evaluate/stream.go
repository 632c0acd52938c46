package evaluate

import (
	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/rules"
)

// Stream takes one profile after the other into the same room.
type Stream struct {
	*Nominal
	answered []int32 // facts that were answered since Clear, as first members
	last     Verdict
	readings []BarReading
	bars     []FormBar
}

// NewStream starts with nothing stated.
func NewStream(e *compiled.Rules) *Stream {
	s := &Stream{
		Nominal: newNominal(e), answered: make([]int32, 0, len(e.Facts)),
		readings: make([]BarReading, 0, len(e.Bars)), bars: make([]FormBar, 0, len(e.Bars)),
	}
	s.In = compiled.Profile{
		Weight: make([]int64, len(e.Priorities)), Fact: make([]int8, len(e.Facts)), StatedPieces: make([]int8, len(e.Facts)), Limits: make([]int, len(e.Forms)),
	}
	for i := range s.In.StatedPieces {
		s.In.StatedPieces[i] = compiled.StateUnknown
	}
	s.Clear()
	return s
}

// Clear forgets what was stated.
func (s *Stream) Clear() {
	for p := range s.In.Weight {
		s.In.Weight[p] = -1
	}
	s.In.Sum = 0
	for _, i := range s.answered {
		for m := range s.E.Facts[i].Size {
			s.In.StatedPieces[int(i)+m] = compiled.StateUnknown
		}
	}
	s.answered = s.answered[:0]
	clear(s.In.Limits)
}

// Take states what a profile says that was indexed.
func (s *Stream) Take(in *compiled.Profile) {
	copy(s.In.Weight, in.Weight)
	s.In.Sum = in.Sum
	copy(s.In.StatedPieces, in.StatedPieces)
	copy(s.In.Limits, in.Limits)
	for i := range s.E.EachFact {
		s.answered = append(s.answered, int32(i))
	}
}

// Weigh states a weight; false if it is none.
func (s *Stream) Weigh(priority int, weight float64) bool {
	units, ok := compiled.ReadWeight(weight)
	if !ok {
		return false
	}
	s.In.Sum += units - max(0, s.In.Weight[priority])
	s.In.Weight[priority] = units
	return true
}

// Choose answers a fact with a value, by its place; false if it has no such value.
func (s *Stream) Choose(fact, value int) bool {
	if value < 0 || value >= compiled.CountValues(s.E, fact) {
		return false
	}
	s.answered = append(s.answered, int32(fact))
	compiled.PutValue(s.E, s.In.StatedPieces, fact, value)
	return true
}

// Answer answers a fact; false if that is no answer to it.
func (s *Stream) Answer(fact int, a compiled.Answer) bool {
	s.answered = append(s.answered, int32(fact))
	return compiled.PutAnswer(s.E, s.In.StatedPieces, fact, a)
}

// ComputeVerdict evaluates what is stated.
func (s *Stream) ComputeVerdict() Verdict {
	copy(s.In.Fact, s.In.StatedPieces)
	s.flat.ApplyGuards(s.In.Fact)
	s.last = s.Nominal.ComputeVerdict()
	return s.last
}

// IsReady reports whether nothing holds back the form that was advised last.
func (s *Stream) IsReady() bool {
	if s.last.Form < 0 && s.last.Stance != NoBasis {
		return false
	}
	form := s.last.Form
	if form < 0 { // nothing counts, and the first of the forms in question is looked at
		form, _ = PickAmong(s.E, s.Values, s.candidates, s.E.Margin)
	}
	s.readings = AppendBarReadings(s.readings[:0], s.E, &s.In)
	s.bars = AppendFormBars(s.bars[:0], s.E, &s.In, s.readings, form)
	for i := range s.bars {
		if s.bars[i].State == rules.BarredUntil && !s.bars[i].ToldOnly {
			return false
		}
	}
	return true
}
