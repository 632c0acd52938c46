package lang_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules/lang"
)

func TestIn(t *testing.T) {
	t.Parallel()
	text := lang.Text{{"de", "Haus"}, {"en", "house"}, {"zh", ""}}
	require.Equal(t, "Haus", text.In("de"))
	require.Equal(t, "house", text.In("zh"), "an empty text is a missing one")
	require.Equal(t, "house", text.In("xx"))
	require.Empty(t, lang.Text(nil).In("en"))
	require.True(t, lang.Text(nil).IsEmpty())
	require.False(t, text.IsEmpty())
}

func TestEach(t *testing.T) {
	t.Parallel()
	text := lang.Text{{"en", "house"}, {"xx", "Haus"}}
	say := func(code string) string { return code + ":" + text.In(code) }
	want := lang.Text{}
	for _, code := range lang.All() {
		want = want.With(code, code+":house")
	}
	require.Equal(t, want, lang.Every(say))
	want = want.With("xx", "xx:Haus") // not spoken by the program, but by the text
	require.Equal(t, want, text.Each(say))
}

// Digests of packs rest on this form.
func TestJSON(t *testing.T) {
	t.Parallel()
	for want, text := range map[string]lang.Text{
		`{"En":"","Zh":""}`:                               nil,
		`{"En":"a","Zh":"甲"}`:                             {{"en", "a"}, {"zh", "甲"}},
		`{"En":"a","Zh":"","Others":{"de":"x","fr":"y"}}`: {{"de", "x"}, {"en", "a"}, {"fr", "y"}},
	} {
		data, err := json.Marshal(text)
		require.NoError(t, err)
		require.Equal(t, want, string(data))
	}
}

func TestAll(t *testing.T) {
	t.Parallel()
	require.Equal(t, lang.Default, lang.All()[0])
	lang.All()[0] = "xx"
	require.Equal(t, lang.Default, lang.All()[0], "the list is a copy")
}
