package report

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

func buildOption(w *wording, o *engine.OptionResult) OptionResult {
	c := OptionResult{
		ID: o.ID, Form: o.Form, Stance: w.pack.Option(o.ID).Stance, Value: buildInterval(o.Value), Available: o.Available,
		BlockedBy: mapWith(w, o.BlockedBy, buildBlocker), AvailableIf: copyList(o.AvailableIf),
		Forms: mapWith(w, o.Forms, buildForm),
	}
	if a := findAcceptability(w.acceptabilityNearStated(), o.ID); a != nil {
		c.Acceptability, c.AcceptabilitySE = &a.Share, &a.Error
	}
	return c
}

func buildForm(_ *wording, f *engine.FormResult) FormResult {
	return FormResult{f.ID, buildInterval(f.Value), f.Possible, f.Barred, f.Available}
}

// buildCondition is a bar that holds the advised release back.
func buildCondition(w *wording, b *engine.BarResult) Condition {
	def := w.pack.Bar(b.ID)
	parts := []string{}
	if def.Component != "" {
		parts = append(parts, def.Component)
	}
	return Condition{
		ID: b.ID, State: b.State, Acts: copyList(b.Acts), Kinds: copyList(b.Kinds), Parts: parts, Text: def.Text.In(w.Lang), Lift: def.Lift.In(w.Lang),
		WaysOut: copyList(listWaysOut(w, b)), Facts: copyList(b.Facts), Because: copyList(b.Grounds), Questions: buildBarQuestions(w, b), Need: b.Need, Precaution: b.Precaution, ToldOnly: b.ToldOnly, Lost: b.Lost, Openness: b.Openness,
		Jurisdiction: def.Jurisdiction, Instrument: def.Instrument.In(w.Lang), AppliesFrom: nilIfEmpty(def.AppliesFrom), Checked: nilIfEmpty(def.Checked),
		Source: firstOrNil(def.Source), Sources: copyList(def.Source),
	}
}

func buildBarQuestions(w *wording, b *engine.BarResult) []Question {
	return mapList(w.keepUnknown(b.Facts), func(id *string) Question { return Question{*id, w.pack.Fact(*id).Question.In(w.Lang)} })
}

func buildDuty(w *wording, d *engine.DutyResult) Duty {
	def := w.pack.Duty(d.ID)
	return Duty{
		ID: d.ID, Text: def.Text.In(w.Lang), Acts: copyList(d.Acts), Facts: copyList(d.Facts), Certain: !d.Precaution, Parts: copyList(d.Parts),
		Jurisdiction: def.Jurisdiction, Instrument: def.Instrument.In(w.Lang), AppliesFrom: nilIfEmpty(def.AppliesFrom), Checked: nilIfEmpty(def.Checked),
		Source: firstOrNil(def.Source), Sources: copyList(def.Source),
	}
}

func buildBlocker(w *wording, v *engine.BarResult) Blocker {
	if v.Limit != nil {
		return Blocker{ID: LimitID, Text: v.Limit.Because, Facts: []string{}, Sources: []string{}, State: v.State, Certain: true}
	}
	def := w.pack.Bar(v.ID)
	return Blocker{
		ID: v.ID, State: v.State, Text: def.Text.In(w.Lang), Facts: copyList(v.Facts), Source: firstOrNil(def.Source), Sources: copyList(def.Source),
		Lift: nilIfEmpty(def.Lift.In(w.Lang)), Certain: v.State > rules.MayBeBarred && !v.Precaution, Precaution: v.Precaution,
	}
}
