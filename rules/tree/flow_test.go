package tree_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules/tree"
)

// What is written on one line reads as it was.
func TestFormatFlowIsReadAsItWas(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"a: 1\nb: [x, \"no\", 0.50, true]\n":         `{a: 1, b: [x, "no", 0.50, true]}`,
		"c:\n  - {id: y.z, n: null}\n":               `{c: [{id: y.z, n: null}]}`,
		`{"5": "5", "": "a, b: {c}", "#": "x\ty 中"}`: `{"5": "5", "": "a, b: {c}", "#": "x\ty 中"}`,
		"[{}, []]": "[{}, []]",
		"\"null\"": `"null"`,
	} {
		n, list := tree.ParseYAML("f", []byte(text))
		require.Empty(t, list)
		flow := n.FormatFlow()
		require.Equal(t, want, flow)
		again, list := tree.ParseYAML("f", []byte(flow))
		require.Empty(t, list)
		require.Equal(t, want, again.FormatFlow())
		require.Equal(t, n.Kind, again.Kind)
	}
}
