package engine

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/inside"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// Engine applies one pack. Make it with New; it never changes afterwards and
// may be used by any number of goroutines. Whatever is asked of a nil or a zero engine
// gives ErrNotMade.
type Engine struct{ rules *compiled.Rules }

// ErrNotMade says that an engine, or something that needs one, was not made by its
// constructor; ErrNoPack that there is no pack to make an engine of.
var (
	ErrNotMade = errors.New("engine: not made yet; engine.New makes one")
	ErrNoPack  = errors.New("engine: no pack; rules.Core has one")
)

// New compiles a copy of a pack, so that the pack may be changed afterwards. The
// error is that of [rules.Pack.Check]. [rules.Core] itself was checked when the program
// was made and is never changed, so it is neither checked again nor copied; a copy of it
// is. Without a pack the error is ErrNoPack.
func New(pack *rules.Pack) (*Engine, error) {
	if pack == nil {
		return nil, ErrNoPack
	}
	if pack == rules.Core() {
		return &Engine{compiled.New(pack)}, nil
	}
	if err := pack.Check(); err != nil {
		return nil, err
	}
	return &Engine{compiled.New(pack.Clone())}, nil
}

// Pack gives a copy of the pack that the engine applies. It belongs to the
// caller: no change to it reaches the engine. A copy of the core pack takes some
// milliseconds, so keep it rather than ask again. Nil for an engine that was not made.
func (e *Engine) Pack() *rules.Pack {
	if !isMade(e) {
		return nil
	}
	return e.rules.Pack.Clone()
}

func isMade(e *Engine) bool { return e != nil && e.rules != nil }

func init() {
	inside.Index = func(e, p any) (*compiled.Rules, *compiled.Profile, error) {
		door := e.(*Engine)
		if !isMade(door) {
			return nil, nil, ErrNotMade
		}
		in, err := door.indexProfile(p.(*Profile))
		return door.rules, in, err
	}
}

// IndexProfile checks the profile against the pack.
func (e *Engine) indexProfile(p *Profile) (*compiled.Profile, error) {
	if !isMade(e) {
		return nil, ErrNotMade
	}
	said := compiled.Statement{Weights: p.Weights, Answers: eachAnswer(p.Facts)}
	if len(p.Ranges) > 0 {
		said.Spans = eachRange(p.Ranges)
	}
	for i := range p.Limits {
		said.Limits = append(said.Limits, p.Limits[i].Exclude)
	}
	in, err := e.rules.IndexProfile(&said)
	if len(p.Parts) == 0 {
		return in, err
	}
	whole := in
	if err != nil { // the parts have mistakes of their own to tell
		whole, _ = e.rules.IndexProfile(&compiled.Statement{Answers: eachAnswer(nil)})
	}
	list, _ := diag.From(err)
	if list = append(list, e.checkParts(p.Parts, whole)...); len(list) > 0 {
		return nil, list
	}
	return in, nil
}

// checkParts lists what is wrong with the parts of a profile.
func (e *Engine) checkParts(parts []Part, whole *compiled.Profile) diag.List {
	var list diag.List
	if len(parts) > MaxParts {
		list.Add(diag.InvalidPartNumber(diag.Pos{}, strconv.Itoa(MaxParts)))
	}
	seen := map[string]bool{}
	for i := range parts {
		p := &parts[i]
		switch {
		case seen[p.ID]:
			list.Add(diag.InvalidPartTwice(diag.Pos{}, p.ID))
		case !IsPartID(p.ID), p.ID != p.Like && e.rules.Pack.Component(p.ID) != nil:
			list.Add(diag.InvalidPartID(diag.Pos{}, p.ID))
		}
		seen[p.ID] = true
		if e.rules.Pack.Component(p.Like) == nil {
			list.Add(diag.UndefinedComponent(diag.Pos{}, p.Like).OneOf(p.Like, e.rules.Pack.ComponentIDs()))
		}
		_, mistakes := e.rules.IndexPart(whole, eachAnswer(p.Facts))
		list.Add(mistakes...)
	}
	slices.SortFunc(list, func(a, b diag.Diagnostic) int { return strings.Compare(a.Error(), b.Error()) })
	return list
}
