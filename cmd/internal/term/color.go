// Package term knows terminals: what a stream is connected to, how wide it is,
// and whether to colour. It
// writes nothing by itself.
package term

// UseColor decides whether to colour what goes to a stream. The mode is "auto",
// "always" or "never"; lookup reads the environment. In "auto",
// CLICOLOR_FORCE turns colour on, and NO_COLOR, TERM=dumb or a stream that is
// no terminal turn it off; NO_COLOR wins, since it states a need.
func UseColor(mode string, lookup func(string) string, terminal bool) bool {
	switch {
	case mode == "always":
		return true
	case mode == "never", lookup("NO_COLOR") != "":
		return false
	case isForced(lookup("CLICOLOR_FORCE")):
		return true
	}
	return terminal && lookup("TERM") != "dumb"
}

// isForced follows the convention of CLICOLOR_FORCE: anything but "" and "0".
func isForced(v string) bool { return v != "" && v != "0" }

// Style is a way to mark a word.
type Style string

// The styles in use: only bold and the named colours, which every theme of a
// terminal makes readable. None carries meaning alone.
const (
	Bold   Style = "1"
	Red    Style = "31"
	Yellow Style = "33"
)

// Painter marks words if colour is on.
type Painter bool

// Paint marks s.
func (p Painter) Paint(style Style, s string) string {
	if !p || s == "" {
		return s
	}
	return "\x1b[" + string(style) + "m" + s + "\x1b[0m"
}
