package report

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules/testkit"
)

func TestRoundedPartsAddUp(t *testing.T) {
	t.Parallel()
	require.Equal(t, []int{34, 33, 33}, roundToHundredths([]float64{1. / 3, 1. / 3, 1. / 3}))
	require.Equal(t, []int{0, 0}, roundToHundredths([]float64{0, 0}))
	require.Equal(t, []int{49, 50}, roundToSum([]float64{0.495, 0.5}, 99))
}

// The shares of all options, as they are printed, can be those of 100, and what is
// said of a side is the sum of what is said of its options.
func TestChancesAddUp(t *testing.T) {
	t.Parallel()
	w := &wording{texts: textsIn("en")}
	testkit.Check(t, func(t *rapid.T) {
		list := drawShares(t)
		c := allotChances(list)
		least, most := 0, 0
		for _, a := range list {
			low, high := readChance(t, c.sayAlone(w, a.Option))
			least, most = least+low, most+high
		}
		require.True(t, least <= 100 && most >= 100, "%v: %d to %d", list, least, most)

		side := func(option string) bool { return option < "c" }
		low, high := readChance(t, strings.TrimSpace(c.say(w, side)))
		partLow, partHigh := 0, 0
		for _, a := range list {
			if side(a.Option) {
				l, h := readChance(t, c.sayAlone(w, a.Option))
				partLow, partHigh = partLow+l, partHigh+h
			}
		}
		require.True(t, low <= partHigh && high >= partLow, "%v: %d to %d of %d to %d", list, low, high, partLow, partHigh)
	})
}

// drawShares draws shares that sum to 1, some of them tiny and some none.
func drawShares(t *rapid.T) []engine.Acceptability {
	list := make([]engine.Acceptability, rapid.IntRange(1, 6).Draw(t, "options"))
	sum := 0.0
	for i := range list {
		list[i].Option = string(rune('a' + i))
		list[i].Share = rapid.SampledFrom([]float64{0, 1, 3, 40, 300, 1000, 1001, 5000}).Draw(t, "share")
		sum += list[i].Share
	}
	for i := range list {
		if sum == 0 {
			list[0].Share, sum = 1, 1
		}
		list[i].Share /= sum
	}
	return list
}

// readChance gives the least and the greatest number of 100 that a text stands for.
func readChance(t *rapid.T, text string) (low, high int) {
	switch text {
	case "under 1":
		return 0, 1
	case "over 99":
		return 99, 100
	}
	n, err := strconv.Atoi(text)
	require.NoError(t, err)
	return n, n
}
