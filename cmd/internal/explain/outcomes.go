package explain

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// FindIn says what the things that have an id did in a recommendation, or why they did
// nothing. Ids are those of [Find].
func FindIn(pack *rules.Pack, id, lang string, rec *engine.Recommendation) []Explanation {
	s := newSituation(pack, lang, rec)
	var out []Explanation
	for i := range s.things {
		t := &s.things[i]
		if t.id == id || t.kind == "code" && strings.EqualFold(t.id, id) {
			out = append(out, Explanation{Entry: s.makeEntry(t), Lang: s.words.Lang, Sections: tell(s, t)})
		}
	}
	return out
}

// tell gives the sections about one thing.
func tell(s *situation, t *thing) []Section {
	o := findOutcome(s, t)
	out := []Section{{Key: "here", Text: o.text, Value: map[string]any{"counts": o.counts, "text": o.text}}}
	if len(o.facts) > 0 {
		part := Section{Key: "here_answers"}
		for _, id := range o.facts {
			part.Rows = append(part.Rows, newRow(id, phraseAnswer(s, id)))
		}
		out = append(out, part)
	}
	if len(o.rows) > 0 {
		out = append(out, Section{Key: "here_did", Rows: o.rows})
	}
	return out
}

// listOutcomes says of things what each did, those that had a part in the result first.
func listOutcomes(s *situation, test func(*thing) bool) []documents.Row {
	did, idle := []documents.Row{}, []documents.Row{}
	for i := range s.things {
		t := &s.things[i]
		if !test(t) {
			continue
		}
		o := findOutcome(s, t)
		row := newRow(t.id, s.words.OfKind(nameKind(s.words, t.kind), o.text))
		if o.counts {
			did = append(did, row)
		} else {
			idle = append(idle, row)
		}
	}
	return append(did, idle...)
}

// rowsOf says of things of one kind what each did.
func rowsOf(s *situation, kind string, ids []string) []documents.Row {
	return listOutcomes(s, func(t *thing) bool { return t.kind == kind && slices.Contains(ids, t.id) })
}

// findOutcome says what a thing did.
func findOutcome(s *situation, t *thing) outcome {
	if t.rule != nil {
		return findRuleOutcome(s, t.rule)
	}
	switch t.kind {
	case "group":
		return findGroupOutcome(s, t.id)
	case "level":
		return findLevelOutcome(s, t.id)
	case "licence":
		return findLicenceOutcome(s, t.id)
	case "source":
		return findSourceOutcome(s, t.id)
	case "warning":
		return findWarningOutcome(s, t.id)
	case "constant":
		return outcome{counts: true, text: s.words.HereConstant()}
	}
	return outcome{text: s.words.HereCode()}
}

func findRuleOutcome(s *situation, r *rules.Rule) outcome {
	switch x := r.Of.(type) {
	case *rules.Fact:
		return findFactOutcome(s, x)
	case *rules.Priority:
		return findPriorityOutcome(s, x)
	case *rules.Dimension:
		return findDimensionOutcome(s, x)
	case *rules.Argument:
		return findArgumentOutcome(s, x)
	case *rules.Moderator:
		return findModeratorOutcome(s, x)
	case *rules.Option:
		return findOptionOutcome(s, x)
	case *rules.Form:
		return findFormOutcome(s, r.Within, x)
	case *rules.Bar:
		return findBarOutcome(s, x)
	case *rules.Duty:
		return findDutyOutcome(s, x)
	case *rules.Act:
		return findActOutcome(s, x)
	case *rules.PartKind:
		return findPartKindOutcome(s, x)
	case *rules.Component:
		return findComponentOutcome(s, x)
	case *rules.ComponentAdvice:
		return findAdviceOutcome(s, x)
	case *rules.Standard:
		return findStandardOutcome(s, x)
	case *rules.LicenceChoice:
		return findChoiceOutcome(s, x)
	case *rules.Compatibility:
		return findCompatibilityOutcome(s, x)
	case *rules.Step:
		return findStepOutcome(s, x)
	case *rules.Counsel:
		return findCounselOutcome(s, x)
	case *rules.Exclusion:
		return findExclusionOutcome(s, x)
	case *rules.SheetQuestion:
		return findSheetOutcome(s, x)
	}
	panic("explain: no words for what a rule of the kind " + string(r.Kind) + " did")
}

