package robust

import (
	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/engine/mcda"
)

const (
	wordSampleSize     = 10_000 // weightings in a sample that acceptability rests on
	judgementStep      = 4      // of these, every so many are asked about judgements too
	sampleSeed         = 1
	anywhereSampleSize = 2_500 // of all weightings, where the shares are not exact
)

// spreadLevels is how many steps the exponent u of a factor f^u has, each as likely as
// the others.
const spreadLevels = 4096

// Draws hang on no profile, so an engine makes them once and keeps them, under these keys.
type (
	levelsOf  int      // a priority: its levels
	weightsOf struct{} // draws of all weightings, one after the other
)

// mostKeptWeights is how many numbers are kept of draws of all weightings: enough for some
// hundred priorities.
const mostKeptWeights = 1 << 20

// keptLevels gives the column of a priority.
func keptLevels(e *compiled.Rules, priority int) []uint16 {
	kept, ok := e.Kept.Load(levelsOf(priority))
	if !ok {
		kept, _ = e.Kept.LoadOrStore(levelsOf(priority), drawLevels(priority))
	}
	return kept.([]uint16)
}

// drawLevels gives the column of a priority: a stretch of its own of one sequence.
func drawLevels(priority int) []uint16 {
	const bits = 12
	source := exact.Generator(sampleSeed + uint64(priority)<<32)
	out := make([]uint16, 0, wordSampleSize+4)
	for len(out) < wordSampleSize {
		for x, n := source.NextUint64(), 0; n < 64/bits; x, n = x>>bits, n+1 {
			out = append(out, uint16(x&(spreadLevels-1)))
		}
	}
	return out[:wordSampleSize]
}

// drawWeights gives what draws the weightings of all priorities one after the other; each
// is good until the next. It is nil if there are too many priorities to draw for.
func drawWeights(e *compiled.Rules) func() []float64 {
	n := len(e.Priorities)
	if kept, ok := e.Kept.Load(weightsOf{}); ok {
		return eachRow(kept.([]float64), n)
	}
	flat := make([]int, n)
	for p := range flat {
		flat[p] = 1
	}
	source, err := mcda.NewDirichlet(flat, sampleSeed)
	if err != nil {
		return nil
	}
	if n*anywhereSampleSize > mostKeptWeights {
		return source.Next
	}
	drawn := make([]float64, 0, n*anywhereSampleSize)
	for range anywhereSampleSize {
		drawn = append(drawn, source.Next()...)
	}
	kept, _ := e.Kept.LoadOrStore(weightsOf{}, drawn)
	return eachRow(kept.([]float64), n)
}

// eachRow gives n numbers after the other.
func eachRow(list []float64, n int) func() []float64 {
	return func() []float64 {
		row := list[:n:n]
		list = list[n:]
		return row
	}
}
