package report

import (
	"github.com/ajar-decision/ajar/engine"
)

// FlipWeight is a weight at which the recommended option changes.
type FlipWeight struct {
	At float64 `json:"at"`
	To string  `json:"to" jsonschema:"option, or none or no_basis"`
	// ToForm is the form of that option.
	ToForm *string `json:"to_form" jsonschema:"form of that option"`
	// AgainstPull: a wish for closure that counts for more makes it more open, or the like.
	AgainstPull bool           `json:"against_pull" jsonschema:"the advice moves the other way than the priority pulls"`
	Because     *WeightBecause `json:"because" jsonschema:"why; null if no option is left to compare"`
}

// WeightBecause says why a weight turns the verdict.
type WeightBecause struct {
	Kind       engine.WeightCauseKind `json:"kind" jsonschema:"of what one form secures more: wish: what the priority wants; other_wishes: what the others want; facts: what the facts alone speak for"`
	More       string                 `json:"more" jsonschema:"form that secures more of it"`
	Less       string                 `json:"less" jsonschema:"form that secures less of it"`
	ByMore     float64                `json:"by_more" jsonschema:"part of 1 that the first secures"`
	ByLess     float64                `json:"by_less" jsonschema:"part of 1 that the second secures"`
	CountsMore bool                   `json:"counts_more" jsonschema:"it counts for more with that weight; else for less"`
}

// StatedFlip is a weight that would change the option if a priority had it
// that has none now.
type StatedFlip struct {
	Priority string `json:"priority"`
	FlipWeight
}

// NextQuestion is a fact worth answering next.
type NextQuestion struct {
	Fact          string   `json:"fact"`
	CouldChangeTo []string `json:"could_change_to" jsonschema:"options, then none or no_basis"`
	NarrowsBy     float64  `json:"narrows_by" jsonschema:"mean narrowing of the interval of the score"`
	Confirm       bool     `json:"confirm" jsonschema:"it is answered, but the owner is not sure"`
}

// Flips says what little change alters the verdict.
type Flips struct {
	Facts           []FactFlip   `json:"facts"`
	IfStated        []StatedFlip `json:"if_stated"`
	StabilityRadius *float64     `json:"stability_radius" jsonschema:"changing all weights by up to this part cannot change the option"`
	FactsSettled    *bool        `json:"final" jsonschema:"nothing that is still open can change the option"`
}

// FactFlip is a change of one or two facts that alters the verdict.
type FactFlip struct {
	Set    map[string]Value   `json:"set"`
	Option *string            `json:"option"`
	Form   *string            `json:"form"`
	Stance engine.Stance      `json:"stance"`
	Ready  bool               `json:"ready" jsonschema:"nothing would hold that back"`
	By     engine.DeciderKind `json:"by" jsonschema:"bar if a rule would forbid what is advised now, or forbids now what would be advised; else arguments"`
	Bar    *string            `json:"bar" jsonschema:"rule that would forbid what is advised now"`
	Group  engine.FlipGroup   `json:"group" jsonschema:"open: not known yet; unsure: the owner is not sure of the answer; may_change: the owner or time may change it; another_case: it says what the work or its owner is; excluded: it excludes other answers"`
	// Because is null if no single rule makes the change.
	Because     *FlipBecause `json:"because" jsonschema:"the rule that makes the change"`
	Contradicts []string     `json:"contradicts" jsonschema:"exclusions of the pack that the answers run into"`
}

// FlipBecause is the rule that makes a change of answers turn the verdict.
type FlipBecause struct {
	Kind  engine.FlipCauseKind `json:"kind" jsonschema:"argument, moderator, raise, requirement or bar"`
	ID    string               `json:"id" jsonschema:"of a raise that of its argument, of a requirement that of the option or form that has it"`
	Form  *string              `json:"form" jsonschema:"form that a raise, a requirement or a bar is about"`
	Holds bool                 `json:"holds" jsonschema:"the rule holds then and does not now; false: the other way round"`
	Text  string               `json:"text"`
}

// Shares says in what part of a set of weightings the recommended option beats
// the runner-up, and the open pole the closed one.
type Shares struct {
	Against *string `json:"against"`
	SetShares
	Poles SetShares `json:"poles"`
}

// SetShares are one share for each set of weightings; null where there is none or
// the two tie everywhere.
type SetShares struct {
	Stated      *float64 `json:"stated" jsonschema:"near the stated weights"`
	StatedSE    *float64 `json:"stated_se"`
	RankingKept *float64 `json:"ranking_kept"`
	AnyWeights  *float64 `json:"any_weights"`
}
