package profiles

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/tree"
)

// render writes the nodes of a profile: sections one answer a line, what is
// below an answer on the same line.
func render(root *tree.Node, f Format) []byte {
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

// style is how a format writes what stands on one line.
type style struct {
	scalar, key func(string) string
	is          string // between key and value
}

var (
	yamlStyle = style{scalar: quoteIfNeeded, key: quoteIfNeeded, is: ": "}
	jsonStyle = style{scalar: quote, key: quote, is: ": "}
	tomlStyle = style{scalar: quote, key: bareKey, is: " = "}
)

func (s style) line(n *tree.Node) string {
	var parts []string
	switch n.Kind {
	case tree.String:
		return s.scalar(n.Text)
	case tree.List:
		for _, item := range n.Items {
			parts = append(parts, s.line(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case tree.Map:
		for _, f := range n.Fields {
			parts = append(parts, s.field(f))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return n.Text
}

func (s style) field(f tree.Field) string { return s.key(f.Key) + s.is + s.line(f.Value) }

func renderYAML(b *bytes.Buffer, root *tree.Node) {
	for _, f := range root.Fields {
		switch f.Value.Kind {
		case tree.Map, tree.List:
			fmt.Fprintf(b, "\n%s\n", block(f))
		default:
			fmt.Fprintf(b, "%s\n", yamlStyle.field(f))
		}
	}
}

// block writes a section of YAML, without the last line break.
func block(f tree.Field) string {
	lines := []string{quoteIfNeeded(f.Key) + ":"}
	for _, a := range f.Value.Fields {
		lines = append(lines, "  "+yamlStyle.field(a))
	}
	for _, item := range f.Value.Items {
		lines = append(lines, "  - "+yamlStyle.line(item))
	}
	return strings.Join(lines, "\n")
}

func renderJSON(b *bytes.Buffer, root *tree.Node) {
	block := func(open string, lines []string, end string) string {
		return open + "\n    " + strings.Join(lines, ",\n    ") + "\n  " + end
	}
	var tops []string
	for _, f := range root.Fields {
		text := jsonStyle.line(f.Value)
		var lines []string
		switch f.Value.Kind {
		case tree.Map:
			for _, a := range f.Value.Fields {
				lines = append(lines, jsonStyle.field(a))
			}
			text = block("{", lines, "}")
		case tree.List:
			for _, item := range f.Value.Items {
				lines = append(lines, jsonStyle.line(item))
			}
			text = block("[", lines, "]")
		}
		tops = append(tops, "  "+quote(f.Key)+": "+text)
	}
	fmt.Fprintf(b, "{\n%s\n}\n", strings.Join(tops, ",\n"))
}

func renderTOML(b *bytes.Buffer, root *tree.Node) {
	table := func(head string, fields []tree.Field) {
		fmt.Fprintf(b, "\n%s\n", head)
		for _, a := range fields {
			fmt.Fprintf(b, "%s\n", tomlStyle.field(a))
		}
	}
	// What is no table comes before all tables, or it would belong to one.
	for _, f := range root.Fields {
		if f.Value.Kind != tree.Map && !listsTables(f.Value) {
			fmt.Fprintf(b, "%s\n", tomlStyle.field(f))
		}
	}
	for _, f := range root.Fields {
		if f.Value.Kind == tree.Map {
			table("["+bareKey(f.Key)+"]", f.Value.Fields)
		}
		if listsTables(f.Value) {
			for _, item := range f.Value.Items {
				table("[["+bareKey(f.Key)+"]]", item.Fields)
			}
		}
	}
}

// listsTables tells a list of maps from one of names.
func listsTables(n *tree.Node) bool {
	return n.Kind == tree.List && len(n.Items) > 0 && n.Items[0].Kind == tree.Map
}

var (
	// plainText is text that no YAML parser takes for anything else, of whatever
	// version, the words below excepted.
	plainText = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9_./@-]*(:[A-Za-z0-9_./@-]+)*|[0-9]{4}-[0-9]{2}-[0-9]{2})$`)
	yamlWords = regexp.MustCompile(`^(?i:y|n|yes|no|on|off|true|false|null|nan|inf)$`)
	bareText  = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)
)

func quoteIfNeeded(s string) string {
	if plainText.MatchString(s) && !yamlWords.MatchString(s) {
		return s
	}
	return quote(s)
}

func bareKey(s string) string {
	if bareText.MatchString(s) {
		return s
	}
	return quote(s)
}

// quote writes text between double quotes so that YAML, JSON and TOML all read
// it: their escapes overlap. Invisible characters are escaped, since a reader
// of the file could not see them.
func quote(s string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		panic("profiles: text always encodes: " + err.Error())
	}
	var out strings.Builder
	for _, r := range strings.TrimSuffix(b.String(), "\n") {
		hidden := plain.Invisible(r) || r >= 0xFFFE
		if hidden && r <= 0xFFFF {
			fmt.Fprintf(&out, `\u%04x`, r)
			continue
		}
		out.WriteRune(r)
	}
	return out.String()
}
