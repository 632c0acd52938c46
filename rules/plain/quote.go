package plain

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// Quote writes a text between double quotes as YAML and TOML both read it, on one line.
// What is [Invisible] is escaped, since a reader of the file could not see it, and what no
// file in YAML may hold. Up to U+FFFF the escapes are those of JSON too.
func Quote(text string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(text); err != nil {
		panic("plain: text always encodes: " + err.Error())
	}
	var out strings.Builder
	for _, r := range strings.TrimSuffix(b.String(), "\n") {
		switch hidden := Invisible(r); {
		case hidden && r > 0xFFFF:
			fmt.Fprintf(&out, `\U%08x`, r)
		case hidden || r == 0xFFFE || r == 0xFFFF:
			fmt.Fprintf(&out, `\u%04x`, r)
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}
