package page_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/page"
)

const source = `
# Title

A paragraph of some words.


  ajar decide FILE
  term  what it means
  a-word-that-is-too-long-for-a-column  what this one means
`

func TestWidePageHasColumns(t *testing.T) {
	t.Parallel()
	require.Equal(t, `Title

A paragraph of some words.

  ajar decide FILE
  term  what it means
  a-word-that-is-too-long-for-a-column
    what this one means
`, page.Parse(source).Draw(page.Look{Width: 80}))
}

func TestNarrowPageStacks(t *testing.T) {
	t.Parallel()
	require.Equal(t, `Title

A paragraph of some
words.

  ajar decide FILE
  term
    what it means
  a-word-that-is-too-long-for-a-column
    what this one
    means
`, page.Parse(source).Draw(page.Look{Width: 20}))
}

func TestPlainPageSaysOneThingALine(t *testing.T) {
	t.Parallel()
	require.Contains(t, page.Parse(source).Draw(page.Look{Width: 80, Plain: true}), "  term: what it means\n")
}

func TestColumnsAlignInChinese(t *testing.T) {
	t.Parallel()
	var p page.Page
	p.Rows([]page.Row{{Term: "命令", Text: "甲"}, {Term: "abcdef", Text: "乙"}, {Term: "alone"}})
	require.Equal(t, "  命令    甲\n  abcdef  乙\n  alone\n", p.Draw(page.Look{Width: 80}))
}

func TestOnlyHeadingsAreColoured(t *testing.T) {
	t.Parallel()
	out := page.Parse(source).Draw(page.Look{Width: 80, Color: true})
	require.Equal(t, 2, strings.Count(out, "\x1b["))
	require.True(t, strings.HasPrefix(out, "\x1b[1mTitle\x1b[0m\n"))
}

func TestDeepLiteralsKeepTheirDepth(t *testing.T) {
	t.Parallel()
	var p, whole page.Page
	p.Literal("all of these:")
	p.Literal("  one two three")
	whole.Append(&p)
	require.Equal(t, "  all of these:\n    one two\n      three\n", whole.Draw(page.Look{Width: 15}))
}
