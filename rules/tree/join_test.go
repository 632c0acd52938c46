package tree_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

func TestJoin(t *testing.T) {
	t.Parallel()
	join := func(one, other string) (string, diag.List) {
		to, _ := tree.ParseYAML("a", []byte(one))
		from, list := tree.ParseYAML("b", []byte(other))
		require.Empty(t, list)
		tree.Join(to, from, &list)
		return sketch(to), list
	}
	got, list := join("a: [1]\nb: {x: 1}\n", "b: {y: 2}\nc: 3\na: [4]\n")
	require.Empty(t, list)
	require.Equal(t, "a map@1:1(a@1:1=a list@1:4(a number@1:5 1 a number@3:5 4) b@2:1=a map@2:4(x@2:5=a number@2:8 1 y@1:5=a number@1:8 2) c@2:1=a number@2:4 3)", got)
	for _, other := range []string{"a: 1\n", "b: {x: 2}\n", "b: [1]\n"} {
		_, list = join("a: [1]\nb: {x: 1}\n", other)
		require.Len(t, list, 1, other)
		require.Equal(t, "AJ106", list[0].Code)
		require.Equal(t, "b", list[0].Pos.File)
	}
}
