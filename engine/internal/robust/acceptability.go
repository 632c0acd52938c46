package robust

import (
	"math"
	"slices"
	"sync"

	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/engine/internal/exact"
)

// weightingSample says under which weightings each form is the verdict.
type weightingSample struct {
	formShares    []float64 // per form
	withoutMargin []float64 // per form, if the prudence margin were 0
	size          float64   // 0 if the shares are exact
	meanWeighting []float64 // mean weighting under which one form is the verdict, by priority
}

// estimateShare gives the share of the forms for which of holds.
func (s *weightingSample) estimateShare(of func(form int) bool) estimate {
	share := 0.0
	for f, x := range s.formShares {
		if of(f) {
			share += x
		}
	}
	return estimate{share, s.standardError(share)}
}

// standardError is the standard error of a share.
func (s *weightingSample) standardError(share float64) float64 {
	if s.size == 0 {
		return 0
	}
	return math.Sqrt(max(0, exact.Mul(share, 1-share)) / s.size)
}

// Acceptability is the share of weightings under which an option is the verdict, with
// its standard error; what it would be without the prudence margin, and over weightings
// and the pack's own judgements, both NaN for all weightings there are.
type Acceptability struct {
	Option         int
	Share, Err     float64
	WithoutMargin  float64
	OverJudgements float64
}

// listAcceptability adds up the shares of the forms of each option that is available.
func (a *analysis) listAcceptability(p *weightingSample, judged *judgedSample) []Acceptability {
	var out []Acceptability
	for _, f := range a.available {
		o := a.e.Forms[f].Option
		if len(out) == 0 || out[len(out)-1].Option != o {
			out = append(out, Acceptability{Option: o})
			if judged == nil {
				out[len(out)-1].WithoutMargin, out[len(out)-1].OverJudgements = math.NaN(), math.NaN()
			}
		}
		x := &out[len(out)-1]
		x.Share += p.formShares[f]
		if judged != nil {
			x.WithoutMargin += p.withoutMargin[f]
			x.OverJudgements += judged.formShares[f]
		}
	}
	for i := range out {
		out[i].Err = p.standardError(out[i].Share)
	}
	return out
}

// nearSample is what the weightings near the stated one show, all spread by one f.
type nearSample struct {
	weightingSample
	judged judgedSample
	// ahead and open are the shares in which the advised form is worth more than the
	// form it was compared with, and pure openness more than pure closure. They are NaN
	// if the two tie in every weighting.
	ahead, poles estimate
}

// askNear asks the weightings near the stated one: for each f a sample of its own, the
// widest first. Of the others only the words take notice. No sample knows of another, so
// that they are asked at once.
func (a *analysis) askNear(factors []float64, runnerUp int) []nearSample {
	near := a.makeNearWeights()
	out := make([]nearSample, len(factors))
	var wait sync.WaitGroup
	for i, f := range factors {
		j := a.judgement.fork()
		j.advisedAlone = i > 0
		wait.Go(func() {
			draws := near.spread(f)
			out[i] = a.askSpread(&draws, j, runnerUp)
		})
	}
	wait.Wait()
	return out
}

// doWeightingsDiffer says whether other weights near the stated ones can change anything: a
// single weight that has an effect cancels out.
func (a *analysis) doWeightingsDiffer() bool {
	n := 0
	for p, w := range a.weight {
		if w > 0 && a.linearForm.z[p] > 0 {
			n++
		}
	}
	return n > 1
}

