package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// English and Chinese have all messages, each with the same placeholders, and
// neither has words of the other.
func TestEnglishAndChineseAreComplete(t *testing.T) {
	t.Parallel()
	han, latin := regexp.MustCompile(`\p{Han}`), regexp.MustCompile(`[A-Za-z]{2,}`)
	rooms, err := findRooms(root)
	require.NoError(t, err)
	for _, room := range rooms {
		all, err := readRoom(room)
		require.NoError(t, err)
		for i := range all["en"] {
			en := &all["en"][i]
			zh := findMessage(all["zh"], en.id)
			require.NotNil(t, zh, "%s: message %s is not in Chinese", room, en.id)
			require.ElementsMatch(t, listPlaceholders(en), listPlaceholders(zh), "%s: message %s", room, en.id)
			require.NotRegexp(t, han, strings.Join(en.forms, " "), "%s: message %s", room, en.id)
			if filepath.Base(room) == "report" { // others name commands and keys
				text := placeholder.ReplaceAllString(strings.Join(zh.forms, " "), "")
				require.NotRegexp(t, latin, strings.ReplaceAll(text, "ajar", ""), "%s: message %s", room, en.id)
			}
		}
		require.Len(t, all["zh"], len(all["en"]), room)
	}
}

// A message that no code says is left over. A function is used if it is called
// or handed on, t.Name or texts.Name.
func TestMessagesAreAllUsed(t *testing.T) {
	t.Parallel()
	rooms, err := findRooms(root)
	require.NoError(t, err)
	for _, room := range rooms {
		said := map[string]bool{}
		code, err := filepath.Glob(filepath.Join(room, "*.go"))
		require.NoError(t, err)
		for _, path := range code {
			if strings.HasSuffix(path, "_test.go") || filepath.Base(path) == generatedName {
				continue
			}
			source, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			require.NoError(t, err)
			ast.Inspect(source, func(n ast.Node) bool {
				if s, ok := n.(*ast.SelectorExpr); ok {
					said[s.Sel.Name] = true
				}
				return true
			})
		}
		all, err := readRoom(room)
		require.NoError(t, err)
		for i := range all["en"] {
			require.True(t, said[functionName(all["en"][i].id)], "%s: no code says message %s", room, all["en"][i].id)
		}
	}
}

// makeTexts writes files into a room of its own and gives what is made of it.
func makeTexts(t *testing.T, texts map[string]string) (string, error) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "room")
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "texts"), 0o777))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "room.go"), []byte("package room\n"), 0o666))
	for name, text := range texts {
		require.NoError(t, os.WriteFile(filepath.Join(dir, "texts", name), []byte(text), 0o666))
	}
	rooms, err := findRooms(dir)
	require.NoError(t, err)
	require.Equal(t, []string{dir}, rooms)
	made, err := writeTexts(dir)
	return string(made.data), err
}

func TestMissingMessagesAreEnglish(t *testing.T) {
	t.Parallel()
	code, err := makeTexts(t, map[string]string{
		"en.yaml": "hello_you: Hello {{.name}} from {{.place}}\nfacts: {one: \"One {{.kind}}\", other: \"{{.N}} {{.kind}}s\"}\nbye: Bye\n",
		"zh.yaml": "facts: {other: \"{{.N}} 项{{.kind}}\"}\nhello_you: \"{{.place}}的{{.name}}，您好\"\n",
	})
	require.NoError(t, err)
	require.Contains(t, code, `// HelloYou is hello_you: "Hello {{.name}} from {{.place}}"
func (t texts) HelloYou(name, place string) string { return t.patterns.Say(0, name, place) }
`)
	require.Contains(t, code, "func (t texts) Facts(n int, kind string) string { return t.patterns.Count(1, n, kind) }")
	require.Contains(t, code, `var patternsEn = lang.Patterns{
	"Hello {0} from {1}",
	"One {0}",
	"{n} {0}s",
	"Bye",
}`)
	require.Contains(t, code, `var patternsZh = lang.Patterns{
	"{1}的{0}，您好",
	"{n} 项{0}",
	"{n} 项{0}",
	"Bye",
}`)
}

func TestMistakesInTexts(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ en, zh, file, want string }{
		"placeholder": {en: "a: x\nb: x", zh: "b: \"{{.c}}\"", want: "texts/zh.yaml:1: message b: has the placeholder c, which it does not have in English"},
		"language":    {en: "a: x", file: "xx.yaml", want: "texts/xx.yaml: no file of a language; the languages are en, zh"},
		"no id":       {en: "a-b: x", want: "message a-b: makes no name in Go"},
		"same name":   {en: "a_b: x\naB: x", want: "texts/en.yaml:2: message aB: makes the name AB, as message a_b does"},
		"of tongues":  {en: "list: x", want: "message list: makes the name List, which every language has"},
		"twice":       {en: "a: x\na: x", want: "texts/en.yaml:2: message a: stands here twice"},
		"not English": {en: "a: x", zh: "b: x", want: "texts/zh.yaml:1: message b: is not in English"},
		"keyword":     {en: "a: \"{{.go}}\"", want: "message a: has the placeholder go, which is no name of a parameter"},
		"count":       {en: "a: \"{{.N}}\"", want: "message a: has the placeholder N, but does not count in English"},
		"counts":      {en: "a: x", zh: "a: {other: x}", want: "message a: counts, and does not in English"},
		"brace":       {en: "a: \"{{name}}\"", want: "message a: has a brace that is part of no placeholder"},
		"form":        {en: "a: {one: x, few: x, other: x}", want: "message a: is neither a text nor a map"},
		"no other":    {en: "a: {one: x}", want: "message a: is neither a text nor a map"},
		"list":        {en: "- a", want: "texts/en.yaml: no map of messages"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			texts := map[string]string{"en.yaml": c.en}
			if c.zh != "" {
				texts["zh.yaml"] = c.zh
			}
			if c.file != "" {
				texts[c.file] = "a: x"
			}
			_, err := makeTexts(t, texts)
			require.ErrorContains(t, err, c.want)
		})
	}
}
