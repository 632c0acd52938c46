package plain_test

import (
	"io"
	"strings"
	"testing"

	"github.com/ajar-decision/ajar/rules/plain"
)

func BenchmarkGuard(b *testing.B) {
	for name, line := range map[string]string{"en": "    Words of a report, 12 of them: some in (brackets), as they are.\n", "zh": "  中文的报告，有些字在（括号）里：就像这样。\n", "json": "      \"key\": \"value\",\n"} {
		text := []byte(strings.Repeat(line, 1000))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			g := plain.NewGuard(io.Discard)
			for b.Loop() {
				_, _ = g.Write(text)
			}
		})
	}
}
