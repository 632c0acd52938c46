package edit

import (
	"bytes"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/profiles/internal/format"
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

// findNode finds a node by the keys on the way to it; nil if there is none.
func (e *yamlEditor) findNode(path ...string) *tree.Node {
	n := e.root
	for _, key := range path {
		if n != nil {
			n = n.Get(key)
		}
	}
	return n
}

// writeField writes a field of the top ("" as section) or of a section.
func (e *yamlEditor) writeField(section, key string, value *tree.Node) {
	switch {
	case section == "":
		e.writeFieldAt([]string{key}, value)
	case e.root.Get(section) != nil:
		e.writeFieldAt([]string{section, key}, value)
	case e.isFlow(e.root):
		body := &tree.Node{Kind: tree.Map}
		format.AddField(body, key, value)
		e.insertFlowField(e.root, section, body)
	default: // a new section, last in the file
		e.appendText("\n" + section + ":\n  " + yamlStyle.RenderField(tree.Field{Key: key, Value: value}))
	}
}

// writeFieldAt writes the field that the keys lead to; only it may be missing.
func (e *yamlEditor) writeFieldAt(path []string, value *tree.Node) {
	last := len(path) - 1
	parent, key := e.findNode(path[:last]...), path[last]
	old := parent.Get(key)
	switch {
	case old != nil && HaveSameMeaning(old, value):
		if e.out == nil {
			e.out = e.data
		}
	case old == nil && parent.Kind == tree.Null, old == nil && e.isFlow(parent) && len(parent.Fields) == 0 && !e.isFlow(e.root):
		e.fillEmptySection(parent, path[0], key, value)
	case old == nil && e.isFlow(parent):
		e.insertFlowField(parent, key, value)
	case old == nil:
		e.insertLineField(parent, key, value)
	case isLongForm(old) && e.spansLines(parent, key), isPlainMap(old) && isPlainMap(value):
		e.writeParts(path, value)
	case canChangeItems(old, value) && (!e.isFlow(old) || e.spansLines(parent, key)):
		e.writeItems(old, value)
	case (old.Kind == tree.Map || old.Kind == tree.List) && !e.isFlow(old):
		e.replaceBlock(parent, key, value)
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

// spansLines reports whether the value of a field stands on several lines.
func (e *yamlEditor) spansLines(parent *tree.Node, key string) bool {
	f := findField(parent, key)
	return e.lineEnd(e.findOffset(f.Value.At)) < e.findEnd(f.Value, f.At.Col, false)
}

// replaceBlock puts a value behind its key in place of a list or map on the lines below.
func (e *yamlEditor) replaceBlock(parent *tree.Node, key string, value *tree.Node) {
	_, from, to := e.findSpan(parent, key)
	text, colon, first := yamlStyle.RenderValue(value), e.findColon(findField(parent, key)), e.lineStart(from)
	if first < colon { // it begins on the line of the key
		e.replaceRange(from, to, text)
		return
	}
	e.out = slices.Concat(e.data[:colon], []byte(" "+text), e.data[colon:first], e.data[e.nextLine(to):])
}

// writeParts changes a map part by part, so that the comments between them stay.
func (e *yamlEditor) writeParts(path []string, value *tree.Node) {
	old := e.findNode(path...)
	if isLongForm(old) && !isLongForm(value) {
		whole := &tree.Node{Kind: tree.Map}
		key := "value"
		if old.Get("weight") != nil || old.Get("between") != nil {
			key = "weight"
		}
		format.AddField(whole, key, value)
		value = whole
	}
	for _, f := range value.Fields {
		if e.readAgain(path) {
			e.writeFieldAt(append(slices.Clip(path), f.Key), f.Value)
		}
	}
	for _, f := range old.Fields {
		if value.Get(f.Key) == nil && e.readAgain(path) {
			e.removeFieldFrom(e.findNode(path...), f.Key)
		}
	}
}

// readAgain reads the text after one of several changes, to go on with its outcome.
// It reports whether the path is still there; if not, the check at the end says so.
func (e *yamlEditor) readAgain(path []string) bool {
	if e.out != nil {
		e.yamlText = newYAMLText(e.out)
		root, _ := tree.ParseYAML("", e.data)
		if root == nil {
			return false
		}
		e.root = root
	}
	return e.findNode(path...) != nil
}

// writeItems changes a list word by word, so that the comments beside those that stay
// stay. It goes from the end, so that places stay right.
func (e *yamlEditor) writeItems(old, value *tree.Node) {
	inside := e.isFlow(old)
	findItemEnd := func(n *tree.Node) int { return e.findEnd(n, n.At.Col-1, inside) }
	last := old.Items[len(old.Items)-1]
	from, to := e.findOffset(last.At), findItemEnd(last)
	var texts []string
	for _, n := range pickItems(value, old, false) {
		texts = append(texts, yamlStyle.RenderValue(n))
	}
	switch {
	case len(texts) == 0:
	case inside:
		e.replaceRange(to, to, ", "+strings.Join(texts, ", "))
		e.data = e.out
	default:
		at, dash := e.nextLine(to), string(e.data[e.lineStart(from):from])
		e.replaceRange(at, at, e.missingLineBreak(at)+dash+strings.Join(texts, e.lineBreak()+dash)+e.lineBreak())
		e.data = e.out
	}
	gone := pickItems(old, value, false)
	for _, n := range slices.Backward(gone) {
		from, to := e.findOffset(n.At), findItemEnd(n)
		if inside {
			e.cutBetweenBrackets(from, to)
		} else {
			e.replaceRange(e.lineStart(from), e.nextLine(to), "")
		}
		e.data = e.out
	}
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
	e.cutBetweenBrackets(from, to)
}

// cutBetweenBrackets takes out what stands between brackets, with a comma beside it.
func (e *yamlEditor) cutBetweenBrackets(from, to int) {
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

// fillEmptySection puts the first answer into a section that says {}, null or nothing.
func (e *yamlEditor) fillEmptySection(parent *tree.Node, section, key string, value *tree.Node) {
	colon := e.findColon(findField(e.root, section))
	end := colon
	switch at := e.findOffset(parent.At); {
	case parent.Kind == tree.Map:
		end = e.skipBrackets(at)
	case nullPattern().Match(e.data[at:e.skipValue(at, false)]):
		end = e.skipValue(at, false)
	}
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
	i := slices.IndexFunc(root.Fields, func(f tree.Field) bool {
		return f.Value.Kind == tree.Map || f.Value.Kind == tree.List || f.Value.Kind == tree.Null
	})
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
