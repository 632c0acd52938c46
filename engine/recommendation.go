package engine

import (
	"github.com/ajar-decision/ajar/rules"
)

// Recommendation is the verdict with everything it rests on: ids, numbers and
// facts. The pack that Rules names has the texts, by id. All lists are in an
// order that no file decides: dimensions as the pack groups them, options along
// the ladder, all else by id.
//
// A result belongs to its reader. It shares no memory with the engine, with
// other results or with the profile that was asked about. It marshals to JSON
// and back without loss; a number that does not exist is null there.
type Recommendation struct {
	// Rules names the pack that was applied.
	Rules rules.Identity `json:"rules"`
	// Profile is a copy of what was asked about.
	Profile Profile `json:"profile"`
	Verdict
	// TooClose is the option of greater value that the prudence margin passed
	// over, "" if it passed over none. The result is then too close to call.
	TooClose string `json:"too_close"`
	// Score in [-1, 1] is the balance of all arguments: + open, - closed.
	Score Interval `json:"score"`
	// SituationShare in [0, 1] is the part of the mass that facts alone gave.
	SituationShare float64           `json:"situation_share"`
	RunnerUp       RunnerUp          `json:"runner_up"`
	Options        []OptionResult    `json:"options"`
	Dimensions     []DimensionResult `json:"dimensions"`
	Priorities     []PriorityResult  `json:"priorities"`
	NotStated      []string          `json:"not_stated"` // priorities without a weight
	Unknown        []string          `json:"unknown"`    // facts not known that some rule reads
	// Contradictions are answers that exclude each other; no other part of the
	// result takes notice of them. By id.
	Contradictions []Contradiction `json:"contradictions"`
	Inactive       []string        `json:"inactive"` // answers that are kept but not counted, since the guard of their fact is false
	Duties         []VetoResult    `json:"duties"`   // parts to remove, replace or keep back

	// What follows the verdict. All are empty for NoBasis, and all but
	// NextSteps for None.
	Components []ComponentResult `json:"components"` // open first, then restrict, then keep; by id
	Licences   []LicenceResult   `json:"licences"`   // the best choice for a part before others
	Standards  []StandardResult  `json:"standards"`  // by id
	NextSteps  []NextStep        `json:"next_steps"` // in the order in which they are done

	// Sensitivity says how settled this is and what would change it. It is nil if
	// Recommend made the result, which then must not be taken for settled.
	Sensitivity *Sensitivity `json:"sensitivity"`
}

// ComponentResult says what to do with one part of the work.
type ComponentResult struct {
	ID     string       `json:"id"`
	Advice rules.Advice `json:"advice"`
	// Terms are the licences that fit, by their SPDX id, the best first.
	Terms []string `json:"terms"`
	// Rule says why. It is a piece of advice, the split of the verdict that names
	// the part, or the veto whose duty binds it, as Kind says: rules.AdviceRule,
	// rules.SplitRule or rules.VetoRule.
	Rule string         `json:"rule"`
	Kind rules.RuleKind `json:"kind"`
	// Facts are the answers that make the rule hold.
	Facts []string `json:"facts"`
}

// LicenceResult is a choice of licences and the parts that it is about.
type LicenceResult struct {
	ID       string   `json:"id"`       // of the choice
	Licences []string `json:"licences"` // by their SPDX id, the best first
	Parts    []string `json:"parts"`    // in the order of Components
	Facts    []string `json:"facts"`    // the answers that make its condition hold
}

// StandardResult says how far the parts that are given openly reach on an
// outside measure.
type StandardResult struct {
	ID string `json:"id"`
	// Reached is the id of the highest level reached, "" if none.
	Reached string `json:"reached"`
	// Missing lists the parts that the next level asks for and that are not
	// given openly; it is empty if the highest is reached.
	Missing []string `json:"missing"`
}

// NextStep is something to do for the recommended release.
type NextStep struct {
	ID    string   `json:"id"`
	Facts []string `json:"facts"` // the answers that make its condition hold
}

// RunnerUp is the available option of greatest value beside the recommended
// one. Gap is the recommended value minus its value; it is negative if the
// prudence margin passed it over. Option is "" if there is none.
type RunnerUp struct {
	Option string  `json:"option"`
	Gap    float64 `json:"gap"`
}

// OptionResult says what one option is worth here.
type OptionResult struct {
	ID string `json:"id"`
	// Value in [0, 1] is the share of what counts that the option secures.
	Value Interval `json:"value"`
	// Available is the nominal answer: open conditions count as not met, open
	// vetoes as not applying.
	Available bool `json:"available"`
	// Possible is the same with unknown left open.
	Possible  rules.Truth  `json:"possible"`
	BlockedBy []VetoResult `json:"blocked_by"`
	// AvailableIf lists the facts to settle or change; empty if it is
	// available or its conditions are met.
	AvailableIf []string `json:"available_if"`
}

// VetoResult is a veto, or a limit of the owner, that applies or may apply.
type VetoResult struct {
	ID    string   `json:"id"`    // of the veto, "" for a limit
	Limit *Limit   `json:"limit"` // nil for a veto
	Facts []string `json:"facts"` // what it rests on
	// Certain is false if an open fact decides.
	Certain bool `json:"certain"`
	// Precaution: it applies because an unknown fact counts as true.
	Precaution bool `json:"precaution"`
}

// DimensionResult says which way one dimension pulls, and why.
type DimensionResult struct {
	ID string `json:"id"`
	// Importance in [0, 1] is the share of all mass that lies here.
	Importance float64 `json:"importance"`
	// Lean in [-1, 1]: + open, - closed; it does not exist without mass.
	Lean Interval `json:"lean"`
	// Contribution is importance times lean; contributions sum to the score.
	Contribution float64 `json:"contribution"`
	// Arguments with mass, the heaviest first.
	Arguments []ArgumentResult `json:"arguments"`
	// Moderators that fired on arguments of this dimension, by id, even where
	// they left an argument without mass.
	Moderators []FiredModerator `json:"moderators"`
}

// FiredModerator is a moderator whose condition holds.
type FiredModerator struct {
	ID     string  `json:"id"`
	Factor float64 `json:"factor"` // by which it scales arguments, >= 0
}

// ArgumentResult is an argument that counts, and what made it count.
type ArgumentResult struct {
	ID         string           `json:"id"`
	Pull       rules.Stance     `json:"pull"` // Open or Closed
	Mass       float64          `json:"mass"` // in (0, 1]; all masses sum to 1
	Priorities []PriorityShare  `json:"priorities"`
	Moderators []FiredModerator `json:"moderators"`
	Facts      []string         `json:"facts"` // read by its condition, sorted; those of a moderator stand in the pack
}

// PriorityShare is what a priority gave to an argument.
type PriorityShare struct {
	ID     string  `json:"id"`
	Weight float64 `json:"weight"` // as stated, 0 to 10
	Share  float64 `json:"share"`  // of the argument's weight, summing to 1
}

// PriorityResult is a stated priority.
type PriorityResult struct {
	ID     string       `json:"id"`
	Weight float64      `json:"weight"` // as stated, 0 to 10
	Share  float64      `json:"share"`  // of all weights
	Pull   rules.Stance `json:"pull"`
	// Effect is what the priority adds to the score.
	Effect float64 `json:"effect"`
}
