package report

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// ResultSchema names the form of [Result]. Keys may be added to it; none changes its
// meaning without a new name.
const ResultSchema = "ajar.result/2"

// ReadableSchemas are the forms of a result that readers of this version take: its
// own, and the first, which lacks keys.
func ReadableSchemas() []string { return []string{ResultSchema, "ajar.result/1"} }

// Result is the JSON document of a recommendation. Every key is always there:
// what is not filled is null, or [] for a list, and null never means 0. Ids and
// keys are the contract, texts are not.
type Result struct {
	Schema     string             `json:"schema" jsonschema:"form of this document"`
	Lang       string             `json:"lang" jsonschema:"language of the texts"`
	Ajar       *string            `json:"ajar" jsonschema:"version of the program"`
	Rules      Rules              `json:"rules"`
	Profile    Profile            `json:"profile"`
	Stance     engine.Stance      `json:"stance" jsonschema:"none: bars and limits leave no option; no_basis: nothing stated and no rule fired"`
	Option     *string            `json:"option" jsonschema:"id of the recommended option"`
	Split      *Split             `json:"split" jsonschema:"mixed options only"`
	Form       *string            `json:"form" jsonschema:"what is advised in fact: a form of the option"`
	Ready      bool               `json:"ready" jsonschema:"nothing has to be known or done before the advised release"`
	Today      Today              `json:"today" jsonschema:"what may be done now"`
	Conditions []Condition        `json:"conditions" jsonschema:"what holds the advised release back, first things first"`
	Cautions   []Condition        `json:"cautions" jsonschema:"what may yet hold it back"`
	DecidedBy  *DecidedBy         `json:"decided_by" jsonschema:"what decided the verdict"`
	Robustness *VerdictRobustness `json:"settled" jsonschema:"how settled stance and option are"`
	Record     *WordRecord        `json:"calibration" jsonschema:"how often the word about the stance was right on documented decisions; null if that is not known of these rules"`
	Summary    string             `json:"summary"`
	Card       Card               `json:"card" jsonschema:"the answer on one screen"`
	Score      Interval           `json:"score" jsonschema:"from -1 (closed) to 1 (open)"`
	Options    []OptionResult     `json:"options" jsonschema:"all options, narrowest first"`
	RunnerUp   *RunnerUp          `json:"runner_up"`
	Dimensions []Dimension        `json:"dimensions" jsonschema:"all dimensions in the order of the pack"`
	Priorities []Priority         `json:"priorities"`
	NotStated  []string           `json:"not_stated" jsonschema:"priorities without a weight"`
	Unknown    []string           `json:"unknown" jsonschema:"facts not known that some rule reads"`
	Questions  []NextQuestion     `json:"next_questions"`
	Flips      Flips              `json:"flips"`
	Shares     *Shares            `json:"shares"`
	Answers    []StatedAnswer     `json:"answers"`
	Inactive   []InactiveAnswer   `json:"inactive" jsonschema:"answers kept but not counted"`
	Duties     []Duty             `json:"duties" jsonschema:"what the law asks of the advised release"`
	Components []ComponentAdvice  `json:"components" jsonschema:"what to give and what to keep"`
	Parts      []PartAdvice       `json:"parts" jsonschema:"the release table: one row a part, one choice of terms, alternatives told as such"`
	Clashes    []Clash            `json:"clashes" jsonschema:"terms that what was taken from others rules out"`
	Licences   []Licence          `json:"licences" jsonschema:"terms that fit the parts, the best first"`
	Standards  []Standard         `json:"standards" jsonschema:"how far the parts given openly reach on outside measures"`
	Plan       []PlanStep         `json:"plan" jsonschema:"the way from today to what is advised, in the order in which it is gone"`
	NextSteps  []NextStep         `json:"next_steps" jsonschema:"the steps of the plan with their sources"`
	Counsel    []Counsel          `json:"counsel" jsonschema:"good advice around the release, topic by topic"`
	Warnings   []Warning          `json:"warnings"`
}

// Rules says which pack was applied. SituationShare in [0, 1] is the part of
// the verdict that facts alone gave.
type Rules struct {
	Name           string  `json:"name"`
	Version        string  `json:"version"`
	Digest         string  `json:"digest"`
	Beta           float64 `json:"beta"`
	SituationShare float64 `json:"situation_share"`
}

