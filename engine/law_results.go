package engine

import (
	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/evaluate"
	"github.com/ajar-decision/ajar/rules"
)

// BarResult is a bar, or a limit of the owner, that holds or may hold for a
// release.
type BarResult struct {
	ID    string         `json:"id"`    // of the bar, "" for a limit
	Limit *Limit         `json:"limit"` // nil for a bar
	State rules.BarState `json:"state"`
	// Acts are those of the release that the bar forbids, or that it demands and
	// the release leaves out; Kinds the kinds of part they are done with. Both in
	// the order of the pack.
	Acts  []string `json:"acts"`
	Kinds []string `json:"kinds"`
	Facts []string `json:"facts"` // what it rests on
	// Grounds are those of Facts whose answers make it hold, or have their part in
	// it if it may hold.
	Grounds []string `json:"grounds"`
	// Need says what would lift a bar that holds until something is answered or
	// done; "" for other states.
	Need Need `json:"need"`
	// Escapes are the places of the bar's escapes that can still lift it.
	Escapes []int `json:"escapes"`
	// Precaution: it holds because an unknown fact counts as true.
	Precaution bool `json:"precaution"`
	// ToldOnly: the bar waits and holds back nothing that is done already, which does
	// not make that lawful.
	ToldOnly bool `json:"told_only"`
	// Lost and Openness say why a caution on a release stands where it does; both are
	// nil elsewhere. Lost in [0, 1] is how much less would be secured if the bar held
	// for good, nil where nothing counts; Openness in (0, 1] the share of what the open
	// facts may turn out to be under which it binds. Their product orders the cautions.
	Lost     *float64 `json:"lost"`
	Openness *float64 `json:"openness"`
}

// Need is what a condition waits for.
type Need string

// A condition needs an answer to a fact, or something to be done.
const (
	NeedAnswer Need = "answer"
	NeedAct    Need = "act"
)

// FormResult says what one form of an option is worth here, and what the bars
// make of it.
type FormResult struct {
	ID string `json:"id"`
	// Value in [0, 1] is the share of what counts that the form secures.
	Value    Interval       `json:"value"`
	Possible rules.Truth    `json:"possible"` // bars and limits aside
	Barred   rules.BarState `json:"barred"`
	// Available: possible and not barred for good, nor excluded by a limit.
	Available bool `json:"available"`
	// Bars are those that make Barred what it is, by their ids; what is to be told
	// first comes first.
	Bars []string `json:"bars"`
}

// Release is something that may be done; Stance is None, and the ids are "", if
// nothing may.
type Release struct {
	Stance Stance `json:"stance"`
	Option string `json:"option"`
	Form   string `json:"form"`
}

// Decider is what decided the verdict: what the first sentence must name.
type Decider struct {
	Kind DeciderKind `json:"kind"` // "" for NoBasis
	ID   string      `json:"id"`   // of the bar, "" otherwise
}

// DeciderKind says what can decide a verdict.
type DeciderKind string

// ByBar: without a bar another option would be advised; ByLimit: without a limit
// of the owner; ByMargin: the prudence margin passed over an option of greater
// value; ByArguments: none of these.
const (
	ByBar       DeciderKind = "bar"
	ByLimit     DeciderKind = "limit"
	ByMargin    DeciderKind = "margin"
	ByArguments DeciderKind = "arguments"
)

// DutyResult is a duty that the advised release brings.
type DutyResult struct {
	ID    string   `json:"id"`
	Acts  []string `json:"acts"` // that bring it, in the order of the pack
	Facts []string `json:"facts"`
	// Precaution: it is told because an unknown fact counts as true.
	Precaution bool `json:"precaution"`
	// Parts are those of the owner that bring it by their own answers, by id, where
	// the whole does not.
	Parts []string `json:"parts"`
}

// setNeed says what would lift a bar that waits for something; other bars are left as
// they are.
func (b *BarResult) setNeed(bar *compiled.Bar, r *evaluate.BarReading, in *compiled.Profile) {
	if b.State != rules.BarredUntil {
		return
	}
	b.Need = NeedAct
	if r.NeedsAnswer() {
		b.Need = NeedAnswer
	}
	for j, c := range bar.Escapes {
		if c.PlainTruth(in.Fact) != rules.False {
			b.Escapes = append(b.Escapes, j)
		}
	}
}
