package tree_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules/lang"
	"github.com/ajar-decision/ajar/rules/tree"
)

func TestTableIsAMapInOrder(t *testing.T) {
	t.Parallel()
	table := tree.NewTable(map[string]int{"b": 2, "a": 1})
	require.Equal(t, tree.Table[int]{{Key: "a", Value: 1}, {Key: "b", Value: 2}}, table)
	require.Equal(t, 2, table.Get("b"))
	require.Zero(t, table.Get("c"))
	require.Nil(t, table.Find("c"))
	table.Set("aa", 3)
	table.Set("b", 4)
	require.Equal(t, []string{"a", "aa", "b"}, table.Keys())
	*table.Find("a") = 5
	require.Equal(t, map[string]int{"a": 5, "aa": 3, "b": 4}, table.Map())
	for key := range table.All() {
		require.Equal(t, "a", key)
		break
	}
	var none tree.Table[int]
	none.Set("x", 1)
	require.Equal(t, 1, none.Get("x"))
}

// Digests of packs rest on this form.
func TestTableJSON(t *testing.T) {
	t.Parallel()
	for want, table := range map[string]tree.Table[string]{"null": nil, "{}": {}, `{"a":"x"}`: {{Key: "a", Value: "x"}}} {
		data, err := json.Marshal(table)
		require.NoError(t, err)
		require.Equal(t, want, string(data))
	}
	require.Nil(t, tree.NewTable[string](nil))
}

// A table in a file is a map, and a map by key where it is translated.
func TestTableInFiles(t *testing.T) {
	t.Parallel()
	type entry struct {
		Text lang.Text `tree:"text"`
	}
	type file struct {
		Table tree.Table[entry] `tree:"table,optional"`
	}
	var got file
	n, list := tree.ParseYAML("f", []byte("table:\n  b: {text: house}\n  a: {text: tree}\n"))
	require.Empty(t, list)
	tree.Decode(n, &got, &list)
	texts, _ := tree.ParseYAML("xx/f", []byte("table:\n  b: {text: Haus}\n  c: {text: Baum}\n"))
	tree.Translate(texts, &got, "xx", &list)
	require.Len(t, list, 1)
	require.ErrorContains(t, list[0], `xx/f:3:3: AJ105 unknown entry`)
	require.Equal(t, tree.Table[entry]{{Key: "a", Value: entry{lang.Text{{"en", "tree"}}}}, {Key: "b", Value: entry{lang.Text{{"en", "house"}, {"xx", "Haus"}}}}}, got.Table)
	value, ok := tree.ValueOfTable(reflect.TypeOf(got.Table))
	require.True(t, ok)
	require.Equal(t, reflect.TypeFor[entry](), value)
	_, ok = tree.ValueOfTable(reflect.TypeFor[[]string]())
	require.False(t, ok)
	var wrong file
	n, _ = tree.ParseYAML("f", []byte("table: [a]\n"))
	tree.Decode(n, &wrong, &list)
	require.Len(t, list, 2)
	require.Nil(t, wrong.Table)
}
