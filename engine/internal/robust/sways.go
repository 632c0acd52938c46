package robust

import (
	"math"

	"github.com/ajar-decision/ajar/engine/internal/exact"
)

// lanes is how many sums of one kind are added up side by side. A sum has to wait for each of
// its terms, so that four take hardly longer than one.
const lanes = 4

// takeFour takes the first four forms; the last of them fills up the places left.
func takeFour(forms []int) (four [lanes]int, rest []int) {
	n := min(lanes, len(forms))
	for k := range four {
		four[k] = forms[min(k, n-1)]
	}
	return four, forms[n:]
}

// fillSways works out the sways of forms, under the weighting in hand.
func (j *judgement) fillSways(forms []int) {
	for len(forms) > 0 {
		var four [lanes]int
		four, forms = takeFour(forms)
		means := j.meanCaptures(&four)
		for k, f := range four {
			if j.sways[f].stamp != j.stamp {
				j.fillSway(f, &means[k])
			}
		}
	}
}

// meanCaptures gives the means that sways are measured from: of four forms, for each block.
func (j *judgement) meanCaptures(forms *[lanes]int) (out [lanes][blockCount]float64) {
	n := len(j.mass)
	a, b, c, d := j.captures[forms[0]][:n], j.captures[forms[1]][:n], j.captures[forms[2]][:n], j.captures[forms[3]][:n]
	lentMass := j.lentMass[:n]
	var valueA, valueB, valueC, valueD, lentA, lentB, lentC, lentD float64 // not in a list, which would be kept in memory
	for i, m := range j.mass {
		valueA += exact.Mul(m, a[i])
		valueB += exact.Mul(m, b[i])
		valueC += exact.Mul(m, c[i])
		valueD += exact.Mul(m, d[i])
		m = lentMass[i] // a term of 0 leaves a sum as it is
		lentA += exact.Mul(m, a[i])
		lentB += exact.Mul(m, b[i])
		lentC += exact.Mul(m, c[i])
		lentD += exact.Mul(m, d[i])
	}
	out = [lanes][blockCount]float64{{valueA, lentA}, {valueB, lentB}, {valueC, lentC}, {valueD, lentD}}
	for k := range out {
		if j.lentTotal > 0 {
			out[k][blockLent] /= j.lentTotal
		}
	}
	return out
}

// fillSway works out the sway of one form from the means of its captures.
func (j *judgement) fillSway(f int, means *[blockCount]float64) {
	s := &j.sways[f]
	s.stamp = j.stamp
	n := len(j.mass)
	captures, blocks, doubts, scales, unscaled := j.captures[f][:n], j.blocks[:n], j.doubts[:n], s.scales[:n], j.unscaled[:n]
	for i, m := range j.mass {
		x := exact.Mul(m, captures[i]-means[blocks[i]&1])
		unscaled[i] = x
		scales[i] = x * doubts[i]
	}
	for k := range j.factors {
		sum := 0.0
		for _, i := range j.factors[k].reasons {
			sum += unscaled[i]
		}
		s.scales[n+k] = exact.Mul(sum, j.factors[k].doubt)
	}
	alone := 0.0
	for k := range j.numbers[f] {
		x := &j.numbers[f][k]
		sway := exact.Mul(j.sums[x.sum], x.doubt)
		s.captures[k] = sway
		alone += exact.Mul(sway, sway)
	}
	s.alone = alone
}

// doubtBetween is σ of the difference of two forms, under the weighting in hand.
func (j *judgement) doubtBetween(x, y int) float64 {
	j.fillSways([]int{x, y})
	scales := j.sumScales(x, &[lanes]int{y, y, y, y})
	return j.doubtOf(scales[0], x, y)
}

// sumScales adds up the squares of what strengths and factors sway the differences of one
// form and each of four others by. All their sways are filled in.
func (j *judgement) sumScales(x int, others *[lanes]int) [lanes]float64 {
	own := j.sways[x].scales
	n := len(own)
	a, b, c, d := j.sways[others[0]].scales[:n], j.sways[others[1]].scales[:n], j.sways[others[2]].scales[:n], j.sways[others[3]].scales[:n]
	var sumA, sumB, sumC, sumD float64
	for i, v := range own {
		p, q, r, s := v-a[i], v-b[i], v-c[i], v-d[i]
		sumA += exact.Mul(p, p)
		sumB += exact.Mul(q, q)
		sumC += exact.Mul(r, r)
		sumD += exact.Mul(s, s)
	}
	return [lanes]float64{sumA, sumB, sumC, sumD}
}

// doubtOf is σ of the difference of two forms with the sum of sumScales. Forms of one
// option share what is written for the option.
func (j *judgement) doubtOf(scales float64, x, y int) float64 {
	if j.a.e.Forms[x].Option != j.a.e.Forms[y].Option {
		return math.Sqrt(scales + j.sways[x].alone + j.sways[y].alone)
	}
	a, b := j.sways[x].captures, j.sways[y].captures
	for _, pair := range j.pairCaptures(x, y) {
		sway := 0.0
		if pair.own >= 0 {
			sway = a[pair.own]
		}
		if pair.other >= 0 {
			sway -= b[pair.other]
		}
		scales += exact.Mul(sway, sway)
	}
	return math.Sqrt(scales)
}

// pairCaptures pairs the numbers of two forms, by their place. It is worked out once.
func (j *judgement) pairCaptures(x, y int) []capturePair {
	kept := &j.pairs[x*len(j.sways)+y]
	if *kept != nil {
		return *kept
	}
	a, b := j.numbers[x], j.numbers[y]
	for i, k := 0, 0; i < len(a) || k < len(b); {
		switch {
		case k == len(b) || i < len(a) && a[i].place < b[k].place:
			*kept = append(*kept, capturePair{int32(i), -1})
			i++
		case i == len(a) || b[k].place < a[i].place:
			*kept = append(*kept, capturePair{-1, int32(k)})
			k++
		default:
			*kept = append(*kept, capturePair{int32(i), int32(k)})
			i, k = i+1, k+1
		}
	}
	return *kept
}

// eachCapture gives by how much each capture sways the difference of two forms of
// different options: no number is written for both.
func (j *judgement) eachCapture(x, y int, visit func(place int, sway float64)) {
	for i, n := range j.numbers[x] {
		visit(n.place, j.sways[x].captures[i])
	}
	for i, n := range j.numbers[y] {
		visit(n.place, -j.sways[y].captures[i])
	}
}
