package cli

import (
	"io"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/cmd/internal/page"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles/lock"
	"github.com/ajar-decision/ajar/rules/plain"
)

// checkWriters write a check.
var checkWriters = output.Writers[*lockCheck]{
	{Format: output.Text, Write: func(c *lockCheck, w io.Writer, v output.View) error {
		return output.WritePage(w, c.buildPage(textsIn(v.Lang)), v)
	}},
	{Format: output.JSON, Write: func(c *lockCheck, w io.Writer, v output.View) error {
		return output.WriteJSON(w, c.newCheckData(textsIn(v.Lang)))
	}},
	{Format: output.Markdown, Write: func(c *lockCheck, w io.Writer, v output.View) error { return c.writeMarkdown(w, textsIn(v.Lang)) }},
	{Format: output.GitHub, Write: func(c *lockCheck, w io.Writer, v output.View) error { return c.writeGitHub(w, textsIn(v.Lang)) }},
	{Format: output.JUnit, Write: func(c *lockCheck, w io.Writer, v output.View) error { return c.writeJUnit(w, textsIn(v.Lang)) }},
}

// buildPage is the same whatever the check fails on.
func (c *lockCheck) buildPage(t texts) *page.Page {
	p := &page.Page{}
	if c.change == nil {
		p.Text(t.CheckNoLock())
		p.Rows([]page.Row{{Term: t.ChangeNow(), Text: c.phraseVerdictNow(t)}})
	} else {
		c.change.sideNames = [2]string{t.ChangeWas(), t.ChangeNow()}
		p.Text(c.change.phraseHeadline(t))
		c.change.addToPage(p, t)
	}
	p.Gap()
	p.Heading(t.CheckConditions())
	var rows []page.Row
	for _, condition := range gateConditions {
		rows = append(rows, page.Row{Term: condition, Text: c.phraseYesOrNo(t, condition)})
	}
	p.Rows(rows)
	switch {
	case c.updated:
		p.Gap()
		p.Text(t.CheckUpdated(plain.Clean(c.lockPath)))
	case c.isMet(gateChanged):
		p.Gap()
		p.Text(t.CheckAccept())
		p.Literal(plain.Clean(c.acceptCommand))
	}
	return p
}

func (c *lockCheck) phraseVerdictNow(t texts) string {
	l := lock.FromRecommendation(c.rec)
	return t.ChangeBy(phraseVerdict(c.pack, t, l.Verdict), nameRules(l))
}

// phraseYesOrNo says yes or no, and why.
func (c *lockCheck) phraseYesOrNo(t texts, condition string) string {
	text := c.phraseFinding(t, condition)
	switch {
	case condition == gateChanged && c.change == nil:
		return text
	case c.isMet(condition):
		return t.CheckYes(text)
	}
	return t.CheckNo(text)
}

// maxQuestionsShown is how many facts are named as worth answering.
const maxQuestionsShown = 5

// phraseFinding says what makes a condition hold or not.
func (c *lockCheck) phraseFinding(t texts, condition string) string {
	met := c.isMet(condition)
	switch {
	case condition == gateChanged && c.change == nil:
		return t.FindingChangedNoLock()
	case condition == gateChanged && met:
		return t.FindingChangedYes()
	case condition == gateChanged:
		return t.FindingChangedNo()
	case condition == gateUndecided && c.rec.Option == "":
		return t.FindingUndecidedNone()
	case condition == gateUndecided && met:
		return t.FindingUndecidedYes(c.findOptionTitle(t, c.rec.Sensitivity.Robustness.StanceRival))
	case condition == gateUndecided:
		return t.FindingUndecidedNo()
	case condition == gateIncomplete && met:
		return t.IncompleteYes(len(c.rec.Unknown), t.List(c.listFirstUnknown()))
	case condition == gateIncomplete:
		return t.FindingIncompleteNo()
	case condition == gateStale:
		return c.phraseStaleness(t)
	case met:
		return t.FindingBlockedYes()
	}
	return t.BlockedNo(c.countOptionsLeft())
}

// phraseStaleness says when the profile is to be looked at again.
func (c *lockCheck) phraseStaleness(t texts) string {
	day := plain.Clean(c.profile.ReviewBy)
	switch {
	case day == "":
		return t.FindingStaleNever()
	case c.isMet(gateStale):
		return t.FindingStaleYes(day)
	}
	return t.FindingStaleNo(day)
}

// listFirstUnknown lists the facts not known that are most worth answering.
func (c *lockCheck) listFirstUnknown() []string {
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
func (c *lockCheck) countOptionsLeft() int {
	left := 0
	for i := range c.rec.Options {
		if c.rec.Options[i].Available {
			left++
		}
	}
	return left
}

func (c *lockCheck) findOptionTitle(t texts, id string) string {
	if o := c.pack.Option(id); o != nil {
		return o.Title.In(t.Lang)
	}
	return id
}

// checkData is "ajar check --format json".
type checkData struct {
	Schema  string `json:"schema"`
	Lang    string `json:"lang"`
	Ajar    string `json:"ajar"`
	File    string `json:"file"`
	Lock    string `json:"lock"`
	Locked  bool   `json:"locked"` // there was a lock to compare with
	Updated bool   `json:"updated"`
	Summary string `json:"summary"`
	changeData
	Conditions []conditionData `json:"conditions"`
	Failed     []string        `json:"failed"`
}

type conditionData struct {
	ID    string `json:"id"`
	Holds bool   `json:"holds"`
	// Fails says that the check was asked to fail on it.
	Fails bool   `json:"fails"`
	Text  string `json:"text"`
}

func (c *lockCheck) newCheckData(t texts) checkData {
	d := checkData{
		Schema: "ajar.check/1", Lang: t.Lang, Ajar: c.version, File: c.name, Lock: c.lockPath,
		Locked: c.change != nil, Updated: c.updated, Summary: t.CheckNoLock(), Failed: []string{},
		changeData: changeData{Now: newVerdictData(lock.FromRecommendation(c.rec)), Answers: []answerData{}, Leans: []leanData{}},
	}
	if c.change != nil {
		d.Summary, d.changeData = c.change.phraseHeadline(t), c.change.newChangeData()
	}
	for _, id := range gateConditions {
		d.Conditions = append(d.Conditions, conditionData{id, c.isMet(id), slices.Contains(c.failOn, id), c.phraseFinding(t, id)})
	}
	d.Failed = append(d.Failed, c.listFailedConditions()...)
	return d
}

// writeMarkdown is the check and then the whole recommendation, for the summary of
// a job. The check is indented, so nothing in it is taken for markup.
func (c *lockCheck) writeMarkdown(w io.Writer, t texts) error {
	text := c.buildPage(t).Draw(page.Look{Width: markdownWidth})
	var b strings.Builder
	b.WriteString("# ajar check\n\n")
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" {
			b.WriteString("    ")
		}
		b.WriteString(line)
	}
	b.WriteString("\n")
	if _, err := io.WriteString(w, b.String()); err != nil {
		return err
	}
	return report.Write(w, c.pack, c.rec, report.Markdown, report.Lang(t.Lang), report.Version(c.version))
}

// markdownWidth is that of text which is not wrapped again by a reader.
const markdownWidth = 80
