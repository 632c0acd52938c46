// Embedded is what a page in a browser would run of ajar: it asks the first question, and
// decides and reports on what it knows. Speed builds it for WebAssembly, to tell how large
// it is and how long it takes.
package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules"
)

func main() {
	if err := run(context.Background(), os.Args[len(os.Args)-1] == "report"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run prints the first question, and the report only if it is asked for: the linker keeps
// both.
func run(ctx context.Context, whole bool) error {
	eng, err := engine.New(rules.Core())
	if err != nil {
		return err
	}
	s, err := session.New(eng, engine.Profile{}, session.Config{})
	if err != nil {
		return err
	}
	q, err := s.Next(ctx)
	if err != nil {
		return err
	}
	fmt.Println(q.Text.In("en"))
	if !whole {
		return nil
	}
	rec, err := eng.Analyse(ctx, s.Profile())
	if err != nil {
		return err
	}
	return report.Write(io.Discard, eng.Pack(), rec, report.Text)
}
