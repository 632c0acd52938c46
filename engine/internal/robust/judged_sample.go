package robust

import (
	"math"

	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/exact"
)

// smallestChance is what a class has to have for the chances inside it to be worked out.
const smallestChance = 1e-9

// leastLead is a lead that no rounding makes.
const leastLead = 1e-9

// judgedSample is the mean chance of each form over weightings, where the pack's own
// numbers are in doubt.
type judgedSample struct {
	formShares []float64
	size       float64             // 0 if one weighting stands for all
	squares    [levelCount]float64 // of what is the same as the advice, per level
}

func (j *judgement) newSample() judgedSample {
	return judgedSample{formShares: make([]float64, len(j.a.e.Forms))}
}

// judge adds what one weighting shows. The values are those of the weighting.
func (j *judgement) judge(s *judgedSample, weight, values []float64) {
	j.takeWeights(weight)
	clear(j.chances)
	j.divide(&j.classes, 1, values)
	s.size++
	for _, f := range j.a.available {
		s.formShares[f] += j.chances[f]
	}
	for l := range levelCount {
		sum := 0.0
		for _, f := range j.same[l] {
			sum += j.chances[f]
		}
		s.squares[l] += exact.Mul(sum, sum)
	}
}

// divide gives each class inside its part of a chance: the least chance to hold its own
// against another, of sum 1.
func (j *judgement) divide(c *classes, chance float64, values []float64) {
	switch len(c.inside) {
	case 0:
		j.chances[c.forms[0]] += chance
		return
	case 1:
		j.divide(&c.inside[0], chance, values)
		return
	}
	for i := range c.inside {
		c.stand[i], _ = evaluate.PickAmong(j.a.e, values, c.inside[i].forms, j.a.e.Margin)
	}
	j.fillChances(c, values)
	sum := 0.0
	for _, p := range c.chances {
		sum += p
	}
	if sum == 0 { // no doubt, and each loses to some other: the rule of choice decides
		picked, _ := evaluate.PickAmong(j.a.e, values, c.forms, j.a.e.Margin)
		j.chances[picked] += chance
		return
	}
	for i := range c.inside {
		if p := c.chances[i] / sum * chance; p > smallestChance && (c.inside[i].advised || !j.advisedAlone) {
			j.divide(&c.inside[i], p, values)
		}
	}
}

// fillChances gives each class the least chance to hold its own against another. Most
// have next to none against that of the greatest value, so it is compared first: what two
// others do to each other counts only where it is less.
func (j *judgement) fillChances(c *classes, values []float64) {
	j.fillSways(c.stand)
	best := 0
	for i, f := range c.stand {
		c.chances[i] = 1
		if values[f] > values[c.stand[best]] {
			best = i
		}
	}
	others := c.others[:0]
	for i := range c.stand {
		if i != best {
			others = append(others, i)
		}
	}
	j.compareClasses(c, best, others, values)
	for i := range c.stand {
		if i == best {
			continue
		}
		others = c.others[:0]
		for k := i + 1; k < len(c.stand); k++ {
			if k != best && j.canLower(c, i, k, values) {
				others = append(others, k)
			}
		}
		j.compareClasses(c, i, others, values)
	}
}

// canLower reports whether the comparison of two classes may lower the chance of either.
// The one that is ahead has a half at least against the other.
func (j *judgement) canLower(c *classes, i, k int, values []float64) bool {
	x, y := c.stand[i], c.stand[k]
	lead := values[x] - values[y] + j.a.marginFor(x, y)
	switch mine, its := c.chances[i], c.chances[k]; {
	case its == 0 && (mine == 0 || mine <= 0.5 && lead > leastLead):
		return false
	case mine == 0 && its <= 0.5 && lead < -leastLead:
		return false
	}
	return true
}

// compareClasses compares one class with others, four at a time.
func (j *judgement) compareClasses(c *classes, one int, others []int, values []float64) {
	for len(others) > 0 {
		used := min(lanes, len(others))
		var forms [lanes]int
		for k := range forms {
			forms[k] = c.stand[others[min(k, used-1)]]
		}
		scales := j.sumScales(c.stand[one], &forms)
		for k, other := range others[:used] {
			first, second := min(one, other), max(one, other)
			p := j.chanceAgainst(c.stand[first], c.stand[second], scales[k], values)
			c.chances[first], c.chances[second] = min(c.chances[first], p), min(c.chances[second], 1-p)
		}
		others = others[used:]
	}
}

// chanceAgainst is the chance that the first of two forms is advised: that its lead, with
// the margin for the one that leaves less that cannot be called back, is above 0.
func (j *judgement) chanceAgainst(x, y int, scales float64, values []float64) float64 {
	if doubt := j.doubtOf(scales, x, y); doubt > 0 {
		return exact.NormalCDF((values[x] - values[y] + j.a.marginFor(x, y)) / doubt)
	}
	if picked, _ := evaluate.PickAmong(j.a.e, values, []int{min(x, y), max(x, y)}, j.a.e.Margin); picked == x {
		return 1
	}
	return 0
}

// marginFor is what the rule of choice adds to the lead of the first of two forms.
func (a *analysis) marginFor(x, y int) float64 {
	switch e := a.e; {
	case e.Forms[x].Class < e.Forms[y].Class:
		return e.Margin
	case e.Forms[x].Class > e.Forms[y].Class:
		return -e.Margin
	}
	return 0
}

// finish turns sums into means.
func (s *judgedSample) finish() {
	for f := range s.formShares {
		s.formShares[f] /= s.size
	}
}

// estimateShare gives the share of what is the same as the advice at a level. Its error
// is that of a mean of chances.
func (a *analysis) estimateJudged(s *judgedSample, l level) estimate {
	out := estimate{}
	for f, x := range s.formShares {
		if x > 0 && a.isSame(l, f) {
			out.Share += x
		}
	}
	if s.size > 1 {
		out.Err = math.Sqrt(max(0, s.squares[l]/s.size-exact.Mul(out.Share, out.Share)) / s.size)
	}
	return out
}
