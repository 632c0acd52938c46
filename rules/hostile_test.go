package rules_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/testkit"
	"github.com/ajar-decision/ajar/rules/tree"
)

// change is the small pack with one text in place of another.
type change struct{ file, old, with string }

func (c change) load(t *testing.T) diag.List {
	t.Helper()
	files := testkit.FilesOfSmallPack()
	text := string(files[c.file].Data)
	require.Contains(t, text, c.old)
	files[c.file] = &fstest.MapFile{Data: []byte(strings.Replace(text, c.old, c.with, 1))}
	_, err := rules.Load(files)
	list, _ := diag.From(err)
	require.Equal(t, err == nil, list == nil)
	return list
}

// condition gives the small pack with another condition of its duty.
func condition(with string) change {
	return change{"duties.yaml", "{places: {is: eu, precaution: true}}", with}
}

func TestSmallPackIsRight(t *testing.T) {
	t.Parallel()
	p, err := rules.Load(testkit.FilesOfSmallPack())
	require.NoError(t, err)
	require.NoError(t, p.Check())
}

// What cannot be meant is refused, once, with its place.
func TestWhatCannotBeMeantIsRefused(t *testing.T) {
	t.Parallel()
	for want, c := range map[string]change{
		"duties.yaml:2:43: AJ113 a comparison of \"places\" says both is and is_not":   condition("{places: {is: eu, is_not: us}}"),
		"duties.yaml:2:25: AJ103 expected a map, found null":                           condition("~"),
		"duties.yaml:2:31: AJ103 expected a map, found null":                           condition("{not: }"),
		"duties.yaml:2:25: AJ113 an empty map says neither":                            condition("{}"),
		"duties.yaml:2:26: AJ113 any is an empty list":                                 condition("{any: []}"),
		"duties.yaml:2:26: AJ113 sold names \"true\" twice":                            condition("{sold: [true, true]}"),
		"duties.yaml:2:26: AJ113 sold is an empty list":                                condition("{sold: []}"),
		"bars.yaml:4:11: AJ103 expected a map, found null":                             {"bars.yaml", `{rights: {is: "no", precaution: true}}`, "~"},
		"options.yaml:24:32: AJ103 expected a map, found null":                         {"options.yaml", "dimensions: {trust: {open: 0.7, closed: 0.5, because: More is seen.}}", "dimensions: ~"},
		"options.yaml:32:5: AJ113 options \"split\" and \"public\" are both at step 1": {"options.yaml", "step: 2", "step: 1"},
		"options.yaml:32:5: AJ113 public.step is -2":                                   {"options.yaml", "step: 2", "step: -2"},
		"options.yaml:2:5: AJ113 \"private\" states a number and names no source":      {"options.yaml", "source: [essay]", "source: []"},
		"pack.yaml:6:9: AJ113 \"beta\" states a number and names no source":            {"pack.yaml", "source: [essay]", "source: []"},
		"dimensions/income.yaml:31:5: AJ113 \"nothing_to_lose\" states a number":       {"dimensions/income.yaml", "text: Nothing is sold., source: [essay]", "text: Nothing is sold., source: []"},
		"dimensions/income.yaml:33:5: AJ113 \"many_users\" states a number":            {"dimensions/income.yaml", "tested it., claimed_by: [essay]", "tested it., claimed_by: []"},
		"dimensions/income.yaml:33:5: AJ113 claimed_by names \"essay\" twice":          {"dimensions/income.yaml", "tested it., claimed_by: [essay]", "tested it., claimed_by: [essay, essay]"},
		"steps.yaml:3:5: AJ113 for is an empty list":                                   {"steps.yaml", "for: [open, mixed]", "for: []"},
		"steps.yaml:3:5: AJ113 for names \"open\" twice":                               {"steps.yaml", "for: [open, mixed]", "for: [open, open]"},
		"steps.yaml:3:5: AJ113 for, not_for names \"mixed\" twice":                     {"steps.yaml", "for: [open, mixed]", "for: [open, mixed], not_for: [mixed]"},
		"duties.yaml:2:5: AJ113 acts is an empty list":                                 {"duties.yaml", "acts: [publish]", "acts: []"},
		"components.yaml:12:5: AJ113 levels is an empty list":                          {"components.yaml", "levels: [{id: low, title: low, needs: [core]}]", "levels: []"},
		"options.yaml:21:9: AJ113 gives, keeps names \"core\" twice":                   {"options.yaml", "keeps: [extras]", "keeps: [core]"},
		"facts.yaml:18:5: AJ107 users.max is +Inf":                                     {"facts.yaml", "max: 100", "max: .inf"},
		"facts.yaml:18:5: AJ107 users.min is -Inf":                                     {"facts.yaml", "min: 0", "min: -.inf"},
		"facts.yaml:2:5: AJ107 sold.min is NaN":                                        {"facts.yaml", "type: bool,", "type: bool, min: .nan,"},
		"bars.yaml:2:5: AJ117 bar \"no_right\" leaves no release":                      {"bars.yaml", "forbids: [publish, relicense]\n    \"on\": [work]\n    component: extras\n    escapes:\n      - {id: bought, find_out: {rights: full}, text: The rights were bought.}\n      - {id: ask, do: {all: []}, text: Ask for them.}\n", "forbids: [run]\n"},
	} {
		t.Run(want, func(t *testing.T) {
			t.Parallel()
			list := c.load(t)
			require.Len(t, list, 1, "%v", list)
			require.Contains(t, list[0].Error(), want)
			require.NotRegexp(t, `\{[a-z]+\}`, list[0].Message("en")+list[0].Message("zh"))
			require.Regexp(t, `\p{Han}`, list[0].Message("zh"))
		})
	}
}

