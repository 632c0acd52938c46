package profiles

import (
	"path/filepath"
	"strings"

	"github.com/ajar-decision/ajar/profiles/internal/format"
)

// Format is a way to write a profile down: a word, one of the constants.
type Format = format.Format

// The formats. An empty Format lets [Read] look at the text: what is valid JSON
// is read as JSON, anything else as YAML.
const (
	YAML Format = "yaml"
	TOML Format = "toml"
	JSON Format = "json"
)

// FormatOf tells the format by the extension of a file name; YAML if the
// extension is not known.
func FormatOf(name string) Format {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".toml":
		return TOML
	case ".json":
		return JSON
	}
	return YAML
}
