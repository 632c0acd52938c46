package main

import (
	"bytes"
	"encoding/gob"
	"math"
	"math/rand/v2"

	"github.com/ajar-decision/ajar/rules"
)

// copyPack is a copy of the pack that may be changed.
func (s *study) copyPack() (*rules.Pack, error) {
	var data bytes.Buffer
	if err := gob.NewEncoder(&data).Encode(s.pack); err != nil {
		return nil, err
	}
	var p rules.Pack
	return &p, gob.NewDecoder(&data).Decode(&p)
}

// judgeWithout judges the cases with a part of the pack taken out.
func (s *study) judgeWithout(take func(*rules.Pack)) (verdicts, error) {
	p, err := s.copyPack()
	if err != nil {
		return verdicts{}, err
	}
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
	}
	for i := range p.Options {
		for id := range gone {
			delete(p.Options[i].Captures.Arguments, id)
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
		c := &p.Options[i].Captures
		move(&c.Open, 0, 1)
		move(&c.Closed, 0, 1)
		for _, id := range sortedKeys(c.Dimensions) {
			pair := c.Dimensions[id]
			move(&pair.Open, 0, 1)
			move(&pair.Closed, 0, 1)
			c.Dimensions[id] = pair
		}
		for _, id := range sortedKeys(c.Arguments) {
			own := c.Arguments[id]
			move(&own.Capture, 0, 1)
			c.Arguments[id] = own
		}
	}
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
		p, err := s.copyPack()
		if err != nil {
			return found, crossed, err
		}
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
