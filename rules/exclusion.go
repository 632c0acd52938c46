package rules

import (
	"errors"
	"io/fs"

	"github.com/ajar-decision/ajar/rules/diag"
)

// Exclusion names answers that no owner gives who is consistent. It changes no
// result: whoever gives them all is told where they stand.
type Exclusion struct {
	At   diag.Pos
	ID   string     `tree:"id"`
	When *Condition `tree:"when"`
	// Rarely: the answers may be true together, though they seldom are.
	Rarely bool     `tree:"rarely,optional"`
	Text   Text     `tree:"text"`
	Source []string `tree:"source"`
}

type exclusionsFile struct {
	Exclusions []Exclusion `tree:"exclusions"`
}

// loadExclusions reads a file that a pack need not have.
func (l *packLoader) loadExclusions() []Exclusion {
	var f exclusionsFile
	if _, err := fs.Stat(l.files, "exclusions.yaml"); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	l.decodeFile("exclusions.yaml", &f)
	return sortedBy(f.Exclusions, func(x Exclusion) string { return x.ID })
}

func (p *Pack) exclusionRules() []Rule {
	var out []Rule
	for i := range p.Exclusions {
		x := &p.Exclusions[i]
		out = append(out, Rule{ExclusionRule, x.ID, x.At, "", x.Text, present(x.When), x.Source, x})
	}
	return out
}

func (c *packChecker) checkExclusion(x *Exclusion) {
	c.checkCondition(x.When, false)
	c.requireSources(x.At, x.Source)
}
