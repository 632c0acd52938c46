package report_test

import (
	"bytes"
	"io"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// sayEverywhere puts a text in the place of every text of a pack and of what it cites.
func sayEverywhere(v reflect.Value, text string) {
	switch v.Kind() {
	case reflect.Pointer:
		if s, ok := v.Interface().(*string); ok && s != nil {
			v.Set(reflect.ValueOf(&text))
		} else if !v.IsNil() {
			sayEverywhere(v.Elem(), text)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			sayEverywhere(v.Field(i), text)
		}
	case reflect.Slice:
		if said, ok := v.Interface().(rules.Text); ok {
			for i := range said {
				said[i][1] = text
			}
			return
		}
		for i := range v.Len() {
			sayEverywhere(v.Index(i), text)
		}
	}
}

// hostileDecisions are of a pack that is hostile in all it says, on profiles that are too:
// all of them, one with -short.
func hostileDecisions(t *testing.T) (out []decision) {
	t.Helper()
	e, err := toy()
	require.NoError(t, err)
	pack := e.Pack().Clone()
	all := strings.Join(testkit.HostileTexts(), "\n")
	sayEverywhere(reflect.ValueOf(pack).Elem(), all)
	hostile, err := engine.New(pack)
	require.NoError(t, err)
	for i, name := range []string{"mixed", "none", "precaution"} {
		if i%testkit.Stride() > 0 {
			continue
		}
		p := situations[name]
		p.Name, p.Rules = all, all
		p.Notes = map[string]engine.Note{}
		for id := range p.Facts {
			p.Notes[id] = engine.Note{Text: all, By: all, Layer: all, Sure: engine.AnswerSureness(all)}
		}
		out = append(out, recommend(t, hostile, p))
	}
	return out
}

// Whoever prints a report in a log is as safe as the command line.
func TestNoReportHoldsACommand(t *testing.T) {
	t.Parallel()
	for _, d := range hostileDecisions(t) {
		for name, write := range map[string]func(io.Writer, report.Format, ...report.WriteOption) error{
			"report": func(w io.Writer, f report.Format, o ...report.WriteOption) error {
				return report.Write(w, d.Pack, d.Recommendation, f, o...)
			},
			"sensitivity": func(w io.Writer, f report.Format, o ...report.WriteOption) error {
				return report.WriteSensitivity(w, d.Pack, d.Recommendation, f, o...)
			},
			"what if": func(w io.Writer, f report.Format, o ...report.WriteOption) error {
				return report.WriteWhatIf(w, d.Pack, d.Recommendation, d.Recommendation, f, o...)
			},
		} {
			for i, look := range []report.WriteOption{report.Lang("zh"), report.Width(20), report.Width(80), report.Accessible(true), report.Color(true), report.Length(report.CardExtent)} {
				for _, f := range append(report.Formats(), report.CSV) {
					if f == report.CSV && name != "report" || (f == report.CSV || f == report.JSON) && i > 0 {
						continue // data has one look
					}
					var b bytes.Buffer
					require.NoError(t, write(&b, f, look))
					got := b.String()
					for _, mark := range page.Marks() {
						got = strings.ReplaceAll(got, mark, "")
					}
					require.Empty(t, testkit.CommandsIn(got, nil), "%s as %s", name, f)
				}
			}
		}
	}
}

// The same, read as Markdown.
func TestNoReportIsMarkedUpByStrangers(t *testing.T) {
	t.Parallel()
	for _, d := range hostileDecisions(t) {
		markdown := written(t, d, report.Markdown)
		for _, r := range testkit.MarkdownReaders() {
			html, err := r.Render(markdown)
			require.NoError(t, err)
			seen, err := testkit.SeeHTML(html)
			require.NoError(t, err)
			require.Empty(t, seen.Links)
			require.Empty(t, seen.FindReferences())
			for _, element := range []string{"img", "del", "em", "input", "comment", "sup", "dl", "blockquote", "ol"} {
				require.Zero(t, seen.Elements[element], "%s: %s", r.Name, element)
			}
		}
	}
}
