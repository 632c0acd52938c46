package engine

import "github.com/ajar-decision/ajar/rules"

// Stance is the headline of a recommendation: that of an option, None or
// NoBasis.
type Stance = rules.Stance

// The results: the three stances of options, and two results of their own. None
// says that vetoes and limits leave no option, NoBasis that nothing was stated
// and no rule fired.
const (
	Open           = rules.Open
	Mixed          = rules.Mixed
	Closed         = rules.Closed
	None    Stance = "none"
	NoBasis Stance = "no_basis"
)

// Stances lists what a recommendation can say.
func Stances() []Stance { return []Stance{Open, Mixed, Closed, None, NoBasis} }

// Verdict is the headline of a recommendation, in ids. Fields stand in the
// order of their keys, which is the order of keys in a lock file.
type Verdict struct {
	// Option is the recommended option, "" for None and NoBasis.
	Option string `json:"option"`
	// Split is how a mixed option divides the work; "" for others.
	Split  string `json:"split"`
	Stance Stance `json:"stance"`
}

// Recommendation is the verdict with everything it rests on. All lists are in
// an order that no file decides: dimensions as the pack groups them, options
// along the ladder, all else by id.
type Recommendation struct {
	// Pack is the pack that was applied; reports take their texts from it.
	Pack    *rules.Pack
	Profile Profile
	Verdict
	// TooClose is the option of greater value that the prudence margin passed
	// over, "" if it passed over none. The result is then too close to call.
	TooClose string
	// Score in [-1, 1] is the balance of all arguments: + open, - closed.
	Score Interval
	// SituationShare in [0, 1] is the part of the mass that facts alone gave.
	SituationShare float64
	RunnerUp       RunnerUp
	Options        []OptionResult
	Dimensions     []DimensionResult
	Priorities     []PriorityResult
	NotStated      []string // priorities without a weight
	Unknown        []string // facts not known that some rule reads
	Inactive       []Inactive
	Duties         []VetoResult // parts to remove, replace or keep back

	// What follows the verdict. All are empty for NoBasis, and all but
	// NextSteps for None.
	Components []ComponentResult // open first, then restrict, then keep; by id
	Licences   []LicenceResult   // the best choice for a part before others
	Standards  []StandardResult  // by id
	NextSteps  []NextStep        // in the order in which they are done

	// Sensitivity says how settled this is; nil unless made by Analyse.
	Sensitivity *Sensitivity
}

// SplitRule gives the split of the verdict as the pack has it, nil if there is
// none.
func (r *Recommendation) SplitRule() *rules.Split {
	if r.Split == "" {
		return nil
	}
	return r.Pack.Option(r.Option).Split(r.Split)
}

// ComponentResult says what to do with one part of the work.
type ComponentResult struct {
	ID     string
	Advice rules.Advice
	// Terms are the licences that fit, by their SPDX id, the best first.
	Terms   []string
	Because rules.Text
	// Rule is the id of the advice, of the split that names the part, or of the
	// veto whose duty binds it; Facts are the answers that make it hold.
	Rule   string
	Facts  []string
	Source []string
}

// LicenceResult is a choice of licences and the parts that it is about.
type LicenceResult struct {
	Rule  *rules.LicenceChoice
	Parts []string // in the order of Components
	Facts []string // the answers that make its condition hold
}

// StandardResult says how far the parts that are given openly reach on an
// outside measure.
type StandardResult struct {
	Rule *rules.Standard
	// Reached is the highest level reached, nil if none.
	Reached *rules.StandardLevel
	// Missing lists the parts that the next level asks for and that are not
	// given openly; it is empty if the highest is reached.
	Missing []string
}

// NextStep is something to do for the recommended release.
type NextStep struct {
	Rule  *rules.Step
	Facts []string // the answers that make its condition hold
}

// RunnerUp is the available option of greatest value beside the recommended
// one. Gap is the recommended value minus its value; it is negative if the
// prudence margin passed it over. Option is "" if there is none.
type RunnerUp struct {
	Option string
	Gap    float64
}

// OptionResult says what one option is worth here.
type OptionResult struct {
	ID string
	// Value in [0, 1] is the share of what counts that the option secures.
	Value Interval
	// Available is the nominal answer: open conditions count as not met, open
	// vetoes as not applying.
	Available bool
	// Possible is the same with unknown left open.
	Possible  rules.Truth
	BlockedBy []VetoResult
	// AvailableIf lists the facts to settle or change; empty if it is
	// available or its conditions are met.
	AvailableIf []string
}

// VetoResult is a veto, or a limit of the owner, that applies or may apply.
type VetoResult struct {
	Rule  *rules.Veto // nil for a limit
	Limit *Limit      // nil for a veto
	Facts []string    // what it rests on
	// Certain is false if an open fact decides.
	Certain bool
	// Precaution: it applies because an unknown fact counts as true.
	Precaution bool
}

// DimensionResult says which way one dimension pulls, and why.
type DimensionResult struct {
	ID string
	// Importance in [0, 1] is the share of all mass that lies here.
	Importance float64
	// Lean in [-1, 1]: + open, - closed; it does not exist without mass.
	Lean Interval
	// Contribution is importance times lean; contributions sum to the score.
	Contribution float64
	// Arguments with mass, the heaviest first.
	Arguments []ArgumentResult
	// Moderators that fired on arguments of this dimension, by id, even where
	// they left an argument without mass.
	Moderators []*rules.Moderator
}

// ArgumentResult is an argument that counts, and what made it count.
type ArgumentResult struct {
	Rule       *rules.Argument
	Mass       float64 // in (0, 1]; all masses sum to 1
	Priorities []PriorityShare
	Moderators []*rules.Moderator // those that fired
	Facts      []string           // read by its condition, sorted; those of a moderator stand in it
}

// PriorityShare is what a priority gave to an argument.
type PriorityShare struct {
	ID     string
	Weight float64 // as stated, 0 to 10
	Share  float64 // of the argument's weight, summing to 1
}

// PriorityResult is a stated priority.
type PriorityResult struct {
	ID     string
	Weight float64 // as stated, 0 to 10
	Share  float64 // of all weights
	Pull   rules.Stance
	// Effect is what the priority adds to the score.
	Effect float64
}

// Inactive is an answer that is kept but not counted.
type Inactive struct {
	ID    string
	Guard *rules.Condition
}
