package rules_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// testSmall gives what the runner says about the small pack with some tests, but for the
// cases that every condition owes.
func testSmall(t *testing.T, head, tests string) diag.List {
	t.Helper()
	files := testkit.FilesOfSmallPack()
	files["all_test.yaml"] = &fstest.MapFile{Data: []byte(head + "tests:\n" + tests)}
	_, err := rules.TestPack(files)
	list, ok := diag.From(err)
	require.True(t, ok, "%v", err)
	var out diag.List
	for _, d := range list {
		if d.Code != "AJ121" || d.Args["case"] == "effect" {
			out = append(out, d)
		}
	}
	return out
}

func TestTestsSayWhatRulesDo(t *testing.T) {
	t.Parallel()
	require.Empty(t, testSmall(t, "", `
  - rule: many_users
    does: {dimension: income, pull: open, strength: 0.40}
  - rule: trust.open_advantage
    does: {serves: {reach: 1.0}}
  - rule: nothing_to_lose
    does: {factor: 0.5}
  - rule: nothing_to_lose
    does: {on: [income.closed_advantage]}
  - {rule: no_right, does: {forbids: [publish, relicense], on: [work], component: extras, escapes: [bought, ask]}}
  - rule: core_and_extras
    does: {captures: {dimensions: {trust: {open: 0.7, closed: 0.5}}}, raises: {many_users: 0.9}, gives: [core], keeps: [extras]}
  - {rule: split, does: {step: 1, stance: mixed, acts_if: [{acts: [relicense], on: [work]}], forms: [core_and_extras]}}
  - {rule: core, does: {kind: work, advice: [core_out, core_in]}}
  - {rule: measure, does: {about: core, levels: [{id: low, needs: [core]}]}}
  - {rule: places, does: {type: set, values: [eu, us, {id: nowhere, alone: true}]}}
  - {rule: sold_nowhere, does: {rarely: true}}
  - {rule: pack, does: {constants: {beta: 0.4, k: 2, margin: 0.02, cap: 1.5}, facts: [sold, kind, rights, users, places]}}
`))
}

func TestTestsSayWhatRulesDoNot(t *testing.T) {
	t.Parallel()
	var got []string
	for _, d := range testSmall(t, "", `
  - rule: many_users
    does: {strength: 0.5, pull: closed, factor: 2}
  - rule: core_and_extras
    does: {captures: {dimensions: {trust: {open: 0.7}, income: {open: 1, closed: 1}}}, raises: {many_users: 0.8}}
  - rule: clear
    does: {order: [1]}
  - rule: choose_mit
    does: {parts: [extras, core]}
`) {
		got = append(got, strings.TrimSuffix(d.Error(), "; correct the rule or the test"))
	}
	require.Equal(t, []string{
		`all_test.yaml:4:12: AJ120 the test of "many_users" says that it does "strength: 0.5", but it does "strength: 0.4"`,
		`all_test.yaml:4:27: AJ120 the test of "many_users" says that it does "pull: closed", but it does "pull: open"`,
		`all_test.yaml:4:41: AJ120 the test of "many_users" says that it does "factor: 2", but it does "factor: null"`,
		`all_test.yaml:6:36: AJ120 the test of "core_and_extras" says that it does "captures.dimensions.trust.closed: null", but it does "captures.dimensions.trust.closed: 0.5"`,
		`all_test.yaml:6:56: AJ120 the test of "core_and_extras" says that it does "captures.dimensions.income: {open: 1, closed: 1}", but it does "captures.dimensions.income: null"`,
		`all_test.yaml:6:97: AJ120 the test of "core_and_extras" says that it does "raises.many_users: 0.8", but it does "raises.many_users: 0.9"`,
		`all_test.yaml:8:12: AJ120 the test of "clear" says that it does "order: [1]", but it does "order: 1"`,
		`all_test.yaml:10:12: AJ120 the test of "choose_mit" says that it does "parts: [extras, core]", but it does "parts: [core, extras]"`,
	}, got)
}

// A pack that asks for it owes what every rule does. What the messages give to write is
// all that is owed, and right.
func TestWhatRulesDoIsOwedWhereAPackAsksForIt(t *testing.T) {
	t.Parallel()
	require.Empty(t, testSmall(t, "", "  - {rule: many_users, does: {strength: 0.4}}\n"), "not asked for")
	const head, one = "does: required\n", "  - {rule: many_users, does: {strength: 0.4}}\n"
	said := map[string]string{}
	tests := writeWhatIsOwed(testSmall(t, head, one), func(d diag.Diagnostic) {
		require.Equal(t, "AJ121", d.Code)
		require.NotZero(t, d.Pos.Line+len(d.Pos.File), d.Error())
		said[d.Args["rule"]] = d.Error()
	})
	require.Contains(t, said["many_users"], `AJ121 no test says what the argument "many_users" does; if the rule is right, write: does: {dimension: income, pull: open}`)
	for _, id := range []string{"pack", "sold", "reach", "trust", "trust.open_advantage", "nothing_to_lose", "private", "core_and_extras", "no_right", "notices", "core", "core_out", "measure", "choose_mit", "inherited", "publish_it", "sell_support", "sold_nowhere"} {
		require.Contains(t, said, id)
	}
	require.Empty(t, testSmall(t, head, one+tests))
}

// writeWhatIsOwed writes the entries that messages give.
func writeWhatIsOwed(list diag.List, each func(diag.Diagnostic)) string {
	var tests strings.Builder
	for _, d := range list {
		each(d)
		fmt.Fprintf(&tests, "  - {rule: %s, kind: %s, does: %s}\n", d.Args["rule"], d.Args["kind"], d.Args["does"])
	}
	return tests.String()
}

