package engine

import (
	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/rules"
)

// CounselResult is a piece of counsel that is meant for the release and holds.
type CounselResult struct {
	ID    string      `json:"id"`
	Topic rules.Topic `json:"topic"`
	Facts []string    `json:"facts"` // the answers that make its condition hold
}

// fillCounsel lists the counsel that is meant for the verdict.
func (e *Engine) fillCounsel(r *Recommendation, in *compiled.Profile) {
	for i := range e.rules.Counsel {
		if c := &e.rules.Counsel[i]; e.matchesScope(r, c.Def.For) && (len(c.Def.NotFor) == 0 || !e.matchesScope(r, c.Def.NotFor)) && c.HoldsFor(in.Fact) {
			r.Counsel = append(r.Counsel, CounselResult{c.Def.ID, c.Def.Topic, e.rules.ListGrounds(in, &c.When)})
		}
	}
}
