package output

import (
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
)

// StanceRecords gives reports how often the words about the stance were right on the
// documented decisions.
func StanceRecords() report.WriteOption {
	c := profiles.CoreCalibration()
	var list []report.WordRecord
	add := func(counts []profiles.WordCount, factsOnly bool) {
		for _, x := range counts {
			list = append(list, report.WordRecord{Cases: c.Cases, FactsOnly: factsOnly, Word: x.Word, Said: x.Said, Same: x.Same})
		}
	}
	add(c.WithPriorities.Stance, false)
	add(c.FactsOnly.Stance, true)
	return report.Records(c.Rules, list)
}
