package tree_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/testkit"
	"github.com/ajar-decision/ajar/rules/tree"
)

// sketch writes a node with the place of everything in it.
func sketch(n *tree.Node) string {
	at := fmt.Sprintf("@%d:%d", n.At.Line, n.At.Col)
	var parts []string
	for _, item := range n.Items {
		parts = append(parts, sketch(item))
	}
	for _, f := range n.Fields {
		parts = append(parts, fmt.Sprintf("%s@%d:%d=%s", f.Key, f.At.Line, f.At.Col, sketch(f.Value)))
	}
	if n.Kind == tree.List || n.Kind == tree.Map {
		return n.Kind.String() + at + "(" + strings.Join(parts, " ") + ")"
	}
	return n.Kind.String() + at + " " + n.Text
}

func TestParseYAMLKinds(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"5":                "a number@1:1 5",
		"-0.5e3":           "a number@1:1 -0.5e3",
		"0x1F":             "a number@1:1 0x1F",
		".nan":             "a number@1:1 .nan",
		"-.inf":            "a number@1:1 -.inf",
		`"5"`:              "text@1:1 5",
		"'5'":              "text@1:1 5",
		"true":             "a truth value@1:1 true",
		"False":            "a truth value@1:1 False",
		"yes":              "text@1:1 yes", // YAML 1.2: only true and false
		"off":              "text@1:1 off",
		"null":             "null@1:1 null",
		"~":                "null@1:1 ~",
		"2027-05-01":       "text@1:1 2027-05-01", // a date is text
		"a b":              "text@1:1 a b",
		"|\n a\n b":        "text@1:1 a\nb",
		"[1, x]":           "a list@1:1(a number@1:2 1 text@1:5 x)",
		"- 1\n- x":         "a list@1:1(a number@1:3 1 text@2:3 x)",
		"a: 1\nb: {c: }":   "a map@1:1(a@1:1=a number@1:4 1 b@2:1=a map@2:4(c@2:5=null@2:8 ))",
		"模型: 开放 # 注":       "a map@1:1(模型@1:1=text@1:5 开放)",
		"{模: 1, x: 2}":     "a map@1:1(模@1:2=a number@1:5 1 x@1:8=a number@1:11 2)",
		"a:\r\n  b: 1\r\n": "a map@1:1(a@1:1=a map@2:3(b@2:3=a number@2:6 1))",
		"1: x\ntrue: y":    "a map@1:1(1@1:1=text@1:4 x true@2:1=text@2:7 y)",
	} {
		n, list := tree.ParseYAML("f", []byte(text))
		require.Empty(t, list, text)
		require.Equal(t, want, sketch(n), text)
	}
}

func TestParseYAMLRefuses(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"":                       "f: AJ010",
		" \n\t\n":                "f: AJ010",
		"# x\n":                  "f: AJ010",
		"a:\n \t- b":             "f:2:2: AJ013",
		"a: [1":                  "f:1: AJ014",
		"a: 1\na: 2\nb: 1\nb: 2": "f:2:1: AJ017 f:4:1: AJ017",
		"x: {a: 1, a: 2}":        "f:1:11: AJ017",
		"a: 1\n---\nb: 1":        "f:2: AJ015",
		"a: 1\n...\nb: 1":        "f:2: AJ014", // what follows is not lost in silence
		"a: &x 1\nb: *x":         "f:1:4: AJ016 f:2:4: AJ016",
		"a: !!int 1":             "f:1:4: AJ016",
		"<<: {a: 1}":             "f:1:1: AJ016",
		"[a]: 1":                 "f:1:1: AJ016",
		"a: \x00":                "f:1:4: AJ021",
		"模\xff":                  "f:1:2: AJ012",
		"a: \"\x01\"":            "f: AJ014",
	} {
		n, list := tree.ParseYAML("f", []byte(text))
		require.Nil(t, n, text)
		var got []string
		for _, d := range list {
			got = append(got, d.Pos.String()+": "+d.Code)
		}
		require.Equal(t, want, strings.Join(got, " "), "%q", text)
	}
	_, list := tree.ParseYAML("f", []byte(strings.Repeat("- 1\n", tree.MaxNodes+1)))
	require.Len(t, list, 1)
	require.Equal(t, "AJ018", list[0].Code)
	_, list = tree.ParseYAML("f", []byte(strings.Repeat("- 1\n", tree.MaxNodes-1)))
	require.Empty(t, list)
	_, list = tree.ParseYAML("f", []byte(strings.Repeat(" ", tree.MaxSize+1)))
	require.Equal(t, "AJ011", list[0].Code)
}

func TestFloat(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]float64{
		"5": 5, "-1.5": -1.5, "1_000": 1000, "0x10": 16, "0o17": 15, ".inf": math.Inf(1), "-.INF": math.Inf(-1), "1e999": math.Inf(1), "inf": math.Inf(1),
	} {
		got, ok := (&tree.Node{Kind: tree.Number, Text: text}).Float()
		require.True(t, ok, text)
		require.True(t, got == want, "%s: %g", text, got)
	}
	nan, ok := (&tree.Node{Kind: tree.Number, Text: ".NaN"}).Float()
	require.True(t, ok)
	require.True(t, math.IsNaN(nan))
	_, ok = (&tree.Node{Kind: tree.String, Text: "5"}).Float()
	require.False(t, ok, "text is no number, whatever it looks like")
	_, ok = (&tree.Node{Kind: tree.Number, Text: "five"}).Float()
	require.False(t, ok)
}

func TestGet(t *testing.T) {
	t.Parallel()
	n, _ := tree.ParseYAML("f", []byte("a: 1\nb: TRUE\nc: \"true\""))
	require.Equal(t, "1", n.Get("a").Text)
	require.Nil(t, n.Get("x"))
	require.True(t, n.Get("b").IsTrue())
	require.False(t, n.Get("c").IsTrue())
}

// The fast way to a place agrees with counting from the start.
func TestPlaces(t *testing.T) {
	t.Parallel()
	testkit.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"a", "\n", "模", "😀", "\r\n", strings.Repeat("x", 300)})).Draw(t, "text"), "")
		places := tree.NewPlaces("f", []byte(text))
		line, col := 1, 1
		for i, r := range text {
			require.Equal(t, diag.Pos{File: "f", Line: line, Col: col}, places.At(i))
			if col++; r == '\n' {
				line, col = line+1, 1
			}
		}
		end := diag.Pos{File: "f", Line: line, Col: col}
		require.Equal(t, end, places.At(len(text)))
		require.Equal(t, end, places.At(len(text)+5))
		require.Equal(t, diag.Pos{File: "f", Line: 1, Col: 1}, places.At(-1))
	})
}
