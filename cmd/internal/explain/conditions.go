package explain

import (
	"strings"

	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules"
)

// explainCondition shows a condition: in words, and as data for programs.
func (m *explainer) explainCondition(key string, c *rules.Condition) Section {
	part := Section{Key: key}
	for _, line := range report.ConditionLines(m.pack, c, m.words.Lang) {
		text := strings.Repeat("  ", line.Depth) + line.Text
		if line.Fact != "" {
			text += " [" + line.Fact + "]"
		}
		part.Lines = append(part.Lines, text)
	}
	part.Value = map[string]any{"text": part.Lines, "rule": encodeCondition(c)}
	return part
}

// encodeCondition gives a condition as nested JSON values.
func encodeCondition(c *rules.Condition) any {
	if c.Op == rules.Compare {
		return map[string]any{"fact": c.Fact, "test": c.Test, "values": c.Values, "precaution": c.Precaution}
	}
	of := make([]any, len(c.Of))
	for i := range c.Of {
		of[i] = encodeCondition(&c.Of[i])
	}
	return map[string]any{map[rules.Op]string{rules.All: "all", rules.Any: "any", rules.Not: "not"}[c.Op]: of}
}
