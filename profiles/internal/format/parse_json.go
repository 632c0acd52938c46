package format

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// parseJSON reads JSON with encoding/json, since YAML parsers fail on its
// surrogate pairs. Duplicate keys, which encoding/json lets pass, are reported
// all at once. The node is nil if the list is not empty.
func parseJSON(file string, data []byte) (*tree.Node, diag.List) {
	if list := checkText(file, data); list != nil {
		return nil, list
	}
	// The whole text first: tokens alone let some mistakes of syntax pass.
	var whole json.RawMessage
	if err := json.Unmarshal(data, &whole); err != nil {
		return nil, diag.List{diagnoseJSONSyntax(file, data, err)}
	}
	p := jsonParser{places: tree.NewPlaces(file, data), data: data, dec: json.NewDecoder(bytes.NewReader(data))}
	p.dec.UseNumber()
	root, err := p.parseValue()
	if err != nil {
		return nil, diag.List{p.diagnoseError(file, err)}
	}
	if len(p.list) > 0 {
		return nil, p.list
	}
	return root, nil
}

func diagnoseJSONSyntax(file string, data []byte, err error) diag.Diagnostic {
	offset := len(data)
	var se *json.SyntaxError
	if errors.As(err, &se) && !errors.Is(err, io.ErrUnexpectedEOF) {
		offset = int(max(se.Offset-1, 0)) // Offset counts the byte that failed
	}
	return diag.InvalidSyntax(tree.NewPlaces(file, data).At(offset), "JSON", err.Error())
}

type jsonParser struct {
	places *tree.Places
	data   []byte
	dec    *json.Decoder
	nodes  int
	list   diag.List
}

var errTooManyNodes = errors.New("too many values")

func (p *jsonParser) diagnoseError(file string, err error) diag.Diagnostic {
	if errors.Is(err, errTooManyNodes) {
		return tree.TooMany(p.places.At(int(p.dec.InputOffset())))
	}
	return diagnoseJSONSyntax(file, p.data, err)
}

// nextToken reads a token and tells where it starts.
func (p *jsonParser) nextToken() (json.Token, diag.Pos, error) {
	start := int(p.dec.InputOffset())
	for start < len(p.data) && bytes.IndexByte([]byte(" \t\r\n,:"), p.data[start]) >= 0 {
		start++
	}
	tok, err := p.dec.Token()
	return tok, p.places.At(start), err
}

func (p *jsonParser) parseValue() (*tree.Node, error) {
	tok, at, err := p.nextToken()
	if err != nil {
		return nil, err
	}
	if p.nodes++; p.nodes > tree.MaxNodes {
		return nil, errTooManyNodes
	}
	n := &tree.Node{At: at}
	switch v := tok.(type) {
	case nil:
		n.Kind = tree.Null
	case bool:
		n.Kind, n.Text = tree.Bool, strconv.FormatBool(v)
	case json.Number:
		n.Kind, n.Text = tree.Number, v.String()
	case string:
		n.Kind, n.Text = tree.String, v
	case json.Delim:
		if v == '[' {
			n.Kind = tree.List
			return n, p.parseItems(n)
		}
		n.Kind = tree.Map
		return n, p.parseFields(n)
	}
	return n, nil
}

func (p *jsonParser) parseItems(n *tree.Node) error {
	for p.dec.More() {
		item, err := p.parseValue()
		if err != nil {
			return err
		}
		n.Items = append(n.Items, item)
	}
	_, err := p.dec.Token()
	return err
}

func (p *jsonParser) parseFields(n *tree.Node) error {
	seen := map[string]int{}
	for p.dec.More() {
		tok, at, err := p.nextToken()
		if err != nil {
			return err
		}
		key, _ := tok.(string) // the syntax allows nothing else
		value, err := p.parseValue()
		if err != nil {
			return err
		}
		if line, dup := seen[key]; dup {
			p.list.Add(diag.DuplicateKey(at, key, strconv.Itoa(line)))
			continue
		}
		seen[key] = at.Line
		n.Fields = append(n.Fields, tree.Field{Key: key, At: at, Value: value})
	}
	_, err := p.dec.Token()
	return err
}