// Whatever stands in a test file is told or read; nothing of it panics.
func TestSpoiledTestFiles(t *testing.T) {
	t.Parallel()
	const head = "does: required\ntests:\n"
	text := head + writeWhatIsOwed(testSmall(t, "does: required\n", "  - {rule: reach}\n"), func(diag.Diagnostic) {}) + insideSmall
	words := regexp.MustCompile(`[\w.]+|[][{}:,"-]`)
	for seed := range uint64(testkit.Times(400)) {
		r := rand.New(rand.NewPCG(seed, 1))
		places, spoiled := words.FindAllStringIndex(text, -1), text
		for range 1 + r.IntN(3) {
			from, to := places[r.IntN(len(places))], places[r.IntN(len(places))]
			spoiled = strings.Replace(spoiled, text[max(0, to[0]-5):to[1]], text[max(0, to[0]-5):to[0]]+text[from[0]:from[1]], 1)
		}
		files := testkit.FilesOfSmallPack()
		files["all_test.yaml"] = &fstest.MapFile{Data: []byte(spoiled)}
		_, err := rules.TestPack(files)
		list, ok := diag.From(err)
		require.True(t, ok && len(list) > 0, "%d: %v", seed, err)
		require.NotEmpty(t, list.Error())
	}
}

// insideSmall are tests of conditions inside the rules of the small pack.
const insideSmall = `
  - {rule: rights, condition: asked_if, fires: {kind: model}, not: {kind: both}, unknown: {}}
  - {rule: core_and_extras, condition: raises.many_users, fires: {users: 50}, not: {users: 49}, unknown: {sold: true}}
  - {rule: split, condition: acts_if.1, fires: {sold: true}, not: {sold: false}, unknown: {}}
  - {rule: no_right, condition: escapes.bought, fires: {rights: full}, not: {rights: partial}}
`

// So are the cases of conditions that stand inside rules.
func TestConditionsInsideRulesAreTested(t *testing.T) {
	t.Parallel()
	files := testkit.FilesOfSmallPack()
	files["all_test.yaml"] = &fstest.MapFile{Data: []byte("does: required\ntests:" + insideSmall)}
	_, err := rules.TestPack(files)
	require.ErrorContains(t, err, `AJ121 "no_right: escapes.bought" has no test for: unknown; add`)
	for _, inside := range []string{"rights: asked_if", "raises.many_users", "acts_if.1"} {
		require.NotContains(t, err.Error(), inside)
	}
	got := testSmall(t, "", strings.Replace(insideSmall, "users: 50", "users: 49", 1)+`
  - {rule: core_and_extras, condition: raises.many_user, fires: {users: 50}}
  - {rule: reach, fires: {sold: true}}
  - {rule: core, kind: argument, does: {kind: work}}
`).Error()
	for _, want := range []string{
		`AJ120 the test of "core_and_extras: raises.many_users" expects "fires", but these facts give "not"`,
		`AJ105 unknown condition "raises.many_user"; did you mean "raises.many_users"?`,
		`AJ105 unknown rule with a condition "reach"`,
		`AJ104 "argument" is not a value of "kind"; allowed: component`,
	} {
		require.Contains(t, got, want)
	}
}

// Of rules with one id an entry means the one of the kind that it names, or the only one
// with a condition.
func TestRulesOfOneIDAreToldApartByKind(t *testing.T) {
	t.Parallel()
	got := testSmall(t, "", `
  - {rule: public, does: {step: 2}}
  - {rule: publish, kind: act, does: {}}
`)
	require.Empty(t, got)
	list := run(t, "open_core", `
  - {rule: open_core, does: {gives: [base_layer]}}
  - {rule: open_core, kind: option, does: {step: 0}}
  - {rule: in_house, does: {step: 0}}
  - {rule: in_house, kind: option, does: {step: 0}}
`)
	require.Len(t, list, 4, "%s", list)
	require.Contains(t, list[0]+list[1]+list[2]+list[3], `says that it does "gives: [base_layer]"`)
	require.Contains(t, list[0]+list[1]+list[2]+list[3], `"open_core" says that it does "step: 0", but it does "step: 5"`)
	require.Contains(t, list[0]+list[1]+list[2]+list[3], `AJ102 "kind" is missing`)
}

// Test files are bounded by themselves, as the files of a pack are.
func TestTooManyTestFilesAreRefused(t *testing.T) {
	t.Parallel()
	for want, add := range map[string]func(files fstest.MapFS){
		"a: AJ114 cannot read the pack file: too many files in one folder": func(files fstest.MapFS) {
			addTestFiles(files, "a", rules.MaxFiles+1, "tests: []")
		},
		"AJ115 the pack has too many files: 2001": func(files fstest.MapFS) {
			addTestFiles(files, "a", rules.MaxFiles/2, "tests: []")
			addTestFiles(files, "b", rules.MaxFiles/2+1, "tests: []")
		},
		"AJ115 the pack has too many bytes: ": func(files fstest.MapFS) {
			addTestFiles(files, "a", 17, "tests: []\n# "+strings.Repeat("a", 1<<20-20))
		},
	} {
		files := testkit.FilesOfSmallPack()
		add(files)
		_, err := rules.TestPack(files)
		list, _ := diag.From(err)
		require.Len(t, list, 1, "%s: %v", want, err)
		require.Contains(t, list[0].Error(), want)
	}
}

func addTestFiles(files fstest.MapFS, folder string, count int, text string) {
	for i := range count {
		files[fmt.Sprintf("%s/%d_test.yaml", folder, i)] = &fstest.MapFile{Data: []byte(text)}
	}
}
