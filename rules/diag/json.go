package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode"
	"unicode/utf16"
)

// JSON encodes a value for programs and for people: indented, without the
// escapes that HTML needs, and ending in a line break. What [Invisible] names
// is escaped as \uXXXX, which is the same JSON value: a name in a stranger's
// file can steer no terminal, and the bytes are the same for a file. The error
// is that of [json.Marshal].
func JSON(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	text := b.String()
	var out bytes.Buffer
	out.Grow(len(text))
	for _, r := range text {
		switch {
		case r == '\n' || !Invisible(r): // inside a string a line break is escaped already
			out.WriteRune(r)
		case r > 0xFFFF:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&out, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&out, `\u%04x`, r)
		}
	}
	return out.Bytes(), nil
}

// Invisible reports whether a reader cannot see the character but may be
// misled by it: control characters (C0, DEL, C1), formatting characters such as
// those that reorder text, and the separators of lines and paragraphs.
func Invisible(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029'
}
