package rules

import "slices"

// The words that a pack may use in places that allow few words. Each set has
// one list, and Load refuses a word that is not on it.

// Mark says how a source is known.
type Mark string

// The marks of sources. FromMemory says that nobody looked the work up, which
// readers are told wherever it is cited.
const (
	Found      Mark = "found"
	FromMemory Mark = "memory"
)

// Marks lists the marks of sources.
func Marks() []Mark { return []Mark{Found, FromMemory} }

// Content says what in a part terms are for.
type Content string

// What a part can hold. Terms for AllContent are for the whole of it.
const (
	AllContent   Content = "all"
	CodeContent  Content = "code"
	TextContent  Content = "texts"
	DataContent  Content = "data"
	ModelContent Content = "model"
)

// Contents lists what a part can hold.
func Contents() []Content {
	return []Content{AllContent, CodeContent, TextContent, DataContent, ModelContent}
}

// Finding says what a work found about a claim.
type Finding string

// What a work can find about a claim.
const (
	Supports   Finding = "supports"
	FoundMixed Finding = "mixed"
	FoundWeak  Finding = "weak"
	Against    Finding = "against"
)

// Findings lists what a work can find about a claim, best first.
func Findings() []Finding { return []Finding{Supports, FoundMixed, FoundWeak, Against} }

// strongest is the greatest strength of a claim of which nothing better was found.
func (f Finding) strongest() float64 {
	return map[Finding]float64{Supports: 1, FoundMixed: 0.7, FoundWeak: 0.4, Against: 0.2}[f]
}

// Changeability says whether a known answer to a fact may come to be another one.
type Changeability string

// An answer that never changes says what the work or its owner is: with another one it
// would be another case. ChangesByOwner is for what the owner decides or can bring
// about, ChangesOverTime for what may come to be otherwise by itself or by others.
const (
	NeverChanges    Changeability = "never"
	ChangesByOwner  Changeability = "by_owner"
	ChangesOverTime Changeability = "over_time"
)

// Changeabilities lists how answers may change.
func Changeabilities() []Changeability {
	return []Changeability{NeverChanges, ChangesByOwner, ChangesOverTime}
}

// Valid reports whether the word is one of [Changeabilities].
func (c Changeability) Valid() bool { return slices.Contains(Changeabilities(), c) }

// Phase says when a step is done.
type Phase string

// A step is done before what is advised takes effect, on the day of it, or after.
const (
	BeforeRelease Phase = "before"
	AtRelease     Phase = "release"
	AfterRelease  Phase = "after"
)

// Phases lists when steps are done, in that order.
func Phases() []Phase { return []Phase{BeforeRelease, AtRelease, AfterRelease} }

// Role says who sees to a step. One person may have all roles.
type Role string

// Who sees to steps. ProductRole is whoever decides on the work.
const (
	LegalRole       Role = "legal"
	SecurityRole    Role = "security"
	ProductRole     Role = "product"
	MaintainersRole Role = "maintainers"
)

// Roles lists who sees to steps.
func Roles() []Role { return []Role{LegalRole, SecurityRole, ProductRole, MaintainersRole} }

// EvidenceVerdict says what studies found about the claims of a dimension.
type EvidenceVerdict string

// What studies can find.
const (
	SupportedByEvidence    EvidenceVerdict = "supported"
	MixedEvidence          EvidenceVerdict = "mixed"
	WeakEvidence           EvidenceVerdict = "weak"
	ContradictedByEvidence EvidenceVerdict = "contradicted"
)

// EvidenceVerdicts lists what studies can find.
func EvidenceVerdicts() []EvidenceVerdict {
	return []EvidenceVerdict{SupportedByEvidence, MixedEvidence, WeakEvidence, ContradictedByEvidence}
}

// Stances lists the stances of options.
func Stances() []Stance { return []Stance{Closed, Mixed, Open} }

// FactTypes lists the types of facts.
func FactTypes() []FactType {
	return []FactType{BoolFact, EnumFact, OrderedFact, NumberFact, SetFact}
}

// Advices lists what can be done with a part of the work.
func Advices() []Advice { return []Advice{AdviseOpen, AdviseRestrict, AdviseKeep} }

// Valid reports whether the mark is one of [Marks].
func (m Mark) Valid() bool { return slices.Contains(Marks(), m) }

// Valid reports whether the finding is one of [Findings].
func (f Finding) Valid() bool { return slices.Contains(Findings(), f) }

// Valid reports whether the verdict is one of [EvidenceVerdicts].
func (v EvidenceVerdict) Valid() bool { return slices.Contains(EvidenceVerdicts(), v) }

// Valid reports whether the advice is one of [Advices].
func (a Advice) Valid() bool { return slices.Contains(Advices(), a) }

// Valid reports whether the phase is one of [Phases].
func (p Phase) Valid() bool { return slices.Contains(Phases(), p) }

// Valid reports whether the role is one of [Roles].
func (r Role) Valid() bool { return slices.Contains(Roles(), r) }

// WordsOf gives the words of a closed set as plain text.
func WordsOf[T ~string](set []T) []string {
	words := make([]string, len(set))
	for i := range set {
		words[i] = string(set[i])
	}
	return words
}

// Stance is the direction of an option: closed, mixed or open.
type Stance string

// The stances of options.
const (
	Closed Stance = "closed"
	Mixed  Stance = "mixed"
	Open   Stance = "open"
)

// FactType says which values a fact can have.
type FactType string

// The types of facts. The values of an Ordered fact are listed low to high; of a
// Set several may hold at once.
const (
	BoolFact    FactType = "bool"
	EnumFact    FactType = "enum"
	OrderedFact FactType = "ordered"
	NumberFact  FactType = "number"
	SetFact     FactType = "set"
)

// Advice says what to do with a part of the work.
type Advice string

// Open gives the part to all for any use, Restrict gives it under limits or to
// some, Keep gives it to nobody.
const (
	AdviseOpen     Advice = "open"
	AdviseRestrict Advice = "restrict"
	AdviseKeep     Advice = "keep"
)
