package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// printer is the least that a program can do: what a start of ajar is compared with.
const printer = `package main

import "fmt"

func main() { fmt.Println("ajar") }
`

// programs are what is measured as whole processes.
type programs struct {
	dir, ajar, printer string
}

// buildPrograms builds ajar and the program that prints, both stripped, into a folder
// that the caller removes.
func buildPrograms(root string) (p programs, err error) {
	if p.dir, err = os.MkdirTemp("", "speed"); err != nil {
		return p, err
	}
	p.ajar, p.printer = filepath.Join(p.dir, "ajar"), filepath.Join(p.dir, "printer")
	source := filepath.Join(p.dir, "printer.go")
	if err := os.WriteFile(source, []byte(printer), 0o600); err != nil {
		return p, err
	}
	for _, b := range [][2]string{{p.ajar, "./cmd/ajar"}, {p.printer, source}} {
		cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", b[0], b[1])
		cmd.Dir, cmd.Env, cmd.Stderr = root, append(os.Environ(), "CGO_ENABLED=0"), os.Stderr
		if err := cmd.Run(); err != nil {
			return p, fmt.Errorf("building %s: %w", b[1], err)
		}
	}
	return p, nil
}

// invocation is one way to call ajar.
type invocation struct {
	args  string
	input string
}

// String is how the call is named in tables and in the baseline.
func (c invocation) String() string { return "ajar " + c.args }

// invocations are the calls that people and scripts make most.
var invocations = []invocation{
	{args: "version"},
	{args: "help"},
	{args: "decide preset:model_startup"},
	{args: "decide preset:model_startup --lang zh"},
	{args: "decide preset:model_startup --format json"},
	{args: "explain security"},
	{args: "batch -", input: batchLines(1000)},
}

// batchLines are profiles of about 128 bytes, a line each.
func batchLines(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"name":"p%06d","priorities":{"predictable_revenue":%d,"adoption_reach":%d},"facts":{"kind":"software","release_status":"unreleased"}}`+"\n", i, i%10+1, i/10%10+1)
	}
	return b.String()
}

func (c invocation) command(program string) *exec.Cmd {
	cmd := exec.Command(program, strings.Fields(c.args)...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(c.input), io.Discard, io.Discard
	cmd.Env = append(os.Environ(), "LC_ALL=C")
	return cmd
}

// startTimes times runs of a call and of the program that prints, in turn, and gives
// the medians in seconds.
func startTimes(p programs, c invocation, runs int) (ajar, printer float64, err error) {
	var a, b []float64
	for range runs {
		for _, one := range []struct {
			cmd *exec.Cmd
			to  *[]float64
		}{{c.command(p.ajar), &a}, {invocation{}.command(p.printer), &b}} {
			before := time.Now()
			if err := one.cmd.Run(); err != nil {
				return 0, 0, fmt.Errorf("%s: %w", c, err)
			}
			*one.to = append(*one.to, time.Since(before).Seconds())
		}
	}
	return median(a), median(b), nil
}
