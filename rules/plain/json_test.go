package plain_test

import (
	"bytes"
	"encoding/json"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/testkit"
)

func TestJSONShowsWhatCannotBeSeen(t *testing.T) {
	t.Parallel()
	for hidden, want := range map[string]string{
		"\u202e": `\u202e`, "\u2066": `\u2066`, "\u2069": `\u2069`, "\u200e": `\u200e`, "\u200f": `\u200f`, // reorder text
		"\u2028": `\u2028`, "\u2029": `\u2029`, "\ufeff": `\ufeff`, "\u00ad": `\u00ad`, "\U000e0041": `\udb40\udc41`,
		"\x7f": `\u007f`, "\u009b": `\u009b`, "\u0080": `\u0080`, "\x1b": `\u001b`, "\n": `\n`,
		"<&>中😀": "<&>中😀", // seen as they are
	} {
		got, err := plain.EncodeJSON(map[string]string{"a" + hidden: "b" + hidden})
		require.NoError(t, err)
		require.Equal(t, "{\n  \"a"+want+"\": \"b"+want+"\"\n}\n", string(got))
	}
	_, err := plain.EncodeJSON(func() {})
	require.Error(t, err)
}

func TestJSONSaysTheSame(t *testing.T) {
	t.Parallel()
	testkit.Check(t, func(t *rapid.T) {
		text := rapid.String().Filter(utf8.ValidString).Draw(t, "text")
		data, err := plain.EncodeJSON([]string{text})
		require.NoError(t, err)
		var back []string
		require.NoError(t, json.Unmarshal(data, &back))
		require.Equal(t, []string{text}, back)
		for _, r := range string(data) {
			require.False(t, r != '\n' && plain.Invisible(r), "%U", r)
		}
	})
}

func TestJSONIsSetOutAsTheLibraryDoes(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		`{}`, `[]`, `""`, `null`, `-1.5e+21`, `{"a":[],"b":{},"c":[{}],"d":[[1,2],["x,y:{[\"]}"]],"e\\":true}`, `[{"a":{"b":[1,{"c":"\\"}]}},"\\\""]`,
	} {
		var want bytes.Buffer
		require.NoError(t, json.Indent(&want, []byte(text), "", "  "))
		got, err := plain.EncodeJSON(json.RawMessage(text))
		require.NoError(t, err)
		require.Equal(t, want.String()+"\n", string(got))
	}
}
