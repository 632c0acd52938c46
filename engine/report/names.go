package report

import (
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

// lean says in words which way a dimension pulls: "closed, strong".
func (w *writer) lean(l engine.Interval) string {
	if !l.Exists() {
		return w.Say("lean_none")
	}
	size := math.Abs(l.Nominal)
	switch {
	case size < slightFrom:
		return w.Say("lean_balanced")
	case size < clearFrom:
		return w.Say("lean_slight", "side", w.side(l.Nominal))
	case size < strongFrom:
		return w.Say("lean_clear", "side", w.side(l.Nominal))
	}
	return w.Say("lean_strong", "side", w.side(l.Nominal))
}

func (w *writer) side(x float64) string {
	if x < 0 {
		return w.Say("stance_closed")
	}
	return w.Say("stance_open")
}

// mayTurn reports whether answers to open facts may turn the lean to the other
// side, or bring one about where there is none.
func mayTurn(l engine.Interval) bool {
	if !l.Exists() {
		return !math.IsNaN(l.Low)
	}
	return l.Nominal >= 0 && l.Low <= -slightFrom || l.Nominal <= 0 && l.High >= slightFrom
}

// weight says in words how much of the verdict lies on a dimension: "high, 14".
func (w *writer) weight(importance float64, n int) string {
	even := 1 / float64(len(w.r.Dimensions))
	switch {
	case importance <= 0:
		return w.Say("weight_none")
	case n == 0:
		return w.Say("weight_trace")
	case importance < mediumFrom*even:
		return w.Say("weight_low", "n", strconv.Itoa(n))
	case importance < highFrom*even:
		return w.Say("weight_medium", "n", strconv.Itoa(n))
	}
	return w.Say("weight_high", "n", strconv.Itoa(n))
}

// hundredths rounds shares that sum to 1 to whole numbers that sum to 100: the
// largest remainders are rounded up. Shares without any sum give zeros.
func hundredths(parts []float64) []int {
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
	slices.SortStableFunc(order, func(a, b int) int { return -compareFloat(rest[a], rest[b]) })
	for _, i := range order[:max(0, min(left, len(order)))] {
		out[i]++
	}
	return out
}

func compareFloat(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// points gives a value in [0, 1] as a whole number of 100.
func points(x float64) string { return strconv.Itoa(int(math.Round(100 * x))) }

// formatWeight writes a weight as the owner stated it.
func formatWeight(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// option gives the name of an option, as it stands in a sentence; "" for none.
func (w *writer) option(id string) string {
	if id == "" {
		return ""
	}
	return w.Say("quoted", "text", w.r.Pack.Option(id).Title.In(w.Lang))
}

func (w *writer) optionNames(ids []string) string { return w.names(ids, w.option) }

func (w *writer) priority(id string) string { return w.r.Pack.Priority(id).Title.In(w.Lang) }

func (w *writer) fact(id string) string { return w.r.Pack.Fact(id).Title.In(w.Lang) }

func (w *writer) component(id string) string { return w.r.Pack.Component(id).Title.In(w.Lang) }

// names lists ids by their names.
func (w *writer) names(ids []string, name func(string) string) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = name(id)
	}
	return w.List(out)
}

// withIDs lists facts or priorities by name and id.
func (w *writer) withIDs(ids []string, name func(string) string) string {
	return w.names(ids, func(id string) string { return w.Say("with_id", "name", name(id), "id", id) })
}

// counted says in words what the rules read as the answer to a fact: one whose
// question does not apply counts as not applying, whatever the profile says.
func (w *writer) counted(id string) string {
	_, known := w.r.Profile.Facts[id].Known()
	off := slices.ContainsFunc(w.r.Inactive, func(i engine.Inactive) bool { return i.ID == id })
	switch {
	case slices.Contains(w.r.Unknown, id):
		return w.answer(id, engine.Unknown)
	case off || !known:
		return w.answer(id, engine.NotApplicable)
	}
	return w.answer(id, w.r.Profile.Facts[id])
}

// answer says in words what an answer to a fact means.
func (w *writer) answer(id string, a engine.Answer) string {
	f := w.r.Pack.Fact(id)
	v, known := a.Known()
	switch {
	case a == engine.NotApplicable && f.NA.In(w.Lang) != "":
		return f.NA.In(w.Lang)
	case !known:
		return w.Say("answer_" + a.String())
	case f.Type == rules.NumberFact:
		return w.Say("number", "n", v, "unit", f.Unit.In(w.Lang))
	}
	if x := f.Value(v); x != nil {
		return x.Label(w.Lang)
	}
	return v
}

// cited names sources, those that were not looked up apart.
func (w *writer) cited(ids []string) string {
	var found, memory []string
	for _, id := range ids {
		if w.r.Pack.Source(id).Mark == fromMemory {
			memory = append(memory, id)
			continue
		}
		found = append(found, id)
	}
	switch {
	case len(memory) == 0:
		return w.Say("sources_found", "found", w.List(found))
	case len(found) == 0:
		return w.Say("sources_memory", "memory", w.List(memory))
	}
	return w.Say("sources_both", "found", w.List(found), "memory", w.List(memory))
}

// fromMemory is the mark of sources that nobody looked up.
const fromMemory = "memory"
