package plain_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/rules/plain"
)

func TestNumbersAsPeopleReadThem(t *testing.T) {
	t.Parallel()
	for want, got := range map[string]string{
		"0.1": plain.Number(0.1), "1e+21": plain.Number(1e21), "1000000000000000000000": plain.Decimal(1e21),
		"2.0": plain.Fixed(2, 1), "3.33": plain.Fixed(10.0/3, 2), "3.33333": plain.Significant(10.0/3, 6), "66": plain.Significant(66, 3),
		"0": plain.Hundredths(0.004), "67": plain.Hundredths(2.0 / 3), "100": plain.Hundredths(1),
	} {
		require.Equal(t, want, got)
	}
}

func TestNumbersAreReadBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64().Draw(t, "x")
		for _, text := range []string{plain.Number(x), plain.Decimal(x)} {
			back, err := strconv.ParseFloat(text, 64)
			require.NoError(t, err)
			require.Equal(t, x, back)
		}
	})
}
