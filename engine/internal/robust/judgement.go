package robust

import (
	"cmp"
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/exact"
	"github.com/ajar-decision/ajar/rules"
)

// judgement says, for fixed facts, how far the value of a form hangs on the pack's own
// numbers: strengths, factors and captures as they are written. A number θ_j may be off by
// δ_j, so the difference of two values by σ, with
//
//	σ² = Σ_j (∂(U_A - U_B)/∂θ_j · δ_j)²
//
// The derivatives follow from the masses. That by a capture is the mass of the arguments
// that the form has it for. That by a strength or a factor is the mass of what it scales,
// times the capture less the mean of its block, over the number: the mean of what
// priorities lend, or U for what facts give.
type judgement struct {
	a         *analysis
	reasons   []reason
	factors   []factor
	situated  float64           // λD
	captures  [][]float64       // per form, per reason
	numbers   [][]number        // per form: what its captures are written as
	same      [levelCount][]int // per level: the available forms that come out as the advised one
	blocks    []uint8           // per reason: the block that it belongs to
	doubts    []float64         // per reason: its doubt
	mass      []float64         // per reason, under the weighting in hand
	lentMass  []float64         // the same, 0 for what facts give
	lentTotal float64           // their sum
	lists     [][]int           // of some reasons, each once
	listsFrom [][]int           // per reason: the lists that it is the first of
	sums      []float64         // mass of each reason, then of each list
	unscaled  []float64         // room for one form
	sways     []formSway        // per form
	pairs     [][]capturePair   // per two forms, once they were paired
	stamp     int               // of the weighting in hand
	classes   classes           // the stances
	chances   []float64         // per form, under the weighting in hand

	// advisedAlone: the chances of forms of another stance than the advised one are not
	// worked out.
	advisedAlone bool
}

// The blocks of arguments: what facts give and what priorities lend.
const (
	blockGiven uint8 = iota
	blockLent
	blockCount
)

// reason is an argument that can have mass.
type reason struct {
	argument int
	fixed    float64     // λ μ s of one that has a condition
	lent     []lentShare // of one that has none
	doubt    float64     // δ over the strength
}

// lentShare is what an argument gains from a unit of weight of a priority.
type lentShare struct {
	priority int
	gain     float64
}

// factor is a moderator that holds, with the reasons that it scales.
type factor struct {
	moderator int
	reasons   []int
	doubt     float64 // δ over the factor
}

// number is a capture that a form has for some reasons.
type number struct {
	place int // in the list of all numbers
	sum   int // place of the mass of the reasons in sums
	doubt float64
}

// formSway is by how much the value of a form may be off through each number, under the
// weighting with the stamp.
type formSway struct {
	stamp    int
	scales   []float64 // through the strength of each reason, then through each factor
	captures []float64 // through each of its numbers
	alone    float64   // the sum of the squares of captures
}

// capturePair is a number that one of two forms or both have a capture written as: its
// places among the numbers of each, -1 for a form without it.
type capturePair struct{ own, other int32 }

// makeJudgement takes the facts as they were last tried.
func (a *analysis) makeJudgement() *judgement {
	e, n, t := a.e, a.e.Numbers(), a.nominal
	j := &judgement{
		a: a, captures: make([][]float64, len(e.Forms)), numbers: make([][]number, len(e.Forms)),
		sways: make([]formSway, len(e.Forms)), pairs: make([][]capturePair, len(e.Forms)*len(e.Forms)), chances: make([]float64, len(e.Forms)),
	}
	if a.isStopped() {
		return j
	}
	for i := range e.Arguments {
		r := reason{argument: i, fixed: exact.Mul(e.Lambda, t.Y[i])}
		for _, s := range e.Arguments[i].Shares {
			if gain := exact.Mul(t.Mu[i]*e.Arguments[i].Def.Strength, s.Of); gain > 0 && a.weight[s.Priority] > 0 {
				r.lent = append(r.lent, lentShare{s.Priority, gain})
			}
		}
		if r.fixed > 0 || r.lent != nil {
			x := &n.List[n.Strength[i]]
			r.doubt = x.Doubt / x.Value
			j.reasons = append(j.reasons, r)
			j.situated += r.fixed
		}
	}
	j.makeRoom()
	j.addFactors(n)
	for _, f := range a.available {
		if a.isStopped() {
			return j
		}
		j.addForm(n, f)
	}
	j.sums = make([]float64, len(j.reasons)+len(j.lists))
	j.classes = a.classify(a.available, byStance)
	for l := range levelCount {
		for _, f := range a.available {
			if a.isSame(l, f) {
				j.same[l] = append(j.same[l], f)
			}
		}
	}
	return j
}

