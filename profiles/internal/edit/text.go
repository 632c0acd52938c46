package edit

import (
	"bytes"
	"unicode/utf8"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// yamlText is the text of a YAML file, of which the lines are known. It finds
// where the things stand that a parser told of.
type yamlText struct {
	data        []byte
	lineOffsets []int // offset of each line
}

func newYAMLText(data []byte) yamlText {
	return yamlText{data: data, lineOffsets: findLineStarts(data)}
}

func findLineStarts(data []byte) []int {
	starts := []int{0}
	for i, b := range data {
		if b == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// findOffset finds a place of the parser in the text.
func (e *yamlText) findOffset(at diag.Pos) int {
	if at.Line < 1 || at.Line > len(e.lineOffsets) {
		return len(e.data)
	}
	i := e.lineOffsets[at.Line-1]
	for range at.Col - 1 {
		_, size := utf8.DecodeRune(e.data[i:])
		i += size
	}
	return min(i, len(e.data))
}

// lineBreak is the line break of the file.
func (e *yamlText) lineBreak() string {
	if bytes.Contains(e.data, []byte("\r\n")) {
		return "\r\n"
	}
	return "\n"
}

func (e *yamlText) lineStart(i int) int { return bytes.LastIndexByte(e.data[:i], '\n') + 1 }

func (e *yamlText) nextLine(i int) int {
	if n := bytes.IndexByte(e.data[i:], '\n'); n >= 0 {
		return i + n + 1
	}
	return len(e.data)
}

func (e *yamlText) isFlow(n *tree.Node) bool {
	i := e.findOffset(n.At)
	return i < len(e.data) && (e.data[i] == '{' || e.data[i] == '[')
}

// findEnd gives the offset after a value whose key starts in the given column, and
// may stand inside brackets. The parser tells where values start, not where
// they end.
func (e *yamlText) findEnd(n *tree.Node, keyCol int, inside bool) int {
	switch {
	case inside:
		return e.skipValue(e.findOffset(n.At), true)
	case n.Kind == tree.Map && !e.isFlow(n) && len(n.Fields) > 0:
		last := n.Fields[len(n.Fields)-1]
		return e.findEnd(last.Value, last.At.Col, false)
	case n.Kind == tree.List && !e.isFlow(n) && len(n.Items) > 0:
		last := n.Items[len(n.Items)-1]
		return e.findEnd(last, last.At.Col-1, false)
	}
	from := e.findOffset(n.At)
	if from < len(e.data) && (e.data[from] == '|' || e.data[from] == '>') {
		return e.skipIndented(e.lineEnd(from), keyCol, false)
	}
	to := e.skipValue(from, false)
	if n.Kind == tree.String && from < len(e.data) && e.data[from] != '"' && e.data[from] != '\'' {
		return e.skipIndented(to, keyCol, true)
	}
	return to
}

// skipIndented goes on over the lines that are indented more than the key: the
// rest of a text that stands on several lines. In a plain text a comment ends
// it.
func (e *yamlText) skipIndented(to, keyCol int, plain bool) int {
	commented := func() bool { return len(bytes.TrimSpace(e.data[to:e.lineEnd(to)])) > 0 }
	for next := e.nextLine(to); next < len(e.data); next = e.nextLine(next) {
		line := e.data[next:e.lineEnd(next)]
		text := bytes.TrimLeft(line, " ")
		switch {
		case len(bytes.TrimSpace(text)) == 0:
			continue
		case len(line)-len(text) < keyCol, plain && (text[0] == '#' || commented()):
			return to
		case plain:
			to = e.skipValue(next+len(line)-len(text), false)
		default:
			to = e.lineEnd(next)
		}
	}
	return to
}

// lineEnd gives the offset of the line break, a carriage return included.
func (e *yamlText) lineEnd(i int) int {
	end := len(e.data)
	if n := bytes.IndexByte(e.data[i:], '\n'); n >= 0 {
		end = i + n
	}
	if end > i && e.data[end-1] == '\r' {
		end--
	}
	return end
}

// skipValue gives the offset after the scalar, list or map in brackets that starts
// at i; inside brackets a comma or bracket ends a plain word.
func (e *yamlText) skipValue(i int, inside bool) int {
	if i >= len(e.data) {
		return len(e.data)
	}
	switch e.data[i] {
	case '"':
		return e.skipQuoted(i, '\\')
	case '\'':
		return e.skipQuoted(i, 0)
	case '{', '[':
		return e.skipBrackets(i)
	}
	start := i
	for ; i < len(e.data) && e.data[i] != '\n'; i++ {
		b := e.data[i]
		if b == '#' && i > start && (e.data[i-1] == ' ' || e.data[i-1] == '\t') {
			break
		}
		if b == ':' && (i+1 == len(e.data) || bytes.IndexByte([]byte(" \t\r\n"), e.data[i+1]) >= 0) {
			break
		}
		if inside && bytes.IndexByte([]byte(",]}"), b) >= 0 {
			break
		}
	}
	return start + len(bytes.TrimRight(e.data[start:i], " \t\r"))
}

// skipQuoted gives the offset after the closing quote. In single quotes a quote is
// written twice, which reads as two texts in a row.
func (e *yamlText) skipQuoted(i int, escape byte) int {
	quote := e.data[i]
	for i++; i < len(e.data); i++ {
		switch {
		case escape != 0 && e.data[i] == escape:
			i++
		case e.data[i] == quote && escape == 0 && i+1 < len(e.data) && e.data[i+1] == quote:
			i++
		case e.data[i] == quote:
			return i + 1
		}
	}
	return len(e.data)
}

// skipBrackets gives the offset after the closing bracket.
func (e *yamlText) skipBrackets(i int) int {
	depth := 0
	for i < len(e.data) {
		switch b := e.data[i]; {
		case b == '{' || b == '[':
			depth++
			i++
		case b == '}' || b == ']':
			i++
			if depth--; depth == 0 {
				return i
			}
		case b == '#':
			i = e.lineEnd(i)
		case bytes.IndexByte([]byte(" \t\r\n,:"), b) >= 0:
			i++
		default:
			i = max(e.skipValue(i, true), i+1)
		}
	}
	return len(e.data)
}
