package dialogue_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
)

// Someone who wavers between two weights types both, sees what was understood, and sees
// it again when the question comes back.
func TestRangesAreTakenAndRepeated(t *testing.T) {
	t.Parallel()
	answers := append([]string{}, whole[:len(whole)-2]...)
	for code, want := range map[string][]string{
		"en": {"If you waver between two numbers, give both, as in 4-7.", "Noted: between 4 and 7. The middle, 5.5, counts.", "the smaller number first", "Your answer: between 4 and 7. Enter keeps it.", "Steady revenue: between 4 and 7"},
		"zh": {"拿不准时可以填一个范围，如 4-7。", "已记下：4 至 7 之间，按中间值 5.5 计。", "前大后小", "您的回答：4 至 7 之间。按回车键保留。", "稳定收入：4 至 7 之间"},
	} {
		x := newTalk(t, code, fixed, append(answers, "?", "7-4", "４－７", "b", "", "")...)
		out := x.converse(t)
		for _, text := range want {
			require.Contains(t, out, text)
		}
		last := x.saved[len(x.saved)-1]
		require.Equal(t, map[string]engine.WeightRange{"revenue": {Low: 4, High: 7}}, last.Ranges)
		require.Empty(t, last.Weights)
	}
}
