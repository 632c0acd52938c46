// Package format reads and writes profiles as YAML, TOML and JSON: text to
// nodes that know their places, and nodes to text. It does not know what a
// profile may say.
package format

import (
	"bytes"
	"encoding/json"

	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// Format is a way to write a profile down.
type Format string

// The formats.
const (
	YAML Format = "yaml"
	TOML Format = "toml"
	JSON Format = "json"
)

// Parse turns the text into nodes with places. The node is nil if the list is
// not empty.
func Parse(name string, data []byte, f Format) (*tree.Node, diag.List) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	var root *tree.Node
	var list diag.List
	switch Detect(data, f) {
	case JSON:
		root, list = parseJSON(name, data)
	case TOML:
		root, list = parseTOML(name, data)
	default:
		return tree.ParseYAML(name, data)
	}
	if root == nil {
		return nil, list
	}
	if deep := findDeepNode(root, 1); deep != nil {
		return nil, tooDeep(deep.At)
	}
	return root, nil
}

// Detect looks at the text if the format is not known.
func Detect(data []byte, f Format) Format {
	if f == "" && json.Valid(data) {
		return JSON
	}
	return f
}