// Profile says what was decided upon.
type Profile struct {
	Name   string    `json:"name"`
	Digest string    `json:"digest"`
	Layers []string  `json:"layers"`
	Parts  []OwnPart `json:"parts" jsonschema:"parts that the profile names"`
	// LeftOut is null but in a document for the public.
	LeftOut *engine.Omissions `json:"left_out" jsonschema:"how much of the profile is not for the public"`
}

// OwnPart is a part that the profile names, with the answers that are others for it.
type OwnPart struct {
	ID    string                   `json:"id"`
	Like  string                   `json:"like" jsonschema:"id of a component"`
	Title *string                  `json:"title"`
	Facts map[string]engine.Answer `json:"facts"`
	Note  *string                  `json:"note"`
}

// Split is how a mixed option divides the work.
type Split struct {
	Pattern string   `json:"pattern"`
	Gives   []string `json:"gives"`
	Keeps   []string `json:"keeps"`
	Text    string   `json:"text"`
}

// VerdictRobustness says how settled the verdict is. A word that was not worked out is
// null. Rivals of a level are named, and TellApart filled, where a word is "close".
type VerdictRobustness struct {
	Stance         *engine.Robustness  `json:"stance"`
	Option         *engine.Robustness  `json:"option"`
	Form           *engine.Robustness  `json:"form"`
	Rival          *string             `json:"rival" jsonschema:"option that wins most often under weightings near the stated one, after the advised one"`
	OverWeightings *engine.LevelShares `json:"over_weightings" jsonschema:"shares of the weightings near the stated one under which each stays"`
	OverJudgements *engine.LevelShares `json:"over_judgements" jsonschema:"the same where the pack's own numbers are in doubt too; the words are judged on these"`
	StanceRival    *string             `json:"stance_rival" jsonschema:"option of another stance that ties or comes nearest"`
	OptionRival    *string             `json:"option_rival" jsonschema:"option that ties or comes nearest"`
	FormRival      *string             `json:"form_rival" jsonschema:"form that ties or comes nearest"`
	TellApart      []string            `json:"tell_apart" jsonschema:"priorities that part it most from the rival"`
}

// Interval is a number with the bounds that answers to open facts cannot
// leave. A number that does not exist is null.
type Interval struct {
	Nominal *float64 `json:"nominal"`
	Low     *float64 `json:"low"`
	High    *float64 `json:"high"`
}

// OptionResult is what one option is worth here; Value in [0, 1] is the share of what
// counts that it secures.
type OptionResult struct {
	ID              string       `json:"id"`
	Form            string       `json:"form" jsonschema:"the form that stands for the option: its best available one, else the nearest to being available"`
	Stance          rules.Stance `json:"stance"`
	Value           Interval     `json:"value" jsonschema:"that of form"`
	Available       bool         `json:"available"`
	BlockedBy       []Blocker    `json:"blocked_by"`
	Forms           []FormResult `json:"forms"`
	AvailableIf     []string     `json:"available_if" jsonschema:"facts to settle or change"`
	Acceptability   *float64     `json:"acceptability"`
	AcceptabilitySE *float64     `json:"acceptability_se"`
}

// LimitID stands for the owner's own limits, which have no id.
const LimitID = "limit"

// Blocker is a bar, or with the id [LimitID] a limit of the owner. Certain is
// false if a fact that is not known decides. Source is the first of Sources.
type Blocker struct {
	ID         string         `json:"id"`
	State      rules.BarState `json:"state" jsonschema:"may_be, until or for_good"`
	Text       string         `json:"text"`
	Facts      []string       `json:"facts"`
	Source     *string        `json:"source"`
	Sources    []string       `json:"sources"`
	Lift       *string        `json:"lift" jsonschema:"what would lift it"`
	Certain    bool           `json:"certain"`
	Precaution bool           `json:"precaution" jsonschema:"it applies because an unknown fact counts as true"`
}

// FormResult is what one form of an option is worth here, and what bars make of it.
type FormResult struct {
	ID       string         `json:"id"`
	Value    Interval       `json:"value"`
	Possible rules.Truth    `json:"possible" jsonschema:"yes, no or open; bars and limits aside"`
	Barred   rules.BarState `json:"barred" jsonschema:"no, may_be, until or for_good"`
	// Available: possible, not barred for good and not excluded by a limit.
	Available bool `json:"available"`
}

// Today is what may be done now; Stance is none if nothing may.
type Today struct {
	Stance engine.Stance `json:"stance"`
	Option *string       `json:"option"`
	Form   *string       `json:"form"`
}

