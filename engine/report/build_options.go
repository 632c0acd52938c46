package report

import (
	"github.com/ajar-decision/ajar/engine"
)

func buildOption(w *wording, o *engine.OptionResult) OptionResult {
	c := OptionResult{
		ID: o.ID, Stance: w.pack.Option(o.ID).Stance, Value: buildInterval(o.Value), Available: o.Available,
		BlockedBy: mapWith(w, o.BlockedBy, buildBlocker), AvailableIf: copyList(o.AvailableIf),
	}
	if a := findAcceptability(w.acceptabilityNearStated(), o.ID); a != nil {
		c.Acceptability, c.AcceptabilitySE = &a.Share, &a.Error
	}
	return c
}

func buildBlocker(w *wording, v *engine.VetoResult) Blocker {
	if v.Limit != nil {
		return Blocker{ID: LimitID, Text: v.Limit.Because, Facts: []string{}, Sources: []string{}, Certain: v.Certain}
	}
	return Blocker{
		ID: v.ID, Text: w.pack.Veto(v.ID).Text.In(w.Lang), Facts: copyList(v.Facts), Source: firstOrNil(w.pack.Veto(v.ID).Source), Sources: copyList(w.pack.Veto(v.ID).Source),
		Lift: nilIfEmpty(w.pack.Veto(v.ID).Lift.In(w.Lang)), Certain: v.Certain, Precaution: v.Precaution,
	}
}
