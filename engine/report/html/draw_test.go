package html

import (
	"bytes"
	"encoding/xml"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/report/figure"
)

// shape is an element of a picture with its attributes.
type shape struct {
	name  string
	attrs map[string]string
	text  string
}

// readShapes reads a picture as XML, which it must be.
func readShapes(t *testing.T, f *figure.Figure) (out []shape) {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, WriteFigure(&b, f))
	d := xml.NewDecoder(&b)
	var open []int
	for {
		token, err := d.Token()
		if token == nil {
			require.EqualError(t, err, "EOF")
			return out
		}
		require.NoError(t, err)
		switch x := token.(type) {
		case xml.StartElement:
			s := shape{name: x.Name.Local, attrs: map[string]string{}}
			for _, a := range x.Attr {
				s.attrs[a.Name.Local] = a.Value
			}
			open, out = append(open, len(out)), append(out, s)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				out[open[len(open)-1]].text += string(x)
			}
		}
	}
}

// places gives where the shapes of a class stand: the left edge and the width of boxes, the
// ends of lines, what texts say and how they hang. Nothing stands for the left edge.
func places(shapes []shape, class string) (out [][]string) {
	for _, s := range shapes {
		if s.attrs["class"] != class {
			continue
		}
		switch s.name {
		case "rect":
			out = append(out, []string{s.attrs["x"], s.attrs["width"], s.attrs["y"]})
		case "line":
			out = append(out, []string{s.attrs["x1"], s.attrs["x2"]})
		case "text":
			out = append(out, []string{s.text, s.attrs["x"], s.attrs["text-anchor"]})
		}
	}
	return out
}

// A figure of which the right picture is known: one bar to the left and one to the right of
// the middle, one that is not known, and how far a bar may move.
func TestBarsStandWhereTheyShould(t *testing.T) {
	t.Parallel()
	got := readShapes(t, &figure.Figure{
		ID: "leans", Title: "Leans", Description: "What it shows", Origin: 0.5,
		Scale: []figure.Tick{{At: 0, Label: "closed"}, {At: 0.5, Label: "even"}, {At: 1, Label: "open"}},
		Rows: []figure.Row{
			{Name: "one", Value: "closed, 60%", Bars: []figure.Bar{{From: 0.5, To: 0, Look: figure.Striped}}},
			{Name: "two", Value: "open, 30%", Bars: []figure.Bar{{From: 0.5, To: 0.75, Look: figure.Solid}, {From: 0.6, To: 1, Look: figure.Span}}},
			{Name: "three", Value: "no lean", Unknown: true, Bars: []figure.Bar{{From: 0.5, To: 1, Look: figure.Solid}}},
			{Name: "four", Value: "balanced", Bars: []figure.Bar{{From: 0.5, To: 0.5, Look: figure.Solid}}},
		},
	})
	require.Equal(t, [][]string{{"", "50%", "3.3em"}}, places(got, "striped"), "to the left it ends in the middle")
	require.Equal(t, [][]string{{"50%", "25%", "6.5em"}}, places(got, "solid"), "to the right it begins in the middle; nothing is drawn for what is unknown or nil")
	require.Equal(t, [][]string{{"60%", "100%"}}, places(got, "span"))
	require.Equal(t, [][]string{{"?", "50%", "middle"}}, places(got, "unknown"))
	require.Equal(t, [][]string{{"50%", "50%"}}, places(got, "origin"))
	require.Equal(t, [][]string{{"closed", "", ""}, {"even", "50%", "middle"}, {"open", "100%", "end"}}, places(got, "scale"))
	require.Equal(t, [][]string{{"one", "", ""}, {"two", "", ""}, {"three", "", ""}, {"four", "", ""}}, places(got, "name"))
	require.Equal(t, []string{"open, 30%", "100%", "end"}, places(got, "value")[1])
}

// Bars that would cover each other stand in lanes of their own; those that meet at a mark
// share one, with labels below at the side to which they go.
func TestBarsShareALaneOnlyIfTheyDoNotOverlap(t *testing.T) {
	t.Parallel()
	got := readShapes(t, &figure.Figure{ID: "shares", Rows: []figure.Row{
		{Name: "both", Bars: []figure.Bar{{To: 0.98, Look: figure.Solid}, {To: 0.86, Look: figure.Striped}}},
		{Name: "weight", Bars: []figure.Bar{
			{From: 0.5, To: 0.3, Look: figure.Solid, Label: "3: Hosted"}, {From: 0.5, To: 0.9, Look: figure.Solid, Label: "9: Open"}, {From: 0.5, To: 0.5, Look: figure.Mark},
		}},
	}})
	require.Equal(t, [][]string{{"", "98%", "3.3em"}, {"30%", "20%", "7.5em"}, {"50%", "40%", "7.5em"}}, places(got, "solid"))
	require.Equal(t, [][]string{{"", "86%", "4.3em"}}, places(got, "striped"), "in the lane below")
	require.Equal(t, [][]string{{"50%", "50%"}}, places(got, "mark"))
	require.Equal(t, [][]string{{"3: Hosted", "", ""}, {"9: Open", "100%", "end"}}, places(got, "label"))
}

// A name that leaves no room on its line sends the value to the next one.
func TestTextsDoNotLieOnEachOther(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("long name ", 6)
	got := readShapes(t, &figure.Figure{ID: "values", Rows: []figure.Row{{Name: long, Value: "55%"}, {Name: "一二三四五六七八九十一二三四五六七八九十", Value: "55%"}}})
	var lines []string
	for _, s := range got {
		if s.attrs["class"] == "name" || s.attrs["class"] == "value" {
			lines = append(lines, s.attrs["y"]+" "+s.attrs["class"])
		}
	}
	require.Equal(t, []string{"2.85em name", "4.25em name", "4.25em value", "7.45em name", "8.85em value"}, lines)
}

// Whoever does not see a figure is told what it is and what it shows; whoever cannot tell
// its colours has patterns.
func TestFigureSaysWhatItIs(t *testing.T) {
	t.Parallel()
	evil := "</title><script>alert(1)</script> ]]> \"quoted\" \u202e::error::x"
	got := readShapes(t, &figure.Figure{
		ID: "values", Title: evil, Description: evil, Rows: []figure.Row{{Name: evil, Value: evil, Bars: []figure.Bar{{To: 1, Look: figure.Striped, Label: evil}}}},
		Key: []figure.KeyEntry{{Look: figure.Striped, Text: evil}},
	})
	names := map[string]int{}
	ids := map[string]string{}
	for _, s := range got {
		names[s.name]++
		ids[s.attrs["id"]] = s.text
		if s.attrs["class"] == "striped" {
			require.Equal(t, "url(#values-stripes)", s.attrs["fill"])
		}
		require.NotContains(t, s.text, "\u202e")
	}
	require.Zero(t, names["script"])
	require.Equal(t, "values-title values-desc", got[0].attrs["aria-labelledby"])
	require.Equal(t, "img", got[0].attrs["role"])
	require.Contains(t, ids["values-title"], "<script>", "it reads as it is")
	require.Contains(t, ids["values-desc"], "]]>")
	require.Equal(t, 1, names["title"])
}
