package layout

import (
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
)

// widestMeasure measures text. Characters of ambiguous width count as two columns:
// some terminals draw them so, and a line must not be too long in any of them.
var widestMeasure = &runewidth.Condition{EastAsianWidth: true}

// narrowMeasure measures as other terminals draw.
var narrowMeasure = &runewidth.Condition{}

// TextWidth gives the columns that a text takes at most.
func TextWidth(s string) int {
	if width, _, known := measureCommon(s); known {
		return width
	}
	return widestMeasure.StringWidth(s)
}

// HasFixedWidth reports whether all terminals agree on the columns that a text takes:
// it holds no character of ambiguous width.
func HasFixedWidth(s string) bool {
	if _, fixed, known := measureCommon(s); known {
		return fixed
	}
	return narrowMeasure.StringWidth(s) == widestMeasure.StringWidth(s)
}

// measureCommon measures a text of characters of which each stands for itself, as nearly
// all are. Of any other text it knows nothing: characters may join to one. It is many
// times faster than the library, whose tables take longer to set up than a report to draw.
func measureCommon(s string) (width int, fixed, known bool) {
	fixed = true
	for i := 0; i < len(s); {
		if c := s[i]; c >= ' ' && c < 0x7f {
			width++
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		n, sure := measureRune(r)
		if n == 0 {
			return 0, false, false
		}
		width, fixed = width+n, fixed && sure
		i += size
	}
	return width, fixed, true
}

// measureRune gives the columns that a common character beyond ASCII takes at most, 0 for
// any other, and whether terminals agree on them.
func measureRune(r rune) (width int, fixed bool) {
	switch r {
	case '—', '‘', '’', '“', '”', '…', '·', '×', '÷':
		return 2, false
	}
	switch {
	case r >= 0x4e00 && r <= 0x9fff, r >= 0xff01 && r <= 0xff60, r >= 0x3001 && r <= 0x3029: // Chinese
		return 2, true
	case r >= 0xc0 && r <= 0xff: // Latin
		return 1, true
	}
	return 0, false
}
