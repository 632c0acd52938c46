package plain

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"
)

// EncodeJSON encodes a value for programs and for people: indented, without the
// escapes that HTML needs, and ending in a line break. What [Invisible] names and what a
// [Guard] stops is escaped as \uXXXX, which is the same JSON value: a name in a stranger's
// file can steer no terminal and no runner, and the bytes are the same for a file. The
// error is that of [json.Marshal].
func EncodeJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	out := indentJSON(b.Bytes())
	if bytes.IndexByte(out, '#') >= 0 { // no line begins with a colon
		out = Guarded(out)
	}
	return out, nil
}

// indentJSON sets JSON without spaces out in lines, as [json.Indent] does, and escapes what
// is invisible. One pass over what the encoder made is many times faster than the library,
// which parses it again.
func indentJSON(data []byte) []byte {
	out := make([]byte, 0, len(data)+len(data)/2)
	depth := 0
	for i := 0; i < len(data); i++ {
		switch c := data[i]; c {
		case '"':
			end := endOfString(data, i)
			out = appendVisible(out, data[i:end])
			i = end - 1
		case '{', '[':
			out = append(out, c)
			if end := data[i+1]; end == '}' || end == ']' {
				out = append(out, end)
				i++
				continue
			}
			depth++
			out = appendLine(out, depth)
		case '}', ']':
			depth--
			out = append(appendLine(out, depth), c)
		case ',':
			out = appendLine(append(out, c), depth)
		case ':':
			out = append(out, ": "...)
		default:
			out = append(out, c)
		}
	}
	return out
}

// appendLine begins a line that is set in.
func appendLine(out []byte, depth int) []byte {
	out = append(out, '\n')
	for range depth {
		out = append(out, "  "...)
	}
	return out
}

// endOfString gives the place behind the string that begins at a place.
func endOfString(data []byte, at int) int {
	for i := at + 1; ; i++ {
		switch data[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
}

// appendVisible appends a string of JSON with escapes for what is invisible in it.
func appendVisible(out, text []byte) []byte {
	start := 0
	for i := 0; i < len(text); {
		if text[i] < 0x7f {
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if Invisible(r) {
			out = append(out, text[start:i]...)
			start = i + size
			if r > 0xFFFF {
				high, low := utf16.EncodeRune(r)
				out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
			} else {
				out = fmt.Appendf(out, `\u%04x`, r)
			}
		}
		i += size
	}
	return append(out, text[start:]...)
}
