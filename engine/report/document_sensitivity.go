package report

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
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
	Numbers       []NumberInfluence     `json:"numbers" jsonschema:"the pack's own numbers that the advice hangs on most"`
	Priorities    []PrioritySensitivity `json:"priorities"`
	Flips         Flips                 `json:"flips"`
	Shares        *Shares               `json:"shares"`
	Questions     []NextQuestion        `json:"next_questions"`
	Warnings      []Warning             `json:"warnings" jsonschema:"answers that contradict each other"`
}

// OptionAcceptability is the share of weightings under which an option is the verdict:
// near the stated weights and over all weights, with standard errors; near them also what
// it would be without the prudence margin, and with the pack's own numbers in doubt.
type OptionAcceptability struct {
	Option         string   `json:"option"`
	Stated         *float64 `json:"stated"`
	StatedSE       *float64 `json:"stated_se"`
	WithoutMargin  *float64 `json:"without_margin"`
	OverJudgements *float64 `json:"over_judgements"`
	AnyWeights     *float64 `json:"any_weights"`
	AnyWeightsSE   *float64 `json:"any_weights_se"`
}

// PrioritySensitivity says what the weight of one priority can do. Weight is
// null if the priority is not stated.
type PrioritySensitivity struct {
	ID             string              `json:"id"`
	Weight         *float64            `json:"weight"`
	Range          *engine.WeightRange `json:"range" jsonschema:"the least and the greatest weight, if it was stated so; weight is the middle"`
	EffectiveShare float64             `json:"effective_share"`
	CanMatter      bool                `json:"can_matter"`
	FlipWeights    []FlipWeight        `json:"flip_weights"`
}

// NumberInfluence is a number of the pack that the advice hangs on, against one form.
type NumberInfluence struct {
	ID      string           `json:"id"`
	Kind    rules.NumberKind `json:"kind"`
	Value   float64          `json:"value"`
	Doubt   float64          `json:"doubt" jsonschema:"how far it may be off, as a standard deviation"`
	Against string           `json:"against"`
	Share   float64          `json:"share" jsonschema:"of the doubt about the two, as a variance"`
	TurnsAt *float64         `json:"turns_at" jsonschema:"value at which the two change places; null if there is none"`
	Because string           `json:"because"`
}
