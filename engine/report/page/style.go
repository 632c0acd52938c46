package page

// Style is a way to mark a word.
type Style string

// The styles in use: only bold and the named colours, which every theme of a
// terminal makes readable. None carries meaning alone.
const (
	Bold   Style = "1"
	Red    Style = "31"
	Yellow Style = "33"
)

// plainly ends a style.
const plainly = "\x1b[0m"

// mark gives the sequence that begins a style.
func (s Style) mark() string { return "\x1b[" + string(s) + "m" }

// Marks lists all sequences that a [Painter] writes.
func Marks() []string { return []string{Bold.mark(), Red.mark(), Yellow.mark(), plainly} }

// Painter marks words if colour is on.
type Painter bool

// Paint marks s.
func (p Painter) Paint(style Style, s string) string {
	if !p || style == "" || s == "" {
		return s
	}
	return style.mark() + s + plainly
}
