package engine_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/rules"
)

// Whether a condition always holds, or never, is as all complete answers say, each fact
// answered if it is asked.
func TestDecideAgainstAllAnswers(t *testing.T) {
	check(t, func(t *rapid.T) {
		p := gen.Pack(t, gen.Small)
		c := gen.Condition(t, p)
		read := c.Facts(nil)
		for i := len(p.Facts) - 1; i >= 0; i-- { // guards read facts that stand before
			if slices.Contains(read, p.Facts[i].ID) {
				read = p.Facts[i].AskedIf.Facts(read)
			}
		}
		var can [rules.True + 1]bool
		answers := map[string]string{}
		var answer func(i int)
		answer = func(i int) {
			if i == len(p.Facts) {
				can[p.ReadAnswers(answers).Truth(c)] = true
				return
			}
			f := &p.Facts[i]
			if !slices.Contains(read, f.ID) {
				answer(i + 1)
				return
			}
			all := []string{"na"}
			if p.ReadAnswers(answers).Truth(f.AskedIf) != rules.False {
				all = slices.DeleteFunc(gen.DistinctAnswers(f), func(a string) bool { return a == "na" })
			}
			for _, a := range all {
				answers[f.ID] = a
				answer(i + 1)
			}
			delete(answers, f.ID)
		}
		answer(0)
		require.False(t, can[rules.Unknown])
		want := rules.Unknown
		if !can[rules.True] || !can[rules.False] {
			want = rules.False
			if can[rules.True] {
				want = rules.True
			}
		}
		require.Equal(t, want, p.Decide(c))
	})
}
