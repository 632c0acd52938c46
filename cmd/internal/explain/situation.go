package explain

import (
	"slices"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules"
)

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

// phraseAnswer gives a fact with the answer that counts.
func phraseAnswer(s *situation, id string) string {
	f := s.pack.Fact(id)
	return s.translateText(f.Title) + s.words.HereIs() + nameAnswer(s, f)
}

// nameAnswer gives the answer that counts in words.
func nameAnswer(s *situation, f *rules.Fact) string {
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
func findDeciding(s *situation, c *rules.Condition) []string {
	var out []string
	addDeciding(s, c, s.reading.PrudentTruth(c), &out)
	return out
}

func addDeciding(s *situation, c *rules.Condition, truth rules.Truth, out *[]string) {
	switch {
	case c == nil:
	case c.Op == rules.Compare:
		if !slices.Contains(*out, c.Fact) {
			*out = append(*out, c.Fact)
		}
	case c.Op == rules.Not:
		addDeciding(s, &c.Of[0], rules.True-truth, out)
	default:
		for i := range c.Of {
			if s.reading.PrudentTruth(&c.Of[i]) == truth {
				addDeciding(s, &c.Of[i], truth, out)
			}
		}
	}
}

// explainAbsence says why something under a condition did nothing: the condition does
// not hold, or is open, or holds while what is advised does not call for it.
func explainAbsence(s *situation, c *rules.Condition, otherwise string) outcome {
	facts := findDeciding(s, c)
	switch s.reading.PrudentTruth(c) {
	case rules.False:
		return outcome{text: s.words.HereConditionFalse(), facts: facts}
	case rules.Unknown:
		return outcome{text: s.words.HereConditionOpen(), facts: facts}
	}
	return outcome{text: otherwise, facts: facts}
}
