package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/monotone"
)

// writeOneSidedTable lists the answers that speak for one side alone.
func (s *study) writeOneSidedTable(b *strings.Builder) {
	all := monotone.ListChanges(s.pack)
	changes := slices.DeleteFunc(slices.Clone(all), func(c monotone.Change) bool { return c.Decides })
	writeHeading(b, "Answers that speak for one side alone", "answer", "for", "through", "pairs of forms out of order")
	broken := 0
	for _, c := range changes {
		if len(c.Breaks) > 0 {
			broken++
		}
		if c.To != "unknown" {
			continue // told with the answer that it starts from
		}
		answer, side := "`"+c.Fact+"` "+c.Value(), rules.Open
		if c.Toward == rules.Open {
			side = rules.Closed
		}
		writeRow(b, answer, side, "`"+strings.Join(c.Arguments, "`, `")+"`", len(c.Breaks))
	}
	fmt.Fprintf(b, "\nNo bar, no guard and nothing that makes a form possible tells such an answer from an unknown one, and all that it changes in arguments and moderators is for its side. "+
		"Between two answers there are more such changes: %d in all, %d of them through an argument on which some pair of forms is out of order; %d more decide what is asked, forbidden or possible besides. "+
		"A test makes each of them in every preset and case, and looks at the latter where they decide nothing there.\n", len(changes), broken, len(all)-len(changes))
}

// writeOrderTable counts by argument the pairs of forms that stand the wrong way round.
func (s *study) writeOrderTable(b *strings.Builder) {
	writeHeading(b, "Captures out of order", "argument", "pull", "pairs", "furthest apart")
	list := monotone.ListDisorder(s.pack)
	total := len(list)
	for len(list) > 0 {
		n := slices.IndexFunc(list, func(d monotone.Disorder) bool { return d.Argument != list[0].Argument })
		if n < 0 {
			n = len(list)
		}
		worst := slices.MaxFunc(list[:n], func(x, y monotone.Disorder) int { return cmp.Compare(x.By(), y.By()) })
		writeRow(b, "`"+worst.Argument.ID+"`", worst.Argument.Pull, n,
			fmt.Sprintf("%s %.2f, %s %.2f", worst.Narrower, worst.NarrowerCapture, worst.Wider, worst.WiderCapture))
		list = list[n:]
	}
	fmt.Fprintf(b, "\n%d pairs. A wider form should secure no less of what speaks for openness, and no more of what speaks for closure, than a narrower one, reasons included, unless the sentence beside the number says why: "+
		"what stays inside earns nothing, what is out stays out, and some terms are made against hosts. Pairs that are never possible at once are left out.\n", total)
}
