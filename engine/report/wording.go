package report

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// Bounds of the words for a lean, on its scale from 0 to 1, and for a weight,
// as a multiple of the weight that each dimension would have if all weighed
// the same. They are reading aids in even steps; nothing is decided by them.
const (
	slightFrom = 0.1
	clearFrom  = 0.4
	strongFrom = 0.7
	mediumFrom = 0.5
	highFrom   = 1.5
)

// describeLean says in words which way a dimension pulls: "closed, strong".
func (w *resultWriter) describeLean(l engine.Interval) string {
	if !l.Exists() {
		return w.LeanNone()
	}
	size := math.Abs(l.Nominal)
	switch {
	case size < slightFrom:
		return w.LeanBalanced()
	case size < clearFrom:
		return w.LeanSlight(w.nameSide(l.Nominal))
	case size < strongFrom:
		return w.LeanClear(w.nameSide(l.Nominal))
	}
	return w.LeanStrong(w.nameSide(l.Nominal))
}

func (w *resultWriter) nameSide(x float64) string {
	if x < 0 {
		return w.StanceClosed()
	}
	return w.StanceOpen()
}

// mayChangeSide reports whether answers to open facts may turn the lean to the other
// side, or bring one about where there is none.
func mayChangeSide(l engine.Interval) bool {
	if !l.Exists() {
		return !math.IsNaN(l.Low)
	}
	return l.Nominal >= 0 && l.Low <= -slightFrom || l.Nominal <= 0 && l.High >= slightFrom
}

// describeWeight says in words how much of the verdict lies on a dimension: "high, 14".
func (w *resultWriter) describeWeight(importance float64, n int) string {
	even := 1 / float64(len(w.rec.Dimensions))
	switch {
	case importance <= 0:
		return w.WeightNone()
	case n == 0:
		return w.WeightTrace()
	case importance < mediumFrom*even:
		return w.WeightLow(strconv.Itoa(n))
	case importance < highFrom*even:
		return w.WeightMedium(strconv.Itoa(n))
	}
	return w.WeightHigh(strconv.Itoa(n))
}

// roundToHundredths rounds shares that sum to 1 to whole numbers that sum to 100: the
// largest remainders are rounded up. Shares without any sum give zeros.
func roundToHundredths(parts []float64) []int {
	out := make([]int, len(parts))
	order := make([]int, len(parts))
	sum, left := 0.0, 100
	for _, x := range parts {
		sum += x
	}
	if sum <= 0 {
		return out
	}
	rest := make([]float64, len(parts))
	for i, x := range parts {
		whole := math.Floor(100 * x / sum)
		out[i], rest[i], order[i] = int(whole), 100*x/sum-whole, i
		left -= out[i]
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rest[b], rest[a]) })
	for _, i := range order[:max(0, min(left, len(order)))] {
		out[i]++
	}
	return out
}

// nameOption gives the name of an option, as it stands in a sentence; "" for none.
func (w *resultWriter) nameOption(id string) string {
	if id == "" {
		return ""
	}
	return w.Quoted(w.pack.Option(id).Title.In(w.Lang))
}

func (w *resultWriter) nameOptions(ids []string) string { return w.joinNames(ids, w.nameOption) }

func (w *resultWriter) namePriority(id string) string {
	return w.pack.Priority(id).Title.In(w.Lang)
}

func (w *resultWriter) nameFact(id string) string { return w.pack.Fact(id).Title.In(w.Lang) }

func (w *resultWriter) nameComponent(id string) string {
	return w.pack.Component(id).Title.In(w.Lang)
}

// joinNames lists ids by their names.
func (w *resultWriter) joinNames(ids []string, name func(string) string) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = name(id)
	}
	return w.List(out)
}

// joinNamesWithIDs lists facts or priorities by name and id.
func (w *resultWriter) joinNamesWithIDs(ids []string, name func(string) string) string {
	return w.joinNames(ids, func(id string) string { return w.WithID(name(id), id) })
}

// describeCountedAnswer says in words what the rules read as the answer to a fact: one whose
// question does not apply counts as not applying, whatever the profile says.
func (w *resultWriter) describeCountedAnswer(id string) string {
	_, known := w.rec.Profile.Facts[id].Known()
	off := slices.Contains(w.rec.Inactive, id)
	switch {
	case slices.Contains(w.rec.Unknown, id):
		return w.describeAnswer(id, engine.Unknown)
	case off || !known:
		return w.describeAnswer(id, engine.NotApplicable)
	}
	return w.describeAnswer(id, w.rec.Profile.Facts[id])
}

// describeAnswer says in words what an answer to a fact means.
func (w *resultWriter) describeAnswer(id string, a engine.Answer) string {
	f := w.pack.Fact(id)
	v, known := a.Known()
	switch {
	case a == engine.NotApplicable && f.NA.In(w.Lang) != "":
		return f.NA.In(w.Lang)
	case a == engine.NotApplicable:
		return w.AnswerNA()
	case !known:
		return w.AnswerUnknown()
	case f.Type == rules.NumberFact:
		return w.Number(v, f.Unit.In(w.Lang))
	}
	if x := f.Value(v); x != nil {
		return x.Label.In(w.Lang)
	}
	return v
}

// citeSources names sources, those that were not looked up apart.
func (w *resultWriter) citeSources(ids []string) string {
	var found, memory []string
	for _, id := range ids {
		if w.pack.Source(id).Mark == rules.FromMemory {
			memory = append(memory, id)
			continue
		}
		found = append(found, id)
	}
	switch {
	case len(memory) == 0:
		return w.SourcesFound(w.List(found))
	case len(found) == 0:
		return w.SourcesMemory(w.List(memory))
	}
	return w.SourcesBoth(w.List(found), w.List(memory))
}
