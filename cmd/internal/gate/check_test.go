package gate_test

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rs/zerolog"
	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/cmd/internal/files"
	"github.com/ajar-decision/ajar/cmd/internal/gate"
	"github.com/ajar-decision/ajar/cmd/internal/output"
	"github.com/ajar-decision/ajar/cmd/internal/settings"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/profiles/lock"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// toy is the pack of package report, with an engine for it.
func toy(t *testing.T) *engine.Engine {
	t.Helper()
	pack, err := rules.Load(os.DirFS("../../../engine/report/testdata/pack"))
	require.NoError(t, err)
	e, err := engine.New(pack)
	require.NoError(t, err)
	return e
}

// open answers so that the verdict is open; without rights nothing can be given.
func open() engine.Profile {
	return engine.Profile{Name: "x", Weights: map[string]float64{"reach": 10}, Facts: map[string]engine.Answer{
		"rights": engine.Value("full"), "sold": engine.No, "harm": engine.Value("small"), "separable": engine.Yes, "users": engine.Unknown,
	}}
}

// check compares a profile with the lock of another, nil for no lock.
func check(t *testing.T, p engine.Profile, locked *engine.Profile, change func(*gate.Input)) *gate.Check {
	t.Helper()
	e := toy(t)
	in := gate.Input{
		Name: "x.yaml", LockPath: "x.lock.json", AcceptCommand: "ajar check x.yaml --update", FailOn: []string{gate.Changed, gate.Blocked},
		Today: func() string { return "2027-05-01" }, Pack: e.Pack(), Profile: p, Positions: map[string]diag.Pos{"rights": {File: "x.yaml", Line: 4, Col: 11}},
	}
	if locked != nil {
		r, err := e.Recommend(context.Background(), *locked)
		require.NoError(t, err)
		in.Lock = lock.FromRecommendation(r)
		in.OldLockText = in.Lock.Marshal()
	}
	if change != nil {
		change(&in)
	}
	c, err := gate.Run(context.Background(), e, in)
	require.NoError(t, err)
	return c
}

func write(t *testing.T, c *gate.Check, format string) string {
	t.Helper()
	var out bytes.Buffer
	o := output.Output{
		Settings: settings.Settings{Language: settings.Language{Code: "en"}, Format: format, FormatSet: true, Width: 80},
		Stdout:   &out, Files: files.New("", nil), Log: zerolog.Nop(),
	}
	require.NoError(t, o.Write(gate.Writers.Document("check", c)))
	return out.String()
}

func codeOf(t *testing.T, err error) string {
	t.Helper()
	if err == nil {
		return ""
	}
	list, ok := diag.From(err)
	require.True(t, ok)
	return list[0].Code
}

// Each condition holds where it should, and the check fails on those it was asked to.
func TestConditions(t *testing.T) {
	t.Parallel()
	same, moved := open(), open()
	moved.Facts = maps.Clone(moved.Facts)
	moved.Facts["rights"] = engine.Value("no")
	stale := open()
	stale.ReviewBy = "2027-05-01"
	for name, c := range map[string]struct {
		now   engine.Profile
		holds []string
	}{
		"nothing moved": {same, []string{gate.Incomplete}},
		"a right lost":  {moved, []string{gate.Changed, gate.Incomplete}},
		"a day reached": {stale, []string{gate.Incomplete, gate.Stale}},
	} {
		for _, asked := range append(gate.Conditions(), "") {
			was := open()
			x := check(t, c.now, &was, func(in *gate.Input) { in.FailOn = []string{asked} })
			var d documents.Check
			require.NoError(t, json.Unmarshal([]byte(write(t, x, "json")), &d))
			var holds, fails []string
			for _, condition := range d.Conditions {
				if condition.Holds && condition.ID != gate.Undecided {
					holds = append(holds, condition.ID)
				}
				if condition.Holds && condition.Fails {
					fails = append(fails, condition.ID)
				}
			}
			require.Equal(t, c.holds, holds, name)
			require.Equal(t, fails, x.ListFailed(), "%s, asked for %s", name, asked)
			require.Equal(t, len(fails) > 0, codeOf(t, x.NewError()) == diag.CheckFailed(diag.Pos{}, "").Code, name)
		}
	}
}

// The answer that moved the verdict is named where it stands, in each format.
func TestMoverIsNamed(t *testing.T) {
	t.Parallel()
	was, now := open(), open()
	now.Facts = maps.Clone(now.Facts)
	now.Facts["rights"] = engine.Value("no")
	c := check(t, now, &was, nil)
	require.Contains(t, write(t, c, "text"), "rights: from full to no (line 4)")
	require.Contains(t, write(t, c, "md"), "    The answer that moved the verdict\n")
	require.Contains(t, write(t, c, "github"), "::error file=x.yaml,line=4,col=11,title=ajar check%3A changed::")
	junit := write(t, c, "junit")
	require.Contains(t, junit, `<testsuite name="ajar check x.yaml" tests="7" failures="1"`)
	require.NoError(t, xml.Unmarshal([]byte(junit), new(struct{})))
}

