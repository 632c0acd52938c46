package layer

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
)

// Layers that are kept are merged again and again, so what a caller does to a
// profile must not reach them.
func TestMergedProfileIsTheCallersOwn(t *testing.T) {
	l := New("kept")
	l.Limits = []engine.Limit{{Exclude: []string{"in_house"}, Because: "public already"}}
	first := Merge([]*Layer{l})
	first.Limits[0].Exclude[0] = "open_model"
	first.Limits[0].Because = "changed"
	require.Equal(t, []engine.Limit{{Exclude: []string{"in_house"}, Because: "public already"}}, Merge([]*Layer{l}).Limits)
}
