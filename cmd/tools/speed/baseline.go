package main

import (
	"bufio"
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// baselineFile is kept in the repository: a line a figure, its name after it.
const baselineFile = "cmd/tools/speed/baseline.txt"

// mostMore is how much more than the baseline is let pass; fewer allocations than
// fewAllocations more are no news.
const (
	mostMore       = 0.1
	fewAllocations = 2
)

// allocationRuns is how often each benchmark runs to count allocations.
const allocationRuns = "20x"

// measureCosts counts allocations of benchmarks and instructions of calls.
func measureCosts(root string) (map[string]float64, error) {
	costs := map[string]float64{}
	benchmarks, err := runBenchmarks(root, benchmarkRooms, "-bench", ".", "-benchtime", allocationRuns)
	if err != nil {
		return nil, err
	}
	for name, f := range benchmarks {
		costs["allocations of "+name] = f["allocs/op"]
	}
	p, err := buildPrograms(root)
	defer os.RemoveAll(p.dir)
	if err != nil {
		return nil, err
	}
	for _, c := range invocations {
		n, ok, err := countInstructions(p, c)
		if err != nil {
			return nil, err
		}
		if ok {
			costs["instructions of "+c.String()] = n
		}
	}
	return costs, nil
}

// checkBaseline tells what costs more than the baseline, and what is not in it.
func checkBaseline(root string) error {
	kept, err := readBaseline(filepath.Join(root, baselineFile))
	if err != nil {
		return err
	}
	costs, err := measureCosts(root)
	if err != nil {
		return err
	}
	bad := 0
	for _, name := range slices.Sorted(maps.Keys(costs)) {
		was, known := kept[name]
		mark := " "
		switch more := costs[name] - was; {
		case !known:
			mark = "new"
		case more > mostMore*was && (more >= fewAllocations || !strings.HasPrefix(name, "allocations")):
			mark = "!"
			bad++
		}
		fmt.Printf("%-3s %14.0f  was %14.0f  %s\n", mark, costs[name], was, name)
	}
	if bad > 0 {
		return fmt.Errorf("%d figures are more than %.0f %% over the baseline; if that is meant, say why in the commit and run \"make bench-update\"", bad, 100*mostMore)
	}
	return nil
}

func updateBaseline(root string) error {
	costs, err := measureCosts(root)
	if err != nil {
		return err
	}
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(costs)) {
		fmt.Fprintf(&b, "%.0f\t%s\n", costs[name], name)
	}
	return os.WriteFile(filepath.Join(root, baselineFile), []byte(b.String()), 0o644)
}

func readBaseline(path string) (map[string]float64, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	kept := map[string]float64{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		figure, name, _ := strings.Cut(lines.Text(), "\t")
		if kept[name], err = strconv.ParseFloat(figure, 64); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	return kept, cmp.Or(lines.Err(), nil)
}