// askSpread asks all draws, the same for every f, and every so many about judgements too;
// one stands for all if they do not differ.
func (a *analysis) askSpread(d *nearDraws, j *judgement, runnerUp int) nearSample {
	draws := wordSampleSize
	if !a.doWeightingsDiffer() {
		draws = 1
	}
	t := newTally(a, a.listContenders(d))
	t.needsBest = !j.advisedAlone
	compared := slices.Clone(t.contenders)
	if t.needsBest && runnerUp >= 0 {
		compared = append(compared, a.recommended.Form, runnerUp)
	}
	all, few := newValueTable(a, d.priorities, a.available), newValueTable(a, d.priorities, compared)
	w, weight := make([]float64, len(d.priorities)), make([]float64, len(a.weight))
	out := nearSample{judged: j.newSample()}
	ahead, open, leads, leans := 0.0, 0.0, false, false
	for i := range draws {
		judged := i%judgementStep == 0
		if judged && a.isStopped() {
			break
		}
		if !judged && !t.needsBest && len(t.contenders) == 1 {
			t.countVerdict()
			continue
		}
		d.fill(w, i)
		if !judged {
			t.count(few, w)
		} else {
			t.count(all, w)
			for k, p := range d.priorities {
				weight[p] = w[k]
			}
			j.judge(&out.judged, weight, t.values)
		}
		if !t.needsBest {
			continue
		}
		if runnerUp >= 0 {
			ahead += t.sideOf(t.values[a.recommended.Form]-t.values[runnerUp], &leads)
		}
		open += t.sideOf(t.lean, &leans)
	}
	out.weightingSample = t.sample()
	out.judged.finish()
	out.ahead, out.poles = t.estimate(ahead, leads), t.estimate(open, leans)
	switch {
	case len(d.priorities) == 0:
		out.ahead, out.poles = noEstimate(), noEstimate() // of weightings of nothing
		fallthrough
	case draws == 1:
		out.size = 0
	}
	return out
}

// listContenders lists the available forms that can be the verdict under a weighting of a
// spread, with the margin or without: a form that another one beats by more than the margin
// wherever the weights lie is neither the best nor within the margin of it.
func (a *analysis) listContenders(d *nearDraws) []int {
	lead := a.e.Margin + leastLead
	beats := func(m, r int) bool {
		sum := 0.0
		for i, p := range d.priorities {
			row := a.linearForm.priorityRow(p)
			x := row[m] - row[r] - exact.Mul(lead, a.linearForm.z[p])
			low, high := d.ends(i)
			sum += min(exact.Mul(low, x), exact.Mul(high, x))
		}
		return sum > 0
	}
	return slices.DeleteFunc(slices.Clone(a.available), func(r int) bool {
		return slices.ContainsFunc(a.available, func(m int) bool { return m != r && beats(m, r) })
	})
}

// tally counts the verdicts over weightings.
type tally struct {
	a             *analysis
	contenders    []int // the only forms that can be the verdict
	needsBest     bool  // the verdict without the margin is counted too
	values        []float64
	lean          float64 // has the sign of S
	hits, without []int
	n             int
	picked        int // by the weighting that was counted last
}

func newTally(a *analysis, contenders []int) *tally {
	n := len(a.e.Forms)
	return &tally{a: a, contenders: contenders, values: slices.Clone(a.values), hits: make([]int, n), without: make([]int, n)}
}

// count works out the values of a table under a weighting and counts the verdict.
func (t *tally) count(v *valueTable, w []float64) {
	t.lean = v.fillValues(w, t.values)
	t.countVerdict()
}

// countVerdict counts the verdict by the values at hand.
func (t *tally) countVerdict() {
	t.n++
	picked, best := t.contenders[0], t.contenders[0]
	if len(t.contenders) > 1 {
		picked, _ = evaluate.PickAmong(t.a.e, t.values, t.contenders, t.a.e.Margin)
		if t.needsBest {
			best, _ = evaluate.PickAmong(t.a.e, t.values, t.contenders, 0)
		}
	}
	t.picked = picked
	t.hits[picked]++
	t.without[best]++
}

// sideOf is 1 if a difference favours the first, 0 if the second; what ties counts half.
func (t *tally) sideOf(difference float64, differ *bool) float64 {
	switch {
	case difference > evaluate.ValueTolerance:
		*differ = true
		return 1
	case difference < -evaluate.ValueTolerance:
		*differ = true
		return 0
	}
	return 0.5
}

// estimate turns a count into a share; NaN if nothing differed.
func (t *tally) estimate(count float64, differ bool) estimate {
	if !differ {
		return noEstimate()
	}
	share := count / float64(t.n)
	return estimate{share, math.Sqrt(max(0, exact.Mul(share, 1-share)) / float64(t.n))}
}

func (t *tally) sample() weightingSample {
	s := weightingSample{formShares: make([]float64, len(t.hits)), withoutMargin: make([]float64, len(t.hits)), size: float64(t.n)}
	for f := range t.hits {
		s.formShares[f], s.withoutMargin[f] = float64(t.hits[f])/s.size, float64(t.without[f])/s.size
	}
	return s
}
