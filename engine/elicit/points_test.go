package elicit_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/elicit"
)

func TestPoints(t *testing.T) {
	t.Parallel()
	// Edwards and Barron (1994, "SMARTS and SMARTER", Organizational Behavior
	// and Human Decision Processes 60): weights are the points over their sum.
	given := map[string]float64{"a": 50, "b": 25, "c": 25, "d": 0}
	w, err := elicit.Points(given)
	require.NoError(t, err)
	require.Equal(t, elicit.Weights{"a": 10, "b": 5, "c": 5, "d": 0}, w)
	require.Zero(t, elicit.PointsLeft(given))
	_, err = elicit.Points(map[string]float64{"a": 33.33, "b": 33.33, "c": 33.33})
	require.NoError(t, err, "thirds sum up")
}

func TestPointsSayWhatIsLeft(t *testing.T) {
	t.Parallel()
	given := map[string]float64{"a": 50, "b": 30}
	require.EqualValues(t, 20, elicit.PointsLeft(given))
	_, err := elicit.Points(given)
	require.Equal(t, []string{"AJ313"}, codes(t, err))
	require.ErrorContains(t, err, "20 of the 100 points are left")
	given["c"] = 35.5
	require.EqualValues(t, -15.5, elicit.PointsLeft(given))
	_, err = elicit.Points(given)
	require.ErrorContains(t, err, "15.5 points more than 100")
	_, err = elicit.Points(map[string]float64{"a": 101, "b": -1, "c": nan})
	require.Equal(t, []string{"AJ312", "AJ312", "AJ312"}, codes(t, err))
	_, err = elicit.Points(nil)
	require.Equal(t, []string{"AJ310"}, codes(t, err)[:1])
	_, err = elicit.Points(map[string]float64{"a": 0})
	require.Equal(t, []string{"AJ313"}, codes(t, err))
}
