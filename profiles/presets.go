package profiles

import (
	"embed"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

//go:embed presets/*.yaml
var presetFiles embed.FS

// What stands before the names of profiles that come with the program, in the
// places of their answers and wherever people name them.
const (
	PresetPrefix = "preset:"
	CasePrefix   = "case:"
)

// PresetInfo describes an embedded preset.
type PresetInfo struct {
	Name  string
	Title rules.Text
	// About says in one sentence who this is.
	About rules.Text
}

// describePresets lists the embedded presets in order.
var presetNames = sync.OnceValue(func() []string {
	entries, err := presetFiles.ReadDir("presets")
	if err != nil {
		panic("profiles: the presets are part of the program: " + err.Error())
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = strings.TrimSuffix(e.Name(), path.Ext(e.Name()))
	}
	return slices.Sorted(slices.Values(names))
})

// Presets lists the profiles of typical situations that come with the program,
// sorted by name.
func Presets() []PresetInfo { return slices.Clone(presetInfos()) }

var presetInfos = sync.OnceValue(func() []PresetInfo {
	var infos []PresetInfo
	c := newConfig(nil)
	for _, name := range presetNames() {
		layers, list := c.readPreset(name)
		if len(list) > 0 {
			// The presets are part of the program and checked by its tests.
			panic("profiles: a preset is broken: " + list.Error())
		}
		l := layers[len(layers)-1]
		infos = append(infos, PresetInfo{Name: name, Title: l.title, About: l.about})
	}
	return infos
})

// Preset reads an embedded preset. An unknown name is AJ221 with a suggestion;
// the other errors are those of [Load].
func Preset(name string, opts ...LoadOption) (engine.Profile, error) {
	c := newConfig(opts)
	if !slices.Contains(presetNames(), name) {
		return engine.Profile{}, diag.List{diagnoseUnknownPreset(diag.Pos{}, name)}
	}
	layers, list := c.readPreset(name)
	return c.buildProfile(layers, list)
}

// PresetSource gives the text of a preset with its comments, as a start for a
// profile of one's own. Errors are those of [Preset].
func PresetSource(name string) ([]byte, error) {
	if !slices.Contains(presetNames(), name) {
		return nil, diag.List{diagnoseUnknownPreset(diag.Pos{}, name)}
	}
	return presetFiles.ReadFile("presets/" + name + ".yaml")
}

// readPreset reads a preset that is there.
func (c *config) readPreset(name string) ([]*layer, diag.List) {
	data, err := PresetSource(name)
	if err != nil {
		list, _ := diag.From(err)
		return nil, list
	}
	return c.newLayerReader("").readLayers("presets/"+name+".yaml", PresetPrefix+name, data, YAML)
}

func diagnoseUnknownPreset(at diag.Pos, name string) diag.Diagnostic {
	return diag.UnknownPreset(at, name).OneOf(name, presetNames())
}
