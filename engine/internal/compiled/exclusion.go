package compiled

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules"
)

// Exclusion is an exclusion with its condition.
type Exclusion struct {
	adviceCondition
	Def *rules.Exclusion
}

func (e *Rules) addExclusions() {
	for i := range e.Pack.Exclusions {
		x := &e.Pack.Exclusions[i]
		e.Exclusions = append(e.Exclusions, Exclusion{e.compileAdvice(x.When), x})
	}
	slices.SortFunc(e.Exclusions, func(a, b Exclusion) int { return strings.Compare(a.Def.ID, b.Def.ID) })
}
