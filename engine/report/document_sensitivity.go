package report

import (
	"github.com/ajar-decision/ajar/engine"
)

// SensitivitySchema names the form of [SensitivityResult].
const SensitivitySchema = "ajar.sensitivity/1"

// SensitivityResult is the JSON document of [WriteSensitivity]: all that would
// change a result. Keys that it shares with [Result] mean the same.
type SensitivityResult struct {
	Schema        string                `json:"schema"`
	Lang          string                `json:"lang"`
	Ajar          *string               `json:"ajar"`
	Rules         Rules                 `json:"rules"`
	Profile       Profile               `json:"profile"`
	Stance        engine.Stance         `json:"stance"`
	Option        *string               `json:"option"`
	Robustness    *VerdictRobustness    `json:"settled"`
	Record        *WordRecord           `json:"calibration"`
	RunnerUp      *RunnerUp             `json:"runner_up"`
	Acceptability []OptionAcceptability `json:"acceptability"`
	Priorities    []PrioritySensitivity `json:"priorities"`
	Flips         Flips                 `json:"flips"`
	Shares        *Shares               `json:"shares"`
	Questions     []NextQuestion        `json:"next_questions"`
}

// OptionAcceptability is the share of weightings under which an option is the verdict:
// around the stated weights (null if these say nothing) and over all weights,
// with standard errors.
type OptionAcceptability struct {
	Option       string   `json:"option"`
	Stated       *float64 `json:"stated"`
	StatedSE     *float64 `json:"stated_se"`
	AnyWeights   *float64 `json:"any_weights"`
	AnyWeightsSE *float64 `json:"any_weights_se"`
}

// PrioritySensitivity says what the weight of one priority can do. Weight is
// null if the priority is not stated.
type PrioritySensitivity struct {
	ID             string       `json:"id"`
	Weight         *float64     `json:"weight"`
	EffectiveShare float64      `json:"effective_share"`
	CanMatter      bool         `json:"can_matter"`
	FlipWeights    []FlipWeight `json:"flip_weights"`
}
