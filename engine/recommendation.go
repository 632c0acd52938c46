package engine

import (
	"github.com/ajar-decision/ajar/engine/elicit"
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
	// Ready: nothing has to be known or done before the advised release.
	Ready bool `json:"ready"`
	// Today is what may be done now, by the same rule of choice.
	Today Release `json:"today"`
	// Conditions hold the advised release back until something is answered or
	// done; what is to be told first comes first.
	Conditions []BarResult `json:"conditions"`
	// Cautions are bars of which it is not known whether they hold, and those that
	// hold and hold back nothing that is done already.
	Cautions  []BarResult `json:"cautions"`
	DecidedBy Decider     `json:"decided_by"`
	// Duties are what the advised release brings with it, by id.
	Duties []DutyResult `json:"duties"`
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
	// Comparisons says how the comparisons that the weights come from contradict one
	// another, nil if they do not. Nor does any other part take notice of it.
	Comparisons *elicit.Contradiction `json:"comparisons"`
	Inactive    []string              `json:"inactive"` // answers that are kept but not counted, since the guard of their fact is false

	// What follows the verdict. All are empty for NoBasis, and all but
	// Plan and NextSteps for None.
	Components []ComponentResult `json:"components"` // open first, then restrict, then keep; by what they are like
	Licences   []LicenceResult   `json:"licences"`   // the best choice for a part before others
	Clashes    []ClashResult     `json:"clashes"`    // what inherited terms rule out, by id
	Standards  []StandardResult  `json:"standards"`  // by id
	// Plan is the way to the advised release, in the order in which it is gone.
	Plan      []PlanStep `json:"plan"`
	NextSteps []NextStep `json:"next_steps"` // of Plan, those that are no bars

	// Counsel is good advice around the release, in the order of the pack.
	Counsel []CounselResult `json:"counsel"`

	// Sensitivity says how settled this is and what would change it. It is nil if
	// Recommend made the result, which then must not be taken for settled.
	Sensitivity *Sensitivity `json:"sensitivity"`
}

// ComponentResult says what to do with one part of the work.
type ComponentResult struct {
	ID string `json:"id"`
	// Like is the component of the pack: ID itself, or what a part of the owner is
	// like. Own says that the owner names it, with Title, which may be "".
	Like   string       `json:"like"`
	Own    bool         `json:"own"`
	Title  string       `json:"title"`
	Advice rules.Advice `json:"advice"`
	// Terms are the licences that fit, by their SPDX id, the best first. They hold
	// the choice and its alternatives, without telling which is which.
	Terms []string `json:"terms"`
	// TermsFor are the terms to take: all entries apply together, each for one thing
	// in the part, and one licence of each is taken.
	TermsFor []PartTerms `json:"terms_for"`
	// Choice is the best licence of each entry, each once.
	Choice []string `json:"choice"`
	// Alternatives are all other licences that fit, the best first.
	Alternatives []string `json:"alternatives"`
	// NothingFits: all terms that would be named clash with inherited ones.
	NothingFits bool `json:"nothing_fits"`
	// Rule says why. It is a piece of advice, the advised form, if it names the part,
	// or the bar that forbids more, as Kind says: rules.AdviceRule, rules.FormRule or
	// rules.BarRule.
	Rule string         `json:"rule"`
	Kind rules.RuleKind `json:"kind"`
	// Facts are the answers that make the rule hold.
	Facts []string `json:"facts"`
	// Bars are the conditions of the release that bind this part too, by id: the
	// advice holds once they are met. A part of the owner may have others.
	Bars []string `json:"bars"`
	// Conditions are the same for a part of the owner, as its own answers make them,
	// what is to be told first before. Cautions are bars that may hold for it, since
	// the profile says of this part that an answer is not known. Unknown are the facts
	// that these leave open on the part, and Inactive those of its answers that do not
	// count.
	Conditions []BarResult `json:"conditions"`
	Cautions   []BarResult `json:"cautions"`
	Unknown    []string    `json:"unknown"`
	Inactive   []string    `json:"inactive"`
}

