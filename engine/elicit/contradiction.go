package elicit

import (
	"maps"
	"slices"
)

// Contradiction says that comparisons contradict one another. Weights come out all the
// same, as a compromise.
type Contradiction struct {
	Kind ContradictionKind
	// IDs are the priorities that it is about: those of the comparison that fits
	// least, those of a circle in its order, or the best and the one above it.
	IDs []string
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
	// Inconsistent: they lie further apart than the method counts as consistent.
	Inconsistent ContradictionKind = "inconsistent"
)

// ContradictionKinds lists the kinds, the plainest first.
func ContradictionKinds() []ContradictionKind {
	return []ContradictionKind{Circle, BestIsNotBest, WorstIsNotWorst, Inconsistent}
}

// FindContradiction gives the plainest contradiction in what was said, nil if
// there is none or no weights come out. Ratings, rankings and points have none.
func (in Input) FindContradiction() *Contradiction {
	switch {
	case in.Pairs != nil:
		return findPairsContradiction(in.Pairs)
	case in.BestWorst != nil:
		return in.BestWorst.findContradiction()
	}
	return nil
}

func findPairsContradiction(judgements []Judgement) *Contradiction {
	c, err := Pairs(JudgedPriorities(judgements), judgements)
	if err != nil {
		return nil
	}
	if ids := findCircle(judgements); ids != nil {
		return &Contradiction{Circle, ids}
	}
	if c.Ratio != nil && *c.Ratio > ConsistentRatio {
		return &Contradiction{Inconsistent, []string{c.Reconsider.A, c.Reconsider.B}}
	}
	return nil
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

func (in *BestWorstInput) findContradiction() *Contradiction {
	r, err := BestWorst(*in)
	if err != nil {
		return nil
	}
	greatest, least := in.Best, in.Worst
	for _, id := range slices.Sorted(maps.Keys(r.Weights)) {
		if r.Weights[id] > r.Weights[greatest] {
			greatest = id
		}
		if r.Weights[id] < r.Weights[least] {
			least = id
		}
	}
	switch {
	case greatest != in.Best:
		return &Contradiction{BestIsNotBest, []string{in.Best, greatest}}
	case least != in.Worst:
		return &Contradiction{WorstIsNotWorst, []string{in.Worst, least}}
	case r.Threshold != nil && r.Ratio > *r.Threshold:
		return &Contradiction{Inconsistent, []string{r.Reconsider}}
	}
	return nil
}
