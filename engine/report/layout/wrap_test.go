package layout_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/report/layout"
)

func TestLines(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		width      int
		want       []string
	}{
		{"nothing", "  ", 10, nil},
		{"words", "one two three", 7, []string{"one two", "three"}},
		{"spaces are made even", " one\ttwo\u00a0 three\xff ", 20, []string{"one two three\ufffd"}},
		{"a word ends where the line does", "one two three", 3, []string{"one", "two", "three"}},
		{"a long id stays whole", "see code_quality.open_advantage now", 10, []string{"see", "code_quality.open_advantage", "now"}},
		{"Chinese breaks anywhere", "模型权重一旦发布", 8, []string{"模型权重", "一旦发布"}},
		{"no closing mark at the start", "模型权重，一旦发布", 8, []string{"模型权", "重，一旦", "发布"}},
		{"no opening mark at the end", "模型（权重）", 6, []string{"模型", "（权", "重）"}},
		{"mixed", "许可证 Apache-2.0 可用", 12, []string{"许可证", "Apache-2.0", "可用"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, c.want, slices.Collect(layout.Lines(c.text, c.width, c.width)))
			require.Equal(t, len(c.want), layout.CountLines(c.text, c.width))
		})
	}
}

func TestBlockHangs(t *testing.T) {
	t.Parallel()
	require.Equal(t, "- one\n  two\n", layout.WrapWithPrefixes("- ", "  ", "one two", 5))
	require.Equal(t, "-\n", layout.WrapWithPrefixes("- ", "  ", "", 5))
}

func TestHangingIndentUsesTheWidthOfEachLine(t *testing.T) {
	t.Parallel()
	require.Equal(t, "- one two\n    three\n    four\n", layout.WrapWithPrefixes("- ", "    ", "one two three four", 9))
}
