package words_test

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/report/words"
)

func book() *words.Book {
	return words.Load(fstest.MapFS{
		"texts/en.yaml": {Data: []byte("hello: \"Hello {{.name}}\"\nfacts: {one: \"{{.N}} fact\", other: \"{{.N}} facts\"}\n")},
		"texts/zh.yaml": {Data: []byte("hello: \"{{.name}}，您好\"\nfacts: {other: \"{{.N}} 项事实\"}\n")},
	}, "texts")
}

func TestMessagesInBothLanguages(t *testing.T) {
	t.Parallel()
	en, zh := book().In("en"), book().In("zh")
	require.Equal(t, "Hello Mei", en.Say("hello", "name", "Mei"))
	require.Equal(t, "Mei，您好", zh.Say("hello", "name", "Mei"))
	require.Equal(t, "1 fact", en.Count("facts", 1))
	require.Equal(t, "2 facts", en.Count("facts", 2))
	require.Equal(t, "1 项事实", zh.Count("facts", 1))
	require.Equal(t, "en", book().In("fr").Lang)
}

func TestMissingMessageIsABug(t *testing.T) {
	t.Parallel()
	require.Panics(t, func() { book().In("en").Say("goodbye") })
	require.Panics(t, func() { words.Load(fstest.MapFS{}, "texts") })
}

func TestLists(t *testing.T) {
	t.Parallel()
	en, zh := book().In("en"), book().In("zh")
	require.Empty(t, en.JoinAnd(nil))
	require.Equal(t, "a", en.JoinAnd([]string{"a"}))
	require.Equal(t, "a, b and c", en.JoinAnd([]string{"a", "b", "c"}))
	require.Equal(t, "a、b和c", zh.JoinAnd([]string{"a", "b", "c"}))
	require.Equal(t, "One. Two.", en.JoinSentences([]string{"One.", "Two."}))
	require.Equal(t, "一。二。", zh.JoinSentences([]string{"一。", "二。"}))
}
