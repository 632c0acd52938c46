package page_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// showEverywhere puts a text wherever text may stand on a page; tables are left out where
// a reader knows none.
func showEverywhere(text string, tables bool) string {
	var p page.Page
	p.Add(page.MakeBlock(page.Title, text), page.MakeBlock(page.Headline, text), page.MakeBlock(page.Section, text), page.MakeBlock(page.Paragraph, text))
	p.Add(page.MakeBlock(page.Item, text), page.MakeBlock(page.Alert, text))
	p.Literal(text)
	p.Literal("  " + text)
	p.Heading(text)
	p.Rows([]page.Row{{Term: text, Text: text}, {Term: text}})
	p.Literal(text)
	p.Text(text)
	p.Inset(text)
	if tables {
		tab := &page.Table{BarColumn: page.NoBarColumn, Head: []string{"a", text}}
		tab.AddRow([]string{text, "b"}, text)
		tab.AddRowUnder([]string{text, text}, text)
		p.Add(page.MakeGrid(tab))
	}
	return p.DrawMarkdown()
}

// see gives what a reader sees of Markdown.
func see(r testkit.MarkdownReader, markdown string) *testkit.SeenPage {
	html, err := r.Render(markdown)
	if err != nil {
		panic(err)
	}
	seen, err := testkit.SeeHTML(html)
	if err != nil {
		panic(err.Error() + "\n" + html)
	}
	delete(seen.Elements, "code") // as many as there are references
	return seen
}

// harmless is a text that means nothing to anybody.
const harmless = "word"

var readers = sync.OnceValue(testkit.MarkdownReaders)

var harmlessly = sync.OnceValue(func() map[string]*testkit.SeenPage {
	out := map[string]*testkit.SeenPage{}
	for _, r := range readers() {
		out[r.Name] = see(r, showEverywhere(harmless, r.Tables))
	}
	return out
})

// checkMarkdown wants a text to read as it is wherever it stands, and the page to be made
// of what it is made of with a harmless text.
func checkMarkdown(t require.TestingT, text string) {
	for _, r := range readers() {
		got, want := see(r, showEverywhere(text, r.Tables)), harmlessly()[r.Name]
		why := fmt.Sprintf("%s: %q", r.Name, text)
		require.Empty(t, got.Links, why)
		require.Empty(t, got.FindReferences(), why)
		require.Equal(t, want.Elements, got.Elements, why)
		shown := strings.Fields(strings.ReplaceAll(want.Text, harmless, " "+plain.Escape(text)+" "))
		require.Equal(t, strings.Join(shown, ""), strings.Join(strings.Fields(got.Text), ""), why)
	}
}

func TestStrangersTextReadsAsItIs(t *testing.T) {
	t.Parallel()
	for _, text := range append(testkit.HostileTexts(), testkit.OrdinaryTexts()...) {
		checkMarkdown(t, text)
	}
}

// marks are what Markdown is made of.
var marks = rapid.SampledFrom([]string{
	"`", "``", "*", "**", "_", "[", "]", "(", ")", "<", ">", "!", "#", "##", "1", "12", "@", "a", "bc", "deadbee", ":", "::", "/", "//", ".", "com",
	"www.", "http", "https://", "mailto:", "$", "&", "&amp;", "~", "~~", "^", "|", "\\", "-", "---", "=", "+", " ", "\n", "\t", "中", "рф", "%", "gh-",
	"org/repo", "{", "}", "\"", "'", ",", ";", "?",
})

func TestNoMixtureOfMarksMeansAnything(t *testing.T) {
	t.Parallel()
	testkit.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(marks, 1, 12).Draw(t, "marks"), "")
		if strings.Trim(text, " ") == "" {
			text = "."
		}
		checkMarkdown(t, text)
	})
}

func TestNothingIsDrawnOfAnEmptyText(t *testing.T) {
	t.Parallel()
	var p page.Page
	p.Add(page.MakeBlock(page.Headline, " "), page.MakeBlock(page.Title, ""))
	require.Empty(t, strings.TrimSpace(p.DrawMarkdown()))
}

func TestOrdinaryTextStaysReadable(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"C++::std::vector, see #12 (or #13).": "`C++::std::vector`, see `#12` (or `#13`).",
		"Ask me@example.com or @team!":        "Ask `me@example.com` or `@team`!",
		"请看 https://a.example/b。联系@team吧":     "请看 `https://a.example/b`。联系`@team`吧",
		"C#, AT&T, 50 % of a_b, 3.5, e.g. it": `C\#, AT&amp;T, 50 % of a_b, 3.5, e.g. it`,
		"release.ajar.yaml:12: at 10:30":      "`release.ajar.yaml:12`: at 10:30",
		"1. one":                              `1\. one`,
	} {
		var p page.Page
		p.Text(text)
		require.Equal(t, want+"\n", p.DrawMarkdown())
	}
}

func TestOwnAddressesAreLinks(t *testing.T) {
	t.Parallel()
	const ours, theirs = "https://ours.example/a_b?c=d", "https://theirs.example/a"
	var p, whole page.Page
	p.Follow("(" + ours + ", as looked up)")
	p.Text("See " + ours + ". Not " + theirs + ", nor " + ours + "/more; https://spdx.org/licenses/, a source of the core pack.")
	whole.Append(&p)
	for _, r := range readers() {
		require.Equal(t, []string{ours, "https://spdx.org/licenses/"}, see(r, whole.DrawMarkdown()).Links)
	}
}
