package profiles

import (
	"errors"
	"strconv"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// parseTOML reads TOML. Keys know their place; a list or an inline table has
// the place of its key, since the parser knows no better. Duplicate keys are
// reported all at once. The node is nil if the list is not empty.
func parseTOML(file string, data []byte) (*tree.Node, diag.List) {
	if list := tree.CheckBytes(file, data); list != nil {
		return nil, list
	}
	p := tomlParser{file: file, data: data, headers: map[*tree.Node]int{}}
	p.in.Reset(data)
	root := &tree.Node{Kind: tree.Map, At: diag.Pos{File: file, Line: 1, Col: 1}}
	into := root
	for p.in.NextExpression() {
		into = p.expression(root, into, p.in.Expression())
	}
	if err := p.in.Error(); err != nil {
		return nil, diag.List{p.syntax(err)}
	}
	if len(p.list) > 0 {
		return nil, p.list
	}
	// The expressions are well-formed; the decoder knows which tables may not
	// be mixed.
	var whole map[string]any
	if err := toml.Unmarshal(data, &whole); err != nil {
		return nil, diag.List{p.syntax(err)}
	}
	if len(root.Fields) == 0 {
		return nil, diag.List{diag.New(diag.Pos{File: file}, "AJ010")}
	}
	return root, nil
}

type tomlParser struct {
	file    string
	data    []byte
	in      unstable.Parser
	headers map[*tree.Node]int // tables that have a header, and its line
	list    diag.List
}

func (p *tomlParser) syntax(err error) diag.Diagnostic {
	at, msg := diag.Pos{File: p.file}, err.Error()
	var pe *unstable.ParserError
	var de *toml.DecodeError
	switch {
	case errors.As(err, &pe):
		msg = pe.Message
		at = p.at(p.in.Range(pe.Highlight))
	case errors.As(err, &de):
		at.Line, _ = de.Position()
	}
	return diag.New(at, "AJ014", "format", "TOML", "problem", msg)
}

func (p *tomlParser) at(r unstable.Range) diag.Pos {
	return tree.PosAt(p.file, p.data, int(r.Offset))
}

// expression adds one line of the file and gives the table that the next lines
// belong to.
func (p *tomlParser) expression(root, into *tree.Node, e *unstable.Node) *tree.Node {
	switch e.Kind {
	case unstable.KeyValue:
		p.keyValue(into, e)
	case unstable.Table, unstable.ArrayTable:
		table, last := p.walk(root, e.Key())
		if e.Kind == unstable.ArrayTable {
			return p.addItem(table, last)
		}
		return p.header(p.open(table, last), last)
	}
	return into
}

// key is one part of a dotted key.
type key struct {
	name string
	at   diag.Pos
}

// walk goes down all but the last part of a dotted key.
func (p *tomlParser) walk(n *tree.Node, it unstable.Iterator) (*tree.Node, key) {
	var last key
	for it.Next() {
		if last.name != "" || last.at.Line > 0 {
			n = p.open(n, last)
		}
		last = key{string(it.Node().Data), p.at(it.Node().Raw)}
	}
	return n, last
}

// open gives the table under the key and makes it if there is none; of a list
// of tables the last one counts.
func (p *tomlParser) open(n *tree.Node, k key) *tree.Node {
	found := n.Get(k.name)
	if found == nil {
		found = &tree.Node{Kind: tree.Map, At: k.at}
		n.Fields = append(n.Fields, tree.Field{Key: k.name, At: k.at, Value: found})
	}
	if found.Kind == tree.List && len(found.Items) > 0 {
		found = found.Items[len(found.Items)-1]
	}
	return found
}

func (p *tomlParser) header(table *tree.Node, k key) *tree.Node {
	if line, dup := p.headers[table]; dup {
		p.list.Add(diag.New(k.at, "AJ017", "key", k.name, "line", strconv.Itoa(line)))
	}
	p.headers[table] = k.at.Line
	return table
}

func (p *tomlParser) addItem(n *tree.Node, k key) *tree.Node {
	list := n.Get(k.name)
	if list == nil {
		list = &tree.Node{Kind: tree.List, At: k.at}
		n.Fields = append(n.Fields, tree.Field{Key: k.name, At: k.at, Value: list})
	}
	item := &tree.Node{Kind: tree.Map, At: k.at}
	list.Items = append(list.Items, item)
	return item
}

func (p *tomlParser) keyValue(n *tree.Node, e *unstable.Node) {
	table, last := p.walk(n, e.Key())
	for i := range table.Fields {
		if f := &table.Fields[i]; f.Key == last.name {
			p.list.Add(diag.New(last.at, "AJ017", "key", last.name, "line", strconv.Itoa(f.At.Line)))
			return
		}
	}
	table.Fields = append(table.Fields, tree.Field{Key: last.name, At: last.at, Value: p.value(e.Value(), last.at)})
}

func (p *tomlParser) value(v *unstable.Node, at diag.Pos) *tree.Node {
	if v.Raw.Length > 0 {
		at = p.at(v.Raw)
	}
	n := &tree.Node{At: at, Text: string(v.Data)}
	switch v.Kind {
	case unstable.Bool:
		n.Kind = tree.Bool
	case unstable.Integer, unstable.Float:
		n.Kind = tree.Number
	case unstable.Array:
		n.Kind = tree.List
		for it := v.Children(); it.Next(); {
			n.Items = append(n.Items, p.value(it.Node(), at))
		}
	case unstable.InlineTable:
		n.Kind = tree.Map
		for it := v.Children(); it.Next(); {
			p.keyValue(n, it.Node())
		}
	default: // text, and dates, which are text to us
		n.Kind = tree.String
	}
	return n
}
