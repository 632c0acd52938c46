package report

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
)

// csvHead are the keys of the columns of the release table.
var csvHead = []string{"part", "like", "decision", "terms", "alternatives", "when", "first", "title", "because"}

func listPartRows(w *wording) [][]string {
	var out [][]string
	for _, r := range listReleaseRows(w) {
		out = append(out, makeCSVRow(w, &r))
	}
	return out
}

// makeCSVRow is the row of a part. Decisions and times are the words of [PartAdvice].
func makeCSVRow(w *wording, r *releaseRow) []string {
	var first []string
	for _, s := range r.first {
		if !slices.Contains(first, s.text) {
			first = append(first, s.text)
		}
	}
	because, _ := findReason(w, r.ComponentResult)
	terms, others := "", ""
	if hasTerms(r.ComponentResult) {
		terms, others = joinCSVTerms(r.TermsFor), strings.Join(r.Alternatives, betweenValues)
	}
	row := []string{
		r.ID, r.Like, string(r.Advice), terms, others, whenOf(r.ComponentResult),
		strings.Join(first, " "), w.nameComponent(r.ID), because.In(w.Lang),
	}
	for i := range row {
		row[i] = textCell(row[i])
	}
	return row
}

// joinCSVTerms names the terms to take, each with what it is for if there are several.
func joinCSVTerms(list []engine.PartTerms) string {
	out := make([]string, len(list))
	for i, t := range list {
		out[i] = t.AnyOf[0]
		if len(list) > 1 {
			out[i] = string(t.For) + ": " + out[i]
		}
	}
	return strings.Join(out, betweenValues)
}
