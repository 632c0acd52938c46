package main

import (
	"bytes"
	"fmt"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
)

// collected is callgrind's total of instructions.
var collected = regexp.MustCompile(`Collected : (\d+)`)

// countInstructions counts the instructions of a call; ok is false without valgrind.
// One processor and no preemption, so that runs are alike.
func countInstructions(p programs, c invocation) (n float64, ok bool, err error) {
	valgrind, err := exec.LookPath("valgrind")
	if err != nil {
		return 0, false, nil
	}
	cmd := c.command(p.ajar)
	cmd.Args = append([]string{valgrind, "--tool=callgrind", "--callgrind-out-file=/dev/null", p.ajar}, strings.Fields(c.args)...)
	cmd.Path = valgrind
	cmd.Env = append(cmd.Env, "GODEBUG=asyncpreemptoff=1", "GOMAXPROCS=1")
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Run(); err != nil {
		return 0, false, fmt.Errorf("%s under valgrind: %w\n%s", c, err, said.String())
	}
	found := collected.FindSubmatch(said.Bytes())
	if found == nil {
		return 0, false, fmt.Errorf("%s: valgrind told no total", c)
	}
	n, err = strconv.ParseFloat(string(found[1]), 64)
	return n, true, err
}
