package adr_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/adr"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

var accepted = report.Resolution{Status: report.StatusAccepted, Form: "hosted_api", Deciders: []string{"Mei", "Ada"}, Because: "We said so.", Advised: "open_permissive"}

// write writes a record about the core pack.
func write(t require.TestingT, res report.Resolution, lang string) string {
	e, err := engine.New(rules.Core())
	require.NoError(t, err)
	r, err := e.Recommend(context.Background(), engine.Profile{Name: "quay", Weights: map[string]float64{"adoption_reach": 8}, Facts: map[string]engine.Answer{"kind": engine.Value("software")}})
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, adr.Write(&b, rules.Core(), r, res, "p.yaml", report.Lang(lang)))
	return b.String()
}

// codeOf gives the code of the only mistake and its line.
func codeOf(t *testing.T, err error) (string, int) {
	t.Helper()
	list, _ := diag.From(err)
	require.Len(t, list, 1, "%v", err)
	return list[0].Code, list[0].Pos.Line
}

// What stands outside of the marks stays, byte for byte, wherever it stands.
func TestWhatPeopleWroteStays(t *testing.T) {
	t.Parallel()
	old, fresh := write(t, report.Resolution{}, "en"), write(t, accepted, "zh")
	const odd = "\r\nOur words:\t\u202e `<!-- ajar:begin` ::error::x ##[y]  \n\n\n```\n# ajar:begin front\n```\n\u00a0"
	hand := strings.Replace(old, "# ajar:end front\n", "# ajar:end front\ndate: 2026-11-28\nconsulted: [Bo]\n# ours\n", 1)
	for _, name := range []string{"title", "context", "outcome", "more"} {
		hand = strings.Replace(hand, "<!-- ajar:end "+name+" -->\n", "<!-- ajar:end "+name+" -->\n"+odd+name, 1)
	}
	hand += odd
	got, err := adr.Merge("a.md", []byte(hand), []byte(fresh))
	require.NoError(t, err)
	require.True(t, outside(hand) == outside(string(got)), "what people wrote moved")
	require.True(t, inside(fresh) == inside(string(got)), "the parts are the new ones")
	again, err := adr.Merge("a.md", got, []byte(fresh))
	require.NoError(t, err)
	require.True(t, bytes.Equal(got, again))
}

// outside gives the lines that no part holds, and inside those that some part does.
func outside(text string) string { return split(text, false) }
func inside(text string) string  { return split(text, true) }

func split(text string, in bool) string {
	var out strings.Builder
	within, body := false, false
	for line := range strings.Lines(text) {
		mark := strings.HasPrefix(line, "<!-- ajar:") || strings.HasPrefix(line, "# ajar:") && !body
		if body = body || line[0] == '<'; mark {
			within = strings.Contains(line, ":begin ")
		}
		if within == in || mark {
			out.WriteString(line)
		}
	}
	return out.String()
}

func TestLinesEndAsTheyDid(t *testing.T) {
	t.Parallel()
	old := strings.ReplaceAll(write(t, report.Resolution{}, "en"), "\n", "\r\n")
	got, err := adr.Merge("a.md", []byte("\ufeff"+old), []byte(write(t, accepted, "en")))
	require.NoError(t, err)
	require.Equal(t, "\ufeff"+strings.ReplaceAll(write(t, accepted, "en"), "\n", "\r\n"), string(got))
	res, err := adr.ReadResolution("a.md", got, rules.Core())
	require.NoError(t, err)
	require.Equal(t, accepted, res)
}

// A part that was left out with its marks stays out; two of them may not be.
func TestPartsMayBeLeftOut(t *testing.T) {
	t.Parallel()
	fresh := write(t, report.Resolution{}, "en")
	cut := func(name string) []byte {
		before, rest, _ := strings.Cut(fresh, "<!-- ajar:begin "+name+" -->\n")
		_, after, _ := strings.Cut(rest, "<!-- ajar:end "+name+" -->\n")
		return []byte(before + after)
	}
	got, err := adr.Merge("a.md", cut("pros"), []byte(fresh))
	require.NoError(t, err)
	require.Equal(t, string(cut("pros")), string(got))
	_, err = adr.Merge("a.md", cut("outcome"), []byte(fresh))
	code, _ := codeOf(t, err)
	require.Equal(t, "AJ452", code)
}

