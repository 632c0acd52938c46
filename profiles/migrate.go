package profiles

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// Migration is a file in the present format and what is different in it.
type Migration struct {
	Text []byte
	// Lines are the lines that changed; empty if the file was up to date.
	Lines []LineChange
}

// LineChange is a line before and after, without its line break.
type LineChange struct {
	Line     int
	From, To string
}

// Migrate brings a file to the present format: the number beside "ajar", null
// facts of format 0, which mean unknown, and older values of facts. All else,
// comments included, stays as it is; no line is added or taken away. The answers
// mean what they meant.
//
// The error is a [diag.List]: the mistakes of the file, or AJ244 if it is
// written in a way that is not understood well enough. An empty format is found
// out as [Read] does.
func Migrate(data []byte, f Format, opts ...LoadOption) (*Migration, error) {
	c := newConfig(opts)
	c.warn = func(diag.Diagnostic) {}
	text, marked := bytes.CutPrefix(data, []byte("\ufeff"))
	f = detectFormat(text, f)
	before, root, err := c.readSingle(text, f)
	if err != nil {
		return nil, err
	}
	out := c.rewriteOutdated(text, root, f)
	after, root, err := c.readSingle(out, f)
	if err != nil || len(c.findOutdated(root)) > 0 || !haveSameAnswers(before, after) {
		return nil, diag.List{diag.UnsafeMigration(diag.Pos{})}
	}
	m := &Migration{Text: out, Lines: compareLines(text, out)}
	if marked {
		m.Text = slices.Concat([]byte("\ufeff"), out)
	}
	return m, nil
}

// readSingle reads a text without what it extends.
func (c *config) readSingle(data []byte, f Format) (*layer, *tree.Node, error) {
	root, list := parseDocument("", data, f)
	if root == nil {
		return nil, nil, list
	}
	ck := profileChecker{config: c, layer: newLayer("")}
	ck.readDocument(root)
	return ck.layer, root, ck.list.Err()
}

func haveSameAnswers(a, b *layer) bool {
	return len(Compare(mergeLayers([]*layer{a}), mergeLayers([]*layer{b}))) == 0
}

// nodeFix is a value to write anew.
type nodeFix struct {
	old         *tree.Node
	replacement *tree.Node
}

// findOutdated lists what the present format writes in another way, in the order of
// the file.
func (c *config) findOutdated(root *tree.Node) []nodeFix {
	var out []nodeFix
	if v := root.Get("ajar"); v != nil && v.Text != strconv.Itoa(formatVersion) {
		if x, ok := v.Float(); ok && x != formatVersion {
			out = append(out, nodeFix{v, newNumberNode(formatVersion)})
		}
	}
	facts := root.Get("facts")
	if facts == nil {
		return out
	}
	for _, f := range facts.Fields {
		n := f.Value
		if n.Kind == tree.Map {
			n = n.Get("value")
		}
		if n.Kind == tree.Null {
			out = append(out, nodeFix{n, newStringNode("unknown")})
		} else if to, ok := c.pack.Fact(f.Key).Aliases[n.Text]; ok && n.Kind == tree.String {
			out = append(out, nodeFix{n, newStringNode(to)})
		}
	}
	return out
}

var nullPattern = regexp.MustCompile(`^(~|(?i:null))$`)

// rewriteOutdated writes what is outdated anew, from the end so that places stay right.
func (c *config) rewriteOutdated(data []byte, root *tree.Node, f Format) []byte {
	style := map[Format]inlineStyle{JSON: jsonStyle, TOML: tomlStyle}
	write, ok := style[f]
	if !ok {
		write = yamlStyle
	}
	e := &yamlEditor{data: data, lineOffsets: findLineStarts(data), root: root}
	fixes := c.findOutdated(root)
	slices.SortFunc(fixes, func(a, b nodeFix) int { return e.findOffset(b.old.At) - e.findOffset(a.old.At) })
	for _, x := range fixes {
		from := e.findOffset(x.old.At)
		to, text := e.skipValue(from, true), write.renderValue(x.replacement)
		if x.old.Kind == tree.Null && !nullPattern.Match(e.data[from:to]) { // nothing stands there
			to, text = from, " "+text
		}
		e.replaceRange(from, to, text)
		e.data = e.out
	}
	return e.data
}

// compareLines compares texts that have the same number of lines.
func compareLines(a, b []byte) []LineChange {
	var out []LineChange
	from, to := bytes.Split(a, []byte("\n")), bytes.Split(b, []byte("\n"))
	for i := range min(len(from), len(to)) {
		if !bytes.Equal(from[i], to[i]) {
			out = append(out, LineChange{i + 1, string(bytes.TrimRight(from[i], "\r")), string(bytes.TrimRight(to[i], "\r"))})
		}
	}
	return out
}
