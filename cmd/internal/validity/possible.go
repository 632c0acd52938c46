package main

import (
	"fmt"
	"strings"

	"github.com/ajar-decision/ajar/rules"
)

// writePossibleTable says for each case whether some form of what was done is
// possible: with what it requires, the law left aside, and what the law makes of it.
func (s *study) writePossibleTable(b *strings.Builder) {
	writeHeading(b, "What was done is possible", "case", "done", "possible forms", "of these ruled out for good", "missing")
	n := 0
	for i := range s.cases {
		c := &s.cases[i]
		var possible, barred, missing []string
		for _, id := range c.OutcomeOptions {
			o := s.pack.Option(id)
			for _, f := range o.ListForms() {
				switch got := s.verdicts[factsOnly][i].forms[f.ID]; {
				case got.Possible == rules.True && got.Barred == rules.BarredForGood:
					barred = append(barred, f.ID)
					fallthrough
				case got.Possible == rules.True:
					possible = append(possible, f.ID)
				default:
					missing = append(missing, s.describeMissing(i, o, f))
				}
			}
		}
		if len(possible) > 0 {
			n++
			missing = nil
		}
		writeRow(b, c.Name, strings.Join(c.OutcomeOptions, ", "), strings.Join(possible, ", "), strings.Join(barred, ", "), strings.Join(missing, "; "))
	}
	fmt.Fprintf(b, "\nPossible in %d of %d cases: what the form requires holds on the facts of the case. What the law makes of it is left aside there and stands beside it.\n", n, len(s.cases))
}

// describeMissing names the facts that a form requires otherwise, as the case
// answers them.
func (s *study) describeMissing(i int, o *rules.Option, f *rules.Form) string {
	facts := f.Requires.Facts(o.Requires.Facts(nil))
	answers := s.cases[i].profileByMode[factsOnly].Facts
	for k, id := range facts {
		facts[k] = id + " " + answers[id].String()
	}
	return f.ID + " (" + strings.Join(facts, ", ") + ")"
}
