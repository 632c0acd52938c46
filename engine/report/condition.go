package report

import (
	"embed"
	"strings"
	"sync"

	"github.com/ajar-decision/ajar/engine/report/words"
	"github.com/ajar-decision/ajar/rules"
)

//go:embed conditions
var conditionTexts embed.FS

var conditionBook = sync.OnceValue(func() *words.Book { return words.Load(conditionTexts, "conditions") })

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
	w := conditionWriter{pack: p, words: conditionBook().In(lang)}
	w.addLines(c, 0)
	return w.lines
}

type conditionWriter struct {
	pack  *rules.Pack
	words words.Tongue
	lines []ConditionLine
}

func (w *conditionWriter) addLines(c *rules.Condition, depth int) {
	switch {
	case c.Op == rules.Compare:
		w.lines = append(w.lines, ConditionLine{depth, w.describeComparison(c), c.Fact})
	case c.Op == rules.Not && c.Of[0].Op == rules.Compare:
		leaf := &c.Of[0]
		w.lines = append(w.lines, ConditionLine{depth, w.words.Say("not_so", "what", w.describeComparison(leaf)), leaf.Fact})
	case len(c.Of) == 1 && c.Op != rules.Not:
		w.addLines(&c.Of[0], depth)
	default:
		w.lines = append(w.lines, ConditionLine{Depth: depth, Text: w.words.Say(groupMessageID(c))})
		for i := range c.Of {
			w.addLines(&c.Of[i], depth+1)
		}
	}
}

func groupMessageID(c *rules.Condition) string {
	switch {
	case c.Op == rules.Not:
		return "not_so_group"
	case c.Op == rules.All && len(c.Of) == 0:
		return "always"
	case c.Op == rules.All:
		return "all"
	case len(c.Of) == 0:
		return "never"
	}
	return "any"
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
	text := w.words.Say("test_"+string(c.Test), "fact", fact.Title.In(w.words.Lang), "values", w.joinAlternatives(labels))
	if c.Precaution {
		text += w.words.Say("precaution")
	}
	return text
}

func (w *conditionWriter) labelValue(fact *rules.Fact, value string) string {
	if fact.Type == rules.NumberFact {
		return strings.TrimSpace(value + " " + fact.Unit.In(w.words.Lang))
	}
	if v := fact.Value(value); v != nil {
		return w.words.Say("quoted", "text", v.Label(w.words.Lang))
	}
	return w.words.Say("quoted", "text", value)
}

// joinAlternatives joins alternatives: "a, b or c".
func (w *conditionWriter) joinAlternatives(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], w.words.Say("comma")) + w.words.Say("or") + names[last]
}