// DecidedBy is what decided the verdict.
type DecidedBy struct {
	Kind engine.DeciderKind `json:"kind" jsonschema:"bar, limit, margin or arguments"`
	ID   *string            `json:"id" jsonschema:"of the bar"`
}

// Condition is a rule of law, contract or safety that holds the advised release
// back, or may.
type Condition struct {
	ID           string         `json:"id"`
	State        rules.BarState `json:"state" jsonschema:"until, or may_be for a caution"`
	Acts         []string       `json:"acts" jsonschema:"what the release does and the rule forbids"`
	Kinds        []string       `json:"kinds" jsonschema:"kinds of part that this is done with"`
	Parts        []string       `json:"parts" jsonschema:"the part that alone is bound"`
	Text         string         `json:"text"`
	Lift         string         `json:"lift" jsonschema:"what would lift it"`
	WaysOut      []string       `json:"ways_out" jsonschema:"what to find out or to do"`
	Facts        []string       `json:"facts"`
	Because      []string       `json:"because" jsonschema:"those facts whose answers make it hold"`
	Questions    []Question     `json:"questions" jsonschema:"what it waits for, as far as that is an answer"`
	Need         engine.Need    `json:"need" jsonschema:"answer or act; empty for a caution"`
	Precaution   bool           `json:"precaution" jsonschema:"it holds because an unknown fact counts as true"`
	ToldOnly     bool           `json:"told_only" jsonschema:"it holds back nothing that is done already, which does not make that lawful"`
	Lost         *float64       `json:"lost" jsonschema:"of a caution: how much less would be secured if it held for good; null for a condition"`
	Openness     *float64       `json:"openness" jsonschema:"of a caution: the share of what open facts may turn out to be under which it binds; cautions stand in the order of lost times openness"`
	Jurisdiction string         `json:"jurisdiction"`
	Instrument   string         `json:"instrument"`
	AppliesFrom  *string        `json:"applies_from"`
	Checked      *string        `json:"checked" jsonschema:"when it was looked up"`
	Source       *string        `json:"source"`
	Sources      []string       `json:"sources"`
}

// Question is the question of a fact.
type Question struct {
	Fact string `json:"fact"`
	Text string `json:"text"`
}

// Duty is what somebody who does what is advised must do besides. Certain is false
// if it is not known whether the law of its jurisdiction applies.
type Duty struct {
	ID           string   `json:"id"`
	Text         string   `json:"text"`
	Acts         []string `json:"acts" jsonschema:"that bring it"`
	Parts        []string `json:"parts" jsonschema:"parts of the profile that alone bring it, by their own answers"`
	Facts        []string `json:"facts"`
	Certain      bool     `json:"certain"`
	Jurisdiction string   `json:"jurisdiction"`
	Instrument   string   `json:"instrument"`
	AppliesFrom  *string  `json:"applies_from"`
	Checked      *string  `json:"checked" jsonschema:"when it was looked up"`
	Source       *string  `json:"source"`
	Sources      []string `json:"sources"`
}

// RunnerUp is the available option of greatest value beside the recommended
// one. Gap is negative if the prudence margin passed it over.
type RunnerUp struct {
	Option  string           `json:"option"`
	Form    string           `json:"form"`
	Gap     float64          `json:"gap"`
	Central []WeightingShare `json:"central_weights" jsonschema:"mean of all weightings under which the form wins: what one would have to want"`
}

// WeightingShare is the share of one priority in a weighting.
type WeightingShare struct {
	ID    string  `json:"id"`
	Share float64 `json:"share"`
}

// Dimension says which way one dimension pulls, and why.
type Dimension struct {
	ID            string     `json:"id"`
	Group         string     `json:"group"`
	Title         string     `json:"title"`
	Importance    float64    `json:"importance" jsonschema:"share of all mass, from 0 to 1"`
	Lean          Interval   `json:"lean" jsonschema:"from -1 (closed) to 1 (open)"`
	Contribution  float64    `json:"contribution" jsonschema:"importance times lean; they sum to the score"`
	Reason        string     `json:"reason" jsonschema:"the justification in one line"`
	Justification string     `json:"justification"`
	Arguments     []Argument `json:"arguments"`
}

