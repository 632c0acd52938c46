package rules_test

import (
	"fmt"
	"testing/fstest"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// The core pack is data: everything it claims has a strength, a reason and a
// source.
func ExampleCore() {
	p := rules.Core()
	fmt.Println(p.Name, len(p.Dimensions), "dimensions", len(p.Priorities), "priorities", len(p.Options), "options")
	d := p.Dimensions[0]
	a := d.Arguments[0]
	fmt.Println(a.ID, "pulls", a.Pull)
	fmt.Println(a.Text.In("zh"))
	// Output:
	// core 11 dimensions 17 priorities 10 options
	// code_quality.open_advantage pulls open
	// 参与编写和评审的人多，代码更好、更易读。
}

// A pack of one's own is read from any file system. All mistakes of all files
// come at once, each with its place, a stable code and what to do.
func ExampleLoad_mistakes() {
	_, err := rules.Load(fstest.MapFS{
		"pack.yaml": {Data: []byte("name: mine\nversoin: \"1.0.0\"\n")},
	})
	list, _ := diag.From(err)
	for _, d := range list {
		if d.Pos.File == "pack.yaml" || d.Pos.File == "facts.yaml" {
			fmt.Println(d)
		}
	}
	// Output:
	// facts.yaml: AJ114 cannot read the pack file: file does not exist; check the folder
	// pack.yaml:1:1: AJ102 "version" is missing; add it
	// pack.yaml:1:1: AJ102 "groups" is missing; add it
	// pack.yaml:1:1: AJ102 "constants" is missing; add it
	// pack.yaml:2:1: AJ101 unknown key "versoin"; did you mean "version"?; allowed: name, version, groups, constants, asking
}

// Conditions are data in YAML: a map is "all of", a list "one of".
func ExampleCondition() {
	for _, d := range rules.Core().Dimensions {
		for _, a := range d.Arguments {
			if a.ID == "s1_product_is_income" {
				fmt.Println(a.When.Facts(nil))
			}
		}
	}
	// Output:
	// [artefact_is_product must_recoup]
}

// The tests of a pack stand beside its rules: when a rule holds, and what it does then.
// What differs, or is missing, is told with the words that would be right.
func ExampleTestPack() {
	files := testkit.FilesOfSmallPack() // of a pack of one's own: os.DirFS("pack")
	files["dimensions/income_test.yaml"] = &fstest.MapFile{Data: []byte(`does: required
tests:
  - rule: many_users
    fires: {users: 10}
    not: {users: 9, sold: true}
    unknown: {sold: true}
    does: {pull: open, strength: 0.5}
`)}
	_, err := rules.TestPack(files)
	list, _ := diag.From(err)
	for _, d := range list {
		if d.Args["rule"] == "many_users" {
			fmt.Println(d)
		}
	}
	// Output:
	// dimensions/income.yaml:33:5: AJ121 no test says what the argument "many_users" does; if the rule is right, write: does: {dimension: income}; add what is missing to a _test.yaml file
	// dimensions/income_test.yaml:7:24: AJ120 the test of "many_users" says that it does "strength: 0.5", but it does "strength: 0.4"; correct the rule or the test
}
