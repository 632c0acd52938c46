package gate

import (
	"github.com/ajar-decision/ajar/cmd/internal/change"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/profiles/lock"
)

// buildPage is the same whatever the check fails on.
func (c *Check) buildPage(t texts) *page.Page {
	p := &page.Page{}
	if c.change == nil {
		p.Text(t.CheckNoLock())
		p.Rows([]page.Row{{Term: change.NameSides(t.Lang)[1], Text: c.phraseVerdictNow(t)}})
	} else {
		p.Text(c.change.PhraseHeadline(t.Lang))
		c.change.AddToPage(p, t.Lang, change.NameSides(t.Lang))
	}
	c.addEnvironment(p, t)
	p.Gap()
	p.Heading(t.CheckConditions())
	var rows []page.Row
	for _, condition := range Conditions() {
		rows = append(rows, page.Row{Term: condition, Text: c.phraseYesOrNo(t, condition)})
	}
	p.Rows(rows)
	switch {
	case c.updated:
		p.Gap()
		p.Text(t.CheckUpdated(c.LockPath))
	case c.refused:
		p.Gap()
		if c.rec.Stance == engine.NoBasis {
			p.Text(t.CheckRefusedNoBasis(t.List(c.listFirstUnknown())))
		} else {
			p.Text(t.CheckRefusedBlocked())
		}
		p.Literal(c.AcceptCommand + " --allow-undecided")
	case c.isMet(Changed):
		p.Gap()
		p.Text(t.CheckAccept())
		p.Literal(c.AcceptCommand)
	}
	return p
}

func (c *Check) phraseVerdictNow(t texts) string {
	return change.PhraseLock(c.Pack, t.Lang, lock.FromRecommendation(c.rec))
}

// phraseYesOrNo says yes or no, and why.
func (c *Check) phraseYesOrNo(t texts, condition string) string {
	text := c.phraseFinding(t, condition)
	switch {
	case condition == Changed && c.change == nil:
		return text
	case c.isMet(condition):
		return t.CheckYes(text)
	}
	return t.CheckNo(text)
}

// maxQuestionsShown is how many facts are named as worth answering.
const maxQuestionsShown = 5

// phraseFinding says what makes a condition hold or not.
func (c *Check) phraseFinding(t texts, condition string) string {
	met := c.isMet(condition)
	switch {
	case condition == Changed && c.change == nil:
		return t.FindingChangedNoLock()
	case condition == Changed && met:
		return t.FindingChangedYes()
	case condition == Changed:
		return t.FindingChangedNo()
	case condition == Undecided && c.rec.Option == "":
		return t.FindingUndecidedNone()
	case condition == Undecided && met && c.rec.Sensitivity.Robustness.Stance == engine.Thin:
		return t.FindingUndecidedThin()
	case condition == Undecided && met:
		return t.FindingUndecidedYes(c.findOptionTitle(t, c.rec.Sensitivity.Robustness.StanceRival))
	case condition == Undecided:
		return t.FindingUndecidedNo()
	case condition == Incomplete && met:
		return t.IncompleteYes(len(c.rec.Unknown), t.List(c.listFirstUnknown()))
	case condition == Incomplete:
		return t.FindingIncompleteNo()
	case condition == Stale:
		return c.phraseStaleness(t)
	case condition == Contradictory && met:
		return t.ContradictoryYes(c.countContradictions())
	case condition == Contradictory && len(c.rec.Contradictions) > 0:
		return t.ContradictorySeldom(len(c.rec.Contradictions))
	case condition == Contradictory:
		return t.FindingContradictoryNo()
	case condition == NotReady && met:
		missing := c.findMissingAnswers()
		return t.NotReadyYes(len(missing), t.List(missing))
	case condition == NotReady && c.rec.Ready:
		return t.FindingNotReadyNo()
	case condition == NotReady && len(c.rec.Conditions) > 0:
		return t.NotReadyToDo(len(c.rec.Conditions))
	case condition == NotReady:
		return t.FindingNotReadyNone()
	case met:
		return t.FindingBlockedYes()
	}
	return t.BlockedNo(c.countOptionsLeft())
}

// phraseStaleness says when the profile is to be looked at again.
func (c *Check) phraseStaleness(t texts) string {
	day := c.Profile.ReviewBy
	switch {
	case day == "":
		return t.FindingStaleNever()
	case c.isMet(Stale):
		return t.FindingStaleYes(day)
	}
	return t.FindingStaleNo(day)
}

// listFirstUnknown lists the facts not known that are most worth answering.
func (c *Check) listFirstUnknown() []string {
	ids := c.rec.Unknown
	if q := c.rec.Sensitivity.Questions; len(q) > 0 {
		ids = nil
		for i := range q {
			ids = append(ids, q[i].Fact)
		}
	}
	return ids[:min(len(ids), maxQuestionsShown)]
}

// countOptionsLeft counts the options that can be had.
func (c *Check) countOptionsLeft() int {
	left := 0
	for i := range c.rec.Options {
		if c.rec.Options[i].Available {
			left++
		}
	}
	return left
}

func (c *Check) findOptionTitle(t texts, id string) string {
	if o := c.Pack.Option(id); o != nil {
		return o.Title.In(t.Lang)
	}
	return id
}
