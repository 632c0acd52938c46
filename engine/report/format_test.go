package report_test

import (
	"bytes"
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/report"
)

// In every format each function writes its own document, not that of another.
func TestEveryFormatWritesEveryDocument(t *testing.T) {
	t.Parallel()
	rec := decided(t, slices.Sorted(maps.Keys(situations))[0])
	for _, f := range report.Formats() {
		var plain, brief, whatIf, sensitivity bytes.Buffer
		require.NoError(t, report.Write(&plain, rec.Pack, rec.Recommendation, f))
		require.NoError(t, report.Write(&brief, rec.Pack, rec.Recommendation, f, report.Length(report.CardExtent)))
		require.NoError(t, report.WriteWhatIf(&whatIf, rec.Pack, rec.Recommendation, rec.Recommendation, f))
		require.NoError(t, report.WriteSensitivity(&sensitivity, rec.Pack, rec.Recommendation, f))
		require.NotEqual(t, plain.String(), whatIf.String(), f)
		require.NotEqual(t, plain.String(), sensitivity.String(), f)
		require.NotEqual(t, whatIf.String(), sensitivity.String(), f)
		require.NotEmpty(t, brief.String(), f)
		require.NotEmpty(t, f.Extensions(), "format %s: say how the names of its files end", f)
	}
	require.Empty(t, report.Format("pdf").Extensions())
}