// PartTerms are the terms for one thing in a part.
type PartTerms struct {
	For   rules.Content `json:"for"`
	AnyOf []string      `json:"any_of"` // the best first
	Rule  string        `json:"rule"`   // the choice of licences
}

// ClashResult says which terms would fit but for what was taken from others.
type ClashResult struct {
	ID       string   `json:"id"`       // of the compatibility
	Licences []string `json:"licences"` // that it rules out
	Parts    []string `json:"parts"`
	Facts    []string `json:"facts"` // the answers that make its condition hold
}

// LicenceResult is a choice of licences and the parts that it is about.
type LicenceResult struct {
	ID       string   `json:"id"`       // of the choice
	Licences []string `json:"licences"` // by their SPDX id, the best first
	Parts    []string `json:"parts"`    // in the order of Components
	// ChosenFor are the parts for which it is the choice; for the others it is an
	// alternative.
	ChosenFor []string `json:"chosen_for"`
	Facts     []string `json:"facts"` // the answers that make its condition hold
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

// RunnerUp is the available form of greatest value among those of other options than
// the recommended one. Gap is the recommended value minus its value; it is negative if the
// prudence margin passed it over. Option is "" if there is none.
type RunnerUp struct {
	Option string  `json:"option"`
	Form   string  `json:"form"`
	Gap    float64 `json:"gap"`
}

// OptionResult says what one option is worth here.
type OptionResult struct {
	ID string `json:"id"`
	// Form stands for the option: the one that would be advised if the option were,
	// else the one that comes nearest to being available.
	Form string `json:"form"`
	// Value in [0, 1] is the share of what counts that this form secures. An answer that
	// makes another form stand for the option may lead out of its bounds.
	Value Interval `json:"value"`
	// Available is the nominal answer: open conditions count as not met, open
	// bars that wait for something as no bar.
	Available bool `json:"available"`
	// Possible is the same with unknown left open.
	Possible  rules.Truth `json:"possible"`
	BlockedBy []BarResult `json:"blocked_by"`
	// Forms are what is really done; those that give fewer parts come first, then by id.
	Forms []FormResult `json:"forms"`
	// AvailableIf lists the facts to settle or change; empty if it is
	// available or its conditions are met.
	AvailableIf []string `json:"available_if"`
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
	Weight float64 `json:"weight"` // 0 to 10: as stated, or the middle of the range
	Share  float64 `json:"share"`  // of the argument's weight, summing to 1
}

// PriorityResult is a stated priority.
type PriorityResult struct {
	ID     string  `json:"id"`
	Weight float64 `json:"weight"` // 0 to 10: as stated, or the middle of the range
	// Range is what was stated if it was no single weight, else nil.
	Range *WeightRange `json:"range"`
	Share float64      `json:"share"` // of all weights
	Pull  rules.Stance `json:"pull"`
	// Effect is what the priority adds to the score.
	Effect float64 `json:"effect"`
}

// CounselResult is a piece of counsel that is meant for the release and holds.
type CounselResult struct {
	ID    string      `json:"id"`
	Topic rules.Topic `json:"topic"`
	Facts []string    `json:"facts"` // the answers that make its condition hold
}

// PlanStep is something to do on the way from where the owner stands to the advised
// release.
type PlanStep struct {
	// ID is that of a step, or that of a condition of the release that no step is
	// about and that is met as its bar says, as Kind tells: rules.StepRule or
	// rules.BarRule.
	ID    string         `json:"id"`
	Kind  rules.RuleKind `json:"kind"`
	Phase rules.Phase    `json:"phase"`
	By    rules.Role     `json:"by"`
	Facts []string       `json:"facts"` // the answers that make its condition hold
	// Bars are those that it answers to and that some option meets here, by id.
	Bars []string `json:"bars"`
}