// findLicenceOutcome says for which parts a licence is named.
func findLicenceOutcome(s *situation, id string) outcome {
	var rows []documents.Row
	for i := range s.rec.Components {
		x := &s.rec.Components[i]
		switch {
		case slices.Contains(x.Choice, id):
			rows = append(rows, newRow(x.ID, s.words.HereLicenceChosen()))
		case slices.Contains(x.Terms, id):
			rows = append(rows, newRow(x.ID, s.words.HereLicenceFits()))
		}
	}
	if len(rows) > 0 {
		return outcome{counts: true, text: s.words.HereLicence(), rows: rows}
	}
	return outcome{text: s.words.HereLicenceNone(), rows: listOutcomes(s, func(t *thing) bool {
		if t.kind == "compatibility" {
			return slices.ContainsFunc(s.rec.Clashes, func(c engine.ClashResult) bool { return c.ID == t.id && slices.Contains(c.Licences, id) })
		}
		return t.kind == "choice" && slices.Contains(t.rule.Of.(*rules.LicenceChoice).Licences, id)
	})}
}

// findSourceOutcome says which of the things that cite a work counted.
func findSourceOutcome(s *situation, id string) outcome {
	rows := listOutcomes(s, func(t *thing) bool {
		return slices.Contains(t.cites, id) && t.kind != "constant" && findOutcome(s, t).counts
	})
	if len(rows) == 0 {
		return outcome{text: s.words.HereSourceNone()}
	}
	return outcome{counts: true, text: s.words.HereSource(), rows: rows}
}

func findFormOutcome(s *situation, option string, f *rules.Form) outcome {
	x := findOptionResult(s, option)
	if x == nil {
		return outcome{text: s.words.HereNothingCounts()}
	}
	i := slices.IndexFunc(x.Forms, func(r engine.FormResult) bool { return r.ID == f.ID })
	if i < 0 {
		return outcome{text: s.words.HereNothingCounts()}
	}
	form := &x.Forms[i]
	text := phraseValue(s, form.Value)
	out := outcome{counts: form.Available}
	switch {
	case s.rec.Form == f.ID && s.rec.Option == option:
		out.text = s.words.HereAdvised(text)
		return out
	case form.Available:
		out.text = s.words.HereAvailable(text)
		return out
	case form.Possible != rules.True:
		out = explainLack(s, f, nil)
	case x.Form == f.ID:
		out = explainUnavailable(s, x, f)
	case form.Barred == rules.BarredForGood:
		out.text = s.words.HereBarred()
		out.rows = listOutcomes(s, func(t *thing) bool { return t.kind == "bar" && isBarInForce(s, t.rule.Of.(*rules.Bar)) })
	default:
		out.text = s.words.HereUnavailable()
	}
	out.text = text + s.words.Gap() + out.text
	return out
}

// findActOutcome says which bars that hold forbid an act.
func findActOutcome(s *situation, a *rules.Act) outcome {
	rows := listOutcomes(s, func(t *thing) bool {
		if t.kind != "bar" {
			return false
		}
		b := t.rule.Of.(*rules.Bar)
		return isBarInForce(s, b) && (slices.Contains(b.Forbids, a.ID) || slices.Contains(b.Demands, a.ID))
	})
	if len(rows) == 0 {
		return outcome{text: s.words.HereActFree()}
	}
	return outcome{counts: true, text: s.words.HereActBound(), rows: rows}
}
