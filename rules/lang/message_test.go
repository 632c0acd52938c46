package lang_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules/lang"
)

func TestPatternsAreFilledOnce(t *testing.T) {
	t.Parallel()
	p := lang.Patterns{"plain", "{1}, then {0} and {1}", "{n} fact: {0}", "{n} facts: {0}"}
	require.Equal(t, "plain", p.Say(0))
	require.Equal(t, "b, then {1} and b", p.Say(1, "{1}", "b"), "a value is no pattern")
	require.Equal(t, "1 fact: {n}", p.Count(2, 1, "{n}"))
	require.Equal(t, "0 facts: x", p.Count(2, 0, "x"))
	require.Equal(t, "12 facts: x", p.Count(2, 12, "x"))
}

func TestTongueJoins(t *testing.T) {
	t.Parallel()
	en, zh := lang.In("en"), lang.In("zh")
	require.Empty(t, en.List(nil))
	require.Equal(t, "a", en.List([]string{"a"}))
	require.Equal(t, "a, b and c", en.List([]string{"a", "b", "c"}))
	require.Equal(t, "甲、乙和丙", zh.List([]string{"甲", "乙", "丙"}))
	require.Equal(t, "a or b", en.Or([]string{"a", "b"}))
	require.Equal(t, "a、b 或 c", zh.Or([]string{"a", "b", "c"}), "a space between Latin and Chinese")
	require.Equal(t, "甲和 b", zh.List([]string{"甲", "b"}))
	require.Equal(t, "One. Two.", en.Sentences([]string{"One.", "Two."}))
	require.Equal(t, "一。二。", zh.Sentences([]string{"一。", "二。"}))
	require.Equal(t, lang.Default, lang.In("xx").Lang)
}

func TestEveryLanguageJoins(t *testing.T) {
	t.Parallel()
	require.Equal(t, lang.Default, lang.All()[0])
	for _, code := range lang.All() {
		require.Equal(t, code, lang.In(code).Lang)
	}
}
