package edit

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules/tree"
)

// What Edit trusts to find a splice that went wrong.
func TestSameMeaning(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		a, b string
		same bool
	}{
		{"{a: 1, b: [x, y]}", "b:\n- x\n- y\na: 1\n", true},
		{"{kind: model}", "{kind: {value: model}}", true},
		{"{kind: model}", "{kind: {value: model, note: x}}", false},
		{"{kind: model}", "{kind: both}", false},
		{"{kind: '1'}", "{kind: 1}", false},
		{"{a: 1}", "{a: 1, b: 1}", false},
		{"{a: 1, b: 1}", "{a: 1, c: 1}", false},
		{"{a: [x, y]}", "{a: [y, x]}", false},
		{"{a: {}}", "{a: []}", false},
	} {
		a, _ := tree.ParseYAML("", []byte(tc.a))
		b, _ := tree.ParseYAML("", []byte(tc.b))
		require.Equal(t, tc.same, HaveSameMeaning(a, b), "%s / %s", tc.a, tc.b)
		require.Equal(t, tc.same, HaveSameMeaning(b, a), "%s / %s", tc.b, tc.a)
	}
}
