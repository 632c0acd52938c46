package lang

import (
	"strconv"
	"strings"
)

// Patterns are the messages of one package in one language, as generated from
// its texts. A pattern has holes: {0} for the first value, {1} for the next,
// {n} for a count. No other braces stand in a pattern.
type Patterns []string

// Say gives message i with its holes filled. A value is put in as it is, even
// if it looks like a hole.
func (p Patterns) Say(i int, values ...string) string { return fillPattern(p[i], 0, values) }

// Count gives a message about n things. It has two patterns: number i for one
// thing, the next for any other number of things.
func (p Patterns) Count(i, n int, values ...string) string {
	if n != 1 {
		i++
	}
	return fillPattern(p[i], n, values)
}

func fillPattern(pattern string, n int, values []string) string {
	at := strings.IndexByte(pattern, '{')
	if at < 0 {
		return pattern
	}
	size := len(pattern)
	for _, v := range values {
		size += len(v)
	}
	var b strings.Builder
	b.Grow(size)
	for ; at >= 0; at = strings.IndexByte(pattern, '{') {
		b.WriteString(pattern[:at])
		var hole string
		hole, pattern, _ = strings.Cut(pattern[at+1:], "}")
		if hole == "n" {
			b.WriteString(strconv.Itoa(n))
		} else if i, err := strconv.Atoi(hole); err == nil && i < len(values) {
			b.WriteString(values[i])
		}
	}
	b.WriteString(pattern)
	return b.String()
}
