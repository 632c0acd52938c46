package report_test

import (
	"fmt"
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules"
)

// BenchmarkWrite writes results that are there already: of a preset, and of a documented
// decision that says more.
func BenchmarkWrite(b *testing.B) {
	preset, err := analysePreset("model_startup")
	require.NoError(b, err)
	documented, err := analyseCase("starcoder_2023")
	require.NoError(b, err)
	for _, lang := range languages {
		for _, x := range report.Extents() {
			for _, width := range []int{80, 40} {
				name := fmt.Sprintf("text/%s/%d/%s", x, width, lang)
				benchWrite(b, name, preset, documented, report.Text, report.Length(x), report.Width(width), report.Lang(lang))
			}
		}
		benchWrite(b, "md/"+lang, preset, documented, report.Markdown, report.Lang(lang))
		benchWrite(b, "json/"+lang, preset, documented, report.JSON, report.Lang(lang))
	}
}

func benchWrite(b *testing.B, name string, preset, documented *engine.Recommendation, f report.Format, opts ...report.WriteOption) {
	b.Helper()
	for _, x := range []shippedResult{{"preset", preset}, {"case", documented}} {
		b.Run(name+"/"+x.name, func(b *testing.B) {
			pack := rules.Core()
			b.ReportAllocs()
			for b.Loop() {
				require.NoError(b, report.Write(io.Discard, pack, x.Recommendation, f, opts...))
			}
		})
	}
}
