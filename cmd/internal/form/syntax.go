package form

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules/plain"
)

// SchemaFile is the file in which a form looks for the schema of profiles.
const SchemaFile = "ajar.schema.json"

// syntax is how a format writes a profile.
type syntax struct {
	toml       bool
	indent     string // before an answer
	assign     string // between a key and its value
	schemaLine string // with which an editor finds the schema
}

func syntaxOf(f profiles.Format) syntax {
	if f == profiles.TOML {
		return syntax{toml: true, assign: " = ", schemaLine: "#:schema ./" + SchemaFile}
	}
	return syntax{indent: "  ", assign: ": ", schemaLine: "# yaml-language-server: $schema=" + SchemaFile}
}

func (s syntax) heading(key string) string {
	if s.toml {
		return "[" + key + "]"
	}
	return key + ":"
}

// offLine is an answer that is switched off.
func (s syntax) offLine(id, value string) string {
	return "#" + s.indent + id + s.assign + value
}

// quote writes a text so that it is read back as the same text.
func (s syntax) quote(text string) string {
	if s.toml {
		return plain.Quote(text)
	}
	data, err := yaml.Marshal(text)
	if bare := strings.TrimSpace(string(data)); err == nil && bare == text && !strings.Contains(text, "#") {
		return bare
	}
	return plain.Quote(text)
}

// word writes an id or a state.
func (s syntax) word(id string) string {
	if s.toml {
		return plain.Quote(id)
	}
	return id
}

func (s syntax) list(ids []string) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = s.word(id)
	}
	return "[" + strings.Join(words, ", ") + "]"
}

// inline writes keys and values on one line.
func (s syntax) inline(keysAndValues ...string) string {
	var fields []string
	for i := 0; i+1 < len(keysAndValues); i += 2 {
		fields = append(fields, keysAndValues[i]+s.assign+keysAndValues[i+1])
	}
	return "{" + strings.Join(fields, ", ") + "}"
}
