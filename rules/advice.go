package rules

import (
	"cmp"

	"github.com/ajar-decision/ajar/rules/diag"
)

// Advice, choices of licence and steps follow a recommendation; they change no
// verdict. Each says what it is meant for: For lists stances ("open", "mixed",
// "closed", "none"), options and forms; any of them must be the recommended one,
// and an empty list means all. An id that a mixed option and one of its forms have
// in common means the form, any other id of an option all of its forms. When is a
// condition over facts; nil means always.

// Component is a part that a release can treat apart.
type Component struct {
	At    diag.Pos
	ID    string `tree:"id"`
	Title Text   `tree:"title"`
	Brief Text   `tree:"brief,optional" json:",omitempty"` // the title within a list: "core"
	// Kind is the kind of part that it is, as bars and acts speak of it.
	Kind string `tree:"kind,optional"`
	// Applies says when a work has such a part; nil means always.
	Applies *Condition `tree:"applies,optional"`
	// Advice in its order: the first that is meant and holds counts; without
	// one the part is not mentioned. The recommended form goes before: what it
	// keeps is kept, and of what it gives, advice to keep is passed over.
	Advice []ComponentAdvice `tree:"advice,optional"`
}

// ComponentAdvice is what to do with one part, and why.
type ComponentAdvice struct {
	At     diag.Pos
	ID     string `tree:"id"`
	Advise Advice `tree:"advise"`
	// Under is the kind of release that the terms of the part make where it is not
	// what the advice comes to: source that only those get who get a copy is
	// restricted, and its licence is open all the same.
	Under   Advice     `tree:"under,optional" json:",omitempty"`
	For     []string   `tree:"for,optional"`
	When    *Condition `tree:"when,optional"`
	Because Text       `tree:"because"`
	Source  []string   `tree:"source"`
}

// TermsGive returns the kind of release that the terms of the part make.
func (a *ComponentAdvice) TermsGive() Advice {
	if a.Under != "" {
		return a.Under
	}
	return a.Advise
}

// Standard is an outside measure of how open a release is, such as a framework
// of classes or a definition. It has levels, the least first; a level is
// reached if all its parts, and those of the levels before it, are given
// openly.
type Standard struct {
	At    diag.Pos
	ID    string `tree:"id"`
	Title Text   `tree:"title"`
	// About is the part without which the measure says nothing: it is reported
	// unless that part is kept.
	About  string          `tree:"about"`
	Levels []StandardLevel `tree:"levels"`
	// Missed says what it means that not even the first level is reached.
	Missed Text     `tree:"missed"`
	Source []string `tree:"source"`
}

// StandardLevel is one level of a standard.
type StandardLevel struct {
	At    diag.Pos
	ID    string   `tree:"id"`
	Title Text     `tree:"title"`
	Needs []string `tree:"needs"` // parts, beside those of the levels before
}

// Licence is a set of terms under which a part can be given.
type Licence struct {
	At diag.Pos
	// ID is the identifier of the SPDX list, or "LicenseRef-" and a name for
	// terms that are not on it.
	ID   string `tree:"spdx"`
	Name string `tree:"name"`
	// Title is what people read in place of an identifier that says nothing to them;
	// empty if the identifier is what they know it by.
	Title Text `tree:"title,optional" json:",omitempty"`
	// Gives says what kind of release the terms make: open, restrict, or keep for
	// terms under which a part that is kept is sold, served or shared inside.
	Gives  Advice   `tree:"gives"`
	Says   Text     `tree:"says"`
	Source []string `tree:"source"`
}

// LicenceChoice names the licences that fit parts in a situation; one of them is
// taken. It is about a part only if the advice on the part is what the licence
// gives. Choices that cover different things in a part apply together; of those
// that cover the same thing, the first is the choice and the others are
// alternatives.
type LicenceChoice struct {
	At       diag.Pos
	ID       string   `tree:"id"`
	Order    int      `tree:"order"` // the best choice first; unique
	Licences []string `tree:"licences"`
	Parts    []string `tree:"parts"`
	// Covers says what in the parts the terms are for; AllContent if it is left out.
	Covers Content  `tree:"covers,optional" json:",omitempty"`
	For    []string `tree:"for,optional"`
	// Binding leaves no other choice: where it holds for a part, those that
	// come after it are not named for that part. Like every key that came later,
	// it counts in the digest of a pack only where it says something.
	Binding bool       `tree:"binding,optional" json:",omitempty"`
	When    *Condition `tree:"when,optional"`
	Because Text       `tree:"because"`
	Source  []string   `tree:"source"`
}

// Step is something to do for the recommended release.
type Step struct {
	At    diag.Pos
	ID    string   `tree:"id"`
	Order int      `tree:"order"` // what comes first; unique
	For   []string `tree:"for,optional"`
	// NotFor is said as For is; what it names goes before what For names.
	NotFor []string   `tree:"not_for,optional" json:",omitempty"`
	When   *Condition `tree:"when,optional"`
	// About lists the bars that the step answers to.
	About []string `tree:"about,optional"`
	// Phase and By say when it is done and who sees to it. Packs of the first version
	// tell neither; then it comes before, and whoever decides on the work sees to it.
	// As keys that came later, these count in the digest only where they say something.
	Phase Phase `tree:"phase,optional" json:",omitempty"`
	By    Role  `tree:"by,optional" json:",omitempty"`
	// Acts lists acts of which the advised form has to do one, and ActsIf acts that do
	// as well where a condition holds; without both the step does not ask what is done.
	Acts   []string   `tree:"acts,optional" json:",omitempty"`
	ActsIf []StepActs `tree:"acts_if,optional" json:",omitempty"`
	Text   Text       `tree:"text"`
	Brief  Text       `tree:"brief,optional" json:",omitempty"` // the text in a few words
	Source []string   `tree:"source"`
}

// StepActs are acts that a step is about only where a condition holds: copyleft
// narrows what was permissive, and changes nothing for what was copyleft before.
type StepActs struct {
	At   diag.Pos
	Acts []string   `tree:"acts"`
	When *Condition `tree:"when"`
}

// PhaseOrDefault is when the step is done.
func (s *Step) PhaseOrDefault() Phase { return cmp.Or(s.Phase, BeforeRelease) }

// RoleOrDefault is who sees to the step.
func (s *Step) RoleOrDefault() Role { return cmp.Or(s.By, ProductRole) }
