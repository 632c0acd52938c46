package rules

import (
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// The YAML forms of the files of a pack.
type (
	headFile struct {
		Name      string    `tree:"name"`
		Version   string    `tree:"version"`
		Groups    []Group   `tree:"groups"`
		Constants Constants `tree:"constants"`
		Asking    *Asking   `tree:"asking,optional"`
	}
	factsFile struct {
		Facts []Fact `tree:"facts"`
	}
	prioritiesFile struct {
		Priorities []Priority `tree:"priorities"`
	}
	optionsFile struct {
		Options []Option `tree:"options"`
	}
	actsFile struct {
		Acts      []Act           `tree:"acts"`
		PartKinds []PartKind      `tree:"kinds"`
		Decisions Table[[]string] `tree:"decisions"`
	}
	barsFile struct {
		Bars []Bar `tree:"bars"`
	}
	dutiesFile struct {
		Duties []Duty `tree:"duties"`
	}
	componentsFile struct {
		Components []Component `tree:"components"`
		Standards  []Standard  `tree:"standards"`
	}
	licencesFile struct {
		Licences   []Licence       `tree:"licences"`
		Choices    []LicenceChoice `tree:"choices"`
		Compatible []Compatibility `tree:"compatible,optional"`
	}
	stepsFile struct {
		Steps []Step `tree:"steps"`
	}
	sourcesFile struct {
		Sources []Source `tree:"sources"`
	}
	glossaryFile struct {
		Terms []Term `tree:"terms"`
	}
)

// dimensionFile is the YAML form of a dimension.
type dimensionFile struct {
	At         diag.Pos
	ID         string          `tree:"id"`
	Title      Text            `tree:"title"`
	Meaning    Text            `tree:"meaning"`
	Evidence   Evidence        `tree:"evidence"`
	Cells      map[string]cell `tree:"cells"`
	Moderators []Moderator     `tree:"moderators,optional"`
	Situation  []situation     `tree:"situation,optional"`
}

type cell struct {
	At              diag.Pos
	older           bool           // told nothing of gradings
	Text            Text           `tree:"text"`
	Brief           Text           `tree:"brief,optional"`
	Serves          priorityShares `tree:"serves"`
	Strength        float64        `tree:"strength"`
	StrengthBecause Text           `tree:"strength_because"`
	StrengthDoubt   *Doubt         `tree:"strength_doubt,optional"`
	ClaimedBy       []string       `tree:"claimed_by"`
	GradedBy        []Grading      `tree:"graded_by,optional"`
}

type situation struct {
	At              diag.Pos
	ID              string     `tree:"id"`
	Pull            Stance     `tree:"pull"`
	When            *Condition `tree:"when"`
	Text            Text       `tree:"text"`
	Brief           Text       `tree:"brief,optional"`
	Strength        float64    `tree:"strength"`
	StrengthBecause Text       `tree:"strength_because"`
	StrengthDoubt   *Doubt     `tree:"strength_doubt,optional"`
	ClaimedBy       []string   `tree:"claimed_by"`
	GradedBy        []Grading  `tree:"graded_by,optional"`
}

// priorityShares are written as a list (equal shares) or as a map of shares.
type priorityShares Table[float64]

// DecodeTree reads either form.
func (s *priorityShares) DecodeTree(n *tree.Node, list *diag.List) {
	shares := Table[float64]{}
	if n.Kind == tree.Map {
		shares.DecodeTree(n, list)
	} else {
		var ids []string
		tree.Decode(n, &ids, list)
		for _, id := range ids {
			shares.Set(id, 1/float64(len(ids)))
		}
	}
	*s = priorityShares(shares)
}

type exclusionsFile struct {
	Exclusions []Exclusion `tree:"exclusions"`
}
