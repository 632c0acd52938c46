package html

import (
	_ "embed" // the style
	"html/template"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine/report/figure"
	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/rules/plain"
)

//go:embed figure.css
var figureStyle string

// drawing is a figure with the places of all that is drawn: from left to right in
// hundredths of the width, so that it fits any screen; from top to bottom in the size of
// the reader's letters, which is one for all texts, so that it grows with them. Texts hang
// at an edge of the figure or at their place on the scale: their width need not be known.
type drawing struct {
	ID                 string // begins all names in the drawing
	Style              template.CSS
	Title, Description string
	Height             string
	Grid               []line // below all else
	Boxes              []box
	Lines              []line // above the boxes
	Texts              []text
	Key                []keyEntry
}

type text struct {
	X, Y, Anchor, Class, Text string
}

type line struct {
	X1, Y1, X2, Y2, Class string
}

type box struct {
	X, Y, Width, Height string
	Class               figure.Look
	Fill                string // the name of a pattern, "" for what the style says
}

type keyEntry struct {
	Box  box
	Line line
	Text text
}

// Heights, in the size of a letter.
const (
	scaleHeight = 1.8
	nameHeight  = 1.5 // of a row: its name and value
	laneHeight  = 1.0 // a bar
	labelHeight = 1.4 // a label below a bar
	rowSpace    = 0.7
	barHeight   = 0.8
	keyHeight   = 1.6
	toBaseline  = 1.05
)

// lineColumns is how many columns of a terminal a line of text takes at most: as many as a
// telephone shows in common letters.
const lineColumns = 40

// draw places all of a figure; names in it begin with the prefix.
func draw(f *figure.Figure, prefix string) drawing {
	d := drawing{ID: prefix + f.ID, Title: plain.Escape(f.Title), Description: plain.Escape(f.Description)}
	y := 0.0
	for _, t := range f.Scale {
		d.addText(t.At, y, anchorOf(t.At), "scale", t.Label)
	}
	y += scaleHeight
	top := y
	for i := range f.Rows {
		y = d.addRow(&f.Rows[i], f.Origin, y)
	}
	for _, t := range f.Scale {
		d.Grid = append(d.Grid, line{percent(t.At), em(top - 0.3), percent(t.At), em(y), "grid"})
	}
	d.Grid = append(d.Grid, line{percent(f.Origin), em(top - 0.3), percent(f.Origin), em(y), "origin"})
	y += rowSpace
	for _, k := range f.Key {
		d.addKey(k, y)
		y += keyHeight
	}
	d.Height = em(y + 0.2)
	return d
}

// addRow draws one row from y on and gives where it ends.
func (d *drawing) addRow(r *figure.Row, origin, y float64) float64 {
	y = d.addHead(r, y)
	if r.Unknown {
		d.addText(origin, y-0.2, "middle", "unknown", "?")
		return y + laneHeight + rowSpace
	}
	lanes := d.addBars(r.Bars, y)
	return d.addLabels(r.Bars, y+float64(float64(lanes)*laneHeight)) + rowSpace
}

// addHead writes the name and the value of a row, on one line if there is room.
func (d *drawing) addHead(r *figure.Row, y float64) float64 {
	last := ""
	for name := range layout.Lines(r.Name, lineColumns, lineColumns) {
		if last != "" {
			y += labelHeight
		}
		d.addText(0, y, "", "name", name)
		last = name
	}
	if layout.TextWidth(last)+layout.TextWidth(r.Value) > lineColumns {
		y += labelHeight
	}
	d.addText(1, y, "end", "value", r.Value)
	return y + nameHeight
}

// addBars draws the bars of a row and gives how many lanes they take: what would cover
// another stands in a lane below. Spans and marks lie over the first.
func (d *drawing) addBars(bars []figure.Bar, y float64) int {
	lanes := 1
	var taken []figure.Bar // of the lane
	for _, b := range bars {
		switch b.Look {
		case figure.Span:
			if percent(b.From) != percent(b.To) {
				d.addSpan(&b, y)
			}
			continue
		case figure.Mark:
			d.Lines = append(d.Lines, line{percent(b.From), em(y - 0.2), percent(b.From), em(y + barHeight + 0.2), "mark"})
			continue
		}
		if slices.ContainsFunc(taken, func(x figure.Bar) bool { return overlap(x, b) }) {
			lanes, taken = lanes+1, nil
		}
		taken = append(taken, b)
		low, high := min(b.From, b.To), max(b.From, b.To)
		if width := percent(high - low); width != "" {
			d.Boxes = append(d.Boxes, d.makeBox(percent(low), em(y+float64(float64(lanes-1)*laneHeight)), width, b.Look))
		}
	}
	return lanes
}

// addLabels writes what stands below bars, at the side to which each goes.
func (d *drawing) addLabels(bars []figure.Bar, y float64) float64 {
	for _, b := range bars {
		anchor, at := "", 0.0
		if b.To >= b.From {
			anchor, at = "end", 1
		}
		for label := range layout.Lines(b.Label, lineColumns, lineColumns) {
			d.addText(at, y, anchor, "label", label)
			y += labelHeight
		}
	}
	return y
}

// addSpan draws a thin line through a lane.
func (d *drawing) addSpan(b *figure.Bar, y float64) {
	middle := em(y + barHeight/2)
	d.Lines = append(d.Lines, line{percent(b.From), middle, percent(b.To), middle, "span"})
}

// keyWidth is the width of a sample in the key, in the size of a letter.
const keyWidth = 2.0

func (d *drawing) addKey(k figure.KeyEntry, y float64) {
	e := keyEntry{Text: text{em(keyWidth + 0.6), em(y + toBaseline), "", "key", plain.Escape(k.Text)}}
	middle := y + 0.3 + barHeight/2
	switch k.Look {
	case figure.Span:
		e.Line = line{"0", em(middle), em(keyWidth), em(middle), "span"}
	case figure.Mark:
		e.Line = line{em(keyWidth / 2), em(middle - 0.6), em(keyWidth / 2), em(middle + 0.6), "mark"}
	default:
		e.Box = d.makeBox("0", em(y+0.3), em(keyWidth), k.Look)
	}
	d.Key = append(d.Key, e)
}

func (d *drawing) addText(x, y float64, anchor, class, s string) {
	if s != "" {
		d.Texts = append(d.Texts, text{percent(x), em(y + toBaseline), anchor, class, plain.Escape(s)})
	}
}

func (d *drawing) makeBox(x, y, width string, look figure.Look) box {
	b := box{X: x, Y: y, Width: width, Height: em(barHeight), Class: look}
	if look == figure.Striped {
		b.Fill = "url(#" + d.ID + "-stripes)"
	}
	return b
}

// overlap reports whether two bars cover a part of each other.
func overlap(a, b figure.Bar) bool {
	return min(a.From, a.To) < max(b.From, b.To) && min(b.From, b.To) < max(a.From, a.To)
}

// anchorOf keeps a label of the scale inside the figure.
func anchorOf(at float64) string {
	switch at {
	case 0:
		return "" // as by default
	case 1:
		return "end"
	}
	return "middle"
}

// percent gives a place from left to right, "" for the left edge, which goes without saying.
func percent(x float64) string {
	if s := trimZeros(100 * x); s != "0" {
		return s + "%"
	}
	return ""
}

func em(x float64) string { return trimZeros(x) + "em" }

// trimZeros writes a number with two decimals at most.
func trimZeros(x float64) string {
	n, err := strconv.ParseFloat(plain.Fixed(x, 2), 64)
	if err != nil {
		return "0"
	}
	return plain.Decimal(n)
}
