package gate

import (
	"io"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/cmd/internal/change"
	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/profiles/lock"
)

// Writers write a check.
var Writers = output.Writers[*Check]{
	{Format: output.Text, Write: func(c *Check, w io.Writer, v output.View) error {
		p := c.buildPage(textsIn(v.Lang))
		change.AddContradictions(p, v.Lang, c.listContradictions(v.Lang))
		return output.WritePage(w, p, v)
	}},
	{Format: output.JSON, Write: func(c *Check, w io.Writer, v output.View) error {
		return output.WriteJSON(w, c.newData(textsIn(v.Lang)))
	}},
	{Format: output.Markdown, Write: func(c *Check, w io.Writer, v output.View) error { return c.writeMarkdown(w, textsIn(v.Lang)) }},
	{Format: output.GitHub, Write: func(c *Check, w io.Writer, v output.View) error { return c.writeGitHub(w, textsIn(v.Lang)) }},
	{Format: output.SARIF, Write: func(c *Check, w io.Writer, v output.View) error { return c.writeSARIF(w, textsIn(v.Lang)) }},
	{Format: output.JUnit, Write: func(c *Check, w io.Writer, v output.View) error { return c.writeJUnit(w, textsIn(v.Lang)) }},
}

func (c *Check) newData(t texts) documents.Check {
	d := documents.Check{
		Schema: documents.CheckSchema, Lang: t.Lang, Ajar: c.Version, File: c.Name, Lock: c.LockPath,
		Locked: c.change != nil, Updated: c.updated, Summary: t.CheckNoLock(), Failed: []string{},
		Change: documents.Change{Now: change.NewVerdictData(lock.FromRecommendation(c.rec)), Answers: []documents.AnswerChange{}, Leans: []documents.LeanChange{}},
	}
	if c.change != nil {
		d.Summary, d.Change = c.change.PhraseHeadline(t.Lang), c.change.NewData()
	}
	d.Warnings, d.Environment = c.listContradictions(t.Lang), c.listEnvironment()
	for _, id := range Conditions() {
		d.Conditions = append(d.Conditions, documents.Condition{ID: id, Holds: c.isMet(id), Fails: slices.Contains(c.FailOn, id), Text: c.phraseFinding(t, id)})
	}
	d.Failed = append(d.Failed, c.ListFailed()...)
	return d
}

// writeMarkdown is the check and then the whole recommendation, for the summary of
// a job. The check is indented, so nothing in it is taken for markup.
func (c *Check) writeMarkdown(w io.Writer, t texts) error {
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
	return report.Write(w, c.Pack, c.rec, report.Markdown, report.Lang(t.Lang), report.Version(c.Version), report.Positions(c.Positions), output.StanceRecords())
}

// markdownWidth is that of text which is not wrapped again by a reader.
const markdownWidth = 80