// Without a lock the check fails and says how to make one.
func TestNoLock(t *testing.T) {
	t.Parallel()
	c := check(t, open(), nil, nil)
	require.Equal(t, diag.MissingLock(diag.Pos{}, "", "").Code, codeOf(t, c.NewError()))
	require.Contains(t, write(t, c, "text"), "ajar check x.yaml --update")
	path := filepath.Join(t.TempDir(), "x.lock.json")
	require.NoError(t, c.SaveLock(path))
	require.NoError(t, c.NewError(), "the verdict is accepted")
	require.FileExists(t, path)
}

// A lock that somebody else wrote meanwhile is not replaced.
func TestLockOfSomeoneElseStays(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "x.lock.json")
	require.NoError(t, os.WriteFile(path, []byte("theirs"), 0o600))
	require.Error(t, check(t, open(), nil, nil).SaveLock(path))
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, "theirs", string(text))
}

func TestFailOn(t *testing.T) {
	t.Parallel()
	var list diag.List
	require.Equal(t, []string{"changed", "stale"}, gate.ParseFailOn("changed, stale", &list))
	require.Empty(t, list)
	gate.ParseFailOn("chnaged,nope", &list)
	require.Len(t, list, 2)
	require.True(t, strings.Contains(list[0].Suggest, "changed"))
}

// Every form of a check tells answers that exclude each other, with the line of
// each, and fails only if it is asked to.
func TestContradictionsInACheck(t *testing.T) {
	t.Parallel()
	e, err := engine.New(rules.Core())
	require.NoError(t, err)
	c, err := gate.Run(context.Background(), e, gate.Input{
		Name: "x.yaml", LockPath: "x.lock.json", Pack: e.Pack(), Today: func() string { return "2027-05-01" },
		Profile: engine.Profile{
			Facts: map[string]engine.Answer{"release_status": engine.Value("open_already"), "present_terms": engine.Value("proprietary")},
			Notes: map[string]engine.Note{"release_status": {Layer: "x.yaml"}, "present_terms": {Layer: "x.yaml"}},
		},
		Positions: map[string]diag.Pos{"release_status": {File: "x.yaml", Line: 4, Col: 3}, "present_terms": {File: "x.yaml", Line: 9, Col: 3}},
	})
	require.NoError(t, err)
	const both = "exclude each other: Present terms (present_terms; x.yaml:9) and Status today (release_status; x.yaml:4)."
	for _, format := range []string{"text", "md", "junit"} {
		got := strings.Join(strings.Fields(strings.NewReplacer(`\_`, "_", "`", "").Replace(write(t, c, format))), " ")
		require.Equal(t, 1, strings.Count(got, both), "%s\n%s", format, got)
	}
	got := write(t, c, "github")
	require.Contains(t, got, "::warning file=x.yaml,line=4,col=3,title=ajar check%3A exclusion::")
	require.Contains(t, got, "::warning file=x.yaml,line=9,col=3,title=ajar check%3A exclusion::")
	var d documents.Check
	require.NoError(t, json.Unmarshal([]byte(write(t, c, "json")), &d))
	require.Len(t, d.Warnings, 1)
	require.Contains(t, d.Warnings[0].Text, both)
	require.Empty(t, c.ListFailed())
	c.FailOn = []string{gate.Contradictory}
	require.Equal(t, []string{gate.Contradictory}, c.ListFailed())
	require.Contains(t, write(t, c, "text"), "contradictory  yes; answers contradict each other in 1 point")
	require.Contains(t, write(t, c, "github"), "::error file=x.yaml,line=4,col=3,title=ajar check%3A exclusion::")
	require.Contains(t, write(t, c, "junit"), `type="contradictory"`)
}

