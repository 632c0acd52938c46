package main

import (
	"go/format"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

func TestLiterals(t *testing.T) {
	t.Parallel()
	year, identifier := 2024, "10.1/x"
	w := newLiteralWriter(rulesRoom)
	for want, v := range map[string]any{
		`Source{ID: "a", Title: Text{{"en", "x"}, {"zh", "甲"}}, Year: &coreNumbers[0], Identifier: &coreTexts[0]}`: rules.Source{
			ID: "a", Title: rules.Text{{"en", "x"}, {"zh", "甲"}}, Year: &year, Identifier: &identifier,
		},
		`Table[float64]{{Key: "a", Value: 0.1}}`:                            rules.Table[float64]{{Key: "a", Value: 0.1}},
		`Table[CapturePair]{{Key: "a", Value: CapturePair{Open: 1}}}`:       rules.Table[rules.CapturePair]{{Key: "a", Value: rules.CapturePair{Open: 1}}},
		`[]*Condition{{Op: 1, Of: []Condition{}}}`:                          []*rules.Condition{{Op: rules.All, Of: []rules.Condition{}}},
		`Form{At: diag.Pos{File: "f", Line: 1}, Captures: &FormCaptures{}}`: rules.Form{At: diag.Pos{File: "f", Line: 1}, Captures: &rules.FormCaptures{}},
		`Exclusion{Rarely: true, Source: []string{"quoted \"\n", "\\"}}`:    rules.Exclusion{Rarely: true, Source: []string{"quoted \"\n", `\`}},
	} {
		require.Equal(t, want, w.literal(reflect.ValueOf(v), false))
	}
	var b strings.Builder
	w.writeScalars(&b)
	source, err := format.Source([]byte(b.String()))
	require.NoError(t, err)
	require.Equal(t, "\nvar coreNumbers = [...]int{\n\t2024,\n}\n\nvar coreTexts = [...]string{\n\t\"10.1/x\",\n}\n", string(source))
	require.PanicsWithValue(t, "packgen: no literal is laid out for a map[string]string", func() {
		w.literal(reflect.ValueOf(map[string]string{}), false)
	}, "a map is built when the program starts")
}
