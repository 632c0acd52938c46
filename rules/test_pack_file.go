package rules

import (
	"io/fs"
	"path"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// packTests are the tests of a pack.
type packTests struct {
	all []packTest
	// isDoesRequired says that some file asks what every rule does.
	isDoesRequired bool
	unread, list   diag.List // mistakes of files that cannot be read at all, and others
}

// packTestReader reads test files, which have the bounds of [Load] for themselves.
type packTestReader struct {
	packTests
	files   packLoader
	folders int
}

// readPackTests reads the tests among some files.
func readPackTests(files fs.FS) *packTests {
	r := packTestReader{files: packLoader{files: packFiles{FS: files}, known: map[string]bool{}}}
	r.readFolder(".")
	r.unread.Add(r.files.unread...)
	return &r.packTests
}

// readFolder reads the tests of a folder and of those in it, until it is too much.
func (r *packTestReader) readFolder(folder string) {
	entries, err := r.files.files.list(folder)
	if r.folders++; r.folders > MaxFiles {
		err, r.files.isOver = errCrowded, true
	}
	if err != nil {
		r.unread.Add(diagnoseUnreadable(folder, err))
	}
	for _, entry := range entries {
		name := path.Join(folder, entry.Name())
		switch {
		case r.files.isOver:
			return
		case entry.IsDir():
			r.readFolder(name)
		case isTestFile(name):
			r.readFile(name)
		}
	}
}

func (r *packTestReader) readFile(name string) {
	var f packTestFile
	if n := r.files.parseFile(name); n != nil {
		tree.Decode(n, &f, &r.list)
	}
	r.isDoesRequired = r.isDoesRequired || bool(f.Does)
	r.all = append(r.all, f.Tests...)
}

// packTestFile is a file of tests.
type packTestFile struct {
	Does  doesWord   `tree:"does,optional"`
	Tests []packTest `tree:"tests"`
}

// doesWord is "required", or nothing.
type doesWord bool

const doesRequired = "required"

// DecodeTree reads the word.
func (r *doesWord) DecodeTree(n *tree.Node, list *diag.List) {
	if *r = n.Text == doesRequired; !*r {
		list.Add(diag.UnknownPackValue(n.At, n.Text, "does").OneOf(n.Text, []string{doesRequired}))
	}
}

// packTest is one entry of a test file.
type packTest struct {
	At   diag.Pos
	Rule string `tree:"rule"`
	// Kind tells rules of one id apart, Condition names one inside the rule.
	Kind      RuleKind  `tree:"kind,optional"`
	Condition string    `tree:"condition,optional"`
	Fires     factCases `tree:"fires,optional"`
	Not       factCases `tree:"not,optional"`
	Unknown   factCases `tree:"unknown,optional"`
	// Escapes shows what lifts a bar or can be done about it. Packs of the first
	// version say duty.
	Escapes factCases `tree:"escapes,optional"`
	Duty    factCases `tree:"duty,optional"`
	// Does says what the rule does.
	Does *doesNode `tree:"does,optional"`
}

// doesNode is a map as it was read.
type doesNode tree.Node

// DecodeTree keeps the map.
func (d *doesNode) DecodeTree(n *tree.Node, list *diag.List) {
	if tree.Expect(n, tree.Map, list) {
		*d = doesNode(*n)
	}
}

// hasCases reports whether the entry tells of a condition.
func (test *packTest) hasCases() bool {
	return len(test.Fires)+len(test.Not)+len(test.Unknown)+len(test.Escapes)+len(test.Duty) > 0
}
