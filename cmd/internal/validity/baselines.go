package main

import (
	"cmp"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// sumPulls is the sum of the normalised weights that pull open minus those that
// pull closed: it knows no facts.
func (s *study) sumPulls(i int) float64 {
	sum, total := 0.0, 0.0
	for _, p := range s.pack.Priorities {
		w := s.cases[i].profileByMode[withPriorities].Weights[p.ID]
		total += w
		if p.Pull == rules.Closed {
			w = -w
		}
		sum += w
	}
	if total == 0 {
		return 0
	}
	return sum / total
}

// thresholds cut the bare sum into closed, mixed and open.
type thresholds struct{ low, high float64 }

func (t thresholds) stanceFor(sum float64) engine.Stance {
	switch {
	case sum < t.low:
		return engine.Closed
	case sum > t.high:
		return engine.Open
	}
	return engine.Mixed
}

// fitThresholds finds the two thresholds, halfway between neighbouring sums, that label
// most of the given cases right; of equally good pairs the one with the most
// room around its thresholds.
func (s *study) fitThresholds(of []int) thresholds {
	sums := make([]float64, len(of))
	for k, i := range of {
		sums[k] = s.sumPulls(i)
	}
	slices.Sort(sums)
	type cut struct{ at, room float64 }
	cuts := []cut{{sums[0] - 1, 0}}
	for k := 1; k < len(sums); k++ {
		cuts = append(cuts, cut{(sums[k-1] + sums[k]) / 2, sums[k] - sums[k-1]})
	}
	best, bestHits, bestRoom := thresholds{}, -1, 0.0
	for a := range cuts {
		for b := a; b < len(cuts); b++ {
			t, hits := thresholds{cuts[a].at, cuts[b].at}, 0
			for _, i := range of {
				if t.stanceFor(s.sumPulls(i)) == s.cases[i].Outcome {
					hits++
				}
			}
			room := math.Min(cuts[a].room, cuts[b].room)
			if hits > bestHits || hits == bestHits && room > bestRoom {
				best, bestHits, bestRoom = t, hits, room
			}
		}
	}
	return best
}

// labelBySum labels every case by thresholds fitted on all cases, or on all
// others.
func (s *study) labelBySum(leaveOut bool) []label {
	out := make([]label, len(s.cases))
	for i := range out {
		of := s.listOthers(i)
		if !leaveOut {
			of = append(of, i)
		}
		out[i] = s.addCommonest(s.fitThresholds(of).stanceFor(s.sumPulls(i)), of)
	}
	return out
}

// addCommonest gives a stance with the two options of it that were taken most often
// in the given cases.
func (s *study) addCommonest(stance engine.Stance, of []int) label {
	taken := map[string]int{}
	for _, i := range of {
		if s.cases[i].Outcome == stance {
			for _, id := range s.cases[i].OutcomeOptions {
				taken[id]++
			}
		}
	}
	ids := sortedKeys(taken)
	slices.SortStableFunc(ids, func(a, b string) int { return taken[b] - taken[a] })
	ids = append(ids, "", "")
	return label{stance: stance, first: ids[0], second: ids[1]}
}

// labelByCommonest labels every case with the stance that it is given and the
// options of it that were taken most often in the others.
func (s *study) labelByCommonest(stanceOf func(i int) engine.Stance) []label {
	out := make([]label, len(s.cases))
	for i := range out {
		out[i] = s.addCommonest(stanceOf(i), s.listOthers(i))
	}
	return out
}

func (s *study) listOthers(i int) []int {
	var out []int
	for j := range s.cases {
		if j != i {
			out = append(out, j)
		}
	}
	return out
}

// labelByNeighbours labels every case as most of its three nearest among the others
// were decided; three different outcomes leave it to the nearest. The options are
// those of the nearest with that stance.
func (s *study) labelByNeighbours(mode int) []label {
	out := make([]label, len(s.cases))
	for i := range s.cases {
		others := s.listOthers(i)
		slices.SortStableFunc(others, func(a, b int) int {
			return cmp.Compare(s.measureCaseLikeness(mode, i, b), s.measureCaseLikeness(mode, i, a))
		})
		votes := map[engine.Stance]int{}
		for _, j := range others[:3] {
			votes[s.cases[j].Outcome]++
		}
		out[i].stance = s.cases[others[0]].Outcome
		for stance, n := range votes {
			if n >= 2 {
				out[i].stance = stance
			}
		}
		out[i].first, out[i].second = s.listOptionsOf(out[i].stance, others)
	}
	return out
}

// listOptionsOf gives the first two different options that were taken in cases of a
// stance, in the order of the cases.
func (s *study) listOptionsOf(stance engine.Stance, of []int) (first, second string) {
	for _, i := range of {
		if s.cases[i].Outcome != stance {
			continue
		}
		for _, id := range s.cases[i].OutcomeOptions {
			switch {
			case first == "":
				first = id
			case id != first:
				return first, id
			}
		}
	}
	return first, ""
}

// measureCaseLikeness is the share of the facts known of both cases that agree; with
// weights, the mean of that and of the cosine between the weights.
func (s *study) measureCaseLikeness(mode, i, j int) float64 {
	a, b := &s.cases[i].profileByMode[mode], &s.cases[j].profileByMode[mode]
	same, both := 0.0, 0.0
	for id, x := range a.Facts {
		if y, ok := b.Facts[id]; ok && x != engine.Unknown && y != engine.Unknown {
			both++
			if x == y {
				same++
			}
		}
	}
	if mode == factsOnly {
		return same / both
	}
	dot, aa, bb := 0.0, 0.0, 0.0
	for _, p := range s.pack.Priorities {
		x, y := a.Weights[p.ID], b.Weights[p.ID]
		dot, aa, bb = dot+float64(x*y), aa+float64(x*x), bb+float64(y*y)
	}
	return (same/both + dot/math.Sqrt(aa*bb)) / 2
}
