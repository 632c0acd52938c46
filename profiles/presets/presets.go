// Package presets holds the profiles of typical situations that come with the
// program, as they are written. Package profiles reads them.
package presets

import (
	"embed"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/ajar-decision/ajar/rules/diag"
)

//go:embed *.yaml
var files embed.FS

// Prefix stands before the name of a preset wherever people name it.
const Prefix = "preset:"

// listNames lists the presets once, sorted.
var listNames = sync.OnceValue(func() []string {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic("presets: the presets are part of the program: " + err.Error())
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = strings.TrimSuffix(e.Name(), path.Ext(e.Name()))
	}
	return slices.Sorted(slices.Values(names))
})

// Names lists the presets, sorted.
func Names() []string { return slices.Clone(listNames()) }

// Source gives the text of a preset with its comments. An unknown name is AJ221
// with a suggestion.
func Source(name string) ([]byte, error) {
	if !slices.Contains(listNames(), name) {
		return nil, diag.List{DiagnoseUnknown(diag.Pos{}, name)}
	}
	return files.ReadFile(name + ".yaml")
}

// DiagnoseUnknown says that there is no preset of that name.
func DiagnoseUnknown(at diag.Pos, name string) diag.Diagnostic {
	return diag.UnknownPreset(at, name).OneOf(name, listNames())
}
