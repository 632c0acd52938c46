package rules

import (
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
