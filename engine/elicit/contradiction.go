package elicit

import (
	"cmp"
	"slices"
)

// Contradiction says that comparisons contradict one another. Weights come out all the
// same, as a compromise.
type Contradiction struct {
	Kind ContradictionKind `json:"kind"`
	// IDs are the priorities that it is about: those of a circle in its order, the
	// best and the one above it, the worst and the one below it, or those on which
	// the comparisons differ most.
	IDs []string `json:"ids"`
	// Comparisons are those that contradict one another, as they were given; those of
	// a circle in its order.
	Comparisons []Judgement `json:"comparisons"`
	// Reconsider is the one of them that fits the others least, with the value that
	// these suggest. Of several that fit as little it is one.
	Reconsider Misfit `json:"reconsider"`
}

// ContradictionKind says how comparisons contradict one another.
type ContradictionKind string

// The kinds.
const (
	// Circle: each of the priorities is said to matter more than the next, and
	// the last more than the first.
	Circle ContradictionKind = "circle"
	// BestIsNotBest: by the comparisons another priority matters more than the one
	// named as the most important.
	BestIsNotBest ContradictionKind = "best_is_not_best"
	// WorstIsNotWorst: another matters less than the one named as the least
	// important.
	WorstIsNotWorst ContradictionKind = "worst_is_not_worst"
	// TwoOrders: of two priorities one matters more by the comparisons with the best,
	// the other by those with the worst.
	TwoOrders ContradictionKind = "two_orders"
	// Inconsistent: they lie further apart than the method counts as consistent.
	Inconsistent ContradictionKind = "inconsistent"
)

// ContradictionKinds lists the kinds, the plainest first.
func ContradictionKinds() []ContradictionKind {
	return []ContradictionKind{Circle, BestIsNotBest, WorstIsNotWorst, TwoOrders, Inconsistent}
}

func findPairsContradiction(judgements []Judgement) *Contradiction {
	ids := JudgedPriorities(judgements)
	m, err := readPairs(ids, judgements)
	if err != nil {
		return nil
	}
	if circle := findCircle(judgements); circle != nil {
		c := &Contradiction{Kind: Circle, IDs: circle}
		for i, id := range circle {
			c.Comparisons = append(c.Comparisons, findJudgement(judgements, id, circle[(i+1)%len(circle)]))
		}
		c.Reconsider = *findMisfit(ids, judgements, c.Comparisons, pairScale)
		return c
	}
	if m.solvePairs().Ratio <= ConsistentRatio {
		return nil
	}
	r := findMisfit(ids, judgements, judgements, pairScale)
	c := &Contradiction{Kind: Inconsistent, IDs: []string{r.A, r.B}, Reconsider: *r, Comparisons: []Judgement{r.Judgement}}
	way := m.findDetour(r)
	for i := 1; i < len(way); i++ {
		c.Comparisons = append(c.Comparisons, findJudgement(judgements, way[i-1], way[i]))
	}
	return c
}

// findJudgement finds the judgement on two priorities, whichever way round.
func findJudgement(judgements []Judgement, a, b string) Judgement {
	i := slices.IndexFunc(judgements, func(j Judgement) bool { return j.A == a && j.B == b || j.A == b && j.B == a })
	return judgements[i]
}

// findCircle gives the shortest circle of priorities of which each matters more
// than the next, the first by names of several; nil if there is none.
func findCircle(judgements []Judgement) []string {
	less := map[string][]string{}
	for _, j := range judgements {
		switch {
		case j.Times > 1:
			less[j.A] = append(less[j.A], j.B)
		case j.Times < 1:
			less[j.B] = append(less[j.B], j.A)
		}
	}
	var best []string
	for _, start := range JudgedPriorities(judgements) {
		if way := findWayBack(start, less); way != nil && (best == nil || len(way) < len(best)) {
			best = way
		}
	}
	return best
}

// findWayBack gives the shortest way from a priority over lesser ones back to it.
func findWayBack(start string, less map[string][]string) []string {
	ways, seen := [][]string{{start}}, map[string]bool{}
	for len(ways) > 0 {
		way := ways[0]
		ways = ways[1:]
		for _, next := range slices.Sorted(slices.Values(less[way[len(way)-1]])) {
			if next == start {
				return way
			}
			if !seen[next] {
				seen[next] = true
				ways = append(ways, append(slices.Clone(way), next))
			}
		}
	}
	return nil
}

// findDetour gives the way over other judgements from A of a judgement to B that says
// the most different thing; of the shortest ways only, since these are what a person
// can check in the head.
func (m *judgementMatrix) findDetour(r *Misfit) []string {
	from, to := slices.Index(m.ids, r.A), slices.Index(m.ids, r.B)
	type way struct {
		over  []int
		times float64
	}
	ways, reached := []way{{[]int{from}, 1}}, map[int]bool{from: true}
	for len(ways) > 0 {
		var next, arrived []way
		step := map[int]bool{}
		for _, w := range ways {
			last := w.over[len(w.over)-1]
			for i, x := range m.a[last] {
				if x == 0 || reached[i] || last == from && i == to {
					continue
				}
				step[i] = true
				w := way{append(slices.Clone(w.over), i), float64(w.times * x)}
				if next = append(next, w); i == to {
					arrived = append(arrived, w)
				}
			}
		}
		if len(arrived) > 0 {
			most := slices.MaxFunc(arrived, func(a, b way) int { return compareFactors(a.times/r.Times, b.times/r.Times) })
			out := make([]string, len(most.over))
			for i, k := range most.over {
				out[i] = m.ids[k]
			}
			return out
		}
		for i := range step {
			reached[i] = true
		}
		ways = next
	}
	return nil
}

// compareFactors compares how far factors lie from 1.
func compareFactors(a, b float64) int {
	x, y := max(a, 1/a), max(b, 1/b)
	if nearlyEqual(x, y) {
		return 0
	}
	return cmp.Compare(x, y)
}
