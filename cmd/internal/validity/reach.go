package main

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// leanReach is the least and the greatest lean that facts alone were found to give
// a dimension.
type leanReach struct{ least, greatest float64 }

// climbStarts is how many random situations the search climbs from, beside the one
// in which nothing is known.
const climbStarts = 6

// searchReach searches the leans of every dimension on facts alone. From each
// start one fact after another takes the value that moves the lean furthest,
// until none does: a search, so the true bounds may lie further out. With
// weights every lean from -1 to 1 is reached: a single priority, that only
// cells of one pull serve, gives the ends.
func (s *study) searchReach() ([]leanReach, error) {
	e, err := engine.New(s.pack)
	if err != nil {
		return nil, err
	}
	v := engine.NewEvaluator(e)
	r := rand.New(rand.NewPCG(randomSeed, 1))
	out := make([]leanReach, len(s.pack.Dimensions))
	for d := range out {
		facts := s.listFactsReadBy(&s.pack.Dimensions[d])
		for start := range climbStarts + 1 {
			p := engine.Profile{Facts: map[string]engine.Answer{}}
			for _, f := range facts {
				if values := f.ValueIDs(); start > 0 && len(values) > 0 {
					p.Facts[f.ID] = engine.Value(values[r.IntN(len(values))])
				}
			}
			least, err := climbLean(v, p, facts, d, -1)
			if err != nil {
				return nil, err
			}
			greatest, err := climbLean(v, p, facts, d, 1)
			if err != nil {
				return nil, err
			}
			out[d] = leanReach{min(out[d].least, least), max(out[d].greatest, greatest)}
		}
	}
	return out, nil
}

// listFactsReadBy lists the facts that the rules of a dimension read, with the facts
// that decide whether these are asked.
func (s *study) listFactsReadBy(d *rules.Dimension) []*rules.Fact {
	var ids []string
	for _, a := range d.Arguments {
		ids = a.When.Facts(ids)
	}
	for _, m := range d.Moderators {
		ids = m.When.Facts(ids)
	}
	var out []*rules.Fact
	for i := range s.pack.Facts {
		if f := &s.pack.Facts[i]; slices.Contains(ids, f.ID) {
			out = append(out, f)
		}
	}
	return out
}

// climbLean moves a lean as far as single changes of facts take it; 0 stands for a
// dimension without mass.
func climbLean(v *engine.Evaluator, p engine.Profile, facts []*rules.Fact, dimension int, toward float64) (float64, error) {
	lean := func() (float64, error) {
		out, err := v.Evaluate(context.Background(), &p)
		if err != nil || math.IsNaN(out.Leans[dimension]) {
			return 0, err
		}
		return toward * out.Leans[dimension], nil
	}
	copied := map[string]engine.Answer{}
	for id, a := range p.Facts {
		copied[id] = a
	}
	p.Facts = copied
	best, err := lean()
	for better := true; better && err == nil; {
		better = false
		for _, f := range facts {
			keep := p.Facts[f.ID]
			for _, v := range f.ValueIDs() {
				p.Facts[f.ID] = engine.Value(v)
				var now float64
				if now, err = lean(); err != nil {
					return 0, err
				}
				if now > best {
					best, keep, better = now, engine.Value(v), true
				}
			}
			p.Facts[f.ID] = keep
		}
	}
	return toward * best, err
}

func (s *study) writeReachTable(b *strings.Builder) error {
	found, err := s.searchReach()
	if err != nil {
		return err
	}
	writeHeading(b, "How far each dimension can lean on facts alone", "dimension", "least lean", "greatest lean")
	for d := range found {
		writeRow(b, s.pack.Dimensions[d].ID, fmt.Sprintf("%+.2f", found[d].least), fmt.Sprintf("%+.2f", found[d].greatest))
	}
	b.WriteString("\nFrom -1 (closed) to +1 (open), found by a search. With priorities every dimension reaches both ends.\n")
	return nil
}
