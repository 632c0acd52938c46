package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/cmd/internal/page"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/words"
	"github.com/ajar-decision/ajar/profiles/lock"
	"github.com/ajar-decision/ajar/rules/plain"
)

// writeCheck writes a check in one of its formats.
func (c *lockCheck) writeCheck(w io.Writer, v outputView) error {
	t := book().In(v.lang)
	switch v.format {
	case "json":
		return writeJSON(w, c.newCheckData(t))
	case "github":
		return c.writeGitHub(w, t)
	case "junit":
		return c.writeJUnit(w, t)
	case "md":
		return c.writeMarkdown(w, t)
	}
	_, err := fmt.Fprint(w, c.buildPage(t).Draw(v.look))
	return err
}

// buildPage is the same whatever the check fails on.
func (c *lockCheck) buildPage(t words.Tongue) *page.Page {
	p := &page.Page{}
	if c.change == nil {
		p.Text(t.Say("check_no_lock"))
		p.Rows([]page.Row{{Term: t.Say("change_now"), Text: c.phraseVerdictNow(t)}})
	} else {
		c.change.sideNames = [2]string{t.Say("change_was"), t.Say("change_now")}
		p.Text(c.change.phraseHeadline(t))
		c.change.addToPage(p, t)
	}
	p.Gap()
	p.Heading(t.Say("check_conditions"))
	var rows []page.Row
	for _, condition := range gateConditions {
		rows = append(rows, page.Row{Term: condition, Text: c.phraseYesOrNo(t, condition)})
	}
	p.Rows(rows)
	switch {
	case c.updated:
		p.Gap()
		p.Text(t.Say("check_updated", "path", plain.Clean(c.lockPath)))
	case c.isMet(gateChanged):
		p.Gap()
		p.Text(t.Say("check_accept"))
		p.Literal(plain.Clean(c.acceptCommand))
	}
	return p
}

func (c *lockCheck) phraseVerdictNow(t words.Tongue) string {
	l := lock.FromRecommendation(c.rec)
	return t.Say("change_by", "verdict", phraseVerdict(c.rec.Pack, t, l.Verdict), "rules", nameRules(l))
}

// phraseYesOrNo says yes or no, and why.
func (c *lockCheck) phraseYesOrNo(t words.Tongue, condition string) string {
	text := c.phraseFinding(t, condition)
	switch {
	case condition == gateChanged && c.change == nil:
		return text
	case c.isMet(condition):
		return t.Say("check_yes", "text", text)
	}
	return t.Say("check_no", "text", text)
}

// maxQuestionsShown is how many facts are named as worth answering.
const maxQuestionsShown = 5

// phraseFinding says what makes a condition hold or not.
func (c *lockCheck) phraseFinding(t words.Tongue, condition string) string {
	id, args := condition+"_no", []string{"day", plain.Clean(c.profile.ReviewBy)}
	if c.isMet(condition) {
		id = condition + "_yes"
	}
	switch {
	case condition == gateChanged && c.change == nil:
		id = "changed_no_lock"
	case condition == gateUndecided && c.rec.Option == "":
		id = "undecided_none"
	case condition == gateUndecided && c.isMet(gateUndecided):
		args = append(args, "rival", c.findOptionTitle(t, c.rec.Sensitivity.Robustness.StanceRival))
	case condition == gateIncomplete && c.isMet(gateIncomplete):
		ids := c.rec.Unknown
		if q := c.rec.Sensitivity.Questions; len(q) > 0 {
			ids = nil
			for i := range q {
				ids = append(ids, q[i].Fact)
			}
		}
		return t.Count("incomplete_yes", len(c.rec.Unknown), "ids", t.JoinAnd(ids[:min(len(ids), maxQuestionsShown)]))
	case condition == gateStale && c.profile.ReviewBy == "":
		id = "stale_never"
	case condition == gateBlocked && !c.isMet(gateBlocked):
		left := 0
		for i := range c.rec.Options {
			if c.rec.Options[i].Available {
				left++
			}
		}
		return t.Count("blocked_no", left)
	}
	return t.Say("finding_"+id, args...)
}

func (c *lockCheck) findOptionTitle(t words.Tongue, id string) string {
	if o := c.rec.Pack.Option(id); o != nil {
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

func (c *lockCheck) newCheckData(t words.Tongue) checkData {
	d := checkData{
		Schema: "ajar.check/1", Lang: t.Lang, Ajar: c.version, File: c.name, Lock: c.lockPath,
		Locked: c.change != nil, Updated: c.updated, Summary: t.Say("check_no_lock"), Failed: []string{},
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
func (c *lockCheck) writeMarkdown(w io.Writer, t words.Tongue) error {
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
	return report.Write(w, c.rec, report.Markdown, report.Lang(t.Lang), report.Version(c.version))
}

// markdownWidth is that of text which is not wrapped again by a reader.
const markdownWidth = 80
