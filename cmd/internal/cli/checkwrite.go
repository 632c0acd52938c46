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

// write writes a check in one of its formats.
func (c *checking) write(w io.Writer, v view) error {
	t := book().In(v.lang)
	switch v.format {
	case "json":
		return writeJSON(w, c.data(t))
	case "github":
		return c.github(w, t)
	case "junit":
		return c.junit(w, t)
	case "md":
		return c.markdown(w, t)
	}
	_, err := fmt.Fprint(w, c.page(t).Draw(v.look))
	return err
}

// page is the same whatever the check fails on.
func (c *checking) page(t words.Tongue) *page.Page {
	p := &page.Page{}
	if c.change == nil {
		p.Text(t.Say("check_no_lock"))
		p.Rows([]page.Row{{Term: t.Say("change_now"), Text: c.now(t)}})
	} else {
		c.change.sides = [2]string{t.Say("change_was"), t.Say("change_now")}
		p.Text(c.change.headline(t))
		c.change.write(p, t)
	}
	p.Gap()
	p.Heading(t.Say("check_conditions"))
	var rows []page.Row
	for _, condition := range conditions {
		rows = append(rows, page.Row{Term: condition, Text: c.judged(t, condition)})
	}
	p.Rows(rows)
	switch {
	case c.updated:
		p.Gap()
		p.Text(t.Say("check_updated", "path", plain.Clean(c.lockPath)))
	case c.met(changed):
		p.Gap()
		p.Text(t.Say("check_accept"))
		p.Literal(plain.Clean(c.command))
	}
	return p
}

func (c *checking) now(t words.Tongue) string {
	l := lock.Of(c.rec)
	return t.Say("change_by", "verdict", verdictText(c.rec.Pack, t, l.Verdict), "rules", ruleName(l))
}

// judged says yes or no, and why.
func (c *checking) judged(t words.Tongue, condition string) string {
	text := c.finding(t, condition)
	switch {
	case condition == changed && c.change == nil:
		return text
	case c.met(condition):
		return t.Say("check_yes", "text", text)
	}
	return t.Say("check_no", "text", text)
}

// questionsShown is how many facts are named as worth answering.
const questionsShown = 5

// finding says what makes a condition hold or not.
func (c *checking) finding(t words.Tongue, condition string) string {
	id, args := condition+"_no", []string{"day", plain.Clean(c.profile.ReviewBy)}
	if c.met(condition) {
		id = condition + "_yes"
	}
	switch {
	case condition == changed && c.change == nil:
		id = "changed_no_lock"
	case condition == undecided && c.rec.Option == "":
		id = "undecided_none"
	case condition == undecided && c.met(undecided):
		args = append(args, "rival", c.option(t, c.rec.Sensitivity.Settled.StanceRival))
	case condition == incomplete && c.met(incomplete):
		ids := c.rec.Unknown
		if q := c.rec.Sensitivity.Questions; len(q) > 0 {
			ids = nil
			for i := range q {
				ids = append(ids, q[i].Fact)
			}
		}
		return t.Count("incomplete_yes", len(c.rec.Unknown), "ids", t.List(ids[:min(len(ids), questionsShown)]))
	case condition == stale && c.profile.ReviewBy == "":
		id = "stale_never"
	case condition == blocked && !c.met(blocked):
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

func (c *checking) option(t words.Tongue, id string) string {
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

func (c *checking) data(t words.Tongue) checkData {
	d := checkData{
		Schema: "ajar.check/1", Lang: t.Lang, Ajar: c.version, File: c.name, Lock: c.lockPath,
		Locked: c.change != nil, Updated: c.updated, Summary: t.Say("check_no_lock"), Failed: []string{},
		changeData: changeData{Now: verdictOf(lock.Of(c.rec)), Answers: []answerData{}, Leans: []leanData{}},
	}
	if c.change != nil {
		d.Summary, d.changeData = c.change.headline(t), c.change.data()
	}
	for _, id := range conditions {
		d.Conditions = append(d.Conditions, conditionData{id, c.met(id), slices.Contains(c.failOn, id), c.finding(t, id)})
	}
	d.Failed = append(d.Failed, c.failed()...)
	return d
}

// markdown is the check and then the whole recommendation, for the summary of
// a job. The check is indented, so nothing in it is taken for markup.
func (c *checking) markdown(w io.Writer, t words.Tongue) error {
	text := c.page(t).Draw(page.Look{Width: markdownWidth})
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
