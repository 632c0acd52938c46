package plain

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf16"
)

// EncodeJSON encodes a value for programs and for people: indented, without the
// escapes that HTML needs, and ending in a line break. What [Invisible] names
// is escaped as \uXXXX, which is the same JSON value: a name in a stranger's
// file can steer no terminal, and the bytes are the same for a file. The error
// is that of [json.Marshal].
func EncodeJSON(v any) ([]byte, error) {
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
