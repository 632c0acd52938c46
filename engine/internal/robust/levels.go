package robust

import (
	"slices"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
)

// level is what two verdicts are compared by.
type level int

const (
	byStance level = iota
	byOption
	byForm
	levelCount
)

// groupForms gives every form, for each level, the first form that is the same by it.
func groupForms(e *compiled.Rules) [levelCount][]int {
	var out [levelCount][]int
	for f := range e.Forms {
		out[byOption] = append(out[byOption], e.Options[e.Forms[f].Option].Forms[0])
		out[byForm] = append(out[byForm], f)
		first := slices.IndexFunc(e.Forms, func(g compiled.Form) bool {
			return e.Options[g.Option].Def.Stance == e.Options[e.Forms[f].Option].Def.Stance
		})
		out[byStance] = append(out[byStance], first)
	}
	return out
}
