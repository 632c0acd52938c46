package robust

import (
	"cmp"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/exact"
)

// DimensionTurn is a change of one fact, or of one weight, under which a dimension leans
// to the other side.
type DimensionTurn struct {
	Dimension int
	Fact      *compiled.FactChange // nil: it is a weight
	Group     FlipGroup
	Steps     int
	Priority  int
	Weight    float64 // a tenth of a point beyond the border at most
}

// maxFactTurns is how many changes of facts are listed for a dimension.
const maxFactTurns = 2

// listDimensionTurns lists for each dimension the likeliest changes of facts that turn it,
// then the weight nearest to the stated one that does.
func listDimensionTurns(a *analysis, outcomes []changeOutcome, doubts []Doubt) []DimensionTurn {
	byDimension := make([][]DimensionTurn, len(a.e.Dimensions))
	for _, o := range outcomes {
		if len(o.Turned) == 0 || !a.e.CanBeAnswered(o.FactChange) {
			continue
		}
		if a.isStopped() {
			return nil
		}
		change := []compiled.FactChange{o.FactChange}
		a.nominal.ApplyChanges(change)
		if group := a.groupChange(change, doubts); group <= MayChange {
			for _, d := range o.Turned {
				byDimension[d] = append(byDimension[d], DimensionTurn{Dimension: d, Fact: &change[0], Group: group, Steps: a.countSteps(change)})
			}
		}
	}
	weights := findTurningWeights(a)
	var out []DimensionTurn
	for d, list := range byDimension {
		slices.SortStableFunc(list, func(x, y DimensionTurn) int {
			return cmp.Or(cmp.Compare(x.Group, y.Group), cmp.Compare(x.Steps, y.Steps), cmp.Compare(x.Fact.Fact, y.Fact.Fact))
		})
		list = slices.CompactFunc(list, func(x, y DimensionTurn) bool { return x.Fact.Fact == y.Fact.Fact })
		out = append(out, list[:min(maxFactTurns, len(list))]...)
		if w := weights[d]; w != nil {
			out = append(out, *w)
		}
	}
	return out
}

// findTurningWeights finds for each dimension the weight from 0 to 10 nearest to the
// stated one that turns it, the others as they are; nil if none does. The balance of a
// dimension times what all priorities lend is linear in each weight.
func findTurningWeights(a *analysis) []*DimensionTurn {
	out := make([]*DimensionTurn, len(a.e.Dimensions))
	slopes := measureSlopes(a)
	if slopes == nil {
		return out
	}
	for d, row := range slopes {
		at := 0.0
		for p, g := range row {
			at += exact.Mul(a.weight[p], g)
		}
		if math.Abs(at) <= evaluate.ValueTolerance {
			continue
		}
		for p, g := range row {
			if g == 0 {
				continue
			}
			w := beyond(a.weight[p], a.weight[p]-at/g)
			if w < 0 || w > elicit.TopWeight || out[d] != nil && math.Abs(w-a.weight[p]) >= math.Abs(out[d].Weight-a.weight[out[d].Priority]) || !turnsAt(a, row, p, w, at) {
				continue
			}
			out[d] = &DimensionTurn{Dimension: d, Priority: p, Weight: w}
		}
	}
	return out
}

// turnsAt reports whether a weight turns a dimension, whose balance is at now.
func turnsAt(a *analysis, row []float64, p int, w, at float64) bool {
	now := at + exact.Mul(w-a.weight[p], row[p])
	return math.Abs(now) > evaluate.ValueTolerance && (now > 0) != (at > 0)
}

// beyond gives the tenth of a point next to a border, seen from a weight.
func beyond(from, border float64) float64 {
	tenths := exact.Mul(10, border)
	if border > from {
		return (math.Floor(tenths) + 1) / 10
	}
	return (math.Ceil(tenths) - 1) / 10
}

// measureSlopes gives per dimension and priority what a point of weight adds to the
// balance times all that is lent; nil if no weight is stated. The situation's share hangs
// on facts alone, so each is a fixed number.
func measureSlopes(a *analysis) [][]float64 {
	a.nominal.VerdictWith()
	e, t := a.e, a.nominal
	sumX, sumY := 0.0, 0.0
	y := make([]float64, len(e.Dimensions))
	slopes := make([][]float64, len(e.Dimensions))
	for d := range slopes {
		slopes[d] = make([]float64, len(e.Priorities))
	}
	lent := make([]float64, len(e.Priorities))
	for i := range e.Arguments {
		g := &e.Arguments[i]
		sumY += t.Y[i]
		y[g.Dim] += exact.Mul(g.Sign, t.Y[i])
		for _, s := range g.Shares {
			x := exact.Mul(exact.Mul(t.Mu[i], g.Def.Strength), s.Of)
			lent[s.Priority] += x
			slopes[g.Dim][s.Priority] += exact.Mul(g.Sign, x)
			sumX += exact.Mul(a.weight[s.Priority], x)
		}
	}
	if sumX == 0 {
		return nil
	}
	share := exact.Mul(e.Lambda, sumY) / (1 + exact.Mul(e.Lambda, sumY))
	for d, row := range slopes {
		byFacts := 0.0
		if sumY > 0 {
			byFacts = exact.Mul(share, y[d]) / sumY
		}
		for p := range row {
			row[p] = exact.Mul(1-share, row[p]) + exact.Mul(byFacts, lent[p])
		}
	}
	return slopes
}
