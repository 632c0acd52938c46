package testkit

import (
	"flag"
	"os"
	"runtime/debug"
	"strconv"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

// Times says how often a test does what is enough when done n times: a tenth
// of it with -short, ten times as often in "make long".
func Times(n int) int {
	switch {
	case testing.Short():
		return max(1, n/10)
	case os.Getenv("AJAR_LONG_TESTS") != "":
		return 10 * n
	}
	return n
}

// Stride is the step through a list for tests that do the same with each thing
// in it: every tenth with -short, else all.
func Stride() int { return StrideOf(1) }

// StrideOf is Stride for what takes long and is seen in every nth thing of a list
// as well: a tenth of these with -short, all in "make long".
func StrideOf(n int) int {
	switch {
	case testing.Short():
		return 10 * n
	case os.Getenv("AJAR_LONG_TESTS") != "":
		return 1
	}
	return n
}

// Tests allocate much and hold little, so that to collect the garbage a quarter as often
// spares a tenth to a quarter of their time. GOGC says otherwise.
func init() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
}

// usual is how many inputs a property is checked on.
const usual = 100

// setChecks tells rapid how many inputs that is in this run, unless the
// command line says so. With -short, rapid takes a fifth of what it is told.
var setChecks = sync.OnceValue(func() error {
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == "rapid.checks" })
	if given {
		return nil
	}
	n := Times(usual)
	if testing.Short() {
		n *= 5
	}
	return flag.Set("rapid.checks", strconv.Itoa(n))
})

// Check runs a property on random inputs.
func Check(t *testing.T, property func(*rapid.T)) {
	t.Helper()
	if err := setChecks(); err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, property)
}
