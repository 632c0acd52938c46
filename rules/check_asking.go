package rules

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules/diag"
)

// asking refuses a short interview that names no question, or one twice, and
// words that leave the reader alone with the scale.
func (c *checker) asking(a *Asking) {
	_, fact := c.facts[PrioritiesID]
	if _, priority := c.pulls[PrioritiesID]; fact || priority {
		c.list.Add(diag.New(diag.Pos{}, "AJ113", "problem", `"`+PrioritiesID+`" is the name of a question and cannot name a fact or a priority`))
	}
	if a == nil {
		return
	}
	c.quick(a)
	c.cited(a.At, a.Source)
	c.inRange(a.At, "most", float64(a.Most), a.Most >= 1, "[1, ...)")
	for _, lang := range []string{"en", "zh"} {
		if !strings.Contains(a.Rate.Question.In(lang), "{priority}") {
			c.list.Add(diag.New(a.Rate.At, "AJ113", "problem", "rate.question."+lang+" does not name the {priority}"))
		}
	}
	for i, x := range a.Anchors {
		c.inRange(x.At, "anchors.weight", x.Weight, x.Weight >= 0 && x.Weight <= 10, "[0, 10]")
		if i > 0 && x.Weight <= a.Anchors[i-1].Weight {
			c.list.Add(diag.New(x.At, "AJ113", "problem", "anchors are not in rising order"))
		}
	}
}

func (c *checker) quick(a *Asking) {
	known := map[string]bool{PrioritiesID: true}
	for id := range c.facts {
		known[id] = true
	}
	if len(a.Quick) == 0 {
		c.list.Add(diag.New(a.At, "AJ113", "problem", "the short interview asks nothing"))
	}
	for i, q := range a.Quick {
		c.known(q.At, "question", q.ID, known)
		c.condition(q.If, false)
		if slices.ContainsFunc(a.Quick[:i], func(x QuickQuestion) bool { return x.ID == q.ID }) {
			c.list.Add(diag.New(q.At, "AJ106", "kind", "question", "id", q.ID))
		}
	}
}
