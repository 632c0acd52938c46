package testkit

import (
	"fmt"
	"strings"
	"testing/fstest"
)

func (h *hostile) nestConditions() {
	const inner, outer = "{kind: software}", "{kind: software, not: "
	n := h.upTo(5000)
	h.setCondition(strings.Repeat(outer, n) + inner + strings.Repeat("}", n))
}

func (h *hostile) chainNots() {
	n := h.upTo(10_000)
	h.setCondition(strings.Repeat("{not: ", n) + "{sold: true}" + strings.Repeat("}", n))
}

func (h *hostile) widenCondition() {
	h.setCondition("{any: [" + strings.Repeat("{sold: true, kind: model}, ", h.upTo(3000)) + "{users: {at_least: 3}}]}")
}

func (h *hostile) fixCondition() {
	all := []string{
		"{kind: model, not: {kind: model}}", "{any: [{sold: true}, {sold: false}]}", "{users: {at_least: 0}}", "{users: {at_least: 50, at_most: 20}}",
		"{any: []}", "{}", "{not: {all: []}}", "{all: []}", "{places: [eu, us, nowhere]}", "{places: {is_only: eu}, not: {places: eu}}",
		"{kind: both, rights: full}", "{kind: {is: model, is_not: both}}", "{kind: {is_not: [software, model, both]}}", "{sold: []}", "{rights: {at_least: [full, \"no\"]}}",
	}
	h.setCondition(all[h.r.IntN(len(all))])
}

// addPuzzle asks whether colours can be given to the points of a net so that neighbours
// differ, which takes as long as anything that is decided by trying.
func (h *hostile) addPuzzle() {
	points, edges := 5+h.r.IntN(40), 5+h.r.IntN(150)
	var b, all strings.Builder
	b.WriteString("facts:\n")
	for i := range points {
		fmt.Fprintf(&b, "  - {id: p%d, type: enum, title: a, question: b, why: c, values: [{id: r, label: r}, {id: g, label: g}, {id: b, label: b}], source: [essay]}\n", i)
	}
	for range edges {
		i, j := h.r.IntN(points), h.r.IntN(points)
		for _, colour := range []string{"r", "g", "b"} {
			fmt.Fprintf(&all, "{not: {p%d: %s, any: [{p%d: %[2]s}]}}, ", i, colour, j)
		}
	}
	h.files["facts/points.yaml"] = &fstest.MapFile{Data: []byte(b.String())}
	h.setCondition("{all: [" + all.String() + "{sold: true}]}")
}

// addGuarded adds facts of which the i-th has the guard that is given.
func (h *hostile) addGuarded(n int, guard func(i int) string) {
	for from := 0; from < n; from += 1000 {
		var b strings.Builder
		b.WriteString("facts:\n")
		for i := from; i < min(n, from+1000); i++ {
			fmt.Fprintf(&b, "  - {id: g%d, type: bool, title: a, question: b, why: c, source: [essay], asked_if: %s}\n", i, guard(i))
		}
		h.files[fmt.Sprintf("facts/guarded_%d.yaml", from)] = &fstest.MapFile{Data: []byte(b.String())}
	}
}

func (h *hostile) circleGuards() {
	n := 1 + h.upTo(4000)
	h.addGuarded(n, func(i int) string { return fmt.Sprintf("{any: [{g%d: true}, {g%d: false}]}", (i+1)%n, (i*7+3)%n) })
}

func (h *hostile) chainGuards() {
	h.addGuarded(1+h.upTo(4000), func(i int) string {
		if i == 0 {
			return "{sold: true}"
		}
		return fmt.Sprintf("{g%d: true}", i-1)
	})
	h.setCondition("{g0: true}")
}

func (h *hostile) tangleGuards() {
	n := 2 + h.upTo(60)
	h.addGuarded(n, func(i int) string {
		var all strings.Builder
		for j := range i {
			fmt.Fprintf(&all, "{g%d: %t}, ", j, h.r.IntN(2) == 0)
		}
		return "{any: [" + all.String() + "{sold: true}]}"
	})
	h.setCondition(fmt.Sprintf("{g%d: true}", n-1))
}
