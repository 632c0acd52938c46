package compiled

import (
	"iter"
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
)

// IndexPart lays the answers for one part of the work over those for the whole, as
// they were stated: guards are read anew. Weights and limits are those of the whole.
func (e *Rules) IndexPart(whole *Profile, answers iter.Seq2[string, Answer]) (*Profile, diag.List) {
	var list diag.List
	in := *whole
	in.Fact, in.Stated, in.SwitchedOff = slices.Clone(whole.StatedPieces), slices.Clone(whole.Stated), make([]bool, len(whole.SwitchedOff))
	for id, a := range answers {
		if i, ok := e.FactIndex[id]; ok {
			for m := range e.Facts[i].Size {
				in.Fact[i+m] = StateUnknown // an answer is replaced whole
			}
		}
		e.indexAnswer(&in, id, a, &list)
	}
	in.StatedPieces = slices.Clone(in.Fact)
	e.ApplyGuards(&in)
	return &in, list
}
