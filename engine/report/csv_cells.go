package report

import (
	"math"
	"strings"
	"unicode"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules/plain"
)

// Cells of a table for a spreadsheet.

// betweenValues parts several values in one cell; no id holds it.
const betweenValues = "; "

// textCell is a text in which a spreadsheet finds no formula.
func textCell(s string) string { return defuseFormula(plain.Escape(s)) }

// csvDecimals is how many decimals a number has at most.
const csvDecimals = 1e6

// numberCell is a number that a spreadsheet counts with, below zero too; empty for one that
// does not exist.
func numberCell(x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return ""
	}
	return plain.Decimal(math.Round(x*csvDecimals)/csvDecimals + 0) // no minus before nothing
}

// intervalCells are a number with its bounds.
func intervalCells(v engine.Interval) []string {
	if !v.Exists() {
		return []string{"", "", ""}
	}
	return []string{numberCell(v.Nominal), numberCell(v.Low), numberCell(v.High)}
}

// listCell joins what can hold no separator.
func listCell(list []string) string { return textCell(strings.Join(list, betweenValues)) }

func yesCell(is bool) string {
	if is {
		return "yes"
	}
	return "no"
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
