// Command validity compares what the core pack recommends with the documented
// decisions in profiles/cases: accuracy with and without the owner's weights,
// simple rules of thumb beside it, and what random changes of all numbers or
// the loss of a kind of rule would do; how often each word that says how settled a
// verdict is was right; and which sources somebody should look at again.
//
//	go run ./cmd/internal/validity [-quick] [-as-of MONTH] [-o FILE] [-calibration FILE]
//
// It prints the table as Markdown and fails if a difference has no explanation
// in why.yaml. With -quick it prints the cases and the accuracy alone.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/ajar-decision/ajar/rules"
)

func main() {
	quick := flag.Bool("quick", false, "cases and accuracy only")
	asOf := flag.String("as-of", "", "judge the age of sources by this month, such as 2028-06; the newest of the pack if left out")
	out := flag.String("o", "", "also write the whole table to this file")
	counts := flag.String("calibration", "", "also write how often each word was right to this file, as JSON for the reports")
	flag.Parse()
	if err := runStudy(os.Stdout, *quick, *asOf, *out, *counts); err != nil {
		fmt.Fprintln(os.Stderr, "validity:", err)
		os.Exit(1)
	}
}

func runStudy(w io.Writer, quick bool, asOf, file, counts string) error {
	s, err := newStudy(rules.Core())
	if err != nil {
		return err
	}
	s.asOf = asOf
	if quick {
		_, err := io.WriteString(w, s.renderAccuracy())
		return err
	}
	found, err := s.analyseCases()
	if err != nil {
		return err
	}
	text, err := s.renderStudy(&found)
	if err != nil {
		return err
	}
	calibration, err := s.renderCalibration(&found)
	if err != nil {
		return err
	}
	for name, content := range map[string]string{file: text, counts: calibration} {
		if name == "" {
			continue
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			return err
		}
	}
	if _, err := io.WriteString(w, text); err != nil {
		return err
	}
	return s.checkExplanations()
}
