// Speed measures how fast ajar is, on the machine where it runs.
//
//	speed table ROOT    prints what takes how long, as ratios where a machine's own speed would count
//	speed check ROOT    compares allocations and instructions with the kept baseline
//	speed update ROOT   keeps today's as the baseline
//
// Times are medians of runs that take turns, since machines are noisy. Allocations are
// those that Go counts. Instructions are those that callgrind counts, where valgrind is
// installed; they hardly move between runs.
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "speed:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("say table, check or update, and the root of the repository")
	}
	commands := map[string]func(root string) error{"table": printTable, "check": checkBaseline, "update": updateBaseline}
	command := commands[args[0]]
	if command == nil {
		return fmt.Errorf("%q is none of table, check and update", args[0])
	}
	return command(args[1])
}
