package report_test

import (
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/report"
)

func BenchmarkWrite(b *testing.B) {
	for _, f := range []report.Format{report.Text, report.Markdown, report.JSON} {
		b.Run(string(f), func(b *testing.B) {
			r := decided(b, "mixed")
			for b.Loop() {
				require.NoError(b, report.Write(io.Discard, r.Pack, r.Recommendation, f))
			}
		})
	}
}
