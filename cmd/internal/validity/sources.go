package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/ajar-decision/ajar/rules"
)

// staleAfter is how many months a look at a source lasts.
const staleAfter = 18

// monthForm is how a pack writes months.
const monthForm = "2006-01"

// writeSourceTable lists the sources that somebody should look at again. The
// month it is judged by is the newest of the pack, unless one was asked for:
// there is no clock in the table.
func (s *study) writeSourceTable(b *strings.Builder) error {
	asOf := s.asOf
	if asOf == "" {
		asOf = findNewestCheck(s.pack.Sources)
	}
	fmt.Fprintf(b, "\n## Sources to look at again\n\nAs of %s%s. A source is looked at again after %d months.\n\n", asOf, explainMonth(s.asOf), staleAfter)
	list, err := sortSourcesByCheck(s.pack.Sources, asOf)
	if err != nil {
		return err
	}
	writeSourceLine(b, "Checked before that", list.stale)
	writeSourceLine(b, "Found, but nobody noted when", list.undated)
	writeSourceLine(b, "From memory", list.fromMemory)
	fmt.Fprintf(b, "Found and checked since: %d of %d.\n", len(s.pack.Sources)-len(list.stale)-len(list.undated)-len(list.fromMemory), len(s.pack.Sources))
	return nil
}

func explainMonth(asked string) string {
	if asked != "" {
		return ""
	}
	return ", the newest month in which one was checked (`go run ./cmd/internal/validity -as-of MONTH` judges by another)"
}

// agedSources are ids of sources that should be looked at, in the order of the pack.
type agedSources struct{ stale, undated, fromMemory []string }

// sortSourcesByCheck finds the sources that are too old in a month, those with
// no month, and those that nobody looked up.
func sortSourcesByCheck(sources []rules.Source, asOf string) (agedSources, error) {
	var out agedSources
	now, err := time.Parse(monthForm, asOf)
	if err != nil {
		return out, fmt.Errorf("no month: %w", err)
	}
	oldest := now.AddDate(0, -staleAfter, 0).Format(monthForm)
	for i := range sources {
		switch x := &sources[i]; {
		case x.Mark == rules.FromMemory:
			out.fromMemory = append(out.fromMemory, x.ID)
		case x.Checked == "":
			out.undated = append(out.undated, x.ID)
		case x.Checked < oldest:
			out.stale = append(out.stale, x.ID)
		}
	}
	return out, nil
}

// findNewestCheck gives the newest month in which a source was checked. Months
// as text stand in the order of time.
func findNewestCheck(sources []rules.Source) string {
	newest := ""
	for i := range sources {
		newest = max(newest, sources[i].Checked)
	}
	return newest
}

func writeSourceLine(b *strings.Builder, title string, ids []string) {
	if len(ids) == 0 {
		fmt.Fprintf(b, "%s: none.\n\n", title)
		return
	}
	fmt.Fprintf(b, "%s (%d): `%s`.\n\n", title, len(ids), strings.Join(ids, "`, `"))
}