// fork gives the same with room of its own, for another goroutine.
func (j *judgement) fork() *judgement {
	out := *j
	out.makeRoom()
	out.sums, out.chances = make([]float64, len(j.sums)), make([]float64, len(j.chances))
	out.sways, out.pairs = make([]formSway, len(j.sways)), make([][]capturePair, len(j.pairs))
	for _, f := range j.a.available {
		out.sways[f] = formSway{scales: make([]float64, len(j.sways[f].scales)), captures: make([]float64, len(j.sways[f].captures))}
	}
	out.classes = j.a.classify(j.a.available, byStance)
	return &out
}

// makeRoom prepares what is kept per reason.
func (j *judgement) makeRoom() {
	n := len(j.reasons)
	space := make([]float64, 4*n)
	j.mass, j.lentMass, j.doubts, j.unscaled, j.blocks = space[:n], space[n:2*n], space[2*n:3*n], space[3*n:], make([]uint8, n)
	j.listsFrom = make([][]int, n)
	for i := range j.reasons {
		j.doubts[i] = j.reasons[i].doubt
		if j.reasons[i].lent != nil {
			j.blocks[i] = blockLent
		}
	}
}

// addFactors lists the moderators that hold. A product of factors above the cap hangs on
// none of them.
func (j *judgement) addFactors(n *compiled.Numbers) {
	e := j.a.e
	scaled := make([][]int, len(e.Moderators)) // the reasons
	for i := range j.reasons {
		on := e.Arguments[j.reasons[i].argument].Moderators
		if len(on) > 0 && j.multiplyFactors(on) <= e.Cap {
			for _, m := range on {
				scaled[m] = append(scaled[m], i)
			}
		}
	}
	for m := range e.Moderators {
		x := &n.List[n.Factor[m]]
		if scaled[m] != nil && x.Doubt != 0 && e.Moderators[m].When.PlainTruth(j.a.nominal.In.Fact) == rules.True {
			j.factors = append(j.factors, factor{m, scaled[m], x.Doubt / x.Value})
		}
	}
}

// multiplyFactors gives the product of the factors of those that hold, without the cap.
func (j *judgement) multiplyFactors(moderators []int) float64 {
	product := 1.0
	for _, m := range moderators {
		if j.a.e.Moderators[m].When.PlainTruth(j.a.nominal.In.Fact) == rules.True {
			product = exact.Mul(product, j.a.e.Moderators[m].Def.Factor)
		}
	}
	return product
}

// addForm notes the captures of a form, as its raises make them, and the numbers that
// these are written as.
func (j *judgement) addForm(n *compiled.Numbers, f int) {
	def := &j.a.e.Forms[f]
	captures := make([]float64, len(j.reasons))
	type use struct{ place, reason int }
	uses := make([]use, 0, len(j.reasons))
	for i := range j.reasons {
		argument := j.reasons[i].argument
		place := n.Capture[f][argument]
		captures[i] = def.Capture.Value[argument]
		for k := range def.Raises {
			if r := &def.Raises[k]; r.Argument == argument && r.When.PlainTruth(j.a.nominal.In.Fact) == rules.True {
				captures[i] += r.By
				place = n.Raise[f][k]
			}
		}
		if n.List[place].Doubt != 0 {
			uses = append(uses, use{place, i})
		}
	}
	slices.SortStableFunc(uses, func(x, y use) int { return cmp.Compare(x.place, y.place) })
	reasons := make([]int, len(uses))
	for k, u := range uses {
		reasons[k] = u.reason
	}
	j.numbers[f] = make([]number, 0, len(uses))
	for start := 0; start < len(uses); {
		end := start
		for end < len(uses) && uses[end].place == uses[start].place {
			end++
		}
		place := uses[start].place
		j.numbers[f] = append(j.numbers[f], number{place, j.placeOfSum(reasons[start:end]), n.List[place].Doubt})
		start = end
	}
	j.captures[f] = captures
	j.sways[f] = formSway{scales: make([]float64, len(j.reasons)+len(j.factors)), captures: make([]float64, len(j.numbers[f]))}
}

