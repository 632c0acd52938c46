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
// times faster than the library, whose tables it also spares most runs.
func measureCommon(s string) (width int, fixed, known bool) {
	fixed = true
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c < ' ' || c == 0x7f {
				return 0, false, false
			}
			width++
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case isIdeographWide(r):
		case isQuoteWide(r):
			fixed = false
		default:
			return 0, false, false
		}
		width += 2
		i += size
	}
	return width, fixed, true
}

// isIdeographWide is true of Chinese characters in common use, and of the marks that are
// drawn as wide as they are: two columns everywhere.
func isIdeographWide(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r >= 0xff01 && r <= 0xff60 || r >= 0x3001 && r <= 0x3029
}

// isQuoteWide is true of common marks that take one column or two.
func isQuoteWide(r rune) bool {
	switch r {
	case '—', '‘', '’', '“', '”', '…':
		return true
	}
	return false
}