// Answers decide no condition of these.
func TestConditionsThatNoAnswerChanges(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"{kind: model, not: {kind: model}}":                                       "no",
		"{any: [{sold: true}, {sold: false}]}":                                    "yes",
		"{sold: [true, false]}":                                                   "yes",
		"{kind: {is_not: [software, model, both]}}":                               "no",
		"{users: {at_least: 0}}":                                                  "yes", // its least
		"{users: {at_most: 100}}":                                                 "yes",
		"{all: [{users: {at_least: 50}}, {users: {at_most: 49.9}}]}":              "no",
		"{any: [{users: {at_least: 50}}, {users: {at_most: 50}}]}":                "yes",
		"{kind: both, rights: full}":                                              "no", // what the guard of rights rules out
		"{any: [{kind: both}, {rights: [\"no\", partial, full]}]}":                "yes",
		"{places: {is_only: eu}, not: {places: eu}}":                              "no",
		"{places: nowhere, any: [{places: eu}]}":                                  "no", // nowhere stands alone
		"{places: [eu, us, nowhere]}":                                             "yes",
		"{places: {is_not: [eu, us, nowhere]}}":                                   "no",
		"{any: [{places: {is_only: eu}}, {places: us}, {places: nowhere}]}":       "yes",
		"{any: [{sold: true}, {all: []}]}":                                        "yes",
		"{rights: {at_least: \"no\"}, any: [{kind: both}]}":                       "no",
		"{not: {all: [{users: {at_least: 50}}, {not: {users: {at_least: 20}}}]}}": "yes",
		"{kind: {is_not: [software, model], precaution: true}, any: [{sold: true}, {not: {sold: true}}], all: [{kind: model}]}": "no",
	} {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			list := condition(text).load(t)
			require.Len(t, list, 1, "%v", list)
			require.Equal(t, "AJ116", list[0].Code)
			require.Equal(t, map[string]string{"id": "notices", "truth": want}, list[0].Args)
		})
	}
}

// Answers decide all of these, though narrowly.
func TestConditionsThatAnswersDecide(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"{all: []}", // says that it always holds
		"{all: [{users: {at_least: 50}}, {users: {at_most: 50}}]}",
		"{users: {at_least: 100}}", "{users: {at_most: 0}}",
		"{any: [{users: {at_least: 50}}, {users: {at_most: 49.9}}]}",
		"{rights: [\"no\", partial, full]}", // not asked where it is both
		"{kind: {is_not: [software, model, both], precaution: true}}",
		"{all: [{sold: {is_not: true, precaution: true}}, {sold: {is_not: false, precaution: true}}]}",
		"{places: [eu, us]}", "{places: {is_only: eu}}", "{all: [{places: eu}, {places: us}]}",
		"{all: [{places: {is: eu, precaution: true}}, {places: {is: nowhere, precaution: true}}]}",
	} {
		require.Empty(t, condition(text).load(t), text)
	}
}

// That the last fact cannot be two things at once is found after all others were tried:
// of few facts at once, of many not within the bound, and the condition is taken as it is.
func TestDecidingIsBounded(t *testing.T) {
	t.Parallel()
	load := func(pairs int) diag.List {
		files := testkit.FilesOfSmallPack()
		var facts, all strings.Builder
		for i := range 2 * pairs {
			fmt.Fprintf(&facts, "  - {id: p%d, type: bool, title: a, question: b, why: c, source: [essay]}\n", i)
		}
		for i := range pairs {
			fmt.Fprintf(&all, "{any: [{p%d: true}, {p%d: true}]}, ", 2*i, 2*i+1)
		}
		files["facts/points.yaml"] = &fstest.MapFile{Data: []byte("facts:\n" + facts.String())}
		text := strings.Replace(string(files["duties.yaml"].Data), condition("").old, "{all: ["+all.String()+"{sold: true}, {not: {sold: true}}]}", 1)
		files["duties.yaml"] = &fstest.MapFile{Data: []byte(text)}
		_, err := rules.Load(files)
		list, _ := diag.From(err)
		return list
	}
	list := load(3)
	require.Len(t, list, 1)
	require.Equal(t, "AJ116", list[0].Code)
	require.Empty(t, load(25))
}

