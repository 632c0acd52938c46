package report

import (
	"io"
	"strings"

	"github.com/ajar-decision/ajar/rules/lang"
	"github.com/ajar-decision/ajar/rules/plain"
)

// writeMarkdown writes a page as Markdown with GitHub's tables. Bars are left
// out: the words beside them say the same.
func writeMarkdown(out io.Writer, tongue lang.Tongue, page []pageBlock) error {
	var b strings.Builder
	for i := range page {
		if i > 0 && (page[i].kind != page[i-1].kind || page[i].kind == paragraphBlock) {
			b.WriteByte('\n')
		}
		writeMarkdownBlock(&b, tongue, &page[i])
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// markdownPrefixes stand before a block of a kind.
var markdownPrefixes = map[blockKind]string{titleBlock: "# ", sectionBlock: "## ", topicBlock: "### ", itemBlock: "- ", alertBlock: "- "}

func writeMarkdownBlock(b *strings.Builder, tongue lang.Tongue, x *pageBlock) {
	text := escapeMarkdown(tongue.Sentences(x.text))
	switch x.kind {
	case tableBlock:
		writeMarkdownRow(b, x.table, x.table.head)
		rule := make([]string, len(x.table.head))
		for i := range rule {
			rule[i] = "---"
		}
		writeMarkdownCells(b, x.table, rule)
		for i := range x.table.rows {
			writeMarkdownRow(b, x.table, x.table.rows[i].cells)
		}
	case headlineBlock:
		b.WriteString("**" + text + "**\n")
	default:
		b.WriteString(markdownPrefixes[x.kind] + text + "\n")
	}
}

func writeMarkdownRow(b *strings.Builder, t *table, cells []string) {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = escapeMarkdown(c)
	}
	writeMarkdownCells(b, t, out)
}

func writeMarkdownCells(b *strings.Builder, t *table, cells []string) {
	for i, c := range cells {
		if i != t.barColumn {
			b.WriteString("| " + c + " ")
		}
	}
	b.WriteString("|\n")
}

// plainInMarkdown shows text from strangers as it is: no markup, no HTML, no
// link, no mention and no formula comes of it. An empty comment parts what
// would become a link.
var plainInMarkdown = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "[", `\[`, "]", `\]`, "|", `\|`, "~", `\~`, "#", `\#<!-- -->`,
	"&", "&amp;", "<", "&lt;", ">", "&gt;", "$", "<span>$</span>", "@", "@<!-- -->",
	"://", ":<!-- -->//", "www.", "www<!-- -->.",
)

// escapeMarkdown escapes one line of text. An underscore inside a word, as in
// an id, is no markup and stays.
func escapeMarkdown(s string) string {
	s = plainInMarkdown.Replace(strings.TrimSpace(plain.Escape(s)))
	s = escapeUnderscores(s)
	if i := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }); i > 0 && strings.ContainsRune(".)", rune(s[i])) {
		return s[:i] + `\` + s[i:]
	}
	if s != "" && strings.ContainsRune("-+=", rune(s[0])) {
		return `\` + s
	}
	return s
}

func escapeUnderscores(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '_' && (i == 0 || i == len(s)-1 || !isWordByte(s[i-1]) || !isWordByte(s[i+1])) {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}
