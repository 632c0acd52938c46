package rules

import (
	"fmt"
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
)

// Act is something that a release does with a part of the work: run it inside,
// serve it, hand out copies, show it, license it. Bars forbid acts, never
// options: an option is ruled out by what it does.
type Act struct {
	At    diag.Pos
	ID    string `tree:"id"`
	Title Text   `tree:"title"`
	Text  Text   `tree:"text"`
	// ToldOnlyIf says when a bar that waits for an answer is told and does not
	// hold the act back, as with a service that already runs; nil means never.
	ToldOnlyIf *Condition `tree:"told_only_if,optional"`
}

// PartKind is a kind of part that acts are done with: code, a trained model, data.
type PartKind struct {
	At    diag.Pos
	ID    string `tree:"id"`
	Title Text   `tree:"title"`
	// Applies says when a work has such a part; nil means always.
	Applies *Condition `tree:"applies,optional"`
}

// AnyJurisdiction marks what holds everywhere, or by contract.
const AnyJurisdiction = "any"

// Acts names the acts done with each kind of part.
type Acts = Table[[]string]

// ConditionalActs are acts that are done only where a condition holds, such as
// changing terms where others hold some.
type ConditionalActs struct {
	At   diag.Pos
	Acts []string   `tree:"acts"`
	On   []string   `tree:"on"`
	When *Condition `tree:"when"`
}

// Law says where a rule of law comes from. It holds from AppliesFrom and was
// looked up at Checked; both are dates, as far as known ("2027-12-11",
// "2026-11"), and "" where there is none.
type Law struct {
	Jurisdiction string // "any", or a word of the pack's own such as "eu"
	Instrument   Text   // law, contract or licence, with its article
	AppliesFrom  string
	Checked      string
}

// Bar is a rule of law, contract or safety. While its condition holds and
// nothing escapes it, nobody may do the acts that it forbids, and a release
// that leaves out an act that it demands is out too.
type Bar struct {
	At    diag.Pos
	ID    string     `tree:"id"`
	Order int        `tree:"order,optional"` // what is told first; then by id
	When  *Condition `tree:"when"`
	// Forbids or Demands lists acts; one of the two is given.
	Forbids []string `tree:"forbids,optional"`
	Demands []string `tree:"demands,optional"`
	// On lists the kinds of part that are meant; empty means all.
	On []string `tree:"on,optional"`
	// Component is the part that alone is bound, if the rest is free once that
	// part is taken out; "" if the whole is.
	Component string   `tree:"component,optional"`
	Escapes   []Escape `tree:"escapes,optional"`
	// Concerns says whom the bar can concern while it is open whether its condition
	// holds: where it is known to be false nobody is cautioned. A bar whose condition
	// holds binds everyone. Empty means all.
	Concerns *Condition `tree:"concerns,optional" json:",omitempty"`
	Text     Text       `tree:"text"`
	// Brief names it in a few words, BriefLift says in a few words what lifts it.
	Brief     Text `tree:"brief,optional" json:",omitempty"`
	Lift      Text `tree:"lift"`
	BriefLift Text `tree:"brief_lift,optional" json:",omitempty"`
	// As Law has it.
	Jurisdiction string   `tree:"jurisdiction"`
	Instrument   Text     `tree:"instrument"`
	AppliesFrom  string   `tree:"applies_from,optional"`
	Checked      string   `tree:"checked,optional"`
	Source       []string `tree:"source"`
}

// Escape is what lifts a bar: a fact to find out, or something to do. One of
// the two conditions is given.
type Escape struct {
	At diag.Pos
	ID string `tree:"id"` // within the bar
	// FindOut lifts the bar if it is true. While it is unknown the bar holds.
	FindOut *Condition `tree:"find_out,optional"`
	// Do says when the thing can be done; "all: []" is always.
	Do   *Condition `tree:"do,optional"`
	Text Text       `tree:"text"`
}

// Duty is what somebody who does certain acts must do besides.
type Duty struct {
	At   diag.Pos
	ID   string     `tree:"id"`
	When *Condition `tree:"when"`
	// Acts lists the acts that bring the duty, On the kinds of part they are
	// done with; empty means all kinds.
	Acts  []string `tree:"acts"`
	On    []string `tree:"on,optional"`
	Text  Text     `tree:"text"`
	Brief Text     `tree:"brief,optional" json:",omitempty"` // the text in a few words
	// As Law has it.
	Jurisdiction string   `tree:"jurisdiction"`
	Instrument   Text     `tree:"instrument"`
	AppliesFrom  string   `tree:"applies_from,optional"`
	Checked      string   `tree:"checked,optional"`
	Source       []string `tree:"source"`
}

// Law gives where the bar comes from.
func (b *Bar) Law() Law { return Law{b.Jurisdiction, b.Instrument, b.AppliesFrom, b.Checked} }

// Law gives where the duty comes from.
func (d *Duty) Law() Law { return Law{d.Jurisdiction, d.Instrument, d.AppliesFrom, d.Checked} }

// BarState says what a bar makes of a release.
type BarState uint8

// The states of a bar, from harmless to final. NotBarred: the bar does not hold
// or something lifts it. MayBeBarred: an open fact decides whether it holds.
// BarredUntil: it holds until something is answered or done. BarredForGood: it
// holds and nothing lifts it.
const (
	NotBarred BarState = iota
	MayBeBarred
	BarredUntil
	BarredForGood
)

var barStateWords = []string{NotBarred: "no", MayBeBarred: "may_be", BarredUntil: "until", BarredForGood: "for_good"}

// String gives the word for the state: no, may_be, until or for_good.
func (s BarState) String() string { return barStateWords[s] }

// MarshalText writes what String gives.
func (s BarState) MarshalText() ([]byte, error) { return []byte(barStateWords[s]), nil }

// UnmarshalText reads what MarshalText writes.
func (s *BarState) UnmarshalText(text []byte) error {
	i := slices.Index(barStateWords, string(text))
	if i < 0 {
		return fmt.Errorf("%q is no state of a bar: give one of %q", text, barStateWords)
	}
	*s = BarState(i)
	return nil
}
