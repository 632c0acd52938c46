// Mutants breaks code in small ways, one after another, and tells which changes no test
// notices. All changes are built into the tests at once, each behind a switch, and for
// each only the tests that come by it are run. Run it as "make mutants".
package main

import (
	"bufio"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// choice says which mutants are tried.
type choice struct {
	skip, kept, only string
	last             time.Duration
}

func main() {
	var c choice
	flag.StringVar(&c.skip, "skip", "^$", "files whose code is left whole")
	flag.StringVar(&c.kept, "kept", "", "list of mutants that nothing should notice, with reasons")
	flag.StringVar(&c.only, "only", "", "try only the mutants in this list, as printed")
	flag.DurationVar(&c.last, "for", 24*time.Hour, "try mutants, in an order by chance, for so long")
	workers := flag.Int("workers", 2, "how many to try at once")
	flag.Parse()
	if flag.NArg() < 2 {
		fmt.Fprintln(os.Stderr, "mutants: name the folder of a module and packages in it")
		os.Exit(2)
	}
	if err := run(c, *workers, flag.Arg(0), flag.Args()[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "mutants:", err)
		os.Exit(1)
	}
}

func run(c choice, workers int, root string, patterns []string) error {
	skip, err := regexp.Compile(c.skip)
	if err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "mutants")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	mutants, binaries, err := buildMutants(root, work, patterns, skip)
	if err != nil {
		return err
	}
	try, err := c.pick(mutants)
	if err != nil {
		return err
	}
	tests, err := listTests(binaries, work)
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%d of %d mutants, %d tests\n", len(try), len(mutants), len(tests))
	printTable(mutants, try, judgeAll(mutants, try, tests, workers, time.Now().Add(c.last)))
	return nil
}

// pick gives the places of the mutants to try, in an order by chance that is always the same:
// those that come first speak for all.
func (c choice) pick(mutants []mutant) ([]int, error) {
	kept, err := readNames(c.kept)
	if err != nil {
		return nil, err
	}
	only, err := readNames(c.only)
	if err != nil {
		return nil, err
	}
	var try []int
	for _, i := range rand.New(rand.NewPCG(1, 1)).Perm(len(mutants)) {
		name := mutants[i].name()
		if !kept[name] && (c.only == "" || only[name]) {
			try = append(try, i)
		}
		delete(kept, name)
	}
	for name := range kept {
		file, _, _ := strings.Cut(name, " ")
		if slices.ContainsFunc(mutants, func(m mutant) bool { return m.place.Filename == file }) {
			fmt.Fprintln(os.Stderr, "kept, but no longer there:", name)
		}
	}
	return try, nil
}

// judgeAll judges the mutants of the places in try, and prints at once those that live; "" is what
// there was no time for.
func judgeAll(mutants []mutant, try []int, tests []*test, workers int, end time.Time) []verdict {
	verdicts := make([]verdict, len(try))
	var next atomic.Int64
	var wait sync.WaitGroup
	for range workers {
		wait.Go(func() {
			for k := int(next.Add(1)) - 1; k < len(try) && time.Now().Before(end); k = int(next.Add(1)) - 1 {
				m := &mutants[try[k]]
				verdicts[k] = judge(try[k]+1, tests)
				if verdicts[k] != killed {
					fmt.Printf("%s | %s, line %d\n", m.name(), verdicts[k], m.place.Line)
				}
			}
		})
	}
	wait.Wait()
	return verdicts
}

func printTable(mutants []mutant, try []int, verdicts []verdict) {
	counts := map[string]map[verdict]int{}
	var dirs []string
	for k, i := range try {
		if verdicts[k] == "" {
			continue // there was no time
		}
		for _, dir := range []string{path.Dir(mutants[i].place.Filename), "all"} {
			if counts[dir] == nil {
				counts[dir] = map[verdict]int{}
				dirs = append(dirs, dir)
			}
			counts[dir][verdicts[k]]++
		}
	}
	slices.SortFunc(dirs, func(a, b string) int {
		return strings.Compare(strings.Replace(a, "all", "~", 1), strings.Replace(b, "all", "~", 1))
	})
	fmt.Printf("\n%-32s %8s %8s %9s %9s %9s %8s\n", "package", "mutants", "killed", "timed out", "survived", "unreached", "percent")
	for _, dir := range dirs {
		c := counts[dir]
		all := c[killed] + c[timedOut] + c[survived] + c[unreached]
		fmt.Printf("%-32s %8d %8d %9d %9d %9d %8.1f\n", dir, all, c[killed], c[timedOut], c[survived], c[unreached],
			100*float64(c[killed]+c[timedOut])/float64(all))
	}
}

// readNames reads the names of mutants, one a line; what follows the name is for people.
func readNames(file string) (map[string]bool, error) {
	names := map[string]bool{}
	if file == "" {
		return names, nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	for in.Scan() {
		if found := nameInLine.FindString(in.Text()); found != "" {
			names[found] = true
		}
	}
	return names, in.Err()
}

// nameInLine is what mutant.name gives: file, function, kind, code and which of those alike.
var nameInLine = regexp.MustCompile(`^\S+\.go \| \S+ \| [a-z ]+ \| .* \| \d+\b`)
