package documents

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
)

// Check is the document of "ajar check FILE": a verdict and its lock.
type Check struct {
	Schema  string `json:"schema"`
	Lang    string `json:"lang"`
	Ajar    string `json:"ajar" jsonschema:"version of the program"`
	File    string `json:"file"`
	Lock    string `json:"lock"`
	Locked  bool   `json:"locked" jsonschema:"there was a lock to compare with"`
	Updated bool   `json:"updated" jsonschema:"the lock was written"`
	Summary string `json:"summary"`
	Change
	// Environment lists the answers that the profile itself does not have.
	Environment []EnvironmentAnswer `json:"environment" jsonschema:"answers that variables of the environment gave"`
	Conditions  []Condition         `json:"conditions" jsonschema:"what a check can fail on"`
	Failed      []string            `json:"failed" jsonschema:"conditions that the check failed on"`
}

// EnvironmentAnswer is an answer that a variable of the environment gave.
type EnvironmentAnswer struct {
	ID       string `json:"id"`
	Variable string `json:"variable"`
	Answer   string `json:"answer" jsonschema:"empty if the variable takes an answer away"`
}

// Condition is one of the things that a check can fail on.
type Condition struct {
	ID    string `json:"id"`
	Holds bool   `json:"holds"`
	Fails bool   `json:"fails" jsonschema:"the check was asked to fail on it"`
	Text  string `json:"text"`
}

// Comparison is the document of "ajar compare A B".
type Comparison struct {
	Schema string `json:"schema"`
	Lang   string `json:"lang"`
	A      string `json:"a"`
	B      string `json:"b"`
	Change
}

// Change is what differs between two verdicts. Was is null if there is none to compare with.
type Change struct {
	Changed bool           `json:"changed" jsonschema:"stance, option, form or what may be done now"`
	Cause   string         `json:"cause" jsonschema:"what moved the verdict: answers, rules, both, program or nothing"`
	Was     *Verdict       `json:"was"`
	Now     Verdict        `json:"now"`
	Answers []AnswerChange `json:"answers"`
	Rules   bool           `json:"rules_changed"`
	Leans   []LeanChange   `json:"leans" jsonschema:"dimensions that pull otherwise"`
	// Warnings are those of the answers now.
	Warnings []report.Warning `json:"warnings" jsonschema:"answers that contradict each other now"`
}

// Verdict is a verdict with what it was decided by and upon.
type Verdict struct {
	engine.Verdict
	Ready      *bool           `json:"ready" jsonschema:"nothing holds the release back; null if the lock does not know"`
	Today      *engine.Release `json:"today" jsonschema:"what may be done now; null if the lock does not know"`
	Conditions []string        `json:"conditions" jsonschema:"rules that hold the release back"`
	Rules      Ref             `json:"rules"`
	Profile    Ref             `json:"profile"`
}

// Ref names a profile or a pack. Digest is over the meaning.
type Ref struct {
	Digest  string `json:"digest"`
	Name    string `json:"name"`
	Version string `json:"version,omitempty" jsonschema:"packs only"`
}

// AnswerChange is an answer before and after, and where it stands now; null for
// what is not there.
type AnswerChange struct {
	Kind  string  `json:"kind"`
	ID    string  `json:"id"`
	From  *string `json:"from"`
	To    *string `json:"to"`
	Moved bool    `json:"moved" jsonschema:"this answer moved the verdict, alone or with others"`
	File  *string `json:"file"`
	Line  *int    `json:"line"`
	Col   *int    `json:"col"`
}

// LeanChange is the lean of a dimension before and after, from -1 (closed) to 1
// (open); null where nothing counts.
type LeanChange struct {
	Dimension string   `json:"dimension"`
	From      *float64 `json:"from"`
	To        *float64 `json:"to"`
}
