package page_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/report/page"
)

// samplePage has one block of each kind that makes no empty line.
func samplePage() *page.Page {
	p := &page.Page{}
	p.Gap()
	p.Heading("Title")
	p.Gap()
	p.Text("A paragraph of some words.")
	p.Gap()
	p.Gap()
	p.Literal("ajar decide FILE")
	p.Rows([]page.Row{{Term: "term", Text: "what it means"}, {Term: "a-word-that-is-too-long-for-a-column", Text: "what this one means"}})
	return p
}

func TestWidePageHasColumns(t *testing.T) {
	t.Parallel()
	require.Equal(t, `Title

A paragraph of some words.

  ajar decide FILE
  term  what it means
  a-word-that-is-too-long-for-a-column
    what this one means
`, samplePage().Draw(page.Look{Width: 80}))
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
`, samplePage().Draw(page.Look{Width: 20}))
}

func TestPlainPageSaysOneThingALine(t *testing.T) {
	t.Parallel()
	require.Contains(t, samplePage().Draw(page.Look{Width: 80, Accessible: true}), "  term: what it means\n")
}

func TestColumnsAlignInChinese(t *testing.T) {
	t.Parallel()
	var p page.Page
	p.Rows([]page.Row{{Term: "命令", Text: "甲"}, {Term: "abcdef", Text: "乙"}, {Term: "alone"}})
	require.Equal(t, "  命令    甲\n  abcdef  乙\n  alone\n", p.Draw(page.Look{Width: 80}))
}

func TestOnlyHeadingsAreColoured(t *testing.T) {
	t.Parallel()
	out := samplePage().Draw(page.Look{Width: 80, Color: true})
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

func TestPainter(t *testing.T) {
	t.Parallel()
	require.Equal(t, "x", page.Painter(false).Paint(page.Bold, "x"))
	require.Equal(t, "\x1b[1mx\x1b[0m", page.Painter(true).Paint(page.Bold, "x"))
	require.Empty(t, page.Painter(true).Paint(page.Red, ""))
}

func TestStrangersTextSteersNoTerminal(t *testing.T) {
	t.Parallel()
	const attack = "a\x1b[31mb\u202e"
	p := &page.Page{}
	p.Heading(attack)
	p.Text(attack)
	p.Literal(attack)
	p.Inset(attack)
	p.Rows([]page.Row{{Term: attack, Text: attack}, {Term: attack}})
	p.Add(page.MakeBlock(page.Item, attack))
	for _, got := range []string{p.Draw(page.Look{Width: 80}), p.Draw(page.Look{Width: 20, Accessible: true}), p.DrawMarkdown()} {
		require.NotContains(t, got, "\x1b")
		require.NotContains(t, got, "\u202e")
		require.Contains(t, got, `x1b`)
	}
}

func TestMarkdownHasEveryKindOfBlock(t *testing.T) {
	t.Parallel()
	p := samplePage()
	p.Inset("*Set in*.")
	p.Add(page.MakeSection("Part", page.MakeBlocks(page.Item, page.MakeEntries("one", "two")))...)
	require.Equal(t, `## Title

A paragraph of some words.

`+"```\najar decide FILE\n```"+`

- term: what it means
- a-word-that-is-too-long-for-a-column: what this one means

\*Set in\*.

## Part

- one
- two
`, p.DrawMarkdown())
}

func TestSectionWithoutContentLeavesNoHeading(t *testing.T) {
	t.Parallel()
	require.Nil(t, page.MakeSection("Part", nil))
}

// A line that belongs to the one above is set in, and stays so in Markdown, where plain
// spaces before a cell do not show.
func TestRowsUnderAnotherAreSetIn(t *testing.T) {
	t.Parallel()
	var p page.Page
	tab := &page.Table{BarColumn: page.NoBarColumn, Head: []string{"Option", "Worth"}}
	tab.AddRow([]string{"Open", "70"}, "Open: 70.")
	tab.AddRowUnder([]string{"Copyleft", "69"}, "Of these, Copyleft: 69.")
	p.Add(page.MakeGrid(tab))
	require.Equal(t, "\nOption      Worth\nOpen        70\n  Copyleft  69\n", p.Draw(page.Look{Width: 80}))
	require.Contains(t, p.DrawMarkdown(), "| Open | 70 |\n| \u2003Copyleft | 69 |\n")
	require.Contains(t, p.Draw(page.Look{Width: 80, Accessible: true}), "Of these, Copyleft: 69.")
}
