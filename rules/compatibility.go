package rules

import (
	"slices"

	"github.com/ajar-decision/ajar/rules/diag"
)

// Compatibility says what terms on things taken from others leave to parts that
// are joined with them: the parts can go out only under the licences of Only, or
// under any but those of Never. It speaks of what is given openly or with limits.
type Compatibility struct {
	At    diag.Pos
	ID    string     `tree:"id"`
	When  *Condition `tree:"when"`
	Parts []string   `tree:"parts"`
	Only  []string   `tree:"only,optional"`
	Never []string   `tree:"never,optional"`
	Text  Text       `tree:"text"`
	// Source lists the licence texts that say so.
	Source []string `tree:"source"`
}

// Allows reports whether a licence fits.
func (c *Compatibility) Allows(licence string) bool {
	return !slices.Contains(c.Never, licence) && (len(c.Only) == 0 || slices.Contains(c.Only, licence))
}
