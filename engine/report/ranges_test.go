package report_test

import (
	"encoding/json"
	"maps"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
)

// ranged is a profile with a weight that is not settled and one whose range is a single
// weight.
func ranged() engine.Profile {
	p := situations["mixed"]
	p.Weights = maps.Clone(p.Weights)
	delete(p.Weights, "reach")
	delete(p.Weights, "calm")
	p.Ranges = map[string]engine.WeightRange{"reach": {Low: 5, High: 7}, "calm": {Low: 2, High: 2}}
	return p
}

// A range is told as it was stated, with the weight that counts.
func TestRangesAreTold(t *testing.T) {
	t.Parallel()
	e, err := toy()
	require.NoError(t, err)
	r := recommend(t, e, ranged())
	require.Contains(t, written(t, r, report.Text, report.Lang("en"), report.Width(300)), "Reach (reach): weight between 5 and 7 of 10, counted as 6, speaks for open")
	require.Contains(t, written(t, r, report.Text, report.Lang("en"), report.Width(300)), "Low burden (calm): weight 2 of 10")
	require.Contains(t, written(t, r, report.Text, report.Lang("zh"), report.Width(300)), "普及（reach）：权重在 5 至 7 之间（满分 10），按 6 计")

	var d report.Result
	require.NoError(t, json.Unmarshal([]byte(written(t, r, report.JSON, report.Lang("en"), report.Width(300))), &d))
	for _, p := range d.Priorities {
		require.Equal(t, p.ID == "reach", p.Range != nil, p.ID)
	}
	require.Equal(t, &engine.WeightRange{Low: 5, High: 7}, d.Priorities[1].Range)
	require.InDelta(t, 6, d.Priorities[1].Weight, 0)
	values := map[string]any{}
	for _, a := range d.Answers {
		values[a.ID] = a.Value
	}
	require.Equal(t, []any{5.0, 7.0}, values["reach"])
	require.InDelta(t, 2, values["calm"], 0)
}
