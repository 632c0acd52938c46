package explain

import (
	"math"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

func findOptionResult(s *situation, id string) *engine.OptionResult {
	if i := slices.IndexFunc(s.rec.Options, func(o engine.OptionResult) bool { return o.ID == id }); i >= 0 {
		return &s.rec.Options[i]
	}
	return nil
}

// phraseValue says what an option or a form is worth, "" if nothing counts.
func phraseValue(s *situation, v engine.Interval) string {
	if math.IsNaN(v.Nominal) {
		return s.words.HereNoValue()
	}
	return s.words.HereValue(plain.Hundredths(v.Nominal))
}

func findOptionOutcome(s *situation, o *rules.Option) outcome {
	x := findOptionResult(s, o.ID)
	if x == nil {
		return outcome{text: s.words.HereNothingCounts()}
	}
	place := 1
	for i := range s.rec.Options {
		if s.rec.Options[i].Value.Nominal > x.Value.Nominal {
			place++
		}
	}
	text := phraseValue(s, x.Value)
	if !math.IsNaN(x.Value.Nominal) {
		text = s.words.HerePlace(text, strconv.Itoa(place), strconv.Itoa(len(s.rec.Options)))
	}
	out := outcome{counts: x.Available}
	switch {
	case s.rec.Option == o.ID:
		out.text = s.words.HereAdvised(text)
	case x.Available:
		out.text = s.words.HereAvailable(text)
	default:
		out = explainUnavailable(s, x, findFormOf(o, x.Form))
		out.text = text + s.words.Gap() + out.text
	}
	return out
}

// findFormOf gives the form that stands for an option.
func findFormOf(o *rules.Option, id string) *rules.Form {
	forms := o.ListForms()
	if i := slices.IndexFunc(forms, func(f *rules.Form) bool { return f.ID == id }); i >= 0 {
		return forms[i]
	}
	return nil
}

// explainUnavailable says why an option cannot be had: a limit of the owner, a bar, or
// something that its form lacks.
func explainUnavailable(s *situation, x *engine.OptionResult, f *rules.Form) outcome {
	var bars []string
	for i := range x.BlockedBy {
		b := &x.BlockedBy[i]
		if b.Limit != nil {
			return outcome{text: s.words.HereExcluded(b.Limit.Because)}
		}
		if b.State == rules.BarredForGood {
			bars = append(bars, b.ID)
		}
	}
	if len(bars) > 0 {
		return outcome{text: s.words.HereBarred(), rows: s.listRows("bar", bars)}
	}
	return explainLack(s, f, x.AvailableIf)
}

// explainLack says what a form needs and does not have.
func explainLack(s *situation, f *rules.Form, settle []string) outcome {
	if f == nil || f.Requires == nil || s.reading.Truth(f.Requires) == rules.True {
		return outcome{text: s.words.HereUnavailable(), facts: settle}
	}
	return outcome{text: s.words.HereLacks(s.translateText(f.RequiresText)), facts: findDeciding(s, f.Requires)}
}

// isBarInForce reports whether a bar holds and nothing that is known lifts it.
func isBarInForce(s *situation, b *rules.Bar) bool {
	return s.reading.PrudentTruth(b.When) == rules.True && findLift(s, b) == nil
}

// findLift gives the escape that lifts a bar, nil if none does.
func findLift(s *situation, b *rules.Bar) *rules.Escape {
	for i := range b.Escapes {
		if e := &b.Escapes[i]; e.FindOut != nil && s.reading.Truth(e.FindOut) == rules.True {
			return e
		}
	}
	return nil
}

func findBar(list []engine.BarResult, id string) *engine.BarResult {
	if i := slices.IndexFunc(list, func(b engine.BarResult) bool { return b.ID == id }); i >= 0 {
		return &list[i]
	}
	return nil
}

func findBarOutcome(s *situation, b *rules.Bar) outcome {
	if x := findBar(s.rec.Conditions, b.ID); x != nil {
		text := s.words.HereBarToDo(s.translateText(b.Lift))
		if x.Need == engine.NeedAnswer {
			text = s.words.HereBarWaits(s.translateText(b.Lift))
		}
		return outcome{counts: true, text: text, facts: x.Facts}
	}
	var blocked []string
	for i := range s.rec.Options {
		if findBar(s.rec.Options[i].BlockedBy, b.ID) != nil {
			blocked = append(blocked, s.rec.Options[i].ID)
		}
	}
	if len(blocked) > 0 && isBarInForce(s, b) {
		return outcome{counts: true, text: s.words.HereBarBlocks(), facts: findDeciding(s, b.When), rows: s.listRows("option", blocked)}
	}
	if x := findBar(s.rec.Cautions, b.ID); x != nil {
		text := s.words.HereBarCaution()
		if x.ToldOnly {
			text = s.words.HereBarTold()
		}
		return outcome{counts: true, text: text, facts: x.Facts, rows: s.listRows("option", blocked)}
	}
	return explainQuietBar(s, b)
}

// explainQuietBar says why a bar holds nothing back.
func explainQuietBar(s *situation, b *rules.Bar) outcome {
	truth := s.reading.PrudentTruth(b.When)
	switch e := findLift(s, b); {
	case truth == rules.False:
		return outcome{text: s.words.HereConditionFalse(), facts: findDeciding(s, b.When)}
	case e != nil:
		return outcome{text: s.words.HereBarLifted(s.translateText(e.Text)), facts: findDeciding(s, e.FindOut)}
	case truth == rules.Unknown && b.Concerns != nil && s.reading.Truth(b.Concerns) == rules.False:
		return outcome{text: s.words.HereBarNotYours(), facts: findDeciding(s, b.Concerns)}
	case truth == rules.Unknown:
		return outcome{text: s.words.HereBarOpen(), facts: findDeciding(s, b.When)}
	}
	return outcome{text: s.words.HereBarIdle(), facts: findDeciding(s, b.When)}
}

func findDutyOutcome(s *situation, d *rules.Duty) outcome {
	if i := slices.IndexFunc(s.rec.Duties, func(x engine.DutyResult) bool { return x.ID == d.ID }); i >= 0 {
		x := &s.rec.Duties[i]
		text := s.words.HereDuty()
		if x.Precaution {
			text = s.words.HereDutyDoubt()
		}
		return outcome{counts: true, text: text, facts: x.Facts, rows: s.listRows("act", x.Acts)}
	}
	o := explainAbsence(s, d.When, s.words.HereDutyNoAct())
	if s.reading.PrudentTruth(d.When) == rules.True {
		o.rows = s.listRows("act", d.Acts)
	}
	return o
}

func findPartKindOutcome(s *situation, k *rules.PartKind) outcome {
	return explainPresence(s, k.Applies)
}

// explainPresence says whether the work has such a part.
func explainPresence(s *situation, c *rules.Condition) outcome {
	facts := findDeciding(s, c)
	switch s.reading.Truth(c) {
	case rules.False:
		return outcome{text: s.words.HerePartAbsent(), facts: facts}
	case rules.Unknown:
		return outcome{text: s.words.HerePartOpen(), facts: facts}
	}
	return outcome{counts: true, text: s.words.HerePartThere(), facts: facts}
}
