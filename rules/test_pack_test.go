package rules_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

func TestCoreIsTested(t *testing.T) {
	t.Parallel()
	tested, err := rules.TestPack(os.DirFS("core"))
	require.NoError(t, err)
	require.Greater(t, tested.Cases, 3*tested.Rules-1)
}

// onlyTests gives the core pack with one test file and no other.
func onlyTests(t *testing.T, tests string) fstest.MapFS {
	t.Helper()
	files := coreFiles(t)
	for name := range files {
		if strings.HasSuffix(name, "_test.yaml") {
			delete(files, name)
		}
	}
	files["laws_test.yaml"] = &fstest.MapFile{Data: []byte("tests:\n" + tests)}
	return files
}

// run gives what the runner says about one rule.
func run(t *testing.T, rule, tests string) []string {
	t.Helper()
	_, err := rules.TestPack(onlyTests(t, tests))
	list, ok := diag.From(err)
	require.True(t, ok, "%v", err)
	var out []string
	for _, d := range list {
		if d.Args["rule"] == rule || d.Code != "AJ121" {
			out = append(out, d.Error())
		}
	}
	return out
}

func TestPackTestsPass(t *testing.T) {
	t.Parallel()
	require.Empty(t, run(t, "others_own_parts", `
  - rule: others_own_parts
    fires: [{rights_cleared: "no"}, {upstream_terms: proprietary, uncleared_parts_separable: false}]
    escapes: {rights_cleared: partial, uncleared_parts_separable: true}
    unknown: {rights_cleared: unknown}
  - rule: others_own_parts
    not: {rights_cleared: full, upstream_terms: na}
`))
}

func TestPackTestsFail(t *testing.T) {
	t.Parallel()
	require.Equal(t, []string{
		`laws_test.yaml:5:12: AJ120 the test of "secrecy" expects "fires", but these facts give "not"; correct the rule or the test`,
		`laws_test.yaml:6:11: AJ120 the test of "secrecy" expects "not", but these facts give "unknown"; correct the rule or the test`,
		`laws_test.yaml:7:19: AJ120 the test of "secrecy" expects "unknown", but these facts give "fires"; correct the rule or the test`,
	}, run(t, "secrecy", `
  - rule: secrecy
    
    fires: {confidentiality_duty: false}
    not: [{}]
    unknown: [{}, {confidentiality_duty: true}]
`))
}

func TestPackTestsAreOwed(t *testing.T) {
	t.Parallel()
	got := run(t, "others_own_parts", `
  - rule: others_own_parts
    fires: {rights_cleared: "no"}
`)
	require.Len(t, got, 1)
	require.Contains(t, got[0], `AJ121 "others_own_parts" has no test for: not, unknown, escapes`)
	require.True(t, strings.HasPrefix(got[0], "bars.yaml:"), got[0])
}

func TestPackTestsNameWhatExists(t *testing.T) {
	t.Parallel()
	got := strings.Join(run(t, "secrecy", `
  - rule: secrcy
    fires: {}
  - rule: secrecy
    fires: {confidentiality_dty: true, confidentiality_duty: true}
    not: {confidentiality_duty: "maybe"}
    unknown: 3
    nott: {}
`), "\n")
	for _, want := range []string{
		`laws_test.yaml:3:5: AJ105`, `did you mean "secrecy"?`,
		`laws_test.yaml:6:13: AJ105`, `did you mean "confidentiality_duty"?`,
		`laws_test.yaml:7:11: AJ104`,
		`laws_test.yaml:8:14: AJ103`,
		`laws_test.yaml:9:5: AJ101`, `did you mean "not"?`,
	} {
		require.Contains(t, got, want)
	}
}

// A guard that is false makes its fact not apply, so a comparison that would
// hold by itself does not.
func TestReadingAppliesGuards(t *testing.T) {
	t.Parallel()
	guard := rules.Condition{Fact: "kind", Test: rules.Is, Values: []string{"model"}}
	p := &rules.Pack{Facts: []rules.Fact{
		{ID: "size", Type: rules.NumberFact, Max: 100, AskedIf: &guard},
		{ID: "kind", Type: rules.EnumFact, Values: []rules.FactValue{{ID: "software"}, {ID: "model"}}},
	}}
	large := &rules.Condition{Fact: "size", Test: rules.AtLeast, Values: []string{"50"}}
	notLarge := &rules.Condition{Op: rules.Not, Of: []rules.Condition{*large}}
	for _, c := range []struct {
		answers  map[string]string
		large    rules.Truth
		notLarge rules.Truth
		size     string
	}{
		{map[string]string{"size": "50"}, rules.True, rules.False, "50"}, // stated while the guard is unknown
		{map[string]string{"size": "49.5", "kind": "model"}, rules.False, rules.True, "49.5"},
		{map[string]string{"size": "70", "kind": "software"}, rules.False, rules.True, "na"},
		{map[string]string{"kind": "model"}, rules.Unknown, rules.Unknown, "unknown"},
		{map[string]string{"size": "70", "kind": "na"}, rules.False, rules.True, "na"},
	} {
		r := p.ReadAnswers(c.answers)
		require.Equal(t, c.large, r.Truth(large), c.answers)
		require.Equal(t, c.notLarge, r.Truth(notLarge), c.answers)
		require.Equal(t, c.size, r.Answer("size"), c.answers)
	}
}
