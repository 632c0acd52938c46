package rules

import (
	"strings"

	"github.com/ajar-decision/ajar/rules/diag"
)

// usualDoubt is what a pack is taken to say that says nothing of doubt: off by a fifth.
const usualDoubt = 0.2

// NumberKind says what a number of the pack is.
type NumberKind string

// The kinds of numbers that are judged, and so may be off.
const (
	StrengthNumber NumberKind = "strength" // of an argument
	FactorNumber   NumberKind = "factor"   // of a moderator
	CaptureNumber  NumberKind = "capture"  // of an option or a form
	RaiseNumber    NumberKind = "raise"    // the capture that a form has while its reason holds
)

// NumberKinds lists the kinds.
func NumberKinds() []NumberKind {
	return []NumberKind{StrengthNumber, FactorNumber, CaptureNumber, RaiseNumber}
}

// NumberID tells the numbers of a pack apart, as they are written: a default that holds
// for many arguments is one number.
type NumberID struct {
	Kind NumberKind `json:"kind"`
	// Rule is the argument, the moderator, or the option or form that states a capture.
	Rule string `json:"rule"`
	// OfForm says that a form states the capture and not its option.
	OfForm bool `json:"of_form"`
	// On is the argument or the dimension that a capture is stated for, "" for all.
	On string `json:"on"`
	// Side is the half of a pair, Open or Closed; "" for a capture of one argument.
	Side Stance `json:"side"`
}

// String gives an id of its own for each number of a pack.
func (n NumberID) String() string {
	parts := []string{string(n.Kind), n.Rule}
	if n.OfForm && n.Kind == CaptureNumber {
		parts[0] = "form_" + parts[0]
	}
	switch {
	case n.On != "":
		parts = append(parts, n.On)
	case n.Side != "": // no id is a star, and an argument may be named like a side
		parts = append(parts, "*")
	}
	if n.Side != "" {
		parts = append(parts, string(n.Side))
	}
	return strings.Join(parts, "/")
}

// Number is a number of the pack that may be off.
type Number struct {
	ID    NumberID
	At    diag.Pos // of what states it
	Value float64
	// Doubt is how far it may be off, as a standard deviation in its own unit.
	Doubt float64
	// Because stands beside the number.
	Because Text
	// OwnDoubt is what the pack says of this number alone, nil where it says it of all
	// numbers of the kind.
	OwnDoubt *Doubt
}

// StrengthNumber gives the strength of an argument.
func (p *Pack) StrengthNumber(a *Argument) Number {
	n := Number{ID: NumberID{Kind: StrengthNumber, Rule: a.ID}, At: a.At, Value: a.Strength, Because: a.StrengthBecause}
	n.setDoubt(a.StrengthDoubt, p.Constants.StrengthDoubt, a.Strength)
	return n
}

// FactorNumber gives the factor of a moderator.
func (p *Pack) FactorNumber(m *Moderator) Number {
	n := Number{ID: NumberID{Kind: FactorNumber, Rule: m.ID}, At: m.At, Value: m.Factor, Because: m.FactorBecause}
	n.setDoubt(m.FactorDoubt, p.Constants.FactorDoubt, m.Factor)
	return n
}

// RaiseNumber gives the capture that a form has while a reason for it holds.
func (p *Pack) RaiseNumber(f *Form, r *Raise) Number {
	n := Number{ID: NumberID{Kind: RaiseNumber, Rule: f.ID, OfForm: true, On: r.Argument}, At: r.At, Value: r.Capture, Because: r.Because}
	n.setDoubt(r.Doubt, p.Constants.CaptureDoubt, distanceFromEnds(r.Capture))
	return n
}

// setDoubt takes the number's own doubt, else that of its kind, as a part of size.
func (n *Number) setDoubt(own *Doubt, ofKind *Constant, size float64) {
	part := usualDoubt
	switch {
	case own != nil:
		part, n.OwnDoubt = own.Value, own
	case ofKind != nil:
		part = ofKind.Value
	}
	n.Doubt = part * size
}

func distanceFromEnds(x float64) float64 { return min(x, 1-x) }
