package profiles

import (
	"errors"
	"strconv"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// parseTOML reads TOML. A list has the place of its key, since the parser knows
// no better. Duplicate keys are reported all at once. The node is nil if the
// list is not empty.
func parseTOML(file string, data []byte) (*tree.Node, diag.List) {
	if list := tree.CheckBytes(file, data); list != nil {
		return nil, list
	}
	p := tomlParser{
		file: file, places: tree.NewPlaces(file, data),
		headers: map[*tree.Node]int{}, index: map[slot]int{},
	}
	p.in.Reset(data)
	root := &tree.Node{Kind: tree.Map, At: diag.Pos{File: file, Line: 1, Col: 1}}
	into := root
	for p.in.NextExpression() {
		into = p.expression(root, into, p.in.Expression())
		if p.nodes > tree.MaxNodes {
			return nil, diag.List{tree.TooMany(p.last)}
		}
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
		return nil, diag.List{diag.EmptyFile(diag.Pos{File: file})}
	}
	return root, nil
}

type tomlParser struct {
	file    string
	places  *tree.Places
	in      unstable.Parser
	headers map[*tree.Node]int // tables that have a header, and its line
	index   map[slot]int       // which field of its table a key is
	nodes   int
	last    diag.Pos // of the last node that was counted
	list    diag.List
}

// slot is a key in a table.
type slot struct {
	table *tree.Node
	key   string
}

// get finds a field without a search, since a hostile file may have very many.
func (p *tomlParser) get(table *tree.Node, key string) *tree.Field {
	if i, ok := p.index[slot{table, key}]; ok {
		return &table.Fields[i]
	}
	return nil
}

// node makes a node and counts it; past the limit it still makes them, since
// the parser gives whole lines only.
func (p *tomlParser) node(kind tree.Kind, at diag.Pos) *tree.Node {
	p.nodes, p.last = p.nodes+1, at
	return &tree.Node{Kind: kind, At: at}
}

func (p *tomlParser) add(table *tree.Node, k key, v *tree.Node) {
	p.index[slot{table, k.name}] = len(table.Fields)
	table.Fields = append(table.Fields, tree.Field{Key: k.name, At: k.at, Value: v})
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
	return diag.InvalidSyntax(at, "TOML", msg)
}

func (p *tomlParser) at(r unstable.Range) diag.Pos {
	return p.places.At(int(r.Offset))
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
	for p.nodes <= tree.MaxNodes && it.Next() {
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
	f := p.get(n, k.name)
	if f == nil {
		p.add(n, k, p.node(tree.Map, k.at))
		f = p.get(n, k.name)
	}
	if list := f.Value; list.Kind == tree.List && len(list.Items) > 0 {
		return list.Items[len(list.Items)-1]
	}
	return f.Value
}

func (p *tomlParser) header(table *tree.Node, k key) *tree.Node {
	if line, dup := p.headers[table]; dup {
		p.list.Add(diag.DuplicateKey(k.at, k.name, strconv.Itoa(line)))
	}
	p.headers[table] = k.at.Line
	return table
}

func (p *tomlParser) addItem(n *tree.Node, k key) *tree.Node {
	if p.get(n, k.name) == nil {
		p.add(n, k, p.node(tree.List, k.at))
	}
	list := p.get(n, k.name).Value
	item := p.node(tree.Map, k.at)
	list.Items = append(list.Items, item)
	return item
}

func (p *tomlParser) keyValue(n *tree.Node, e *unstable.Node) {
	table, last := p.walk(n, e.Key())
	if f := p.get(table, last.name); f != nil {
		p.nodes, p.last = p.nodes+1, last.at
		p.list.Add(diag.DuplicateKey(last.at, last.name, strconv.Itoa(f.At.Line)))
		return
	}
	p.add(table, last, p.value(e.Value(), last.at))
}

func (p *tomlParser) value(v *unstable.Node, at diag.Pos) *tree.Node {
	if v.Raw.Length > 0 {
		at = p.at(v.Raw)
	}
	n := p.node(tree.String, at)
	n.Text = string(v.Data)
	switch v.Kind {
	case unstable.Bool:
		n.Kind = tree.Bool
	case unstable.Integer, unstable.Float:
		n.Kind = tree.Number
	case unstable.Array:
		n.Kind = tree.List
		for it := v.Children(); p.nodes <= tree.MaxNodes && it.Next(); {
			n.Items = append(n.Items, p.value(it.Node(), at))
		}
	case unstable.InlineTable:
		n.Kind = tree.Map
		for it := v.Children(); p.nodes <= tree.MaxNodes && it.Next(); {
			p.keyValue(n, it.Node())
		}
	default: // text, and dates, which are text to us
	}
	return n
}
