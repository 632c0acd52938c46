package tree

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/pattern"
)

// MaxSize is the greatest file that is read, in bytes. A profile is a few
// kilobytes; a greater file is a mistake or an attack.
const MaxSize = 1 << 20

// ReadText reads a text, or one byte more than [MaxSize] of it: that shows that
// it is too large.
func ReadText(r io.Reader) ([]byte, error) {
	return io.ReadAll(io.LimitReader(r, MaxSize+1))
}

// MaxNodes is how many values a file may hold, a map or list counting as one.
// The libraries that read some formats take time by the square of it.
const MaxNodes = 20_000

// MaxDepth is how deep maps and lists may nest. Whoever goes through a node calls itself
// once a level.
const MaxDepth = 100

// mostSeparators is how many commas and line breaks a YAML file may hold. The library
// that reads it makes a tree of all values first, which takes a hundred times the room
// of a short value. There is one before nearly every value, and far fewer in texts.
const mostSeparators = 150_000

// TooMany says that a file holds more than [MaxNodes] values.
func TooMany(at diag.Pos) diag.Diagnostic {
	return diag.TooManyValues(at, strconv.Itoa(MaxNodes))
}

// ParseYAML reads one YAML document. A mistake of syntax ends the reading and
// is reported alone; duplicate keys, anchors, aliases and tags are reported
// all at once. The node is nil if the list is not empty. Lines are counted as
// YAML counts them: a carriage return and the line breaks of Unicode end one too.
func ParseYAML(file string, data []byte) (*Node, diag.List) {
	if l := CheckBytes(file, data); l != nil {
		return nil, l
	}
	if at, ok := findSeparator(data, mostSeparators); ok {
		return nil, diag.List{TooMany(NewPlaces(file, data).At(at))}
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc yaml.Node
	if err := dec.Decode(&doc); err != nil {
		return nil, diag.List{syntaxError(file, data, err)}
	}
	var more yaml.Node
	if err := dec.Decode(&more); err == nil {
		return nil, diag.List{diag.SecondDocument(diag.Pos{File: file, Line: more.Line})}
	} else if !errors.Is(err, io.EOF) {
		return nil, diag.List{syntaxError(file, data, err)}
	}
	p := yamlParser{file: file}
	root := p.convertNode(doc.Content[0], 1)
	if p.nodes > MaxNodes {
		return nil, diag.List{TooMany(p.last)}
	}
	if p.isTooDeep {
		return nil, diag.List{diag.TooDeep(p.last, strconv.Itoa(MaxDepth))}
	}
	if len(p.list) > 0 {
		return nil, p.list
	}
	return root, nil
}

// findSeparator finds the n-th comma or line break; ok is false if there are fewer.
func findSeparator(data []byte, n int) (at int, ok bool) {
	for i, b := range data {
		if b == ',' || b == '\n' || b == '\r' {
			if n--; n == 0 {
				return i, true
			}
		}
	}
	return 0, false
}

// CheckBytes refuses what is no text file of ours before a parser sees it:
// too large, empty, not UTF-8, or holding a NUL character.
func CheckBytes(file string, data []byte) diag.List {
	at := diag.Pos{File: file}
	switch {
	case len(data) > MaxSize:
		return diag.List{diag.FileTooLarge(at, strconv.Itoa(MaxSize>>20))}
	case len(bytes.TrimSpace(data)) == 0:
		return diag.List{diag.EmptyFile(at)}
	case !utf8.Valid(data):
		return diag.List{diag.NotUTF8(findInvalidUTF8(file, data))}
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return diag.List{diag.NulCharacter(NewPlaces(file, data).At(i))}
	}
	return nil
}

// findInvalidUTF8 finds the first byte that is not UTF-8.
func findInvalidUTF8(file string, data []byte) diag.Pos {
	n := 0
	for n < len(data) {
		r, size := utf8.DecodeRune(data[n:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		n += size
	}
	return NewPlaces(file, data).At(n)
}

var yamlLine = pattern.New(`^yaml: (?:line (\d+): )?(.*)$`)

// syntaxError turns a parser error into a diagnostic. A tab in the indent is the
// commonest one and its parser message says little, so it has a code.
func syntaxError(file string, data []byte, err error) diag.Diagnostic {
	if err.Error() == "EOF" {
		return diag.EmptyFile(diag.Pos{File: file})
	}
	for i, line := range strings.Split(string(data), "\n") {
		indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
		if col := strings.IndexByte(indent, '\t'); col >= 0 && strings.TrimSpace(line) != "" {
			return diag.TabIndent(diag.Pos{File: file, Line: i + 1, Col: col + 1})
		}
	}
	pos := diag.Pos{File: file}
	msg := err.Error()
	var te *yaml.TypeError
	if !errors.As(err, &te) {
		if m := yamlLine().FindStringSubmatch(msg); m != nil {
			pos.Line, _ = strconv.Atoi(m[1])
			msg = m[2]
		}
	}
	return diag.InvalidSyntax(pos, "YAML", msg)
}

type yamlParser struct {
	file  string
	nodes int
	last  diag.Pos // of the last node that was counted
	list  diag.List
	// isTooDeep ends the reading.
	isTooDeep bool
}

func (p *yamlParser) posOf(n *yaml.Node) diag.Pos {
	return diag.Pos{File: p.file, Line: n.Line, Col: n.Column}
}

func (p *yamlParser) convertNode(n *yaml.Node, depth int) *Node {
	out := &Node{At: p.posOf(n)}
	if p.nodes > MaxNodes || p.isTooDeep {
		return out
	}
	p.nodes, p.last = p.nodes+1, out.At
	if p.isTooDeep = depth > MaxDepth; p.isTooDeep {
		return out
	}
	if n.Anchor != "" || n.Kind == yaml.AliasNode {
		p.list.Add(diag.AnchorOrTag(out.At))
		return out
	}
	switch n.Kind {
	case yaml.MappingNode:
		out.Kind = Map
		p.convertFields(out, n, depth)
	case yaml.SequenceNode:
		out.Kind = List
		for _, item := range n.Content {
			out.Items = append(out.Items, p.convertNode(item, depth+1))
		}
	default:
		p.convertScalar(out, n)
	}
	return out
}

func (p *yamlParser) convertFields(out *Node, n *yaml.Node, depth int) {
	seen := make(map[string]int, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if key.Kind != yaml.ScalarNode || key.Tag == "!!merge" || key.Anchor != "" {
			p.list.Add(diag.AnchorOrTag(p.posOf(key)))
			continue
		}
		if p.nodes > MaxNodes {
			return
		}
		if line, dup := seen[key.Value]; dup {
			p.nodes, p.last = p.nodes+1, p.posOf(key)
			p.list.Add(diag.DuplicateKey(p.posOf(key), key.Value, strconv.Itoa(line)))
			continue
		}
		seen[key.Value] = key.Line
		out.Fields = append(out.Fields, Field{Key: key.Value, At: p.posOf(key), Value: p.convertNode(n.Content[i+1], depth+1)})
	}
}

func (p *yamlParser) convertScalar(out *Node, n *yaml.Node) {
	out.Text = n.Value
	if n.Style&yaml.TaggedStyle != 0 {
		p.list.Add(diag.AnchorOrTag(out.At))
		return
	}
	switch n.ShortTag() {
	case "!!null":
		out.Kind = Null
	case "!!bool":
		out.Kind = Bool
	case "!!int", "!!float":
		out.Kind = Number
	default: // text, and dates, which are text to us
		out.Kind = String
	}
}
