package rules

import (
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// Pack is a complete set of rules. It is plain data and must not be changed
// once an engine was made from it. Facts and Priorities keep the order of
// their files, which is the order in which people are asked; no result depends
// on it. Dimensions stand in the order of the pack's groups, Options in the
// order of the release ladder.
type Pack struct {
	Name    string
	Version string
	// Digest is a hash of everything the pack says, whatever the order of its
	// files, keys and rules: "sha256:" and 64 hexadecimal digits.
	Digest     string
	Constants  Constants
	Groups     []Group
	Facts      []Fact
	Priorities []Priority
	Dimensions []Dimension
	Options    []Option
	Acts       []Act
	PartKinds  []PartKind
	// Decisions says which acts each [Advice] on a part stands for.
	Decisions  Table[[]string]
	Bars       []Bar  // by id
	Duties     []Duty // by id
	Components []Component
	Standards  []Standard
	Licences   []Licence
	Choices    []LicenceChoice // by Order
	// Compatible says what inherited terms leave to the parts; by ID.
	Compatible []Compatibility `json:",omitempty"`
	Steps      []Step          // by Order
	Counsel    []Counsel       `json:",omitempty"` // in the order of telling
	Exclusions []Exclusion     `json:",omitempty"` // by id
	Sheet      []SheetQuestion `json:",omitempty"` // in the order of the release sheet
	Sources    []Source
	Terms      []Term
	// Asking is nil for a pack that does not say how to ask; then every fact is
	// asked in the order of the pack.
	Asking *Asking `json:",omitempty"`
}

// PrioritiesID stands for the question "what matters most" among the ids of
// questions; no fact and no priority has it.
const PrioritiesID = "priorities"

// Asking says how people are asked: what comes first, and the words of the
// questions about priorities, which are no facts of their own.
type Asking struct {
	At diag.Pos
	// Quick lists the questions of the short interview. The first is always
	// asked first, and those before PrioritiesID come before the others.
	Quick []QuickQuestion `tree:"quick"`
	// Questions is how many of them the short interview asks at most, 0: all. What
	// asks about priorities counts as one.
	Questions int      `tree:"questions,optional" json:",omitempty"`
	Because   Text     `tree:"because"`
	Source    []string `tree:"source"`
	// Choose asks which priorities matter; the short interview takes at most
	// Most of them.
	Choose Wording `tree:"choose"`
	Most   int     `tree:"most"`
	// Rate asks how much a chosen priority matters, from 0 to 10; {priority}
	// stands for its title.
	Rate    Wording  `tree:"rate"`
	Anchors []Anchor `tree:"anchors"`
	// Weigh asks the same in other ways; it may be nil.
	Weigh *Weighing `tree:"weigh,optional"`
}

// Weighing holds the words for ways to weigh priorities other than rating them.
// {a} and {b} stand for the titles of two priorities.
type Weighing struct {
	At     diag.Pos
	Rank   Wording  `tree:"rank"`   // the order of the chosen ones
	Points Wording  `tree:"points"` // points out of 100 for each
	Pair   Wording  `tree:"pair"`   // which of {a} and {b} matters more
	Best   Wording  `tree:"best"`   // which one matters most
	Worst  Wording  `tree:"worst"`  // which one matters least
	Times  Wording  `tree:"times"`  // how many times {a} matters as much as {b}
	Scale  []Anchor `tree:"scale"`  // what numbers of times mean, from 1 to 9
}

// QuickQuestion is a question of the short interview: a fact or PrioritiesID.
// It is left out unless its condition holds.
type QuickQuestion struct {
	At diag.Pos
	ID string     `tree:"id"`
	If *Condition `tree:"if,optional"`
}

// Wording is a question with the reason for asking it.
type Wording struct {
	At       diag.Pos
	Question Text `tree:"question"`
	Why      Text `tree:"why"`
}

// Anchor says in words what a number means.
type Anchor struct {
	At     diag.Pos
	Weight float64 `tree:"weight"` // 0 to 10, or a number of times from 1 to 9
	Text   Text    `tree:"text"`
}

// Constants are the pack's numbers for the method.
type Constants struct {
	At diag.Pos
	// Beta in [0, 1) is the share that the situation takes of the verdict when
	// the fired situation arguments reach the strength K.
	Beta Constant `tree:"beta"`
	// K > 0 is the fired strength at which the situation's share is Beta.
	K Constant `tree:"k"`
	// Margin in [0, 1] is the prudence margin: options whose value lies less
	// than this under the best are a tie, which goes to the more reversible one.
	Margin Constant `tree:"margin"`
	// Cap >= 1 bounds the product of the moderators on one argument.
	Cap Constant `tree:"cap"`
	// How far numbers may be off, as Doubt.Value says; nil is a fifth. A number with a
	// Doubt of its own has that.
	StrengthDoubt *Constant `tree:"strength_doubt,optional" json:",omitempty"`
	FactorDoubt   *Constant `tree:"factor_doubt,optional" json:",omitempty"`
	CaptureDoubt  *Constant `tree:"capture_doubt,optional" json:",omitempty"`
}

// Constant is one number with its reason.
type Constant struct {
	At      diag.Pos
	Value   float64  `tree:"value"`
	Because Text     `tree:"because"`
	Source  []string `tree:"source"`
}

// Group gathers dimensions under a title.
type Group struct {
	At         diag.Pos
	ID         string   `tree:"id"`
	Title      Text     `tree:"title"`
	Dimensions []string `tree:"dimensions"`
}

// Fact is a question about the situation.
type Fact struct {
	At       diag.Pos
	ID       string      `tree:"id"`
	Type     FactType    `tree:"type"`
	Title    Text        `tree:"title"`
	Question Text        `tree:"question"`
	Brief    Text        `tree:"brief,optional" json:",omitempty"` // the question in a few words: "who holds the copyright"
	Why      Text        `tree:"why"`
	Values   []FactValue `tree:"values,optional"` // none for numbers
	Unit     Text        `tree:"unit,optional"`   // numbers only
	Min      float64     `tree:"min,optional"`    // numbers only
	Max      float64     `tree:"max,optional"`    // numbers only
	AskedIf  *Condition  `tree:"asked_if,optional"`
	// Follows says what other answers imply: while the fact is not known, the first
	// that holds gives its value. Sets and numbers have none.
	Follows []Following `tree:"follows,optional" json:",omitempty"`
	// Changes says whether the answer, once known, may come to be another one; "" is
	// [ChangesOverTime]. ChangesBecause says why where that is not plain.
	Changes        Changeability `tree:"changes,optional" json:",omitempty"`
	ChangesBecause Text          `tree:"changes_because,optional" json:",omitempty"`
	Aliases        Table[string] `tree:"aliases,optional"` // older value -> value, "na" or "unknown"
	NA             Text          `tree:"na,optional"`      // what "does not apply" means here
	Source         []string      `tree:"source"`
}

// Following is a value that follows from other answers.
type Following struct {
	At    diag.Pos
	When  *Condition `tree:"when"`
	Value string     `tree:"value"`
}

// FactValue is one value of a fact with its label.
type FactValue struct {
	At    diag.Pos
	ID    string `tree:"id"`
	Label Text   `tree:"label"`
	// Brief says it to the owner: "you sell licences".
	Brief Text `tree:"brief,optional"`
	// Alone marks a value of a set that means "nothing of this": it excludes the
	// others.
	Alone bool `tree:"alone,optional"`
}

// Priority is something that an owner may want.
type Priority struct {
	At      diag.Pos
	ID      string   `tree:"id"`
	Pull    Stance   `tree:"pull"` // Open or Closed
	Title   Text     `tree:"title"`
	Brief   Text     `tree:"brief,optional" json:",omitempty"` // the title as it stands within a sentence
	Meaning Text     `tree:"meaning"`
	Source  []string `tree:"source"`
}

// Dimension is one field of trade-offs. Its cells are the priority-driven
// arguments, its situation arguments count by facts alone.
type Dimension struct {
	At         diag.Pos
	ID         string
	Group      string
	Title      Text
	Meaning    Text
	Evidence   Evidence
	Arguments  []Argument  // cells first (see ListCells), then situation arguments by id
	Moderators []Moderator // by id
}

// Evidence says what studies found about the claims of a dimension.
type Evidence struct {
	At      diag.Pos
	Verdict EvidenceVerdict `tree:"verdict"`
	Text    Text            `tree:"text"`
	Source  []string        `tree:"source"`
}

// ListCells names the four claims of a dimension in their order.
func ListCells() []string {
	return []string{"open_advantage", "closed_advantage", "open_disadvantage", "closed_disadvantage"}
}

// Argument is one reason on one dimension.
type Argument struct {
	At diag.Pos
	// ID is "dimension.cell" for a cell, a plain id for a situation argument.
	ID        string
	Dimension string
	Pull      Stance // Open or Closed
	// Strength in (0, 1] says how well the claim stands up.
	Strength        float64
	StrengthBecause Text
	StrengthDoubt   *Doubt `json:",omitempty"`
	Text            Text
	Brief           Text `json:",omitempty"` // the text in a few words
	// Shares says which priorities the argument serves, summing to 1; it is
	// nil for a situation argument.
	Shares Table[float64] `tree:"serves,optional"`
	// When is the condition of a situation argument, nil for a cell.
	When *Condition
	// ClaimedBy lists who says so. It is written to digests under the name that
	// it had when nothing told it from GradedBy.
	ClaimedBy []string `json:"Source"`
	// GradedBy lists what the strength rests on. An argument that nobody tested
	// has none; then StrengthBecause says so.
	GradedBy []Grading `json:",omitempty"`
}

// Grading is a work that tested a claim, with what it found. It need not have
// found what the claim says.
type Grading struct {
	At     diag.Pos
	Source string  `tree:"source"`
	Found  Finding `tree:"found"`
}

// Grade says in a word how well a claim stands up, by its strength.
func (a *Argument) Grade() Finding {
	grade := Supports
	for _, f := range Findings() {
		if a.Strength <= f.strongest() {
			grade = f
		}
	}
	return grade
}

// Sources lists all works that an argument names: who claims it, then who
// graded it, each once.
func (a *Argument) Sources() []string {
	out := slices.Clone(a.ClaimedBy)
	for _, g := range a.GradedBy {
		if !slices.Contains(out, g.Source) {
			out = append(out, g.Source)
		}
	}
	return out
}

// Moderator scales arguments when its condition holds.
type Moderator struct {
	At            diag.Pos
	ID            string     `tree:"id"`
	On            []string   `tree:"on"`
	When          *Condition `tree:"when"`
	Factor        float64    `tree:"factor"` // >= 0
	FactorBecause Text       `tree:"factor_because"`
	FactorDoubt   *Doubt     `tree:"factor_doubt,optional" json:",omitempty"`
	Text          Text       `tree:"text"`
	Brief         Text       `tree:"brief,optional" json:",omitempty"`
	Source        []string   `tree:"source"`
}

// Option is one step of the release ladder, and the family of the forms that take
// it.
type Option struct {
	At       diag.Pos
	ID       string     `tree:"id"`
	Step     int        `tree:"step"`  // place on the ladder, from 0, unique
	Class    int        `tree:"class"` // what cannot be called back: 0 is nothing
	Stance   Stance     `tree:"stance"`
	Title    Text       `tree:"title"`
	Text     Text       `tree:"text"`
	Examples Text       `tree:"examples,optional"`
	Captures Captures   `tree:"captures"`
	Requires *Condition `tree:"requires,optional"`
	// RequiresText says in words what must hold; given if Requires is.
	RequiresText Text   `tree:"requires_text,optional"`
	Forms        []Form `tree:"forms,optional"` // none: the option is its own form
	// Acts says what the option does with each kind of part, ActsIf what it does
	// under a condition.
	Acts   Acts              `tree:"acts,optional"`
	ActsIf []ConditionalActs `tree:"acts_if,optional"`
	Source []string          `tree:"source"`
}

// Source is a work that a rule rests on.
type Source struct {
	At         diag.Pos
	ID         string  `tree:"id"`
	Title      Text    `tree:"title"`      // in another language only where that differs
	Authors    Text    `tree:"authors"`    // likewise
	Year       *int    `tree:"year"`       // nil: not known
	Identifier *string `tree:"identifier"` // nil: none known
	Mark       Mark    `tree:"mark"`
	// Checked is the month in which somebody last held the entry against the
	// work, as YYYY-MM; "" if that was not noted.
	Checked string `tree:"checked,optional"`
	Says    Text   `tree:"says"`
}

// Term is a word of the pack in every language.
type Term struct {
	At   diag.Pos
	Term Text   `tree:"term"`
	Note string `tree:"note,optional"`
	// Avoid lists words that other texts of the pack do not use for it.
	Avoid tree.Words `tree:"avoid,optional"`
}

// DependsOn lists the facts that say whether the fact is asked or what it is.
func (f *Fact) DependsOn() []string {
	ids := f.AskedIf.Facts(nil)
	for i := range f.Follows {
		ids = f.Follows[i].When.Facts(ids)
	}
	return ids
}

// whatImplies lists the conditions from which a value follows.
func (f *Fact) whatImplies() []*Condition {
	var out []*Condition
	for i := range f.Follows {
		out = append(out, f.Follows[i].When)
	}
	return out
}

// ValueIDs lists the values of a fact, "false" and "true" for a bool, nothing
// for a number.
func (f *Fact) ValueIDs() []string {
	if f.Type == BoolFact {
		return []string{"false", "true"}
	}
	ids := make([]string, len(f.Values))
	for i, v := range f.Values {
		ids[i] = v.ID
	}
	return ids
}
