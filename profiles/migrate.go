package profiles

import (
	"bytes"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/profiles/internal/edit"
	"github.com/ajar-decision/ajar/profiles/internal/format"
	"github.com/ajar-decision/ajar/profiles/internal/layer"
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
	text, marked := bytes.CutPrefix(data, []byte("\ufeff"))
	f = format.Detect(text, f)
	before, root, err := c.readSingle(text, f)
	if err != nil {
		return nil, err
	}
	out := edit.ReplaceValues(text, root, c.findOutdated(root), f)
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
func (c *config) readSingle(data []byte, f Format) (*layer.Layer, *tree.Node, error) {
	root, list := format.Parse("", data, f)
	if root == nil {
		return nil, nil, list
	}
	l, list := layer.Read(root, "", c.pack, nil)
	return l, root, list.Err()
}

func haveSameAnswers(a, b *layer.Layer) bool {
	return len(Compare(layer.Merge([]*layer.Layer{a}), layer.Merge([]*layer.Layer{b}))) == 0
}

// findOutdated lists what the present format writes in another way, in the order of
// the file.
func (c *config) findOutdated(root *tree.Node) []edit.Replacement {
	var out []edit.Replacement
	if v := root.Get("ajar"); v != nil && v.Text != strconv.Itoa(layer.FormatVersion) {
		if x, ok := v.Float(); ok && x != layer.FormatVersion {
			out = append(out, edit.Replacement{Old: v, New: format.NewNumber(layer.FormatVersion)})
		}
	}
	for _, f := range listFactFields(root) {
		n := f.Value
		if value := n.Get("value"); value != nil {
			n = value
		}
		if n.Kind == tree.Null {
			out = append(out, edit.Replacement{Old: n, New: format.NewString("unknown")})
		}
		for _, word := range append([]*tree.Node{n}, n.Items...) {
			if to := c.pack.Fact(f.Key).Aliases.Find(word.Text); to != nil && word.Kind == tree.String {
				out = append(out, edit.Replacement{Old: word, New: format.NewString(*to)})
			}
		}
	}
	return out
}

// listFactFields lists the answers to facts, those for single parts too, in the order
// of the file.
func listFactFields(root *tree.Node) (out []tree.Field) {
	for _, f := range root.Fields {
		switch f.Key {
		case "facts":
			out = append(out, f.Value.Fields...)
		case "parts":
			for _, part := range f.Value.Items {
				if facts := part.Get("facts"); facts != nil {
					out = append(out, facts.Fields...)
				}
			}
		}
	}
	return out
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
