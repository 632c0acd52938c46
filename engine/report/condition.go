package report

import (
	"strings"

	"github.com/ajar-decision/ajar/rules"
)

// ConditionLine is one line of a condition in words.
type ConditionLine struct {
	// Depth counts the groups around the line: 0 for the whole.
	Depth int
	Text  string
	// Fact is the id of the fact that the line is about, "" for a group.
	Fact string
}

// ConditionLines puts a condition of the pack into words, a line for each
// comparison and each group, in the language lang ("zh", else English). A nil
// condition has no lines.
func ConditionLines(p *rules.Pack, c *rules.Condition, lang string) []ConditionLine {
	if c == nil {
		return nil
	}
	w := conditionWriter{pack: p, words: textsIn(lang)}
	w.addLines(c, 0)
	return w.lines
}

type conditionWriter struct {
	pack  *rules.Pack
	words texts
	lines []ConditionLine
}

func (w *conditionWriter) addLines(c *rules.Condition, depth int) {
	switch {
	case c.Op == rules.Compare:
		w.lines = append(w.lines, ConditionLine{depth, w.describeComparison(c), c.Fact})
	case c.Op == rules.Not && c.Of[0].Op == rules.Compare:
		leaf := &c.Of[0]
		w.lines = append(w.lines, ConditionLine{depth, w.words.ConditionNotSo(w.describeComparison(leaf)), leaf.Fact})
	case len(c.Of) == 1 && c.Op != rules.Not:
		w.addLines(&c.Of[0], depth)
	default:
		w.lines = append(w.lines, ConditionLine{Depth: depth, Text: w.nameGroup(c)})
		for i := range c.Of {
			w.addLines(&c.Of[i], depth+1)
		}
	}
}

// nameGroup says how the parts of a condition hang together.
func (w *conditionWriter) nameGroup(c *rules.Condition) string {
	switch {
	case c.Op == rules.Not:
		return w.words.ConditionNotSoGroup()
	case c.Op == rules.All && len(c.Of) == 0:
		return w.words.ConditionAlways()
	case c.Op == rules.All:
		return w.words.ConditionAll()
	case len(c.Of) == 0:
		return w.words.ConditionNever()
	}
	return w.words.ConditionAny()
}

// describeComparison says what one fact must be.
func (w *conditionWriter) describeComparison(c *rules.Condition) string {
	fact := w.pack.Fact(c.Fact)
	if fact == nil {
		return c.Fact // a pack that was checked has no such condition
	}
	labels := make([]string, len(c.Values))
	for j, v := range c.Values {
		labels[j] = w.labelValue(fact, v)
	}
	text := w.phraseTest(c.Test, fact.Title.In(w.words.Lang), w.joinAlternatives(labels))
	if fact.Type == rules.SetFact {
		text = w.phraseMemberTest(c.Test, fact.Title.In(w.words.Lang), w.joinAlternatives(labels))
	}
	if c.Precaution {
		text += w.words.ConditionPrecaution()
	}
	return text
}

func (w *conditionWriter) phraseTest(test rules.Test, fact, values string) string {
	switch test {
	case rules.IsNot:
		return w.words.ConditionTestIsNot(fact, values)
	case rules.AtLeast:
		return w.words.ConditionTestAtLeast(fact, values)
	case rules.AtMost:
		return w.words.ConditionTestAtMost(fact, values)
	}
	return w.words.ConditionTestIs(fact, values)
}

// phraseMemberTest says which values of a set must hold.
func (w *conditionWriter) phraseMemberTest(test rules.Test, fact, values string) string {
	switch test {
	case rules.IsNot:
		return w.words.ConditionTestWithout(fact, values)
	case rules.IsOnly:
		return w.words.ConditionTestIsOnly(fact, values)
	}
	return w.words.ConditionTestAmong(fact, values)
}

func (w *conditionWriter) labelValue(fact *rules.Fact, value string) string {
	if fact.Type == rules.NumberFact {
		return strings.TrimSpace(value + " " + fact.Unit.In(w.words.Lang))
	}
	return w.words.Quoted(labelValue(w.words, fact, value))
}

// joinAlternatives joins alternatives: "a, b or c".
func (w *conditionWriter) joinAlternatives(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], w.words.ConditionComma()) + w.words.ConditionOr() + names[last]
}