// Marks that do not fit are refused with their line.
func TestBrokenMarksAreRefused(t *testing.T) {
	t.Parallel()
	fresh := write(t, report.Resolution{}, "en")
	lineOf := func(text, of string) int {
		before, _, ok := strings.Cut(text, of)
		require.True(t, ok)
		return strings.Count(before, "\n") + 1
	}
	beginOutcome, endOutcome := "<!-- ajar:begin outcome -->", "<!-- ajar:end outcome -->"
	for name, c := range map[string]struct{ old, with, at string }{
		"misspelt":             {beginOutcome, "<!-- ajar: begin outcome -->", "<!-- ajar: begin"},
		"indented":             {beginOutcome, "  " + beginOutcome, "  " + beginOutcome},
		"quoted":               {beginOutcome, "> " + beginOutcome, "> " + beginOutcome},
		"capitals":             {endOutcome, "<!-- AJAR:END outcome -->", "<!-- AJAR"},
		"unknown":              {beginOutcome, "<!-- ajar:begin outcoms -->", "<!-- ajar:begin outcoms"},
		"never begun":          {beginOutcome, "", endOutcome},
		"never ended":          {endOutcome, "", "<!-- ajar:begin consequences"},
		"ended twice":          {endOutcome, endOutcome + "\n<!-- ajar:end  outcome -->", "<!-- ajar:end  outcome"},
		"begun inside":         {"## Decision Outcome", "<!-- ajar:begin more -->", "<!-- ajar:begin more"},
		"out of order":         {beginOutcome, "<!-- ajar:begin title -->\n<!-- ajar:end title -->\n" + beginOutcome, ""},
		"doubled":              {endOutcome, endOutcome + "\n" + beginOutcome + " \n" + endOutcome, beginOutcome + " \n"},
		"front in the body":    {beginOutcome, "<!-- ajar:begin front -->\n" + beginOutcome, "<!-- ajar:begin front"},
		"the last never ended": {"<!-- ajar:end more -->", "", "<!-- ajar:begin more"},
		"front never ended":    {"# ajar:end front\n", "", "# ajar:begin front"},
		"of the body in front": {"# ajar:begin front", "<!-- ajar:begin front -->", "<!-- ajar:begin front"},
		"front misspelt":       {"# ajar:begin front", "#ajar:begin front", "#ajar:begin"},
	} {
		text := strings.Replace(fresh, c.old, c.with, 1)
		require.NotEqual(t, fresh, text, name)
		_, err := adr.Merge("a.md", []byte(text), []byte(fresh))
		require.Error(t, err, name)
		code, line := codeOf(t, err)
		require.Equal(t, "AJ452", code, name)
		if c.at != "" {
			require.Equal(t, lineOf(text, c.at), line, "%s: %v", name, err)
		}
		_, err = adr.ReadResolution("a.md", []byte(text), rules.Core())
		require.Error(t, err, name)
	}
	// A front matter that is not closed is told as that, at the mark that shows it: the mark is right.
	for _, closing := range []string{"", "...\n", "----\n", "--\n"} {
		text := strings.Replace(fresh, "# ajar:end front\n---\n", "# ajar:end front\n"+closing, 1)
		require.NotEqual(t, fresh, text)
		_, err := adr.Merge("a.md", []byte(text), []byte(fresh))
		requireUnclosedFront(t, err, lineOf(text, "<!-- ajar:begin title"))
		_, err = adr.ReadResolution("a.md", []byte(text+"\n---\n"), rules.Core())
		requireUnclosedFront(t, err, lineOf(text, "<!-- ajar:begin title"))
		front, _, _ := strings.Cut(text, "<!--")
		_, err = adr.Merge("a.md", []byte(front), []byte(fresh))
		requireUnclosedFront(t, err, 0)
	}
	for _, text := range []string{"# Our record\n", "\n", " \t\r\n\n", "---\nstatus: accepted\n---\n\nText of ajar:begin and <!-- a comment -->.\n"} {
		_, err := adr.Merge("a.md", []byte(text), []byte(fresh))
		code, _ := codeOf(t, err)
		require.Equal(t, "AJ451", code)
	}
}

func requireUnclosedFront(t *testing.T, err error, line int) {
	t.Helper()
	code, at := codeOf(t, err)
	require.Equal(t, "AJ452", code)
	require.Equal(t, line, at)
	require.ErrorContains(t, err, "the front matter, which begins in line 1, is not closed with a line ---")
}

// The front matter says what was decided, whoever wrote it, or says with a line what it
// does not say.
func TestFrontMatterIsReadBack(t *testing.T) {
	t.Parallel()
	fresh := write(t, accepted, "en")
	change := func(old, with string) []byte {
		text := strings.Replace(fresh, old, with, 1)
		require.NotEqual(t, fresh, text, old)
		return []byte(text)
	}
	res, err := adr.ReadResolution("a.md", []byte(fresh), rules.Core())
	require.NoError(t, err)
	require.Equal(t, accepted, res)
	res, err = adr.ReadResolution("a.md", change("status: accepted", "status: proposed"), rules.Core())
	require.NoError(t, err)
	require.Equal(t, report.Resolution{}, res, "a decision is taken back")
	res, err = adr.ReadResolution("a.md", change(`["Mei", "Ada"]`, "Mei，Ada"), rules.Core())
	require.NoError(t, err)
	require.Equal(t, accepted, res)
	res, err = adr.ReadResolution("a.md", change("status: accepted", `status: "superseded by ADR-0007"`), rules.Core())
	require.NoError(t, err)
	require.Equal(t, "superseded by ADR-0007", res.Status)
	for _, c := range []struct {
		old, with, code string
		line            int
	}{
		{`decided: "hosted_api"`, `decided: "hosted_appi"`, "AJ453", 5},
		{`decided: "hosted_api"` + "\n", "", "AJ453", 3},
		{`["Mei", "Ada"]`, `[]`, "AJ453", 5},
		{`because: "We said so."`, `because: ""`, "AJ453", 5},
		{`because: "We said so."`, `because: [a]`, "AJ453", 6},
		{"# ajar:end front\n", "# ajar:end front\nstatus: rejected\n", "AJ017", 9},
		{"status: accepted\n", "", "", 0},
		{"# ajar:begin front\n", "decided: a\n# ajar:begin front\n", "AJ017", 6},
		{"# ajar:begin front\nstatus: accepted\n", "status: accepted\n# ajar:begin front\n", "AJ453", 2},
		{"status: accepted", "status: [", "AJ014", 2},
	} {
		_, err := adr.ReadResolution("a.md", change(c.old, c.with), rules.Core())
		if c.code == "" {
			require.NoError(t, err)
			continue
		}
		code, line := codeOf(t, err)
		require.Equal(t, c.code, code, "%v", err)
		require.Equal(t, c.line, line, "%s: %v", c.with, err)
	}
}
