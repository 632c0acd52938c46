package engine

import (
	"cmp"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/rules"
)

// lawReader holds what the bars make of every form.
type lawReader struct {
	in       *compiled.Profile
	readings []evaluate.BarReading
	bars     [][]evaluate.FormBar // per form
	states   []rules.BarState     // per form
	possible []rules.Truth        // per form, bars and limits aside
	lists    listCopier           // room for lists of ids
	grounds  [][]string           // per bar: its grounds, once they were looked for
}

// lawListSize is room for the lists of most results of the core pack.
const lawListSize = 1024

func newLawReader(e *compiled.Rules, in *compiled.Profile) *lawReader {
	n := len(e.Forms)
	l := &lawReader{
		in: in, lists: make(listCopier, 0, lawListSize), grounds: make([][]string, len(e.Bars)), readings: evaluate.ReadBars(e, in), bars: make([][]evaluate.FormBar, n),
		states: make([]rules.BarState, n), possible: make([]rules.Truth, n),
	}
	room := make([]evaluate.FormBar, 0, n*len(l.readings))
	for f := range e.Forms {
		first := len(room)
		room = evaluate.AppendFormBars(room, e, in, l.readings, f)
		l.bars[f] = room[first:len(room):len(room)]
		l.states[f] = evaluate.WorstState(l.bars[f])
		l.possible[f] = in.RuleTruth(e.Forms[f].Requires)
	}
	return l
}

// findLeadingForm finds the form that stands for an option: that which would be advised
// if the option were, else the one that comes nearest to being available.
func (l *lawReader) findLeadingForm(e *compiled.Rules, option int, values []float64, statuses []evaluate.FormStatus) int {
	own := make([]evaluate.FormStatus, len(statuses))
	for _, f := range e.Options[option].Forms {
		own[f] = statuses[f]
	}
	if picked, _ := evaluate.PickForm(e, values, own); picked >= 0 {
		return picked
	}
	return slices.MinFunc(e.Options[option].Forms, func(a, b int) int {
		return cmp.Or(cmp.Compare(l.possible[b], l.possible[a]), cmp.Compare(l.states[a], l.states[b]), cmp.Compare(values[b], values[a]), cmp.Compare(a, b))
	})
}

// findGrounds names the answers that a bar rests on. They are the same for every form.
func (l *lawReader) findGrounds(e *compiled.Rules, bar int) []string {
	if l.grounds[bar] == nil {
		l.grounds[bar] = append([]string{}, e.ListGrounds(l.in, e.Bars[bar].When)...)
	}
	return l.grounds[bar]
}
