package edit

import (
	"bytes"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/profiles/internal/format"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// yamlEditor cuts and pastes in the text of a YAML file. It knows the usual ways
// to write a profile; who uses it reads the outcome again to be sure.
type yamlEditor struct {
	yamlText
	root *tree.Node
	out  []byte
}

func newEditor(data []byte, root *tree.Node) *yamlEditor {
	return &yamlEditor{yamlText: newYAMLText(data), root: root}
}

// yamlStyle is how single values are written.
var yamlStyle = format.StyleOf(format.YAML)

func (e *yamlEditor) replaceRange(from, to int, text string) {
	e.out = slices.Concat(e.data[:from], []byte(text), e.data[to:])
}

// writeField writes a field of the top ("" as section) or of a section.
func (e *yamlEditor) writeField(section, key string, value *tree.Node) {
	parent := e.root
	if section != "" {
		parent = e.root.Get(section)
	}
	if parent == nil { // a new section, last in the file
		body := &tree.Node{Kind: tree.Map}
		format.AddField(body, key, value)
		if e.isFlow(e.root) {
			e.insertFlowField(e.root, section, body)
			return
		}
		e.appendText("\n" + section + ":\n  " + yamlStyle.RenderField(tree.Field{Key: key, Value: value}))
		return
	}
	e.writeFieldIn(parent, section, key, value)
}

func (e *yamlEditor) writeFieldIn(parent *tree.Node, section, key string, value *tree.Node) {
	old := parent.Get(key)
	switch {
	case old != nil && HaveSameMeaning(old, value):
		if e.out == nil {
			e.out = e.data
		}
	case old == nil && e.isFlow(parent) && len(parent.Fields) == 0 && !e.isFlow(e.root):
		e.fillEmptySection(parent, section, key, value)
	case old == nil && e.isFlow(parent):
		e.insertFlowField(parent, key, value)
	case old == nil:
		e.insertLineField(parent, key, value)
	case old.Kind == tree.Map && e.lineEnd(e.findOffset(old.At)) < e.findEnd(old, findField(parent, key).At.Col, false):
		e.writeLongForm(old, value)
	default:
		_, from, to := e.findSpan(parent, key)
		e.replaceRange(from, to, yamlStyle.RenderValue(value))
	}
}

func findField(n *tree.Node, key string) tree.Field {
	return n.Fields[slices.IndexFunc(n.Fields, func(f tree.Field) bool { return f.Key == key })]
}

// findSpan gives where a field starts, where its value starts and where it ends.
func (e *yamlEditor) findSpan(parent *tree.Node, key string) (start, from, to int) {
	f := findField(parent, key)
	return e.findOffset(f.At), e.findOffset(f.Value.At), e.findEnd(f.Value, f.At.Col, e.isFlow(parent))
}

// writeLongForm changes a long form that stands on several lines, so that the
// comments between them stay.
func (e *yamlEditor) writeLongForm(old, value *tree.Node) {
	if value.Kind != tree.Map {
		whole := &tree.Node{Kind: tree.Map}
		key := "value"
		if old.Get("weight") != nil {
			key = "weight"
		}
		format.AddField(whole, key, value)
		value = whole
	}
	at := old.At
	for _, f := range old.Fields {
		if value.Get(f.Key) == nil {
			e.applyPartChange(at, func(n *tree.Node) { e.removeFieldFrom(n, f.Key) })
		}
	}
	for _, f := range value.Fields {
		e.applyPartChange(at, func(n *tree.Node) { e.writeFieldIn(n, "", f.Key, f.Value) })
	}
}

// applyPartChange makes one of several changes below the key that stands before a place,
// and goes on with its outcome.
func (e *yamlEditor) applyPartChange(at diag.Pos, change func(*tree.Node)) {
	if e.out != nil {
		e.yamlText = newYAMLText(e.out)
		root, _ := tree.ParseYAML("", e.data)
		if root == nil {
			return // the check that follows says so
		}
		e.root = root
	}
	if n := findNodeBefore(e.root, at.Line); n != nil {
		change(n)
	}
}

// findNodeBefore finds the long form whose first line is the given one, or the
// last that starts before it.
func findNodeBefore(root *tree.Node, line int) (found *tree.Node) {
	for _, section := range root.Fields {
		for _, f := range section.Value.Fields {
			if f.Value.Kind == tree.Map && f.Value.At.Line <= line && (found == nil || f.Value.At.Line > found.At.Line) {
				found = f.Value
			}
		}
	}
	return found
}

func (e *yamlEditor) removeField(section, key string) {
	parent := e.root
	if section != "" {
		parent = e.root.Get(section)
	}
	e.out = e.data
	if parent == nil || parent.Get(key) == nil {
		return
	}
	if len(parent.Fields) == 1 && section != "" && !e.isFlow(parent) {
		e.emptySection(parent, section)
		return
	}
	e.removeFieldFrom(parent, key)
}

func (e *yamlEditor) removeFieldFrom(parent *tree.Node, key string) {
	from, _, to := e.findSpan(parent, key)
	if !e.isFlow(parent) {
		e.replaceRange(e.lineStart(from), e.nextLine(to), "")
		return
	}
	rest := e.data[to:]
	if after := bytes.TrimLeft(rest, " \t"); len(after) > 0 && after[0] == ',' {
		to += len(rest) - len(after) + 1
		to += len(e.data[to:]) - len(bytes.TrimLeft(e.data[to:], " "))
	} else if before := bytes.TrimRight(e.data[:from], " \t\r\n"); len(before) > 0 && before[len(before)-1] == ',' {
		from = len(before) - 1
	}
	e.replaceRange(from, to, "")
}

// emptySection takes the only answer out of a section, which then says {}.
func (e *yamlEditor) emptySection(parent *tree.Node, section string) {
	start, _, end := e.findSpan(parent, parent.Fields[0].Key)
	from, to := e.lineStart(start), e.nextLine(end)
	colon := e.findColon(findField(e.root, section))
	e.out = slices.Concat(e.data[:colon], []byte(" {}"), e.data[colon:from], e.data[to:])
}

// fillEmptySection puts the first answer into a section that says {}.
func (e *yamlEditor) fillEmptySection(parent *tree.Node, section, key string, value *tree.Node) {
	colon, end := e.findColon(findField(e.root, section)), e.skipBrackets(e.findOffset(parent.At))
	from := e.nextLine(end)
	line := e.missingLineBreak(from) + "  " + yamlStyle.RenderField(tree.Field{Key: key, Value: value}) + e.lineBreak()
	e.out = slices.Concat(e.data[:colon], e.data[end:from], []byte(line), e.data[from:])
}

// findColon gives the offset after the colon of a field.
func (e *yamlEditor) findColon(f tree.Field) int {
	i := e.skipValue(e.findOffset(f.At), true)
	for i < len(e.data) && e.data[i] != ':' {
		i++
	}
	return min(i+1, len(e.data))
}

func (e *yamlEditor) insertFlowField(parent *tree.Node, key string, value *tree.Node) {
	text := yamlStyle.RenderField(tree.Field{Key: key, Value: value})
	if len(parent.Fields) == 0 {
		at := e.findOffset(parent.At) + 1
		e.replaceRange(at, at, text)
		return
	}
	_, _, at := e.findSpan(parent, parent.Fields[len(parent.Fields)-1].Key)
	e.replaceRange(at, at, ", "+text)
}

// insertLineField adds a field after the last one of a map in block style.
func (e *yamlEditor) insertLineField(parent *tree.Node, key string, value *tree.Node) {
	last := parent.Fields[len(parent.Fields)-1]
	if parent == e.root {
		last = parent.Fields[findLastText(parent)]
	}
	_, _, end := e.findSpan(parent, last.Key)
	at := e.nextLine(end)
	indent := strings.Repeat(" ", last.At.Col-1)
	text := e.missingLineBreak(at) + indent + yamlStyle.RenderField(tree.Field{Key: key, Value: value}) + e.lineBreak()
	e.replaceRange(at, at, text)
}

// findLastText finds the last of the texts at the top of a profile, before the
// sections; a new one goes there.
func findLastText(root *tree.Node) int {
	i := slices.IndexFunc(root.Fields, func(f tree.Field) bool { return f.Value.Kind == tree.Map || f.Value.Kind == tree.List })
	if i < 1 {
		return len(root.Fields) - 1
	}
	return i - 1
}

// appendText adds lines at the end of the file.
func (e *yamlEditor) appendText(text string) {
	at := len(e.data)
	text = strings.ReplaceAll(text+"\n", "\n", e.lineBreak())
	e.replaceRange(at, at, e.missingLineBreak(at)+text)
}

// sectionGap gives the line break that sets a section off, unless the file ends with an
// empty line.
func (e *yamlEditor) sectionGap() string {
	if bytes.HasSuffix(bytes.ReplaceAll(e.data, []byte("\r"), nil), []byte("\n\n")) {
		return ""
	}
	return "\n"
}

// missingLineBreak gives the line break that is missing at the end of the file.
func (e *yamlEditor) missingLineBreak(at int) string {
	if at > 0 && e.data[at-1] != '\n' {
		return e.lineBreak()
	}
	return ""
}
