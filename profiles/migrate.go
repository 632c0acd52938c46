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
func Migrate(data []byte, f Format, opts ...Option) (*Migration, error) {
	c := configure(opts)
	c.warn = func(diag.Diagnostic) {}
	text, marked := bytes.CutPrefix(data, []byte("\ufeff"))
	f = found(text, f)
	before, root, err := c.single(text, f)
	if err != nil {
		return nil, err
	}
	out := c.modern(text, root, f)
	after, root, err := c.single(out, f)
	if err != nil || len(c.outdated(root)) > 0 || !sameAnswers(before, after) {
		return nil, diag.List{diag.UnsafeMigration(diag.Pos{})}
	}
	m := &Migration{Text: out, Lines: changedLines(text, out)}
	if marked {
		m.Text = slices.Concat([]byte("\ufeff"), out)
	}
	return m, nil
}

// single reads a text without what it extends.
func (c *config) single(data []byte, f Format) (*layer, *tree.Node, error) {
	root, list := parse("", data, f)
	if root == nil {
		return nil, nil, list
	}
	ck := checker{config: c, out: newLayer("")}
	ck.document(root)
	return ck.out, root, ck.list.Err()
}

func sameAnswers(a, b *layer) bool {
	return len(Compare(merge([]*layer{a}), merge([]*layer{b}))) == 0
}

// fix is a value to write anew.
type fix struct {
	at *tree.Node
	to *tree.Node
}

// outdated lists what the present format writes in another way, in the order of
// the file.
func (c *config) outdated(root *tree.Node) []fix {
	var out []fix
	if v := root.Get("ajar"); v != nil && v.Text != strconv.Itoa(version) {
		if x, ok := v.Float(); ok && x != version {
			out = append(out, fix{v, numberNode(version)})
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
			out = append(out, fix{n, stringNode("unknown")})
		} else if to, ok := c.pack.Fact(f.Key).Aliases[n.Text]; ok && n.Kind == tree.String {
			out = append(out, fix{n, stringNode(to)})
		}
	}
	return out
}

var nullWord = regexp.MustCompile(`^(~|(?i:null))$`)

// modern writes what is outdated anew, from the end so that places stay right.
func (c *config) modern(data []byte, root *tree.Node, f Format) []byte {
	style := map[Format]style{JSON: jsonStyle, TOML: tomlStyle}
	write, ok := style[f]
	if !ok {
		write = yamlStyle
	}
	e := &editor{data: data, lines: lineStarts(data), root: root}
	fixes := c.outdated(root)
	slices.SortFunc(fixes, func(a, b fix) int { return e.offset(b.at.At) - e.offset(a.at.At) })
	for _, x := range fixes {
		from := e.offset(x.at.At)
		to, text := e.scan(from, true), write.line(x.to)
		if x.at.Kind == tree.Null && !nullWord.Match(e.data[from:to]) { // nothing stands there
			to, text = from, " "+text
		}
		e.splice(from, to, text)
		e.data = e.out
	}
	return e.data
}

// changedLines compares texts that have the same number of lines.
func changedLines(a, b []byte) []LineChange {
	var out []LineChange
	from, to := bytes.Split(a, []byte("\n")), bytes.Split(b, []byte("\n"))
	for i := range min(len(from), len(to)) {
		if !bytes.Equal(from[i], to[i]) {
			out = append(out, LineChange{i + 1, string(bytes.TrimRight(from[i], "\r")), string(bytes.TrimRight(to[i], "\r"))})
		}
	}
	return out
}
