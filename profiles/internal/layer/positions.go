package layer

import (
	"strings"

	"github.com/ajar-decision/ajar/profiles/presets"
	"github.com/ajar-decision/ajar/rules/diag"
)

// NotePositions notes in positions where each answer of the layers stands, the
// weakest layer first. Earlier content stays.
func NotePositions(positions map[string]diag.Pos, layers []*Layer) {
	for _, l := range layers {
		for _, section := range []map[string]Answer{l.Priorities, l.Facts} {
			for id, a := range section {
				if a.Removed {
					delete(positions, id)
				} else {
					positions[id] = l.publicPosition(a.At)
				}
			}
		}
		for key, at := range l.Positions {
			positions[key] = l.publicPosition(at)
		}
	}
}

// publicPosition hides where presets stand: nobody can open them.
func (l *Layer) publicPosition(at diag.Pos) diag.Pos {
	if strings.HasPrefix(l.Name, presets.Prefix) {
		return diag.Pos{File: l.Name}
	}
	return at
}
