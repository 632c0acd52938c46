package tree_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

type shape struct {
	At    diag.Pos
	Name  string             `tree:"name"`
	Size  float64            `tree:"size,optional"`
	Count int                `tree:"count,optional"`
	On    bool               `tree:"on,optional"`
	Year  *int               `tree:"year,optional"`
	Tags  []string           `tree:"tags,optional"`
	Parts map[string]float64 `tree:"parts,optional"`
	Inner *shape             `tree:"inner,optional"`
	Own   upper              `tree:"own,optional"`
	Left  string             // no tag: not read
}

// upper reads itself.
type upper string

func (u *upper) DecodeTree(n *tree.Node, list *diag.List) {
	if tree.Expect(n, tree.String, list) {
		*u = upper(strings.ToUpper(n.Text))
	}
}

func decodeNode(t *testing.T, text string) (shape, diag.List) {
	t.Helper()
	n, list := tree.ParseYAML("f", []byte(text))
	require.Empty(t, list)
	var s shape
	tree.Decode(n, &s, &list)
	return s, list
}

func TestDecode(t *testing.T) {
	t.Parallel()
	s, list := decodeNode(t, "name: a\nsize: 2\ncount: 3\non: true\nyear: 2024\ntags: [x, y]\nparts: {p: 0.5}\nown: abc\ninner:\n  name: b\n  year: null\n")
	require.Empty(t, list)
	year := 2024
	require.Equal(t, shape{
		At: diag.Pos{File: "f", Line: 1, Col: 1}, Name: "a", Size: 2, Count: 3, On: true, Year: &year,
		Tags: []string{"x", "y"}, Parts: map[string]float64{"p": 0.5}, Own: "ABC",
		Inner: &shape{At: diag.Pos{File: "f", Line: 10, Col: 3}, Name: "b"},
	}, s)
}

func TestDecodeFindsAllMistakes(t *testing.T) {
	t.Parallel()
	_, list := decodeNode(t, "nane: a\nsize: big\ncount: 1.5\non: 1\ntags: x\nparts: [p]\nown: 5\nLeft: x\ninner: {name: [b]}\n")
	want := []string{
		`f:1:1: AJ101 unknown key "nane"; did you mean "name"?`,
		`f:1:1: AJ102`, `f:2:7: AJ103`, `f:3:8: AJ103`, `f:4:5: AJ103`, `f:5:7: AJ103`, `f:6:8: AJ103`, `f:7:6: AJ103`, `f:8:1: AJ101`, `f:9:15: AJ103`,
	}
	list = list.Sorted()
	require.Len(t, list, len(want), "%s", list)
	for i, d := range list {
		require.True(t, strings.HasPrefix(d.Error(), want[i]), "%s, want %s", d, want[i])
	}
}
