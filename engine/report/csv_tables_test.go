package report_test

import (
	"encoding/csv"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules/testkit"
)

func TestGoldenTables(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"mixed", "none", "no_basis"} {
		for _, lang := range languages {
			for _, table := range report.Tables() {
				got := written(t, decided(t, name), report.CSV, report.Lang(lang), report.TableNamed(table))
				golden(t, "testdata/csv/"+name+"."+table+"."+lang+".csv", []byte(got))
			}
		}
	}
}

// cellsOf reads a table as a spreadsheet does, and wants no carriage return in it.
func cellsOf(t *testing.T, text string) [][]string {
	t.Helper()
	require.NotContains(t, text, "\r")
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll() // rows of one length
	require.NoError(t, err)
	return rows
}

// Numbers are numbers, below zero too, and what does not exist is empty.
func TestTablesHoldNumbers(t *testing.T) {
	t.Parallel()
	r := decided(t, "closed")
	rows := cellsOf(t, written(t, r, report.CSV, report.TableNamed("dimensions")))
	lean := slices.Index(rows[0], "lean")
	below := 0
	for i, row := range rows[1:] {
		if row[lean] == "" {
			require.False(t, r.Dimensions[i].Lean.Exists())
			continue
		}
		x, err := strconv.ParseFloat(row[lean], 64)
		require.NoError(t, err, "no quote before a number")
		require.InDelta(t, r.Dimensions[i].Lean.Nominal, x, 1e-6)
		if x < 0 {
			below++
		}
	}
	require.Positive(t, below)
	require.NotContains(t, written(t, r, report.CSV, report.TableNamed("dimensions")), "-0,")
}

// No table named is the release table, as it was; a table that there is not is refused.
func TestTablesByName(t *testing.T) {
	t.Parallel()
	r := decided(t, "mixed")
	require.Equal(t, written(t, r, report.CSV), written(t, r, report.CSV, report.TableNamed("parts")))
	require.Equal(t, written(t, r, report.Markdown), written(t, r, report.Markdown, report.TableNamed("forms")))
	require.ErrorContains(t, report.Write(nil, r.Pack, r.Recommendation, report.CSV, report.TableNamed("frms")), `table "frms"`)
}

// No cell of a hostile pack and profile is a formula; what people read is all there.
func TestTablesHoldNoFormulas(t *testing.T) {
	t.Parallel()
	for _, formula := range append(testkit.HostileTexts(),
		"=1+1", "+1", "-1", "-0.3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u3000=1", "\u2003=1", "\u00a0@x", "\ufeff=1", "\u200b=1", "＝1", "＋1", "－1", "＠x", "=cmd|' /C calc'!A0", `"=1"`, `=HYPERLINK("https://evil.example")`) {
		e, err := toy()
		require.NoError(t, err)
		pack := e.Pack().Clone()
		sayEverywhere(reflect.ValueOf(pack).Elem(), formula)
		hostile, err := engine.New(pack)
		require.NoError(t, err)
		p := situations["mixed"]
		p.Name = formula
		p.Limits = []engine.Limit{{Exclude: []string{"private"}, Because: formula}}
		p.Parts = []engine.Part{{ID: "a/b", Like: "core", Title: formula, Note: formula}}
		d := recommend(t, hostile, p)
		for _, table := range report.Tables() {
			for _, row := range cellsOf(t, written(t, d, report.CSV, report.TableNamed(table)))[1:] {
				for _, cell := range row {
					if _, err := strconv.ParseFloat(cell, 64); err == nil && cell != formula {
						continue
					}
					first := strings.TrimLeftFunc(cell, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsPrint(r) })
					require.NotRegexp(t, `^[=+\-@＝＋－＠]`, first, table)
					require.NotContains(t, cell, "\r")
				}
			}
		}
	}
}