// Argument is one reason that counts. ClaimedBy says who claims it, GradedBy who
// tested that, with what they found; Caveat says how far the claim stands up.
// Sources are all of them and Source is the first, for readers of the first version.
type Argument struct {
	ID         string          `json:"id"`
	Pull       rules.Stance    `json:"pull"`
	Mass       float64         `json:"mass"`
	Text       string          `json:"text"`
	Caveat     string          `json:"caveat"`
	Priorities []PriorityShare `json:"priorities"`
	Moderators []Moderator     `json:"moderators"`
	Facts      []string        `json:"facts"`
	ClaimedBy  []string        `json:"claimed_by"`
	GradedBy   []Grading       `json:"graded_by"`
	Source     *string         `json:"source"`
	Sources    []string        `json:"sources"`
}

// Grading is a work that tested a claim, with what it found.
type Grading struct {
	Source string        `json:"source"`
	Found  rules.Finding `json:"found"`
}

// PriorityShare is what a priority gave to an argument.
type PriorityShare struct {
	ID     string  `json:"id"`
	Weight float64 `json:"weight"`
	Share  float64 `json:"share"`
}

// Moderator is a rule that fired and scaled an argument.
type Moderator struct {
	ID     string   `json:"id"`
	Factor float64  `json:"factor"`
	Text   string   `json:"text"`
	Facts  []string `json:"facts"`
}

// Priority is a stated priority.
type Priority struct {
	ID             string              `json:"id"`
	Weight         float64             `json:"weight"`
	Range          *engine.WeightRange `json:"range" jsonschema:"the least and the greatest weight, if it was stated so; weight is the middle"`
	Share          float64             `json:"share"`
	Pull           rules.Stance        `json:"pull"`
	Effect         float64             `json:"effect" jsonschema:"what it adds to the score"`
	EffectiveShare *float64            `json:"effective_share" jsonschema:"weight times greatest difference between options, over their sum"`
	CanMatter      *bool               `json:"can_matter" jsonschema:"false: no two available options differ by it"`
	FlipWeights    []FlipWeight        `json:"flip_weights"`
}

// Value is a value of an answer: true or false, a number, the id of a value, a list
// of ids for a set (a map from ids to "yes" and "no" if not all of it is known), the
// two ends of a range of weights, or nil if there is none.
type Value any

// What an answer is about, and the state of one with a value.
const (
	FactKind     = "fact"
	PriorityKind = "priority"
	KnownState   = "known"
)

// StatedAnswer is one answer of the profile.
type StatedAnswer struct {
	ID    string  `json:"id"`
	Kind  string  `json:"kind"`
	Value Value   `json:"value"`
	State string  `json:"state" jsonschema:"known, unknown or na (does not apply)"`
	Layer *string `json:"layer"`
	Sure  *string `json:"sure"`
	Note  *string `json:"note"`
	By    *string `json:"by"`
}

// InactiveAnswer is an answer that is kept but does not count, with the facts that
// switched its question off.
type InactiveAnswer struct {
	ID    string   `json:"id"`
	Value Value    `json:"value"`
	Guard []string `json:"guard"`
	Text  string   `json:"text"`
}

// Warning says what a reader of the result should know before relying on it.
type Warning struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	// Rule and Answers belong to answers that contradict each other.
	Rule    *string       `json:"rule" jsonschema:"the exclusion of the pack that holds"`
	Answers []AnswerPlace `json:"answers" jsonschema:"the answers that contradict each other, and where they stand"`
	// Comparisons and Reconsider belong to comparisons that do.
	Comparisons []ComparisonPlace `json:"comparisons,omitempty" jsonschema:"the comparisons that contradict one another, and where they stand"`
	Reconsider  *Reconsideration  `json:"reconsider,omitempty" jsonschema:"the comparison to look at again first"`
}

// ComparisonPlace is a comparison and where it stands.
type ComparisonPlace struct {
	More  string  `json:"more"`
	Less  string  `json:"less"`
	Times float64 `json:"times" jsonschema:"how many times as much the first matters as the second; under 1 it matters less"`
	Layer *string `json:"layer"`
	Line  *int    `json:"line" jsonschema:"of the layer's file"`
}

// Reconsideration is a comparison that does not fit the others.
type Reconsideration struct {
	ComparisonPlace
	Suggested float64 `json:"suggested" jsonschema:"the times that the other comparisons suggest, within the scale"`
}

// AnswerPlace is where an answer stands.
type AnswerPlace struct {
	ID    string  `json:"id"`
	Layer *string `json:"layer"`
	Line  *int    `json:"line" jsonschema:"of the layer's file"`
}
