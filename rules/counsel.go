package rules

import (
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
)

// Topic says what a piece of counsel is about.
type Topic string

// The topics of counsel, in the order in which they are told.
const (
	RidersTopic     Topic = "riders"     // who takes without giving, and which terms answer it
	ComplementTopic Topic = "complement" // what the other side would add, and how to get part of it too
	IncomeTopic     Topic = "income"     // where income can come from, and where it cannot
)

// Topics lists the topics of counsel.
func Topics() []Topic { return []Topic{RidersTopic, ComplementTopic, IncomeTopic} }

// Valid reports whether the topic is one of [Topics].
func (t Topic) Valid() bool { return slices.Contains(Topics(), t) }

// Counsel is good advice around a release that is neither a part, nor terms, nor a
// step: it changes no verdict and forbids nothing. Scope and condition are those of
// other advice.
type Counsel struct {
	At    diag.Pos
	ID    string   `tree:"id"`
	Topic Topic    `tree:"topic"`
	For   []string `tree:"for,optional"`
	// NotFor is said as For is; what it names goes before what For names.
	NotFor []string   `tree:"not_for,optional"`
	When   *Condition `tree:"when,optional"`
	Title  Text       `tree:"title"`
	Text   Text       `tree:"text"`
	Source []string   `tree:"source"`
}
