package report

import (
	"encoding/csv"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules/plain"
)

// csvHead are the keys of the columns of the release table.
var csvHead = []string{"part", "like", "decision", "terms", "alternatives", "when", "first", "title", "because"}

// betweenValues parts several values in one cell; no id holds it.
const betweenValues = "; "

// writeCSV writes a table as RFC 4180 has it. Keys, ids and words of a few are the same in
// every language, the rest is in the one asked for.
func writeCSV(out io.Writer, w *wording, table *csvTable) error {
	c := csv.NewWriter(plain.NewGuard(out, "\r\n"))
	c.UseCRLF = true
	return c.WriteAll(append([][]string{table.head}, table.rows(w)...))
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

// formulaMarks begin what a spreadsheet may compute, in the wide form too.
const formulaMarks = "=+-@＝＋－＠"

// defuseFormula keeps a spreadsheet from taking text for a formula.
func defuseFormula(s string) string {
	if t := strings.TrimLeftFunc(s, unicode.IsSpace); t != "" && strings.ContainsRune(formulaMarks, []rune(t)[0]) {
		return "'" + s
	}
	return s
}
