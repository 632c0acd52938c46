package rules

import (
	"github.com/ajar-decision/ajar/rules/diag"
)

// Captures says how far an option delivers the benefit of arguments, from 0
// to 1: a default pair, overridden by dimension, overridden by argument.
type Captures struct {
	At         diag.Pos
	Open       float64                `tree:"open"`
	Closed     float64                `tree:"closed"`
	Because    Text                   `tree:"because"`
	Doubt      *Doubt                 `tree:"doubt,optional" json:",omitempty"` // of Open and Closed
	Dimensions Table[CapturePair]     `tree:"dimensions,optional"`
	Arguments  Table[ArgumentCapture] `tree:"arguments,optional"`
}

// CapturePair overrides the default on one dimension.
type CapturePair struct {
	At      diag.Pos
	Open    float64 `tree:"open"`
	Closed  float64 `tree:"closed"`
	Because Text    `tree:"because"`
	Doubt   *Doubt  `tree:"doubt,optional" json:",omitempty"` // of both
}

// ArgumentCapture overrides the capture of one argument.
type ArgumentCapture struct {
	At      diag.Pos
	Capture float64 `tree:"capture"`
	Because Text    `tree:"because"`
	Doubt   *Doubt  `tree:"doubt,optional" json:",omitempty"`
}

// toward gives the side of a pair that arguments of one pull have.
func (p *CapturePair) toward(pull Stance) float64 {
	if pull == Open {
		return p.Open
	}
	return p.Closed
}
