package rules

import (
	"fmt"
	"io/fs"
	"reflect"

	"github.com/ajar-decision/ajar/rules/diag"
)

// Check reports every mistake of a pack as a [diag.List], or nil. Load has
// called it already; a pack built in Go is checked by engine.New. Of no pack it says
// [fs.ErrInvalid].
func (p *Pack) Check() error {
	if p == nil {
		return fmt.Errorf("rules: there is no pack: %w", fs.ErrInvalid)
	}
	var list diag.List
	p.collectMistakes(&list)
	return list.Err()
}

func (p *Pack) collectMistakes(list *diag.List) {
	c := packChecker{list: list, pack: p, facts: map[string]*Fact{}, pulls: map[string]Stance{}, arguments: map[string]*Argument{}, sources: map[string]bool{}, components: map[string]bool{}, acts: map[string]bool{}, kinds: map[string]bool{},
		dimensions: map[string]bool{}, bars: map[string]bool{}, licences: map[string]Advice{},
		scopes: map[string]bool{string(Open): true, string(Mixed): true, string(Closed): true, NoOption: true}}
	if c.checkCounts(); len(*list) > 0 {
		return
	}
	isLarge := false
	if (shapeWalker{list: list, isLarge: &isLarge}).walk(reflect.ValueOf(p).Elem()); isLarge {
		return
	}
	c.checkIDs()
	c.checkConstants()
	for i := range p.Facts {
		c.checkFact(&p.Facts[i])
	}
	c.checkGuardCycles()
	for i := range p.Dimensions {
		c.checkDimension(&p.Dimensions[i])
	}
	c.checkPrioritiesServed()
	for i := range p.Options {
		c.checkOption(&p.Options[i])
	}
	c.checkLaw()
	for i := range p.Exclusions {
		c.checkExclusion(&p.Exclusions[i])
	}
	c.checkAsking(p.Asking)
	c.checkAdvice()
	c.checkCounsel()
	c.checkSheet()
	c.checkSteps()
	c.checkThresholds()
	if len(*list) == 0 {
		c.checkDecided()
	}
}