// placeOfSum gives the place in sums of the mass of some reasons. Most numbers are for one
// reason, and forms of one option share most of the others.
func (j *judgement) placeOfSum(reasons []int) int {
	if len(reasons) == 1 {
		return reasons[0]
	}
	for _, at := range j.listsFrom[reasons[0]] {
		if slices.Equal(j.lists[at], reasons) {
			return len(j.reasons) + at
		}
	}
	at := len(j.lists)
	j.lists = append(j.lists, reasons)
	j.listsFrom[reasons[0]] = append(j.listsFrom[reasons[0]], at)
	return len(j.reasons) + at
}

// situationShare is b: what part of the masses facts give at the stated weights.
func (j *judgement) situationShare() float64 {
	if slices.ContainsFunc(j.reasons, func(r reason) bool { return r.lent != nil }) {
		return j.situated / (1 + j.situated)
	}
	return 1
}

// takeWeights works out the masses under a weighting of some priorities.
func (j *judgement) takeWeights(weight []float64) {
	j.stamp++
	total := 0.0
	for i := range j.reasons {
		m := 0.0
		for _, s := range j.reasons[i].lent {
			m += exact.Mul(weight[s.priority], s.gain)
		}
		j.mass[i] = m
		total += m
	}
	given, scale := j.situated, exact.Mul(total, 1+j.situated)
	if total > 0 {
		given = 1 + j.situated
	}
	j.lentTotal = 0
	for i, block := range j.blocks {
		switch {
		case block == blockGiven:
			j.mass[i] = j.reasons[i].fixed / given
		case total > 0:
			j.mass[i] /= scale
			j.lentMass[i] = j.mass[i]
			j.lentTotal += j.mass[i]
		default:
			j.mass[i], j.lentMass[i] = j.reasons[i].fixed/given, 0
		}
	}
	copy(j.sums, j.mass)
	for k, list := range j.lists {
		sum := 0.0
		for _, i := range list {
			sum += j.mass[i]
		}
		j.sums[len(j.mass)+k] = sum
	}
}

// classes are kinds of forms, one inside the other: the stances, their options, and the
// forms of these.
type classes struct {
	forms   []int     // all of them, in the order of the rules
	inside  []classes // none of a single form
	advised bool      // the advised form has the stance of these
	// Room for the weighting in hand, per class inside.
	stand   []int     // the form that the class would advise, which stands for it
	chances []float64 // that it is the one
	others  []int     // those that one is compared with
}

// classify groups forms by stance, then by option, then each by itself.
func (a *analysis) classify(forms []int, by level) classes {
	c := classes{forms: forms, advised: a.isSame(byStance, forms[0])}
	if by == levelCount {
		return c
	}
	for rest := forms; len(rest) > 0; {
		var same, others []int
		for _, f := range rest {
			if a.groups[by][f] == a.groups[by][rest[0]] {
				same = append(same, f)
			} else {
				others = append(others, f)
			}
		}
		c.inside = append(c.inside, a.classify(same, by+1))
		rest = others
	}
	c.stand, c.chances, c.others = make([]int, len(c.inside)), make([]float64, len(c.inside)), make([]int, len(c.inside))
	return c
}
