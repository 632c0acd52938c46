package report

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// WhatIfSchema names the form of [WhatIfResult].
const WhatIfSchema = "ajar.whatif/1"

// WhatIfResult is the JSON document of [WriteWhatIf]: what other answers do to
// a result. Keys that it shares with [Result] mean the same.
type WhatIfResult struct {
	Schema     string            `json:"schema"`
	Lang       string            `json:"lang"`
	Ajar       *string           `json:"ajar"`
	Rules      Rules             `json:"rules"`
	Set        []AnswerChange    `json:"set"`
	Before     ShortResult       `json:"before"`
	After      ShortResult       `json:"after"`
	Bars       []BarChange       `json:"vetoes" jsonschema:"bars and limits that begin or cease to apply"`
	Options    []OptionChange    `json:"options" jsonschema:"all options, narrowest first"`
	Dimensions []DimensionChange `json:"dimensions" jsonschema:"in the order of the pack"`
	Arguments  []ArgumentChange  `json:"arguments" jsonschema:"those whose mass moved, the most moved first"`
}

// AnswerChange is an answer before and after; null where there is none. A
// state without a value is written as "unknown" or "na".
type AnswerChange struct {
	ID     string `json:"id"`
	Kind   string `json:"kind"`
	Before Value  `json:"before"`
	After  Value  `json:"after"`
}

// ShortResult is the short form of a result.
type ShortResult struct {
	Profile       Profile            `json:"profile"`
	Stance        engine.Stance      `json:"stance"`
	Option        *string            `json:"option"`
	Ready         bool               `json:"ready" jsonschema:"nothing has to be known or done before the advised release"`
	Today         Today              `json:"today" jsonschema:"what may be done now"`
	Conditions    []string           `json:"conditions" jsonschema:"rules that hold the advised release back"`
	Robustness    *VerdictRobustness `json:"settled"`
	Acceptability *float64           `json:"acceptability" jsonschema:"of the option"`
	Score         Interval           `json:"score"`
	Warnings      []Warning          `json:"warnings" jsonschema:"answers that contradict each other"`
}

// BarChange is a bar or limit that begins or ceases to apply.
type BarChange struct {
	Blocker
	Applies bool `json:"applies" jsonschema:"true: since the change; false: not any more"`
}

// OptionChange is what an option secures, and whether it can be had, before
// and after.
type OptionChange struct {
	ID              string   `json:"id"`
	Before          *float64 `json:"before"`
	After           *float64 `json:"after"`
	AvailableBefore bool     `json:"available_before"`
	AvailableAfter  bool     `json:"available_after"`
}

// DimensionChange is what a dimension adds to the score before and after.
type DimensionChange struct {
	ID     string  `json:"id"`
	Before float64 `json:"before"`
	After  float64 `json:"after"`
}

// ArgumentChange is the mass of an argument before and after; 0: it does not
// count.
type ArgumentChange struct {
	ID        string       `json:"id"`
	Dimension string       `json:"dimension"`
	Pull      rules.Stance `json:"pull"`
	Before    float64      `json:"before"`
	After     float64      `json:"after"`
}
