package profiles

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles/presets"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/detach"
	"github.com/ajar-decision/ajar/rules/diag"
)

// What stands before the names of profiles that come with the program, in the
// places of their answers and wherever people name them.
const (
	PresetPrefix = presets.Prefix
	CasePrefix   = "case:"
)

// PresetInfo describes an embedded preset.
type PresetInfo struct {
	Name  string
	Title rules.Text
	// About says in one sentence who this is.
	About rules.Text
}

// Presets lists the profiles of typical situations that come with the program,
// sorted by name.
func Presets() []PresetInfo {
	out := slices.Clone(presetInfos)
	detach.Detach(&out)
	return out
}

// readPresetInfos reads what the presets say of themselves. The program does not: it
// holds presetInfos as generated code.
func readPresetInfos() []PresetInfo {
	var infos []PresetInfo
	c := newConfig(nil)
	for _, name := range presets.Names() {
		layers, list := c.readPreset(name)
		if len(list) > 0 {
			// The presets are part of the program and checked by its tests.
			panic("profiles: a preset is broken: " + list.Error())
		}
		l := layers[len(layers)-1]
		infos = append(infos, PresetInfo{Name: name, Title: l.Title, About: l.About})
	}
	return infos
}

// Preset reads an embedded preset. An unknown name is AJ221 with a suggestion;
// the other errors are those of [Load].
func Preset(name string, opts ...LoadOption) (engine.Profile, error) {
	c := newConfig(opts)
	if !slices.Contains(presets.Names(), name) {
		return engine.Profile{}, diag.List{presets.DiagnoseUnknown(diag.Pos{}, name)}
	}
	layers, list := c.readPreset(name)
	return c.buildProfile(layers, list)
}

// PresetSource gives the text of a preset with its comments, as a start for a
// profile of one's own. Errors are those of [Preset].
func PresetSource(name string) ([]byte, error) { return presets.Source(name) }
