package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// benchmarkRooms are the packages whose benchmarks count.
var benchmarkRooms = []string{"./rules/...", "./engine", "./engine/session", "./engine/report", "./cmd/internal/batch"}

// figures are what a benchmark measured, by unit: "ns/op", "allocs/op", "lines/s".
type figures map[string]float64

// benchmarkLine is a line of results: name, number of processors, runs, then figures.
var benchmarkLine = regexp.MustCompile(`^Benchmark(\S+?)(?:-\d+)?\s+\d+\s+(.*)$`)

// runBenchmarks runs benchmarks of some packages and gives the medians of their figures
// by "package name".
func runBenchmarks(dir string, rooms []string, flags ...string) (map[string]figures, error) {
	args := append([]string{"test", "-run", "^$", "-benchmem"}, flags...)
	cmd := exec.Command("go", append(args, rooms...)...)
	cmd.Dir, cmd.Stderr = dir, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go %s: %w\n%s", strings.Join(cmd.Args[1:], " "), err, out)
	}
	return parseBenchmarks(out), nil
}

func parseBenchmarks(out []byte) map[string]figures {
	all := map[string]map[string][]float64{}
	room := ""
	lines := bufio.NewScanner(bytes.NewReader(out))
	for lines.Scan() {
		if name, ok := strings.CutPrefix(lines.Text(), "pkg: "); ok {
			room = name[strings.LastIndex(name, "/")+1:]
		}
		found := benchmarkLine.FindStringSubmatch(lines.Text())
		if found == nil {
			continue
		}
		name := room + " " + found[1]
		if all[name] == nil {
			all[name] = map[string][]float64{}
		}
		words := strings.Fields(found[2])
		for i := 0; i+1 < len(words); i += 2 {
			if x, err := strconv.ParseFloat(words[i], 64); err == nil {
				all[name][words[i+1]] = append(all[name][words[i+1]], x)
			}
		}
	}
	medians := map[string]figures{}
	for name, units := range all {
		medians[name] = figures{}
		for unit, list := range units {
			medians[name][unit] = median(list)
		}
	}
	return medians
}

func median(list []float64) float64 {
	sorted := slices.Sorted(slices.Values(list))
	return sorted[len(sorted)/2]
}
