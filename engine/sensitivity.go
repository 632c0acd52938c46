package engine

import "github.com/ajar-decision/ajar/rules"

// Sensitivity says how settled a recommendation is and what would change it.
// It is made by [Engine.Analyse]. Shares and words are about the option and
// stance of the recommendation; for the results None and NoBasis only
// FlipFacts, FlipPairs, Questions and FactsSettled are filled.
type Sensitivity struct {
	Robustness VerdictRobustness `json:"robustness"`
	// Acceptability gives for each available option, along the ladder, the
	// share of the weightings near the stated one under which it is the verdict.
	Acceptability []Acceptability `json:"acceptability"`
	// Spread is by what factor weights near the stated ones may be off, times or over.
	Spread float64 `json:"spread"`
	// AnyWeights is the same over all weightings of all priorities of the pack, exact for
	// up to three forms that can win, else from a smaller sample.
	AnyWeights []Acceptability `json:"any_weights"`
	// Priorities are all priorities of the pack, by id.
	Priorities []PrioritySensitivity `json:"priorities"`
	// Numbers are those of the pack's own numbers on which the advice hangs most against
	// the option that is the verdict next to it under weightings near the stated one, and
	// against that of another stance: what a sceptic would attack. The heaviest first.
	Numbers []NumberInfluence `json:"numbers"`
	// FlipFacts are all single changes of a fact that change option or stance,
	// by fact and value; answers to open facts are among them.
	FlipFacts []FlipFact `json:"flip_facts"`
	// FlipPairs are pairs of changes of which neither does so alone, by fact
	// and value, at most five. They are looked for on demand only, see [WithPairs].
	FlipPairs []FlipFact `json:"flip_pairs"`
	// DimensionTurns are changes that make a dimension lean to the other side: for each
	// dimension of the pack, the likeliest changes of one fact, two at most, then the
	// nearest weight.
	DimensionTurns []DimensionTurn `json:"dimension_turns"`
	// StabilityRadius in [0, 1]: changing every weight by up to this fraction at
	// once cannot change the option. It is "at least" that; 1 says that no
	// change up to 100 % can. It does not exist if no stated weight
	// has any effect.
	StabilityRadius Fraction `json:"stability_radius"`
	Shares          Shares   `json:"shares"`
	// Central is what one would have to want for the runner-up to win: the
	// mean of the weightings of all priorities under which it is the verdict,
	// summing to 1, by id. It is empty if there is none.
	Central []WeightingShare `json:"central"`
	// Questions are the open facts worth answering, the most useful first.
	Questions []FactQuestion `json:"questions"`
	// FactsSettled says that no answers to open facts, one or many, can change the
	// option. It is never claimed wrongly; it may be missed.
	FactsSettled bool `json:"facts_settled"`
}

// newSensitivity has no number that was not worked out.
func newSensitivity() *Sensitivity {
	none := Sets{noFraction, noFraction, noFraction, noFraction}
	return &Sensitivity{StabilityRadius: noFraction, Shares: Shares{Sets: none, Poles: none}}
}

// Robustness says how settled a stance, an option or a form is.
type Robustness string

// The words, best first. There is none for the results None and NoBasis.
const (
	Clear   Robustness = "clear"
	Leaning Robustness = "leaning"
	Close   Robustness = "close" // too close to call
	Thin    Robustness = "thin"  // one priority, or none, and hardly a fact: next to no basis
)

// Robustnesses lists the words.
func Robustnesses() []Robustness { return []Robustness{Clear, Leaning, Close, Thin} }

// VerdictRobustness says how settled the stance, which is the headline, the option and the
// form are. The words are judged on OverJudgements, less its standard error.
type VerdictRobustness struct {
	Stance Robustness `json:"stance"`
	Option Robustness `json:"option"`
	Form   Robustness `json:"form"`
	// Rival is the option that is the verdict under most of the weightings near the stated
	// one, the advised option apart; "" if no other ever is, the pack's own numbers in
	// doubt or not. It need not be the runner-up, which is the next by value.
	Rival string `json:"rival"`
	// OverWeightings are the shares of weightings near the stated one under which stance,
	// option and form stay: the least over how far weights may be off as the owner is sure,
	// and all that is less. OverJudgements are the same where the pack's own numbers are
	// in doubt too.
	OverWeightings LevelShares `json:"over_weightings"`
	OverJudgements LevelShares `json:"over_judgements"`
	// StanceRival and OptionRival name the option that ties or comes nearest, of another
	// stance for the first, and FormRival the form; "" unless the word is Close.
	StanceRival string `json:"stance_rival"`
	OptionRival string `json:"option_rival"`
	FormRival   string `json:"form_rival"`
	// The rival is the verdict under more of the weightings near the stated one than the
	// advice, which the stated weights just favour.
	StanceFavoursRival bool `json:"stance_favours_rival"`
	OptionFavoursRival bool `json:"option_favours_rival"`
	FormFavoursRival   bool `json:"form_favours_rival"`
	// TellApart are the priorities that part the recommended option most from
	// its rival, the strongest first, at most three; none unless a word is Close.
	TellApart []string `json:"tell_apart"`
}

