package compiled

import (
	"sync"
	"sync/atomic"

	"github.com/ajar-decision/ajar/rules"
)

// Rules is a pack in numbers: everything has an index, in an order that no
// file decides. It never changes once it is made, but for what is worked out once and
// kept.
type Rules struct {
	Pack                *rules.Pack
	Lambda              float64
	Cap                 float64
	Margin              float64
	Facts               []Fact          // by id; a set is its members, in the order of its values
	GuardOrder          []int           // guarded facts (see EachFact), each after the facts its guard reads
	Priorities          []Priority      // by id
	Arguments           []Argument      // by id, so that sums run in one order
	Dimensions          [][]int         // the arguments of each dimension
	ShareCount          int             // all shares of all arguments
	Balance             *ArgumentValues // +1 and -1, for S
	Moderators          []Moderator
	Options             []Option           // in the order of the ladder
	Forms               []Form             // along the ladder; of one option what gives fewer parts first, then by id
	Bars                []Bar              // in the order in which they are told, then by id
	Duties              []Duty             // by id
	Numbers             func() *Numbers    // the pack's own numbers
	Flat                func() *Flat       // what decides a verdict, laid out for speed
	BoundTable          func() *BoundTable // the conditions that bounds hang on
	FactsRead           [][]int            // per argument: the facts that its condition and its moderators read
	DecidesAvailability []bool             // per fact: whether a form may hang on it

	Exclusions []Exclusion // by id

	Components     []Component             // by id
	LicenceChoices []LicenceChoice         // by order
	Decisions      map[rules.Advice]uint64 // the acts that a decision on a part comes to: a bit for each place in the pack
	Compatible     []Compatibility         // by id
	NextSteps      []Step                  // by order
	Counsel        []Counsel               // in the order of the pack
	Standards      []*rules.Standard       // by id

	FactIndex       map[string]int // of a set, that of its first member
	ActIDs, KindIDs []string       // of acts and of kinds of part, in the order of the pack

	FactPlaces, PriorityPlaces []int // in the order of the pack, their indexes here

	PriorityIndex map[string]int
	OptionIndex   map[string]int
	FormIndex     map[string]int

	bindings           sync.Map // *Binding by bindingKey
	Kept               sync.Map // what other rooms make once for these rules, under keys of their own types
	captureDifferences []atomic.Pointer[ArgumentValues]
}

// Priority is a priority with its side.
type Priority struct {
	Def  *rules.Priority
	Sign float64 // +1 pulls open, -1 closed
}

// Argument is an argument with all that gives it mass.
type Argument struct {
	Def        *rules.Argument
	Dim        int
	Sign       float64
	Shares     []Share    // priority-driven only: c_ap / C_p
	When       *Condition // situation-driven only
	Facts      []string   // that its condition reads
	Moderators []int      // indexes of Rules.Moderators
}

// Moderator is a moderator with the dimensions that it reaches.
type Moderator struct {
	Def  *rules.Moderator
	When *Condition
	Dims []bool // dimensions on whose arguments it acts
}

// Option is an option with its forms.
type Option struct {
	Def        *rules.Option
	Forms      []int // indexes of Rules.Forms
	HasOwnForm bool  // one of its forms has its id
}

// FormID is the id of a form, "" for -1.
func (e *Rules) FormID(form int) string {
	if form < 0 {
		return ""
	}
	return e.Forms[form].Def.ID
}

// OptionIDOfForm is the id of the option of a form, "" for -1.
func (e *Rules) OptionIDOfForm(form int) string {
	if form < 0 {
		return ""
	}
	return e.OptionID(e.Forms[form].Option)
}

// OptionID is the id of an option, "" for -1.
func (e *Rules) OptionID(option int) string {
	if option < 0 {
		return ""
	}
	return e.Options[option].Def.ID
}
