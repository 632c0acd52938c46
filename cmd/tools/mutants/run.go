package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/ajar-decision/ajar/cmd/tools/mutants/switches"
)

// verdict is what became of a mutant.
type verdict string

const (
	killed    verdict = "killed"
	survived  verdict = "survived"
	timedOut  verdict = "timed out"
	unreached verdict = "unreached" // no test comes by
)

// test is one test and the mutants that it comes by.
type test struct {
	binary  testBinary
	name    string
	cost    time.Duration // of the processor, with nothing broken
	reaches []byte        // by number, 0 if not
}

// listTests runs every test alone, nothing broken, and notes what it comes by. Tests that
// fail so, because they look at the code itself or at the clock, are told and left out.
func listTests(binaries []testBinary, work string) ([]*test, error) {
	var tests []*test
	for _, b := range binaries {
		c := exec.Command(b.path, "-test.list", "^(Test|Fuzz|Example)")
		c.Dir = b.dir
		out, err := c.Output()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", b.dir, err)
		}
		for name := range strings.FieldsSeq(string(out)) {
			t := &test{binary: b, name: name}
			note := filepath.Join(work, "reached")
			if err := os.WriteFile(note, make([]byte, switches.Most+1), 0o600); err != nil {
				return nil, err
			}
			cost, v := runTests(b, []string{name}, 10*time.Minute, "AJAR_MUTANTS_REACHED="+note)
			if v != survived {
				fmt.Fprintf(os.Stderr, "left out, %s with nothing broken: %s %s\n", v, b.dir, name)
				continue
			}
			if t.reaches, err = os.ReadFile(note); err != nil {
				return nil, err
			}
			t.cost = cost
			tests = append(tests, t)
		}
	}
	slices.SortStableFunc(tests, func(a, b *test) int { return int(a.cost - b.cost) })
	return tests, nil
}

// cheap is how long the tests may take that are run first.
const cheap = time.Second

// judge runs the tests that come by a mutant, the cheap ones first.
func judge(id int, tests []*test) verdict {
	var first, rest []*test
	spent := time.Duration(0)
	for _, t := range tests {
		if t.reaches[id] == 0 {
			continue
		}
		if spent += t.cost; spent <= cheap || len(first) == 0 {
			first = append(first, t)
		} else {
			rest = append(rest, t)
		}
	}
	if len(first) == 0 {
		return unreached
	}
	for _, batch := range [][]*test{first, rest} {
		for len(batch) > 0 {
			b := batch[0].binary
			var names []string
			cost := time.Duration(0)
			batch = slices.DeleteFunc(batch, func(t *test) bool {
				if t.binary.path == b.path {
					names = append(names, t.name)
					cost += t.cost
				}
				return t.binary.path == b.path
			})
			if _, v := runTests(b, names, 3*time.Second+10*cost, fmt.Sprintf("AJAR_MUTANT=%d", id)); v != survived {
				return v
			}
		}
	}
	return survived
}

// runTests runs tests of one package until the first fails or the limit of the processor's
// time is spent, and tells what it took. A broken loop may ask for memory without end.
func runTests(b testBinary, names []string, limit time.Duration, setting string) (time.Duration, verdict) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*limit)
	defer cancel()
	for i, n := range names {
		names[i] = regexp.QuoteMeta(n)
	}
	script := fmt.Sprintf(`ulimit -t %d; ulimit -v 6000000; exec "$0" "$@"`, 1+int(limit.Seconds()))
	c := exec.CommandContext(ctx, "sh", append([]string{"-c", script, b.path, "-test.short", "-test.failfast", "-test.timeout=0",
		"-test.run", "^(" + strings.Join(names, "|") + ")$"}, b.flags...)...)
	c.Dir = b.dir
	c.Env = append(os.Environ(), setting, "GOMAXPROCS=2", "GOTRACEBACK=none")
	err := c.Run()
	cost := c.ProcessState.UserTime() + c.ProcessState.SystemTime()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return cost, survived
	case cost >= limit || ctx.Err() != nil:
		return cost, timedOut
	case errors.As(err, &exit):
		return cost, killed
	}
	panic(err) // the tests could not be started at all
}
