package profiles

import (
	"strings"

	"github.com/ajar-decision/ajar/rules/diag"
)

// WithPlaces notes where each answer stands in the profile or in a file that
// it extends, by the id of the fact or priority; "limits" and "weights_sure"
// are the ids of those. An answer of the environment or of an assignment has the
// name of that as its file and no line; one of a preset has "preset:NAME" as
// its file. Earlier content of the map stays.
func WithPlaces(at map[string]diag.Pos) Option { return func(c *config) { c.places = at } }

// notePlaces remembers the places of what the layers say, the weakest first.
func (c *config) notePlaces(layers []*layer) {
	if c.places == nil {
		return
	}
	for _, l := range layers {
		for _, section := range []map[string]answer{l.priorities, l.facts} {
			for id, a := range section {
				if a.absent {
					delete(c.places, id)
				} else {
					c.places[id] = l.place(a.at)
				}
			}
		}
		for key, at := range l.at {
			c.places[key] = l.place(at)
		}
	}
}

// place hides where presets stand: nobody can open them.
func (l *layer) place(at diag.Pos) diag.Pos {
	if strings.HasPrefix(l.name, "preset:") {
		return diag.Pos{File: l.name}
	}
	return at
}
