package dialogue_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/dialogue"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/session"
)

// weigh asks for weights alone by a method.
func weigh(t *testing.T, method elicit.Method, lines ...string) *talk {
	t.Helper()
	x := newTalk(t, "en", session.Config{Full: true, Fixed: true, Only: []string{"priorities"}, Method: method}, lines...)
	err := x.Run(context.Background())
	require.True(t, err == nil || strings.Contains(err.Error(), dialogue.ErrQuit.Error()), "%v", err)
	return x
}

// Each method asks in its own way and tells what the answers come to.
func TestMethods(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		method elicit.Method
		lines  []string
		want   string
	}{
		{elicit.ByRanking, []string{"1 2", "1 > 2", ""}, "Weights: Reach 10.0; Steady revenue 3.3."},
		{elicit.ByPoints, []string{"1 2", "70 30", ""}, "Weights: Reach 10.0; Steady revenue 4.3."},
		{elicit.ByPairs, []string{"1 2", "1 3", ""}, "Weights: Reach 10.0; Steady revenue 3.3."},
		{elicit.ByBestWorst, []string{"1 2", "1", "3", ""}, "Weights: Reach 10.0; Steady revenue 3.3."},
	} {
		x := weigh(t, c.method, c.lines...)
		require.Contains(t, x.out.String(), c.want, c.method)
		last := x.saved[len(x.saved)-1]
		require.Equal(t, 10.0, last.Weights["reach"], c.method)
		require.NotContains(t, last.Weights, "scrutiny", c.method)
	}
}

// Comparisons that contradict each other are told in the way in which they do, and the
// one that fits least is asked again with a suggestion; Enter leaves it.
func TestContradictionIsAskedAgain(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		method       elicit.Method
		lines, wants []string
	}{
		{elicit.ByPairs, []string{"1 2 3", "1 9", "2 9", "1 9", "", ""}, []string{
			"Your comparisons go round in a circle: Reach over Scrutiny over Steady revenue over Reach, and so on.",
			"Look again at: Reach / Steady revenue.", "Fits the others: Reach, 9 times as much.", "Your answer: Steady revenue, 9 times as much. Enter keeps it.",
		}},
		{elicit.ByPairs, []string{"1 2 3", "1 9", "1 1.5", "1 9", "", ""}, []string{
			"Your comparisons contradict each other (consistency ratio ", "Look again at: Reach / Steady revenue.", "Fits the others: Reach, 9 times as much.",
		}},
		{elicit.ByBestWorst, []string{"1 2 3", "1", "2", "3", "1", "9", "", ""}, []string{
			"You named Reach as what matters most, but by your comparisons Scrutiny matters more.", "Look again at: Reach / Steady revenue. You said: 3. Fits the others: 9.",
		}},
		{elicit.ByBestWorst, []string{"1 2 3", "1", "2", "3", "9", "1", "", ""}, []string{
			"You named Steady revenue as what matters least, but by your comparisons Scrutiny matters still less.", "Look again at: Reach / ",
		}},
		{elicit.ByBestWorst, []string{"1 2 3 4", "1", "2", "8", "2", "4", "2", "4", "", ""}, []string{
			"Compared with what matters most, Scrutiny comes before Low burden; compared with what matters least, it comes after it.",
		}},
	} {
		out := strings.Join(strings.Fields(weigh(t, c.method, c.lines...).out.String()), " ")
		for _, want := range c.wants {
			require.Contains(t, out, want)
		}
	}
}
