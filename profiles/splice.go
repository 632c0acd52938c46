package profiles

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// editor cuts and pastes in the text of a YAML file. It knows the usual ways
// to write a profile; who uses it reads the outcome again to be sure.
type editor struct {
	data  []byte
	lines []int // offset of each line
	root  *tree.Node
	out   []byte
}

func lineStarts(data []byte) []int {
	starts := []int{0}
	for i, b := range data {
		if b == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// offset finds a place of the parser in the text.
func (e *editor) offset(at diag.Pos) int {
	if at.Line < 1 || at.Line > len(e.lines) {
		return len(e.data)
	}
	i := e.lines[at.Line-1]
	for range at.Col - 1 {
		_, size := utf8.DecodeRune(e.data[i:])
		i += size
	}
	return min(i, len(e.data))
}

func (e *editor) splice(from, to int, text string) {
	e.out = slices.Concat(e.data[:from], []byte(text), e.data[to:])
}

// set writes a field of the top ("" as section) or of a section.
func (e *editor) set(section, key string, value *tree.Node) {
	parent := e.root
	if section != "" {
		parent = e.root.Get(section)
	}
	if parent == nil { // a new section, last in the file
		body := &tree.Node{Kind: tree.Map}
		add(body, key, value)
		if e.flow(e.root) {
			e.insertFlow(e.root, section, body)
			return
		}
		e.append("\n" + section + ":\n  " + yamlStyle.field(tree.Field{Key: key, Value: value}))
		return
	}
	e.setIn(parent, section, key, value)
}

func (e *editor) setIn(parent *tree.Node, section, key string, value *tree.Node) {
	old := parent.Get(key)
	switch {
	case old != nil && sameMeaning(old, value):
		if e.out == nil {
			e.out = e.data
		}
	case old == nil && e.flow(parent) && len(parent.Fields) == 0 && !e.flow(e.root):
		e.openEmpty(parent, section, key, value)
	case old == nil && e.flow(parent):
		e.insertFlow(parent, key, value)
	case old == nil:
		e.insertLine(parent, key, value)
	case old.Kind == tree.Map && e.lineEnd(e.offset(old.At)) < e.end(old, fieldAt(parent, key).At.Col, false):
		e.setParts(old, value)
	default:
		_, from, to := e.span(parent, key)
		e.splice(from, to, yamlStyle.line(value))
	}
}

func fieldAt(n *tree.Node, key string) tree.Field {
	return n.Fields[slices.IndexFunc(n.Fields, func(f tree.Field) bool { return f.Key == key })]
}

// span gives where a field starts, where its value starts and where it ends.
func (e *editor) span(parent *tree.Node, key string) (start, from, to int) {
	f := fieldAt(parent, key)
	return e.offset(f.At), e.offset(f.Value.At), e.end(f.Value, f.At.Col, e.flow(parent))
}

// setParts changes a long form that stands on several lines, so that the
// comments between them stay.
func (e *editor) setParts(old, value *tree.Node) {
	if value.Kind != tree.Map {
		whole := &tree.Node{Kind: tree.Map}
		key := "value"
		if old.Get("weight") != nil {
			key = "weight"
		}
		add(whole, key, value)
		value = whole
	}
	at := old.At
	for _, f := range old.Fields {
		if value.Get(f.Key) == nil {
			e.step(at, func(n *tree.Node) { e.removeFrom(n, f.Key) })
		}
	}
	for _, f := range value.Fields {
		e.step(at, func(n *tree.Node) { e.setIn(n, "", f.Key, f.Value) })
	}
}

// step makes one of several changes below the key that stands before a place,
// and goes on with its outcome.
func (e *editor) step(at diag.Pos, change func(*tree.Node)) {
	if e.out != nil {
		e.data = e.out
		e.lines = lineStarts(e.data)
		root, _ := tree.ParseYAML("", e.data)
		if root == nil {
			return // the check that follows says so
		}
		e.root = root
	}
	if n := nodeBefore(e.root, at.Line); n != nil {
		change(n)
	}
}

// nodeBefore finds the long form whose first line is the given one, or the
// last that starts before it.
func nodeBefore(root *tree.Node, line int) (found *tree.Node) {
	for _, section := range root.Fields {
		for _, f := range section.Value.Fields {
			if f.Value.Kind == tree.Map && f.Value.At.Line <= line && (found == nil || f.Value.At.Line > found.At.Line) {
				found = f.Value
			}
		}
	}
	return found
}

func (e *editor) remove(section, key string) {
	parent := e.root
	if section != "" {
		parent = e.root.Get(section)
	}
	e.out = e.data
	if parent == nil || parent.Get(key) == nil {
		return
	}
	if len(parent.Fields) == 1 && section != "" && !e.flow(parent) {
		e.closeEmpty(parent, section)
		return
	}
	e.removeFrom(parent, key)
}

func (e *editor) removeFrom(parent *tree.Node, key string) {
	from, _, to := e.span(parent, key)
	if !e.flow(parent) {
		e.splice(e.lineStart(from), e.nextLine(to), "")
		return
	}
	rest := e.data[to:]
	if after := bytes.TrimLeft(rest, " \t"); len(after) > 0 && after[0] == ',' {
		to += len(rest) - len(after) + 1
		to += len(e.data[to:]) - len(bytes.TrimLeft(e.data[to:], " "))
	} else if before := bytes.TrimRight(e.data[:from], " \t\r\n"); len(before) > 0 && before[len(before)-1] == ',' {
		from = len(before) - 1
	}
	e.splice(from, to, "")
}

// closeEmpty takes the only answer out of a section, which then says {}.
func (e *editor) closeEmpty(parent *tree.Node, section string) {
	start, _, end := e.span(parent, parent.Fields[0].Key)
	from, to := e.lineStart(start), e.nextLine(end)
	colon := e.colon(fieldAt(e.root, section))
	e.out = slices.Concat(e.data[:colon], []byte(" {}"), e.data[colon:from], e.data[to:])
}

// openEmpty puts the first answer into a section that says {}.
func (e *editor) openEmpty(parent *tree.Node, section, key string, value *tree.Node) {
	colon, end := e.colon(fieldAt(e.root, section)), e.brackets(e.offset(parent.At))
	from := e.nextLine(end)
	line := e.broken(from) + "  " + yamlStyle.field(tree.Field{Key: key, Value: value}) + e.newline()
	e.out = slices.Concat(e.data[:colon], e.data[end:from], []byte(line), e.data[from:])
}

// colon gives the offset after the colon of a field.
func (e *editor) colon(f tree.Field) int {
	i := e.scan(e.offset(f.At), true)
	for i < len(e.data) && e.data[i] != ':' {
		i++
	}
	return min(i+1, len(e.data))
}

func (e *editor) insertFlow(parent *tree.Node, key string, value *tree.Node) {
	text := yamlStyle.field(tree.Field{Key: key, Value: value})
	if len(parent.Fields) == 0 {
		at := e.offset(parent.At) + 1
		e.splice(at, at, text)
		return
	}
	_, _, at := e.span(parent, parent.Fields[len(parent.Fields)-1].Key)
	e.splice(at, at, ", "+text)
}

// insertLine adds a field after the last one of a map in block style.
func (e *editor) insertLine(parent *tree.Node, key string, value *tree.Node) {
	last := parent.Fields[len(parent.Fields)-1]
	if parent == e.root {
		last = parent.Fields[lastText(parent)]
	}
	_, _, end := e.span(parent, last.Key)
	at := e.nextLine(end)
	indent := strings.Repeat(" ", last.At.Col-1)
	text := e.broken(at) + indent + yamlStyle.field(tree.Field{Key: key, Value: value}) + e.newline()
	e.splice(at, at, text)
}

// lastText finds the last of the texts at the top of a profile, before the
// sections; a new one goes there.
func lastText(root *tree.Node) int {
	i := slices.IndexFunc(root.Fields, func(f tree.Field) bool { return f.Value.Kind == tree.Map || f.Value.Kind == tree.List })
	if i < 1 {
		return len(root.Fields) - 1
	}
	return i - 1
}

// append adds lines at the end of the file.
func (e *editor) append(text string) {
	at := len(e.data)
	text = strings.ReplaceAll(text+"\n", "\n", e.newline())
	e.splice(at, at, e.broken(at)+text)
}

// gap gives the line break that sets a section off, unless the file ends with an
// empty line.
func (e *editor) gap() string {
	if bytes.HasSuffix(bytes.ReplaceAll(e.data, []byte("\r"), nil), []byte("\n\n")) {
		return ""
	}
	return "\n"
}

// broken gives the line break that is missing at the end of the file.
func (e *editor) broken(at int) string {
	if at > 0 && e.data[at-1] != '\n' {
		return e.newline()
	}
	return ""
}

// newline is the line break of the file.
func (e *editor) newline() string {
	if bytes.Contains(e.data, []byte("\r\n")) {
		return "\r\n"
	}
	return "\n"
}

func (e *editor) lineStart(i int) int { return bytes.LastIndexByte(e.data[:i], '\n') + 1 }

func (e *editor) nextLine(i int) int {
	if n := bytes.IndexByte(e.data[i:], '\n'); n >= 0 {
		return i + n + 1
	}
	return len(e.data)
}

func (e *editor) flow(n *tree.Node) bool {
	i := e.offset(n.At)
	return i < len(e.data) && (e.data[i] == '{' || e.data[i] == '[')
}
