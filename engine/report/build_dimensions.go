package report

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

func buildDimension(w *wording, d *engine.DimensionResult) Dimension {
	def := w.pack.Dimension(d.ID)
	return Dimension{
		ID: d.ID, Group: def.Group, Title: def.Title.In(w.Lang), Importance: d.Importance, Lean: buildInterval(d.Lean),
		Contribution: d.Contribution, Reason: describeReasonIn(w, d, pageRooms[0].top), Justification: w.formatSentences(justifyDimension(w, d)),
		Arguments: mapWith(w, d.Arguments, buildArgument),
	}
}

func buildArgument(w *wording, a *engine.ArgumentResult) Argument {
	def := w.pack.Argument(a.ID)
	sources := def.Sources()
	return Argument{
		ID: a.ID, Pull: a.Pull, Mass: a.Mass, Text: def.Text.In(w.Lang), Caveat: def.StrengthBecause.In(w.Lang), Facts: copyList(a.Facts),
		ClaimedBy: copyList(def.ClaimedBy), GradedBy: mapList(def.GradedBy, func(g *rules.Grading) Grading { return Grading{g.Source, g.Found} }),
		Source: firstOrNil(sources), Sources: copyList(sources),
		Priorities: mapList(a.Priorities, func(p *engine.PriorityShare) PriorityShare { return PriorityShare(*p) }),
		Moderators: mapList(a.Moderators, func(m *engine.FiredModerator) Moderator {
			def := w.pack.Moderator(m.ID)
			return Moderator{ID: m.ID, Factor: m.Factor, Text: def.Text.In(w.Lang), Facts: listFactsRead(def.When)}
		}),
	}
}