// Whatever is too much is told in one line, and told at once.
func TestTooMuchIsRefused(t *testing.T) {
	t.Parallel()
	nested := func(n int) string {
		return strings.Repeat("{kind: software, not: ", n) + "{kind: software}" + strings.Repeat("}", n)
	}
	nots := func(n int) string { return strings.Repeat("{not: ", n) + "{sold: true}" + strings.Repeat("}", n) }
	thresholds := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "{users: {at_least: %d.5}}, ", i)
		}
		return "{any: [" + b.String() + "{sold: true}]}"
	}
	for name, tc := range map[string]struct {
		change
		code string
	}{
		"22 levels":        {condition(nested(22)), ""},
		"1000 levels":      {condition(nested(1000)), "AJ019"},
		"60 times not":     {condition(nots(60)), ""},
		"80 times not":     {condition(nots(80)), "AJ113"},
		"10,000 times not": {condition(nots(10_000)), "AJ014"},
		"28 numbers":       {condition(thresholds(28)), ""}, // and two of others
		"29 numbers":       {condition(thresholds(29)), "AJ113"},
		"wide":             {condition("{any: [" + strings.Repeat("{sold: true, kind: model}, ", 300) + "]}"), "AJ113"},
		"documents":        {change{"facts.yaml", "facts:\n", strings.Repeat("---\na: 1\n", 5000)}, "AJ015"},
		"aliases":          {change{"facts.yaml", "facts:\n", "x: &x [1, 2]\ny: [*x]\nfacts:\n"}, "AJ016"},
		"separators":       {change{"facts.yaml", "facts:\n", "facts: [" + strings.Repeat("[],", 200_000) + "]\n"}, "AJ018"},
		"a large file":     {change{"facts.yaml", "facts:\n", "facts:\n#" + strings.Repeat("x", tree.MaxSize)}, "AJ011"},
		"not UTF-8":        {change{"facts.yaml", "facts:\n", "facts:\n# \xff\n"}, "AJ012"},
		"a byte order":     {change{"facts.yaml", "facts:\n", "\ufefffacts:\n"}, ""},
		"carriage returns": {change{"facts.yaml", "facts:\n", "facts:\r\n"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			list := tc.load(t)
			if tc.code == "" {
				require.Empty(t, list)
				return
			}
			require.NotEmpty(t, list)
			require.Equal(t, tc.code, list[0].Code, "%v", list)
			require.Less(t, len(list), 3)
		})
	}
}

// A file that cannot be read is told first, and once: nothing of what it would have said
// is missed elsewhere.
func TestBrokenFilesStandFirstAndOnce(t *testing.T) {
	t.Parallel()
	for name := range testkit.FilesOfSmallPack() {
		files := testkit.FilesOfSmallPack()
		files[name] = &fstest.MapFile{Data: []byte("a: [1")}
		_, err := rules.Load(files)
		list, _ := diag.From(err)
		require.Len(t, list, 1, "%v", err)
		require.Equal(t, name+":1: AJ014", fmt.Sprint(list[0].Pos, ": ", list[0].Code))
		// Beside mistakes of another file that comes first by its name.
		files["acts.yaml"] = &fstest.MapFile{Data: append([]byte("a: 1\n"), testkit.FilesOfSmallPack()["acts.yaml"].Data...)}
		if name == "acts.yaml" {
			continue
		}
		_, err = rules.Load(files)
		list, _ = diag.From(err)
		require.Len(t, list, 2, "%v", err)
		require.Equal(t, []string{name, "acts.yaml"}, []string{list[0].Pos.File, list[1].Pos.File})
	}
	files := testkit.FilesOfSmallPack()
	files["zh/facts.yaml"] = &fstest.MapFile{Data: []byte("a: [1")}
	files["acts.yaml"] = &fstest.MapFile{Data: append([]byte("a: 1\n"), files["acts.yaml"].Data...)}
	_, err := rules.Load(files)
	list, _ := diag.From(err)
	require.Len(t, list, 2)
	require.Equal(t, "zh/facts.yaml", list[0].Pos.File, "of texts too")
}
