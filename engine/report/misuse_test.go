package report_test

import (
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules"
)

// Reports on what is not there, or says too little, are errors.
func TestWriteWithoutResult(t *testing.T) {
	t.Parallel()
	pack := rules.Core()
	e, err := engine.New(pack)
	require.NoError(t, err)
	rec, err := e.Recommend(t.Context(), engine.Profile{})
	require.NoError(t, err)
	for _, f := range append(report.Formats(), report.CSV) {
		require.ErrorIs(t, report.Write(io.Discard, pack, nil, f), report.ErrMissing, f)
		require.ErrorIs(t, report.Write(io.Discard, nil, rec, f), report.ErrMissing, f)
		require.ErrorContains(t, report.Write(io.Discard, pack, &engine.Recommendation{}, f), "was made by the pack", f)
		require.ErrorContains(t, report.Write(io.Discard, &rules.Pack{}, rec, f), "was made by the pack", f)
		require.NoError(t, report.Write(io.Discard, pack, rec, f, nil), "an option that is none")
	}
	for _, f := range report.Formats() {
		require.ErrorIs(t, report.WriteSensitivity(io.Discard, pack, rec, f), report.ErrNotAnalysed, f)
		require.ErrorIs(t, report.WriteSensitivity(io.Discard, pack, nil, f), report.ErrMissing, f)
		require.ErrorIs(t, report.WriteWhatIf(io.Discard, pack, nil, rec, f), report.ErrMissing, f)
		require.ErrorIs(t, report.WriteWhatIf(io.Discard, pack, rec, nil, f), report.ErrMissing, f)
		require.NoError(t, report.WriteWhatIf(io.Discard, pack, rec, rec, f), f)
		require.ErrorIs(t, report.WriteWhy(io.Discard, pack, nil, "", f), report.ErrMissing, f)
		require.ErrorContains(t, report.WriteWhy(io.Discard, pack, rec, "nope", f), `no dimension "nope"`, f)
		require.NoError(t, report.WriteWhy(io.Discard, pack, rec, "security", f), f)
	}
	_, err = report.Document(nil, rec, "en", "")
	require.ErrorIs(t, err, report.ErrMissing)
	require.Equal(t, "x", report.AnswerText(nil, engine.Value("x"), "en"))
	require.Empty(t, report.RobustnessText("sure", "en"))
}