// Comparisons that contradict one another meet the condition too, at their own lines;
// answers that are seldom true together do not.
func TestContradictoryIsACondition(t *testing.T) {
	t.Parallel()
	e, err := engine.New(rules.Core())
	require.NoError(t, err)
	run := func(p engine.Profile) *gate.Check {
		c, err := gate.Run(context.Background(), e, gate.Input{
			Name: "x.yaml", LockPath: "x.lock.json", Pack: e.Pack(), Today: func() string { return "2027-05-01" }, Profile: p, FailOn: []string{gate.Contradictory},
			Positions: map[string]diag.Pos{
				"adoption_reach / ip_secrecy": {File: "x.yaml", Line: 2, Col: 60}, "ip_secrecy / data_privacy": {File: "x.yaml", Line: 3, Col: 58},
				"data_privacy / adoption_reach": {File: "x.yaml", Line: 3, Col: 58}, "adoption_reach": {File: "x.yaml", Line: 9, Col: 1},
			},
		})
		require.NoError(t, err)
		return c
	}
	in := elicit.Input{Pairs: []elicit.Judgement{
		{A: "adoption_reach", B: "ip_secrecy", Times: 3}, {A: "ip_secrecy", B: "data_privacy", Times: 3}, {A: "data_privacy", B: "adoption_reach", Times: 3},
	}}
	weights, err := in.Weights()
	require.NoError(t, err)
	c := run(engine.Profile{Weights: weights, WeightsFrom: in})
	require.Equal(t, []string{gate.Contradictory}, c.ListFailed())
	github := write(t, c, "github")
	require.Equal(t, 2, strings.Count(github, "title=ajar check%3A comparisons::These comparisons go round"), "each place once")
	require.Contains(t, github, "::error file=x.yaml,line=2,col=60,")
	var d documents.Check
	require.NoError(t, json.Unmarshal([]byte(write(t, c, "json")), &d))
	require.Len(t, d.Warnings[0].Comparisons, 3)
	require.InDelta(t, 1.0/9, d.Warnings[0].Reconsider.Suggested, 1e-6)

	c = run(engine.Profile{Facts: map[string]engine.Answer{"must_recoup": engine.Yes, "revenue_source": engine.Value("none")}})
	require.Empty(t, c.ListFailed())
	require.Contains(t, write(t, c, "text"), "contradictory  no; no answers contradict each other, but some are seldom true")
	require.Contains(t, write(t, c, "github"), "::warning file=x.yaml,title=ajar check%3A exclusion::")
}

// While the answer that a rule waits for is missing the check fails; once it is
// given, and what is left is to be done, it passes.
func TestNotReadyWaitsForAnswers(t *testing.T) {
	t.Parallel()
	waits, toDo := open(), open()
	waits.Facts, toDo.Facts = maps.Clone(waits.Facts), maps.Clone(toDo.Facts)
	waits.Facts["rights"], toDo.Facts["rights"] = engine.Value("partial"), engine.Value("partial")
	waits.Facts["separable"] = engine.Unknown
	fail := func(in *gate.Input) { in.FailOn = gate.DefaultConditions() }
	c := check(t, waits, &waits, fail)
	require.Equal(t, []string{gate.NotReady}, c.ListFailed())
	require.Contains(t, write(t, c, "text"), "the release is forbidden until this is answered: separable")
	require.Contains(t, write(t, c, "text"), "NOT YET OPEN: Open, permissive; until then CLOSED: Closed product")
	c = check(t, toDo, &toDo, fail)
	require.Empty(t, c.ListFailed())
	require.Contains(t, write(t, c, "text"), "no rule that is known to hold waits for an answer; 1 thing")
	precaution := open() // nobody said whether harm was looked at: a doubt, not a known rule
	c = check(t, precaution, &precaution, fail)
	require.Empty(t, c.ListFailed())
	// What may be done now is part of what a lock accepts.
	was := open()
	require.Equal(t, []string{gate.Changed}, check(t, toDo, &was, fail).ListFailed())
}

// A first lock that would keep no verdict is refused, unless somebody insists; later ones
// are not.
func TestFirstLockNeedsAVerdict(t *testing.T) {
	t.Parallel()
	code := diag.UndecidedLockNoBasis(diag.Pos{}, "").Code
	path := filepath.Join(t.TempDir(), "x.lock.json")
	c := check(t, engine.Profile{Name: "x"}, nil, nil)
	require.NoError(t, c.SaveLock(path))
	require.NoFileExists(t, path)
	require.Equal(t, code, codeOf(t, c.NewError()))
	require.Contains(t, write(t, c, "text"), "ajar check x.yaml --update --allow-undecided")
	require.Contains(t, write(t, c, "json"), `"updated": false`)

	c = check(t, engine.Profile{Name: "x"}, nil, func(in *gate.Input) { in.AllowUndecided = true })
	require.NoError(t, c.SaveLock(path))
	require.NoError(t, c.NewError())
	require.FileExists(t, path)

	was, moved := open(), filepath.Join(t.TempDir(), "x.lock.json")
	c = check(t, engine.Profile{Name: "x"}, &was, nil)
	require.NoError(t, os.WriteFile(moved, c.OldLockText, 0o600))
	require.NoError(t, c.SaveLock(moved), "a verdict that is gone is a change like any other")
	require.NoError(t, c.NewError())
}
