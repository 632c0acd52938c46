package format

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/ajar-decision/ajar/rules/pattern"
	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/tree"
)

// Render writes the nodes of a profile: sections one answer a line, what is
// below an answer on the same line.
func Render(root *tree.Node, f Format) []byte {
	var b bytes.Buffer
	switch f {
	case JSON:
		renderJSON(&b, root)
	case TOML:
		renderTOML(&b, root)
	default:
		renderYAML(&b, root)
	}
	return b.Bytes()
}

// Style is how a format writes what stands on one line.
type Style struct {
	scalar, key func(string) string
	separator   string // between key and value
}

var (
	yamlStyle = Style{scalar: quoteYAML, key: quoteYAML, separator: ": "}
	jsonStyle = Style{scalar: quoteJSON, key: quoteJSON, separator: ": "}
	tomlStyle = Style{scalar: plain.Quote, key: quoteTOMLKey, separator: " = "}
)

// StyleOf gives the style of a format; that of YAML if the format is not known.
func StyleOf(f Format) Style {
	switch f {
	case JSON:
		return jsonStyle
	case TOML:
		return tomlStyle
	}
	return yamlStyle
}

// RenderValue writes a value on one line.
func (s Style) RenderValue(n *tree.Node) string {
	var parts []string
	switch n.Kind {
	case tree.String:
		return s.scalar(n.Text)
	case tree.List:
		for _, item := range n.Items {
			parts = append(parts, s.RenderValue(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case tree.Map:
		for _, f := range n.Fields {
			parts = append(parts, s.RenderField(f))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return n.Text
}

// RenderField writes a key and its value on one line.
func (s Style) RenderField(f tree.Field) string {
	return s.key(f.Key) + s.separator + s.RenderValue(f.Value)
}

func renderYAML(b *bytes.Buffer, root *tree.Node) {
	for _, f := range root.Fields {
		switch f.Value.Kind {
		case tree.Map, tree.List:
			fmt.Fprintf(b, "\n%s\n", RenderBlock(f))
		default:
			fmt.Fprintf(b, "%s\n", yamlStyle.RenderField(f))
		}
	}
}

// RenderBlock writes a section of YAML, without the last line break.
func RenderBlock(f tree.Field) string {
	lines := []string{quoteYAML(f.Key) + ":"}
	for _, a := range f.Value.Fields {
		lines = append(lines, "  "+yamlStyle.RenderField(a))
	}
	for _, item := range f.Value.Items {
		lines = append(lines, "  - "+yamlStyle.RenderValue(item))
	}
	return strings.Join(lines, "\n")
}

func renderJSON(b *bytes.Buffer, root *tree.Node) {
	block := func(open string, lines []string, end string) string {
		return open + "\n    " + strings.Join(lines, ",\n    ") + "\n  " + end
	}
	var tops []string
	for _, f := range root.Fields {
		text := jsonStyle.RenderValue(f.Value)
		var lines []string
		switch f.Value.Kind {
		case tree.Map:
			for _, a := range f.Value.Fields {
				lines = append(lines, jsonStyle.RenderField(a))
			}
			text = block("{", lines, "}")
		case tree.List:
			for _, item := range f.Value.Items {
				lines = append(lines, jsonStyle.RenderValue(item))
			}
			text = block("[", lines, "]")
		}
		tops = append(tops, "  "+quoteJSON(f.Key)+": "+text)
	}
	fmt.Fprintf(b, "{\n%s\n}\n", strings.Join(tops, ",\n"))
}

func renderTOML(b *bytes.Buffer, root *tree.Node) {
	table := func(head string, fields []tree.Field) {
		fmt.Fprintf(b, "\n%s\n", head)
		for _, a := range fields {
			fmt.Fprintf(b, "%s\n", tomlStyle.RenderField(a))
		}
	}
	// What is no table comes before all tables, or it would belong to one.
	for _, f := range root.Fields {
		if f.Value.Kind != tree.Map && !isTableList(f.Value) {
			fmt.Fprintf(b, "%s\n", tomlStyle.RenderField(f))
		}
	}
	for _, f := range root.Fields {
		if f.Value.Kind == tree.Map {
			table("["+quoteTOMLKey(f.Key)+"]", f.Value.Fields)
		}
		if isTableList(f.Value) {
			for _, item := range f.Value.Items {
				table("[["+quoteTOMLKey(f.Key)+"]]", item.Fields)
			}
		}
	}
}

// isTableList tells a list of maps from one of names.
func isTableList(n *tree.Node) bool {
	return n.Kind == tree.List && len(n.Items) > 0 && n.Items[0].Kind == tree.Map
}

var (
	// plainPattern is text that no YAML parser takes for anything else, of whatever
	// version, the words below excepted.
	plainPattern    = pattern.New(`^([A-Za-z][A-Za-z0-9_./@-]*(:[A-Za-z0-9_./@-]+)*|[0-9]{4}-[0-9]{2}-[0-9]{2})$`)
	yamlWordPattern = pattern.New(`^(?i:y|n|yes|no|on|off|true|false|null|nan|inf)$`)
	bareKeyPattern  = pattern.New(`^[A-Za-z0-9_-]+$`)
)

func quoteYAML(s string) string {
	if plainPattern().MatchString(s) && !yamlWordPattern().MatchString(s) {
		return s
	}
	return plain.Quote(s)
}

func quoteTOMLKey(s string) string {
	if bareKeyPattern().MatchString(s) {
		return s
	}
	return plain.Quote(s)
}

// quoteJSON writes text as JSON has it.
func quoteJSON(s string) string {
	data, err := plain.EncodeJSON(s)
	if err != nil {
		panic("format: text always encodes: " + err.Error())
	}
	return string(bytes.TrimSpace(data))
}
