package rules

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/lang"
)

// checkAsking refuses a short interview that names no question, or one twice, and
// words that leave the reader alone with the scale.
func (c *packChecker) checkAsking(a *Asking) {
	_, fact := c.facts[PrioritiesID]
	if _, priority := c.pulls[PrioritiesID]; fact || priority {
		c.list.Add(diag.InvalidPackQuestionName(diag.Pos{}, PrioritiesID))
	}
	if a == nil {
		return
	}
	c.checkQuickQuestions(a)
	c.requireSources(a.At, a.Source)
	c.requireInRange(a.At, "questions", float64(a.Questions), a.Questions >= 0, "[0, ...)")
	c.requireInRange(a.At, "most", float64(a.Most), a.Most >= 1, "[1, ...)")
	c.requireMentions(&a.Rate, "rate", "{priority}")
	c.checkAnchors("anchors", a.Anchors, 0, 10)
	if w := a.Weigh; w != nil {
		c.requireMentions(&w.Pair, "weigh.pair", "{a}", "{b}")
		c.requireMentions(&w.Times, "weigh.times", "{a}", "{b}")
		c.checkAnchors("weigh.scale", w.Scale, 1, 9)
	}
}

// requireMentions refuses a question that does not say what it is about.
func (c *packChecker) requireMentions(w *Wording, key string, names ...string) {
	codes := w.Question.Codes()
	if w.Question.IsEmpty() {
		codes = []string{lang.Default}
	}
	for _, code := range codes {
		for _, name := range names {
			if !strings.Contains(w.Question.In(code), name) {
				c.list.Add(diag.InvalidPackNoMention(w.At, key+".question."+code, name))
			}
		}
	}
}

// checkAnchors refuses anchors that are off the scale or out of order.
func (c *packChecker) checkAnchors(key string, anchors []Anchor, low, high int) {
	allowed := "[" + strconv.Itoa(low) + ", " + strconv.Itoa(high) + "]"
	for i, x := range anchors {
		c.requireInRange(x.At, key+".weight", x.Weight, x.Weight >= float64(low) && x.Weight <= float64(high), allowed)
		if i > 0 && x.Weight <= anchors[i-1].Weight {
			c.list.Add(diag.InvalidPackNotRising(x.At, key))
		}
	}
}

func (c *packChecker) checkQuickQuestions(a *Asking) {
	known := map[string]bool{PrioritiesID: true}
	for id := range c.facts {
		known[id] = true
	}
	for i, q := range a.Quick {
		requireKnown(c, q.At, "question", q.ID, known)
		c.checkCondition(q.If, false)
		if slices.ContainsFunc(a.Quick[:i], func(x QuickQuestion) bool { return x.ID == q.ID }) {
			c.list.Add(diag.DuplicatePackID(q.At, "question", q.ID))
		}
	}
}
