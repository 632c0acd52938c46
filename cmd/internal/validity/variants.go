package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/tree"
)

// judgeWithout judges the cases with a part of the pack taken out.
func (s *study) judgeWithout(take func(*rules.Pack)) (verdicts, error) {
	p := s.pack.Clone()
	take(p)
	return s.judgeCases(p)
}

func dropModerators(p *rules.Pack) {
	for i := range p.Dimensions {
		p.Dimensions[i].Moderators = nil
	}
}

// dropBars takes out the bars and what the steps say of them.
func dropBars(p *rules.Pack) {
	p.Bars = nil
	for i := range p.Steps {
		p.Steps[i].About = nil
	}
}

// dropSituation takes out the situation arguments and whatever names them.
func dropSituation(p *rules.Pack) {
	gone := map[string]bool{}
	for i := range p.Dimensions {
		var cells []rules.Argument
		for _, a := range p.Dimensions[i].Arguments {
			if a.When == nil {
				cells = append(cells, a)
			} else {
				gone[a.ID] = true
			}
		}
		p.Dimensions[i].Arguments = cells
	}
	for i := range p.Dimensions {
		for j := range p.Dimensions[i].Moderators {
			m := &p.Dimensions[i].Moderators[j]
			var on []string
			for _, id := range m.On {
				if !gone[id] {
					on = append(on, id)
				}
			}
			m.On = on
		}
		p.Dimensions[i].Moderators = slices.DeleteFunc(p.Dimensions[i].Moderators, func(m rules.Moderator) bool { return len(m.On) == 0 })
	}
	isGone := func(own tree.Entry[rules.ArgumentCapture]) bool { return gone[own.Key] }
	for i := range p.Options {
		o := &p.Options[i]
		o.Captures.Arguments = slices.DeleteFunc(o.Captures.Arguments, isGone)
		for j := range o.Forms {
			if c := o.Forms[j].Captures; c != nil {
				c.Arguments = slices.DeleteFunc(c.Arguments, isGone)
			}
		}
	}
	dropRaises(p) // all are on situation arguments
}

// dropRaises takes out the reasons that forms are made for.
func dropRaises(p *rules.Pack) {
	for i := range p.Options {
		for j := range p.Options[i].Forms {
			p.Options[i].Forms[j].Raises = nil
		}
	}
}

// The perturbation study: how many draws, from which seed, and how far a
// number may move.
const (
	drawCount      = 200
	randomSeed     = 20240601
	leastFactor    = 0.7
	greatestFactor = 1.4
	tinyNumber     = 1e-6 // strengths and K stay above zero, beta below one
	rangeText      = "0.7 to 1.4"
)

// perturbPack multiplies every number of the pack by a factor of its own, evenly
// spread on the logarithmic scale, and keeps the ranges.
func perturbPack(p *rules.Pack, r *rand.Rand) {
	move := func(x *float64, low, high float64) {
		f := leastFactor * math.Pow(greatestFactor/leastFactor, r.Float64())
		*x = math.Max(low, math.Min(high, *x*f))
	}
	move(&p.Constants.Beta.Value, 0, 1-tinyNumber)
	move(&p.Constants.K.Value, tinyNumber, math.MaxFloat64)
	for i := range p.Dimensions {
		d := &p.Dimensions[i]
		for j := range d.Arguments {
			move(&d.Arguments[j].Strength, tinyNumber, 1)
		}
		for j := range d.Moderators {
			move(&d.Moderators[j].Factor, 0, math.MaxFloat64)
		}
	}
	for i := range p.Options {
		o := &p.Options[i]
		move(&o.Captures.Open, 0, 1)
		move(&o.Captures.Closed, 0, 1)
		perturbCaptures(o.Captures.Dimensions, o.Captures.Arguments, move)
		for j := range o.Forms {
			perturbForm(o, &o.Forms[j], p, move)
		}
	}
}

func perturbCaptures(dimensions rules.Table[rules.CapturePair], arguments rules.Table[rules.ArgumentCapture], move func(*float64, float64, float64)) {
	for i := range dimensions {
		pair := &dimensions[i].Value
		move(&pair.Open, 0, 1)
		move(&pair.Closed, 0, 1)
	}
	for i := range arguments {
		move(&arguments[i].Value.Capture, 0, 1)
	}
}

// perturbForm moves the captures of a form and its reasons; a reason stays above what
// the form secures without it, else it is none any more.
func perturbForm(o *rules.Option, f *rules.Form, p *rules.Pack, move func(*float64, float64, float64)) {
	if c := f.Captures; c != nil {
		if c.Default != nil {
			move(&c.Default.Open, 0, 1)
			move(&c.Default.Closed, 0, 1)
		}
		perturbCaptures(c.Dimensions, c.Arguments, move)
	}
	kept := f.Raises[:0]
	for _, r := range f.Raises {
		move(&r.Capture, 0, 1)
		if r.Capture > o.CaptureOf(f, p.Argument(r.Argument)) {
			kept = append(kept, r)
		}
	}
	if len(kept) == 0 {
		kept = nil // a form without reasons states none, an empty list is a mistake
	}
	f.Raises = kept
}

// drawSpread is the mean and the worst of a count over the draws.
type drawSpread struct {
	mean  float64
	worst int
}

func (s *drawSpread) addDraw(n int) {
	if s.mean == 0 && s.worst == 0 || n < s.worst {
		s.worst = n
	}
	s.mean += float64(n) / drawCount
}

// spreads are those of what a tally counts, in the order of its columns.
type spreads [6]drawSpread

func (s *spreads) addDraw(t tally) {
	for i, n := range []int{t.strict, t.lenient, t.first.strict, t.first.lenient, t.two.strict, t.two.lenient} {
		s[i].addDraw(n)
	}
}

// judgePerturbed gives the spreads of hits by mode, and how many verdicts in all
// draws took open for closed or the reverse.
func (s *study) judgePerturbed() (found [modeCount]spreads, crossed [modeCount]int, err error) {
	r := rand.New(rand.NewPCG(randomSeed, 0))
	for range drawCount {
		p := s.pack.Clone()
		perturbPack(p, r)
		said, err := s.judgeCases(p)
		if err != nil {
			return found, crossed, err
		}
		for mode := range modeCount {
			t := s.tallyCases(listLabels(said[mode]), keepAll)
			found[mode].addDraw(t)
			crossed[mode] += t.crossed
		}
	}
	return found, crossed, nil
}
