package profiles

import (
	"strings"

	"github.com/ajar-decision/ajar/rules/diag"
)

// WithPositions notes where each answer stands in the profile or in a file that
// it extends, by the id of the fact or priority; "limits" and "weights_sure"
// are the ids of those. An answer of the environment or of an assignment has the
// name of that as its file and no line; one of a preset has "preset:NAME" as
// its file. Earlier content of the map stays.
func WithPositions(at map[string]diag.Pos) LoadOption { return func(c *config) { c.positions = at } }

// notePositions remembers the places of what the layers say, the weakest first.
func (c *config) notePositions(layers []*layer) {
	if c.positions == nil {
		return
	}
	for _, l := range layers {
		for _, section := range []map[string]layerAnswer{l.priorities, l.facts} {
			for id, a := range section {
				if a.removed {
					delete(c.positions, id)
				} else {
					c.positions[id] = l.publicPosition(a.at)
				}
			}
		}
		for key, at := range l.positions {
			c.positions[key] = l.publicPosition(at)
		}
	}
}

// publicPosition hides where presets stand: nobody can open them.
func (l *layer) publicPosition(at diag.Pos) diag.Pos {
	if strings.HasPrefix(l.name, PresetPrefix) {
		return diag.Pos{File: l.name}
	}
	return at
}
