package engine

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/rules/diag"
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

var partIDPattern = regexp.MustCompile(PartIDPattern)

// IsPartID reports whether a text can be the id of a part: such as the name of a
// repository.
func IsPartID(id string) bool { return partIDPattern.MatchString(id) }

func cloneParts(parts []Part) []Part {
	out := slices.Clone(parts)
	for i := range out {
		out[i].Facts = maps.Clone(out[i].Facts)
	}
	return out
}

// checkParts lists what is wrong with the parts of a profile.
func (e *Engine) checkParts(parts []Part, whole *compiled.Profile) diag.List {
	var list diag.List
	if len(parts) > MaxParts {
		list.Add(diag.InvalidPartNumber(diag.Pos{}, strconv.Itoa(MaxParts)))
	}
	seen := map[string]bool{}
	for i := range parts {
		p := &parts[i]
		switch {
		case seen[p.ID]:
			list.Add(diag.InvalidPartTwice(diag.Pos{}, p.ID))
		case !IsPartID(p.ID), p.ID != p.Like && e.rules.Pack.Component(p.ID) != nil:
			list.Add(diag.InvalidPartID(diag.Pos{}, p.ID))
		}
		seen[p.ID] = true
		if e.rules.Pack.Component(p.Like) == nil {
			list.Add(diag.UndefinedComponent(diag.Pos{}, p.Like).OneOf(p.Like, e.rules.Pack.ComponentIDs()))
		}
		_, mistakes := e.rules.IndexPart(whole, eachAnswer(p.Facts))
		list.Add(mistakes...)
	}
	slices.SortFunc(list, func(a, b diag.Diagnostic) int { return strings.Compare(a.Error(), b.Error()) })
	return list
}
