package main

import (
	"fmt"
	"os"
)

// starts is how often each call is started; turns is how often each benchmark runs, and
// for how long.
const (
	starts = 21
	turns  = "3"
	length = "300ms"
)

// row is a line of the table about a benchmark: its figure, divided by that of another in
// the same run, and what is aimed at.
type row struct {
	title, name, unit string
	by                string  // another benchmark, or ""
	scale             float64 // the figure is divided by it
	word, aim         string
}

// flatLoop is the hand-written loop over the core pack that others are compared with.
const flatLoop = "engine Verdict/flat_loop,_full_profile"

var rows = []row{
	{"verdict, by an evaluator", "engine Verdict/evaluator,_full_profile", "ns/op", flatLoop, 1, "x the hand-written loop", "1.5"},
	{"verdict, from a whole profile", "engine Verdict/whole_profile,_full_profile", "ns/op", flatLoop, 1, "x the hand-written loop", "1.5"},
	{"verdict, allocations", "engine Verdict/whole_profile,_full_profile", "allocs/op", "", 1, "", "0"},
	{"Recommend", "engine Recommend/full_profile", "ns/op", flatLoop, 1, "x the hand-written loop", "10"},
	{"Recommend, allocations", "engine Recommend/full_profile", "allocs/op", "", 1, "", "15"},
	{"the cached conditions of the pack", "engine Conditions", "ns/op", "", 1e3, "µs", "0.5"},
	{"next question of the interview", "session Rank", "ns/op", "", 1e6, "ms", "10"},
	{"Analyse, half of everything stated", "engine Analyse/half_of_everything", "ns/op", "", 1e6, "ms", "1.5"},
	{"Analyse, priorities alone", "engine Analyse/priorities_alone", "ns/op", "", 1e6, "ms", "1.5"},
	{"report, the page as text", "report Write/text/page/80/en/preset", "ns/op", "", 1e6, "ms", "1"},
	{"report, JSON", "report Write/json/en/preset", "ns/op", "", 1e6, "ms", "0.7"},
	{"batch, few answers", "batch Lines/few", "lines/s", "", 1, "lines a second and core", "300,000"},
	{"batch, all answers", "batch Lines/all", "lines/s", "", 1, "lines a second and core", "60,000"},
	{"encoding/json alone, few answers", "batch Decoding/few", "lines/s", "", 1, "lines a second and core", ""},
	{"engine.New, core pack", "engine New", "ns/op", "", 1e6, "ms", ""},
	{"rules.Load, 10,000 arguments and 2,000 facts", "testkit LoadBigPack", "ns/op", "", 1e6, "ms", "1000"},
}

// tabled are the benchmarks behind the rows.
const tabled = "^Benchmark(Verdict|Recommend|Conditions|Rank|Analyse|Write|Lines|Decoding|New|LoadBigPack)$"

// printTable prints what starts take against a program that prints, and what calls of
// the library take against a hand-written loop.
func printTable(root string) error {
	p, err := buildPrograms(root)
	defer os.RemoveAll(p.dir)
	if err != nil {
		return err
	}
	if err := printSizes(p); err != nil {
		return err
	}
	if err := printWeb(root, p.dir); err != nil {
		return err
	}
	for _, c := range invocations {
		ajar, printer, err := startTimes(p, c, starts)
		if err != nil {
			return err
		}
		fmt.Printf("%-48s %12.2f x a program that prints, %.1f ms\n", c, ajar/printer, 1000*ajar)
	}
	benchmarks, err := runBenchmarks(root, benchmarkRooms, "-bench", tabled, "-count", turns, "-benchtime", length, "-cpu", "1")
	if err != nil {
		return err
	}
	for _, r := range rows {
		printRow(r, benchmarks)
	}
	return nil
}

func printSizes(p programs) error {
	about, err := os.Stat(p.ajar)
	if err == nil {
		fmt.Printf("%-48s %12.2f MB, aim 10\n", "stripped binary", float64(about.Size())/1e6)
	}
	return err
}

func printRow(r row, benchmarks map[string]figures) {
	figure, ok := benchmarks[r.name][r.unit]
	if !ok {
		fmt.Printf("%-48s not measured: no benchmark %q\n", r.title, r.name)
		return
	}
	if r.by != "" {
		figure /= benchmarks[r.by][r.unit]
	}
	fmt.Printf("%-48s %12.2f %s", r.title, figure/r.scale, r.word)
	if r.aim != "" {
		fmt.Printf(", aim %s", r.aim)
	}
	fmt.Println()
}
