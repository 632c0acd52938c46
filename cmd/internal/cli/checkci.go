package cli

import (
	"encoding/xml"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine/report/words"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
)

// github writes workflow commands: GitHub shows each at its line of the file.
func (c *checking) github(w io.Writer, t words.Tongue) error {
	var b strings.Builder
	if c.change != nil && c.change.Rules {
		annotate(&b, "notice", c.at(diag.Pos{}), "ajar check", c.change.headline(t))
	}
	for _, condition := range conditions {
		if !c.met(condition) || condition == changed && c.updated {
			continue
		}
		level := "warning"
		if slices.Contains(c.failOn, condition) {
			level = "error"
		}
		title := "ajar check: " + condition
		if condition != changed || c.change == nil || len(c.change.moved) == 0 {
			annotate(&b, level, c.at(diag.Pos{}), title, c.sentence(t, condition))
			continue
		}
		for _, d := range c.change.moved {
			annotate(&b, level, c.at(c.change.place(d)), title, c.sentence(t, condition)+" "+c.change.answer(t, d))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// sentence tells a condition that holds; of a change, the verdicts too.
func (c *checking) sentence(t words.Tongue, condition string) string {
	text := c.finding(t, condition)
	if condition == changed && c.change != nil {
		text = t.Say("check_from_to", "from", verdictText(c.rec.Pack, t, c.change.From.Verdict),
			"to", verdictText(c.rec.Pack, t, c.change.To.Verdict))
	}
	return text
}

// at puts what has no line of its own in a file at the profile.
func (c *checking) at(pos diag.Pos) diag.Pos {
	if pos.Line == 0 {
		return diag.Pos{File: plain.Clean(c.name)}
	}
	return pos
}

func annotate(b *strings.Builder, level string, at diag.Pos, title, text string) {
	place := ""
	if at.Line > 0 {
		place = ",line=" + strconv.Itoa(at.Line) + ",col=" + strconv.Itoa(at.Col)
	}
	fmt.Fprintf(b, "::%s file=%s%s,title=%s::%s\n", level, property.Replace(filepath.ToSlash(at.File)), place,
		property.Replace(title), message.Replace(text))
}

// GitHub's own escapes, for the text of a command and for its properties.
var (
	message  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
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

// junit writes each condition as a test. One that the check was not asked to
// fail on is skipped.
func (c *checking) junit(w io.Writer, t words.Tongue) error {
	failed := c.failed()
	if c.change == nil && !c.updated && !slices.Contains(failed, changed) {
		failed = append(failed, changed) // without a lock a check always fails
	}
	s := junitSuite{Name: "ajar check " + c.name, Tests: len(conditions)}
	for _, condition := range conditions {
		x := junitCase{Class: "ajar.check", Name: condition}
		text := c.finding(t, condition)
		switch {
		case slices.Contains(failed, condition):
			s.Failures++
			x.Failure = &junitMessage{Message: c.sentence(t, condition), Type: condition, Text: c.details(t, condition)}
		case !slices.Contains(c.failOn, condition):
			s.Skipped++
			x.Skipped = &junitMessage{Message: text}
		default:
			x.Output = text
		}
		s.Cases = append(s.Cases, x)
	}
	data, err := xml.MarshalIndent(junitSuites{Suite: s}, "", "  ")
	if err == nil {
		_, err = io.WriteString(w, xml.Header+string(data)+"\n")
	}
	return err
}

// details lists what moved the verdict.
func (c *checking) details(t words.Tongue, condition string) string {
	if condition != changed || c.change == nil {
		return ""
	}
	lines := []string{c.change.headline(t)}
	for _, d := range c.change.moved {
		lines = append(lines, c.change.answer(t, d))
	}
	return strings.Join(lines, "\n")
}
