package engine

import (
	"maps"
	"slices"

	"github.com/ajar-decision/ajar/rules/pattern"
)

// Part is a part of the work that the owner names: a repository, a package, a model,
// a data set. It is like one of the pack's components and stands in place of it.
type Part struct {
	ID    string `json:"id"`
	Title string `json:"title,omitzero"` // for people; "" if the id says it all
	Like  string `json:"like"`           // id of a component of the pack
	// Facts are the answers that are others for this part than for the whole. Bars,
	// terms and advice read them for this part only; values and arguments read
	// those of the whole.
	Facts map[string]Answer `json:"facts,omitzero"`
	// Note says more; it never changes a result.
	Note string `json:"note,omitzero"`
}

// MaxParts is how many parts one profile may name.
const MaxParts = 200

// PartIDPattern is the regular expression of what [IsPartID] takes.
const PartIDPattern = `^[A-Za-z0-9][A-Za-z0-9._/-]{0,79}$`

var partIDPattern = pattern.New(PartIDPattern)

// IsPartID reports whether a text can be the id of a part: such as the name of a
// repository.
func IsPartID(id string) bool { return partIDPattern().MatchString(id) }

func cloneParts(parts []Part) []Part {
	out := slices.Clone(parts)
	for i := range out {
		out[i].Facts = maps.Clone(out[i].Facts)
	}
	return out
}
