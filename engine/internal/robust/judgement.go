package robust

import (
	"cmp"
	"math"
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
	a        *analysis
	reasons  []reason
	factors  []factor
	situated float64     // λD
	captures [][]float64 // per form, per reason
	numbers  [][]number  // per form: what its captures are written as
	mass     []float64   // per reason, under the weighting in hand
	sways    []formSway  // per form
	stamp    int         // of the weighting in hand
	classes  classes     // the stances
	chances  []float64   // per form, under the weighting in hand
}

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

// number is a capture with the reasons that a form has it for.
type number struct {
	place   int // in the list of all numbers
	reasons []int
	doubt   float64
}

// formSway is by how much the value of a form may be off through each number, under the
// weighting with the stamp.
type formSway struct {
	stamp    int
	scales   []float64 // through the strength of each reason, then through each factor
	captures []float64 // through each of its numbers
	alone    float64   // the sum of the squares of captures
}

// makeJudgement takes the facts as they were last tried.
func (a *analysis) makeJudgement() *judgement {
	e, n, t := a.e, a.e.Numbers(), a.nominal
	j := &judgement{
		a: a, captures: make([][]float64, len(e.Forms)), numbers: make([][]number, len(e.Forms)),
		sways: make([]formSway, len(e.Forms)), chances: make([]float64, len(e.Forms)),
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
	j.mass = make([]float64, len(j.reasons))
	j.addFactors(n)
	for _, f := range a.available {
		j.addForm(n, f)
	}
	j.classes = a.classify(a.available, byStance)
	return j
}

// addFactors lists the moderators that hold. A product of factors above the cap hangs on
// none of them.
func (j *judgement) addFactors(n *compiled.Numbers) {
	e := j.a.e
	for m := range e.Moderators {
		x := &n.List[n.Factor[m]]
		if x.Doubt == 0 || e.Moderators[m].When.PlainTruth(j.a.nominal.In.Fact) != rules.True {
			continue
		}
		f := factor{moderator: m, doubt: x.Doubt / x.Value}
		for i := range j.reasons {
			if on := e.Arguments[j.reasons[i].argument].Moderators; slices.Contains(on, m) && j.multiplyFactors(on) <= e.Cap {
				f.reasons = append(f.reasons, i)
			}
		}
		if f.reasons != nil {
			j.factors = append(j.factors, f)
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
	at := map[int]int{}
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
		if n.List[place].Doubt == 0 {
			continue
		}
		k, ok := at[place]
		if !ok {
			k = len(j.numbers[f])
			at[place] = k
			j.numbers[f] = append(j.numbers[f], number{place: place, doubt: n.List[place].Doubt})
		}
		j.numbers[f][k].reasons = append(j.numbers[f][k].reasons, i)
	}
	slices.SortFunc(j.numbers[f], func(x, y number) int { return cmp.Compare(x.place, y.place) })
	j.captures[f] = captures
	j.sways[f] = formSway{scales: make([]float64, len(j.reasons)+len(j.factors)), captures: make([]float64, len(j.numbers[f]))}
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
	for i := range j.reasons {
		switch r := &j.reasons[i]; {
		case r.lent != nil && total > 0:
			j.mass[i] /= exact.Mul(total, 1+j.situated)
		case total > 0:
			j.mass[i] = r.fixed / (1 + j.situated)
		default:
			j.mass[i] = r.fixed / j.situated
		}
	}
}

// swayOf gives by how much the value of a form may be off, under the weighting in hand.
func (j *judgement) swayOf(f int) *formSway {
	s := &j.sways[f]
	if s.stamp == j.stamp {
		return s
	}
	s.stamp, s.alone = j.stamp, 0
	captures := j.captures[f]
	lent, part, value := 0.0, 0.0, 0.0
	for i, m := range j.mass {
		u := exact.Mul(m, captures[i])
		value += u
		if j.reasons[i].lent != nil {
			lent, part = lent+u, part+m
		}
	}
	if part > 0 {
		lent /= part
	}
	for i, m := range j.mass {
		mean := value
		if j.reasons[i].lent != nil {
			mean = lent
		}
		s.scales[i] = exact.Mul(m, captures[i]-mean)
	}
	for k := range j.factors {
		sum := 0.0
		for _, i := range j.factors[k].reasons {
			sum += s.scales[i]
		}
		s.scales[len(j.reasons)+k] = exact.Mul(sum, j.factors[k].doubt)
	}
	for i := range j.reasons {
		s.scales[i] *= j.reasons[i].doubt
	}
	for k := range j.numbers[f] {
		sum := 0.0
		for _, i := range j.numbers[f][k].reasons {
			sum += j.mass[i]
		}
		s.captures[k] = exact.Mul(sum, j.numbers[f][k].doubt)
		s.alone += exact.Mul(s.captures[k], s.captures[k])
	}
	return s
}

// doubtBetween is σ of the difference of two forms, under the weighting in hand.
func (j *judgement) doubtBetween(x, y int) float64 {
	a, b := j.swayOf(x), j.swayOf(y)
	sum := 0.0
	for i, v := range a.scales {
		d := v - b.scales[i]
		sum += exact.Mul(d, d)
	}
	if j.a.e.Forms[x].Option != j.a.e.Forms[y].Option {
		return math.Sqrt(sum + a.alone + b.alone)
	}
	// Forms of one option share what is written for the option.
	j.eachCapture(x, y, func(_ int, sway float64) { sum += exact.Mul(sway, sway) })
	return math.Sqrt(sum)
}

// eachCapture gives by how much each capture sways the difference of two forms.
func (j *judgement) eachCapture(x, y int, visit func(place int, sway float64)) {
	a, b := j.numbers[x], j.numbers[y]
	for i, k := 0, 0; i < len(a) || k < len(b); {
		switch {
		case k == len(b) || i < len(a) && a[i].place < b[k].place:
			visit(a[i].place, j.sways[x].captures[i])
			i++
		case i == len(a) || b[k].place < a[i].place:
			visit(b[k].place, -j.sways[y].captures[k])
			k++
		default:
			visit(a[i].place, j.sways[x].captures[i]-j.sways[y].captures[k])
			i, k = i+1, k+1
		}
	}
}

// classes are kinds of forms, one inside the other: the stances, their options, and the
// forms of these.
type classes struct {
	forms  []int     // all of them, in the order of the rules
	inside []classes // none of a single form
	// Room for the weighting in hand, per class inside.
	stand   []int     // the form that the class would advise, which stands for it
	chances []float64 // that it is the one
}

// classify groups forms by stance, then by option, then each by itself.
func (a *analysis) classify(forms []int, by level) classes {
	c := classes{forms: forms}
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
	c.stand, c.chances = make([]int, len(c.inside)), make([]float64, len(c.inside))
	return c
}
