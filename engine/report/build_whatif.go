package report

import (
	"github.com/ajar-decision/ajar/engine"
)

func (c *whatIf) buildWhatIfDocument() *WhatIfResult {
	d := &WhatIfResult{
		Schema: WhatIfSchema, Lang: c.after.Lang, Ajar: nilIfEmpty(c.after.version), Rules: buildRules(c.after),
		Set: c.listAnswerChanges(), Before: buildShortResult(c.before), After: buildShortResult(c.after), Bars: []BarChange{}, Arguments: c.listArgumentChanges(),
	}
	for _, v := range c.listNewBars(c.before, c.after) {
		d.Bars = append(d.Bars, BarChange{buildBlocker(c.after, v), true})
	}
	for _, v := range c.listNewBars(c.after, c.before) {
		d.Bars = append(d.Bars, BarChange{buildBlocker(c.before, v), false})
	}
	for i := range c.after.rec.Options {
		was, now := &c.before.rec.Options[i], &c.after.rec.Options[i]
		d.Options = append(d.Options, OptionChange{now.ID, nilIfNaN(was.Value.Nominal), nilIfNaN(now.Value.Nominal), was.Available, now.Available})
	}
	for i := range c.after.rec.Dimensions {
		was, now := &c.before.rec.Dimensions[i], &c.after.rec.Dimensions[i]
		d.Dimensions = append(d.Dimensions, DimensionChange{now.ID, was.Contribution, now.Contribution})
	}
	return d
}

func buildShortResult(w *wording) ShortResult {
	v := ShortResult{Profile: buildProfile(w), Stance: w.rec.Stance, Option: nilIfEmpty(w.rec.Option), Ready: w.rec.Ready, Today: buildToday(w),
		Conditions: mapList(w.rec.Conditions, func(b *engine.BarResult) string { return b.ID }), Robustness: buildRobustness(w), Score: buildInterval(w.rec.Score), Warnings: buildContradictions(w)}
	if a := findAcceptability(w.acceptabilityNearStated(), w.rec.Option); a != nil {
		v.Acceptability = &a.Share
	}
	return v
}
