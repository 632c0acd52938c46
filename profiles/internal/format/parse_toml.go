package format

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
	if list := checkText(file, data); list != nil {
		return nil, list
	}
	p := tomlParser{
		file: file, places: tree.NewPlaces(file, data),
		headers: map[*tree.Node]int{}, index: map[tableKey]int{},
	}
	p.in.Reset(data)
	root := &tree.Node{Kind: tree.Map, At: diag.Pos{File: file, Line: 1, Col: 1}}
	into := root
	for p.in.NextExpression() {
		into = p.parseExpression(root, into, p.in.Expression())
		if p.nodes > tree.MaxNodes {
			return nil, diag.List{tree.TooMany(p.last)}
		}
	}
	if err := p.in.Error(); err != nil {
		return nil, diag.List{p.diagnoseSyntax(err)}
	}
	if len(p.list) > 0 {
		return nil, p.list
	}
	// The expressions are well-formed; the decoder knows which tables may not
	// be mixed.
	var whole map[string]any
	if err := toml.Unmarshal(data, &whole); err != nil {
		return nil, diag.List{p.diagnoseSyntax(err)}
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
	index   map[tableKey]int   // which field of its table a key is
	nodes   int
	last    diag.Pos // of the last node that was counted
	list    diag.List
}

// tableKey is a key in a table.
type tableKey struct {
	table *tree.Node
	key   string
}

// findField finds a field without a search, since a hostile file may have very many.
func (p *tomlParser) findField(table *tree.Node, key string) *tree.Field {
	if i, ok := p.index[tableKey{table, key}]; ok {
		return &table.Fields[i]
	}
	return nil
}

// newNode makes a node and counts it; past the limit it still makes them, since
// the parser gives whole lines only.
func (p *tomlParser) newNode(kind tree.NodeKind, at diag.Pos) *tree.Node {
	p.nodes, p.last = p.nodes+1, at
	return &tree.Node{Kind: kind, At: at}
}

func (p *tomlParser) addField(table *tree.Node, k keyPart, v *tree.Node) {
	p.index[tableKey{table, k.name}] = len(table.Fields)
	table.Fields = append(table.Fields, tree.Field{Key: k.name, At: k.at, Value: v})
}

func (p *tomlParser) diagnoseSyntax(err error) diag.Diagnostic {
	at, msg := diag.Pos{File: p.file}, err.Error()
	var pe *unstable.ParserError
	var de *toml.DecodeError
	switch {
	case errors.As(err, &pe):
		msg = pe.Message
		at = p.positionOf(p.in.Range(pe.Highlight))
	case errors.As(err, &de):
		at.Line, _ = de.Position()
	}
	return diag.InvalidSyntax(at, "TOML", msg)
}

func (p *tomlParser) positionOf(r unstable.Range) diag.Pos {
	return p.places.At(int(r.Offset))
}

// parseExpression adds one line of the file and gives the table that the next lines
// belong to.
func (p *tomlParser) parseExpression(root, into *tree.Node, e *unstable.Node) *tree.Node {
	switch e.Kind {
	case unstable.KeyValue:
		p.parseKeyValue(into, e)
	case unstable.Table, unstable.ArrayTable:
		table, last := p.walkKey(root, e.Key())
		if e.Kind == unstable.ArrayTable {
			return p.addTableItem(table, last)
		}
		return p.noteHeader(p.openTable(table, last), last)
	}
	return into
}

// keyPart is one part of a dotted key.
type keyPart struct {
	name string
	at   diag.Pos
}

// walkKey goes down all but the last part of a dotted key.
func (p *tomlParser) walkKey(n *tree.Node, it unstable.Iterator) (*tree.Node, keyPart) {
	var last keyPart
	for p.nodes <= tree.MaxNodes && it.Next() {
		if last.name != "" || last.at.Line > 0 {
			n = p.openTable(n, last)
		}
		last = keyPart{string(it.Node().Data), p.positionOf(it.Node().Raw)}
	}
	return n, last
}

// openTable gives the table under the key and makes it if there is none; of a list
// of tables the last one counts.
func (p *tomlParser) openTable(n *tree.Node, k keyPart) *tree.Node {
	f := p.findField(n, k.name)
	if f == nil {
		p.addField(n, k, p.newNode(tree.Map, k.at))
		f = p.findField(n, k.name)
	}
	if list := f.Value; list.Kind == tree.List && len(list.Items) > 0 {
		return list.Items[len(list.Items)-1]
	}
	return f.Value
}

func (p *tomlParser) noteHeader(table *tree.Node, k keyPart) *tree.Node {
	if line, dup := p.headers[table]; dup {
		p.list.Add(diag.DuplicateKey(k.at, k.name, strconv.Itoa(line)))
	}
	p.headers[table] = k.at.Line
	return table
}

func (p *tomlParser) addTableItem(n *tree.Node, k keyPart) *tree.Node {
	if p.findField(n, k.name) == nil {
		p.addField(n, k, p.newNode(tree.List, k.at))
	}
	list := p.findField(n, k.name).Value
	item := p.newNode(tree.Map, k.at)
	list.Items = append(list.Items, item)
	return item
}

func (p *tomlParser) parseKeyValue(n *tree.Node, e *unstable.Node) {
	table, last := p.walkKey(n, e.Key())
	if f := p.findField(table, last.name); f != nil {
		p.nodes, p.last = p.nodes+1, last.at
		p.list.Add(diag.DuplicateKey(last.at, last.name, strconv.Itoa(f.At.Line)))
		return
	}
	p.addField(table, last, p.parseValue(e.Value(), last.at))
}

func (p *tomlParser) parseValue(v *unstable.Node, at diag.Pos) *tree.Node {
	if v.Raw.Length > 0 {
		at = p.positionOf(v.Raw)
	}
	n := p.newNode(tree.String, at)
	n.Text = string(v.Data)
	switch v.Kind {
	case unstable.Bool:
		n.Kind = tree.Bool
	case unstable.Integer, unstable.Float:
		n.Kind = tree.Number
	case unstable.Array:
		n.Kind = tree.List
		for it := v.Children(); p.nodes <= tree.MaxNodes && it.Next(); {
			n.Items = append(n.Items, p.parseValue(it.Node(), at))
		}
	case unstable.InlineTable:
		n.Kind = tree.Map
		for it := v.Children(); p.nodes <= tree.MaxNodes && it.Next(); {
			p.parseKeyValue(n, it.Node())
		}
	default: // text, and dates, which are text to us
	}
	return n
}
