// Package figure describes pictures of a result: rows of bars over one common scale. It
// holds what a picture shows and no drawing, so whoever reads a figure by a program sees
// the same numbers as whoever looks at it.
//
// The package is there for the rooms of ajar and is no part of what a library promises:
// its names may change.
package figure

// Figure is a picture of rows of bars. All places lie in [0, 1] from the left edge to the
// right one.
type Figure struct {
	// ID names the figure in a document, such as "leans".
	ID string
	// Title names it, and Description says what it shows to who does not see it.
	Title, Description string
	// Origin is where a line stands from which bars begin.
	Origin float64
	Scale  []Tick
	Rows   []Row
	// Key says what the looks in use mean, in the order of their first use.
	Key []KeyEntry
}

// Tick is a label on the scale.
type Tick struct {
	At    float64
	Label string
}

// Row is one thing with its bars.
type Row struct {
	Name string
	// Value says in a few words what the bars show.
	Value string
	// Unknown: there is nothing to draw, and that is no zero.
	Unknown bool
	Bars    []Bar
}

// Bar is a part of a row from one place to another, in either order. Label stands below
// it, "" for none.
type Bar struct {
	From, To float64
	Look     Look
	Label    string
}

// Look is how a bar is drawn. Each can be told from the others without colour.
type Look string

// The looks.
const (
	Solid   Look = "solid"   // filled
	Striped Look = "striped" // slanting lines in a frame
	Hollow  Look = "hollow"  // a frame alone
	Span    Look = "span"    // a thin line with ends: how far a value may lie
	Mark    Look = "mark"    // a short upright line at From
)

// KeyEntry says what a look means.
type KeyEntry struct {
	Look Look
	Text string
}
