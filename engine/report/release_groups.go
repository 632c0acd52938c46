package report

import (
	"slices"

	"github.com/ajar-decision/ajar/rules"
)

// termsGroup is the parts that one decision and one set of terms are for.
type termsGroup struct {
	advice rules.Advice
	terms  string
	when   string
	ids    []string
	names  []string
}

// groupByTerms puts the rows of the release table together that say the same.
func groupByTerms(w *wording) []termsGroup {
	var out []termsGroup
	rows := listReleaseRows(w)
	for i := range rows {
		r := &rows[i]
		terms := ""
		switch {
		case r.NothingFits:
			terms = w.TermsNone()
		case hasTerms(r.ComponentResult):
			terms = joinChoice(w, r.ComponentResult)
		case r.Advice != rules.AdviseKeep:
			terms = w.TermsToChoose()
		}
		when := whenOf(r.ComponentResult)
		at := slices.IndexFunc(out, func(g termsGroup) bool { return g.advice == r.Advice && g.terms == terms && g.when == when })
		if at < 0 {
			out, at = append(out, termsGroup{advice: r.Advice, terms: terms, when: when}), len(out)
		}
		out[at].ids = append(out[at].ids, r.ID)
		out[at].names = append(out[at].names, briefComponent(w, r.ID))
	}
	return out
}