// LevelShares are a share in [0, 1] for the stance, the option and the form.
type LevelShares struct {
	Stance float64 `json:"stance"`
	Option float64 `json:"option"`
	Form   float64 `json:"form"`
}

// Acceptability is the share of weightings under which an option is the verdict.
type Acceptability struct {
	Option string  `json:"option"`
	Share  float64 `json:"share"` // in [0, 1], summing to 1
	// Error is the standard error of Share, 0 if Share is exact.
	Error float64 `json:"error"`
	// WithoutMargin is what Share would be if the prudence margin were 0, and
	// OverJudgements what it is where the pack's own numbers are in doubt too. Neither
	// exists for all weightings there are.
	WithoutMargin  Fraction `json:"without_margin"`
	OverJudgements Fraction `json:"over_judgements"`
}

// NumberInfluence is a number of the pack that the advice hangs on.
type NumberInfluence struct {
	Number rules.NumberID `json:"number"`
	Value  float64        `json:"value"` // as written
	// Doubt is how far the number may be off, as a standard deviation in its own unit.
	Doubt float64 `json:"doubt"`
	// Against is the form with which the advised one is compared.
	Against string `json:"against"`
	// Share in [0, 1] is the part of the doubt about the two, as a variance, that comes
	// from this number.
	Share float64 `json:"share"`
	// TurnsAt is the value at which the two change places while all else stays; it does
	// not exist if none in the number's range does that.
	TurnsAt Fraction `json:"turns_at"`
}

// PrioritySensitivity says what the weight of one priority can do.
type PrioritySensitivity struct {
	ID     string `json:"id"`
	Stated bool   `json:"stated"`
	// Flips are the nearest weights from 0 to 10, the others staying as they
	// are, at which the option changes: below the stated weight, then above
	// it. A priority that is not stated starts from 0: "if you stated it".
	Flips []FlipWeight `json:"flips"`
	// EffectiveShare in [0, 1] is weight times greatest difference between two
	// available options, over the sum of these. 0 if it is not stated.
	EffectiveShare float64 `json:"effective_share"`
	// CanMatter is false if no two available options differ by this priority.
	CanMatter bool `json:"can_matter"`
}

// Shares says in what part of a set of weightings one option is worth more
// than another. None exists if the two tie everywhere or the set is
// empty.
type Shares struct {
	// Against is the runner-up, "" if there is none. The shares are those of
	// the recommended option.
	Against string `json:"against"`
	Sets
	// Poles compares pure openness with pure closure.
	Poles Sets `json:"poles"`
}

// Sets are one share for each set of weightings.
type Sets struct {
	Stated      Fraction `json:"stated"`       // near the stated weights, as far off as the owner is unsure; sampled
	StatedError Fraction `json:"stated_error"` // standard error of Stated
	RankingKept Fraction `json:"ranking_kept"` // every weighting with the stated ranking
	AnyWeights  Fraction `json:"any_weights"`  // every weighting of all priorities of the pack
}

// WeightingShare is a weighting's share for one priority.
type WeightingShare struct {
	ID    string  `json:"id"`
	Share float64 `json:"share"`
}

// FactQuestion is an open fact that is worth an answer.
type FactQuestion struct {
	Fact string `json:"fact"`
	// CouldChangeTo are the options that answers lead to, along the ladder,
	// then "none" and "no_basis" for the results without an option.
	CouldChangeTo []string `json:"could_change_to"`
	// NarrowsBy is how much narrower the interval of the score becomes, as a
	// mean over the answers.
	NarrowsBy float64 `json:"narrows_by"`
	// Confirm: the fact has an answer of which the owner is not sure.
	Confirm bool `json:"confirm"`
}
