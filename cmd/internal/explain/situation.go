package explain

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
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
			out = append(out, Explanation{Entry: s.makeEntry(t), Lang: s.words.Lang, Sections: s.tell(t)})
		}
	}
	return out
}

// situation is what was decided on a profile, beside the pack that decided.
type situation struct {
	*explainer
	rec     *engine.Recommendation
	reading *rules.Reading
}

func newSituation(pack *rules.Pack, lang string, rec *engine.Recommendation) *situation {
	answers := map[string]string{}
	for id, a := range rec.Profile.Facts {
		answers[id] = a.String()
	}
	return &situation{explainer: newExplainer(pack, lang), rec: rec, reading: pack.ReadAnswers(answers)}
}

// outcome is what a thing did.
type outcome struct {
	counts bool // it had a part in the result
	text   string
	facts  []string        // whose answers decided that
	rows   []documents.Row // what it did it to
}

// tell gives the sections about one thing.
func (s *situation) tell(t *thing) []Section {
	o := s.findOutcome(t)
	out := []Section{{Key: "here", Text: o.text, Value: map[string]any{"counts": o.counts, "text": o.text}}}
	if len(o.facts) > 0 {
		part := Section{Key: "here_answers"}
		for _, id := range o.facts {
			part.Rows = append(part.Rows, newRow(id, s.phraseAnswer(id)))
		}
		out = append(out, part)
	}
	if len(o.rows) > 0 {
		out = append(out, Section{Key: "here_did", Rows: o.rows})
	}
	return out
}

// phraseAnswer gives a fact with the answer that counts.
func (s *situation) phraseAnswer(id string) string {
	f := s.pack.Fact(id)
	return s.translateText(f.Title) + s.words.HereIs() + s.nameAnswer(f)
}

// nameAnswer gives the answer that counts in words.
func (s *situation) nameAnswer(f *rules.Fact) string {
	stated, ok := s.rec.Profile.Facts[f.ID]
	switch counted := s.reading.Answer(f.ID); {
	case ok && stated.String() == counted:
		return report.AnswerText(f, stated, s.words.Lang)
	case counted == engine.Unknown.String():
		return s.words.HereNotAnswered()
	case counted == engine.NotApplicable.String():
		return report.AnswerText(f, engine.NotApplicable, s.words.Lang)
	default:
		return report.AnswerText(f, engine.Value(counted), s.words.Lang)
	}
}

// findDeciding lists the facts of a condition whose answers give it its truth, in the
// order of the condition.
func (s *situation) findDeciding(c *rules.Condition) []string {
	var out []string
	s.addDeciding(c, s.reading.PrudentTruth(c), &out)
	return out
}

func (s *situation) addDeciding(c *rules.Condition, truth rules.Truth, out *[]string) {
	switch {
	case c == nil:
	case c.Op == rules.Compare:
		if !slices.Contains(*out, c.Fact) {
			*out = append(*out, c.Fact)
		}
	case c.Op == rules.Not:
		s.addDeciding(&c.Of[0], rules.True-truth, out)
	default:
		for i := range c.Of {
			if s.reading.PrudentTruth(&c.Of[i]) == truth {
				s.addDeciding(&c.Of[i], truth, out)
			}
		}
	}
}

// explainAbsence says why something under a condition did nothing: the condition does
// not hold, or is open, or holds while what is advised does not call for it.
func (s *situation) explainAbsence(c *rules.Condition, otherwise string) outcome {
	facts := s.findDeciding(c)
	switch s.reading.PrudentTruth(c) {
	case rules.False:
		return outcome{text: s.words.HereConditionFalse(), facts: facts}
	case rules.Unknown:
		return outcome{text: s.words.HereConditionOpen(), facts: facts}
	}
	return outcome{text: otherwise, facts: facts}
}

// listOutcomes says of things what each did, those that had a part in the result first.
func (s *situation) listOutcomes(test func(*thing) bool) []documents.Row {
	did, idle := []documents.Row{}, []documents.Row{}
	for i := range s.things {
		t := &s.things[i]
		if !test(t) {
			continue
		}
		o := s.findOutcome(t)
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
func (s *situation) rowsOf(kind string, ids []string) []documents.Row {
	return s.listOutcomes(func(t *thing) bool { return t.kind == kind && slices.Contains(ids, t.id) })
}

// findOutcome says what a thing did.
func (s *situation) findOutcome(t *thing) outcome {
	if t.rule != nil {
		return s.findRuleOutcome(t.rule)
	}
	switch t.kind {
	case "group":
		return s.findGroupOutcome(t.id)
	case "level":
		return s.findLevelOutcome(t.id)
	case "licence":
		return s.findLicenceOutcome(t.id)
	case "source":
		return s.findSourceOutcome(t.id)
	case "warning":
		return s.findWarningOutcome(t.id)
	case "constant":
		return outcome{counts: true, text: s.words.HereConstant()}
	}
	return outcome{text: s.words.HereCode()}
}

func (s *situation) findRuleOutcome(r *rules.Rule) outcome {
	switch x := r.Of.(type) {
	case *rules.Fact:
		return s.findFactOutcome(x)
	case *rules.Priority:
		return s.findPriorityOutcome(x)
	case *rules.Dimension:
		return s.findDimensionOutcome(x)
	case *rules.Argument:
		return s.findArgumentOutcome(x)
	case *rules.Moderator:
		return s.findModeratorOutcome(x)
	case *rules.Option:
		return s.findOptionOutcome(x)
	case *rules.Form:
		return s.findFormOutcome(r.Within, x)
	case *rules.Bar:
		return s.findBarOutcome(x)
	case *rules.Duty:
		return s.findDutyOutcome(x)
	case *rules.Act:
		return s.findActOutcome(x)
	case *rules.PartKind:
		return s.findPartKindOutcome(x)
	case *rules.Component:
		return s.findComponentOutcome(x)
	case *rules.ComponentAdvice:
		return s.findAdviceOutcome(x)
	case *rules.Standard:
		return s.findStandardOutcome(x)
	case *rules.LicenceChoice:
		return s.findChoiceOutcome(x)
	case *rules.Compatibility:
		return s.findCompatibilityOutcome(x)
	case *rules.Step:
		return s.findStepOutcome(x)
	case *rules.Counsel:
		return s.findCounselOutcome(x)
	case *rules.Exclusion:
		return s.findExclusionOutcome(x)
	}
	panic("explain: no words for what a rule of the kind " + string(r.Kind) + " did")
}
