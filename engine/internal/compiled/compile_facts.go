package compiled

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/rules"
)

func (e *Rules) addFacts() {
	defs := make([]*rules.Fact, len(e.Pack.Facts))
	for i := range defs {
		defs[i] = &e.Pack.Facts[i]
	}
	slices.SortFunc(defs, func(a, b *rules.Fact) int { return strings.Compare(a.ID, b.ID) })
	for _, def := range defs {
		first := len(e.Facts)
		e.FactIndex[def.ID] = first
		if def.Type != rules.SetFact {
			e.Facts = append(e.Facts, Fact{Def: def, first: first, Size: 1, values: def.ValueIDs()})
			continue
		}
		for range def.Values {
			e.Facts = append(e.Facts, Fact{Def: def, first: first, Size: len(def.Values), values: memberPieces})
		}
	}
	for i := range e.Pack.Facts {
		e.FactPlaces = append(e.FactPlaces, e.FactIndex[e.Pack.Facts[i].ID])
	}
	e.cutNumbers()
	done := map[string]bool{}
	for _, def := range defs {
		e.addGuard(def, done)
	}
}

// addGuard compiles the guard of a fact, after those of the facts that it reads.
func (e *Rules) addGuard(def *rules.Fact, done map[string]bool) {
	if done[def.ID] {
		return
	}
	done[def.ID] = true
	deps := def.DependsOn()
	if len(deps) == 0 {
		return
	}
	for _, id := range deps {
		e.addGuard(e.Facts[e.FactIndex[id]].Def, done)
	}
	i := e.FactIndex[def.ID]
	if def.AskedIf != nil {
		guard := e.compileCondition(def.AskedIf)
		for m := range e.Facts[i].Size {
			e.Facts[i+m].Guard = guard
		}
	}
	for j := range def.Follows {
		piece, _ := e.Facts[i].pieceOf(def.Follows[j].Value) // checked with the pack
		e.Facts[i].follows = append(e.Facts[i].follows, following{e.compileCondition(def.Follows[j].When), int8(piece)})
	}
	e.GuardOrder = append(e.GuardOrder, i)
}

// cutNumbers gathers the thresholds that any condition compares a number with.
func (e *Rules) cutNumbers() {
	if !slices.ContainsFunc(e.Facts, func(f Fact) bool { return f.Def.Type == rules.NumberFact }) {
		return
	}
	e.Pack.EachComparison(func(c *rules.Condition) {
		f := &e.Facts[e.FactIndex[c.Fact]]
		if f.Def.Type != rules.NumberFact {
			return
		}
		for _, v := range c.Values {
			if x, ok := parseNumber(v); ok {
				f.cuts = append(f.cuts, x)
			}
		}
	})
	for i := range e.Facts {
		slices.Sort(e.Facts[i].cuts)
		e.Facts[i].cuts = slices.Compact(e.Facts[i].cuts)
	}
}

func parseNumber(s string) (float64, bool) {
	x, err := strconv.ParseFloat(s, 64)
	return x, err == nil
}
