package gate

import (
	"encoding/xml"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/cmd/internal/change"
	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// writeGitHub writes workflow commands: GitHub shows each at its line of the file.
func (c *Check) writeGitHub(w io.Writer, t texts) error {
	var b strings.Builder
	if c.change != nil && c.change.RulesChanged {
		writeAnnotation(&b, output.NoticeLevel, c.positionOrProfile(diag.Pos{}), "ajar check", c.change.PhraseHeadline(t.Lang))
	}
	for _, line := range c.phraseEnvironment(t) {
		writeAnnotation(&b, output.NoticeLevel, c.positionOrProfile(diag.Pos{}), "ajar check: "+t.CheckEnvironment(), line)
	}
	for _, condition := range Conditions() {
		if !c.isMet(condition) || condition == Changed && c.updated || condition == Contradictory {
			continue // contradictions have places of their own
		}
		level := output.WarningLevel
		if slices.Contains(c.FailOn, condition) {
			level = output.ErrorLevel
		}
		title := "ajar check: " + condition
		if condition != Changed || c.change == nil || len(c.change.Movers) == 0 {
			writeAnnotation(&b, level, c.positionOrProfile(diag.Pos{}), title, c.phraseMetCondition(t, condition))
			continue
		}
		for _, d := range c.change.Movers {
			writeAnnotation(&b, level, c.positionOrProfile(c.change.FindAnswerPosition(d)), title, c.phraseMetCondition(t, condition)+" "+c.change.PhraseAnswer(t.Lang, d))
		}
	}
	for _, x := range c.listContradictions(t.Lang) {
		level := output.WarningLevel
		if slices.Contains(c.FailOn, Contradictory) && !c.isSeldom(x) {
			level = output.ErrorLevel
		}
		for _, at := range c.listContradictionPositions(x) {
			writeAnnotation(&b, level, at, "ajar check: "+x.ID, x.Text)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// isSeldom reports whether a contradiction may be true all the same.
func (c *Check) isSeldom(x report.Warning) bool {
	return x.Rule != nil && c.Pack.Exclusion(*x.Rule).Rarely
}

// listContradictionPositions lists where what contradicts each other stands, each place
// once.
func (c *Check) listContradictionPositions(x report.Warning) (out []diag.Pos) {
	add := func(id string) {
		if at := c.positionOrProfile(c.Positions[id]); !slices.Contains(out, at) {
			out = append(out, at)
		}
	}
	for _, j := range x.Comparisons {
		add(elicit.Judgement{A: j.More, B: j.Less}.ID())
	}
	if len(x.Comparisons) == 0 {
		for _, a := range x.Answers {
			add(a.ID)
		}
	}
	return out
}

// phraseMetCondition tells a condition that holds; of a change, the verdicts too.
func (c *Check) phraseMetCondition(t texts, condition string) string {
	text := c.phraseFinding(t, condition)
	if condition == Changed && c.change != nil {
		text = t.CheckFromTo(change.PhraseStanding(c.Pack, t.Lang, c.change.From), change.PhraseStanding(c.Pack, t.Lang, c.change.To))
	}
	return text
}

// positionOrProfile puts what has no line of its own in a file at the profile.
func (c *Check) positionOrProfile(pos diag.Pos) diag.Pos {
	if pos.Line == 0 {
		return diag.Pos{File: c.Name}
	}
	return pos
}

func writeAnnotation(b *strings.Builder, level string, at diag.Pos, title, text string) {
	place := ""
	if at.Line > 0 {
		place = ",line=" + strconv.Itoa(at.Line) + ",col=" + strconv.Itoa(at.Col)
	}
	property := func(s string) string { return githubPropertyEscaper.Replace(plain.Escape(s)) }
	fmt.Fprintf(b, "::%s file=%s%s,title=%s::%s\n", level, property(filepath.ToSlash(at.File)), place, property(title), githubTextEscaper.Replace(plain.Escape(text)))
}

// GitHub's own escapes, for the text of a command and for its properties. They are undone
// by the runner; what is escaped before stays so.
var (
	githubTextEscaper     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubPropertyEscaper = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

type junitSuites struct {
	XMLName xml.Name   `xml:"testsuites"`
	Suite   junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
	Output   string      `xml:"system-out,omitempty"`
}

type junitCase struct {
	Class   string        `xml:"classname,attr"`
	Name    string        `xml:"name,attr"`
	Failure *junitMessage `xml:"failure"`
	Skipped *junitMessage `xml:"skipped"`
	Output  string        `xml:"system-out,omitempty"`
}

type junitMessage struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr,omitempty"`
	Text    string `xml:",chardata"`
}

// writeJUnit writes each condition as a test. One that the check was not asked to
// fail on is skipped.
func (c *Check) writeJUnit(w io.Writer, t texts) error {
	failed := c.ListFailed()
	if c.change == nil && !c.updated && !slices.Contains(failed, Changed) {
		failed = append(failed, Changed) // without a lock a check always fails
	}
	s := junitSuite{Name: "ajar check " + c.Name, Tests: len(Conditions())}
	for _, condition := range Conditions() {
		x := junitCase{Class: "ajar.check", Name: condition}
		text := c.phraseFinding(t, condition)
		switch {
		case slices.Contains(failed, condition):
			s.Failures++
			x.Failure = &junitMessage{Message: c.phraseMetCondition(t, condition), Type: condition, Text: c.phraseMovers(t, condition)}
		case !slices.Contains(c.FailOn, condition):
			s.Skipped++
			x.Skipped = &junitMessage{Message: text}
		default:
			x.Output = text
		}
		s.Cases = append(s.Cases, x)
	}
	for _, line := range c.phraseEnvironment(t) {
		s.Output += t.CheckEnvironment() + ": " + line + "\n"
	}
	for _, x := range c.listContradictions(t.Lang) {
		s.Output += x.Text + "\n"
	}
	data, err := xml.MarshalIndent(junitSuites{Suite: s}, "", "  ")
	if err == nil {
		_, err = io.WriteString(w, xml.Header+string(data)+"\n")
	}
	return err
}

// phraseMovers lists what moved the verdict.
func (c *Check) phraseMovers(t texts, condition string) string {
	if condition != Changed || c.change == nil {
		return ""
	}
	lines := []string{c.change.PhraseHeadline(t.Lang)}
	for _, d := range c.change.Movers {
		lines = append(lines, c.change.PhraseAnswer(t.Lang, d))
	}
	return strings.Join(lines, "\n")
}
