package compiled

import (
	"github.com/ajar-decision/ajar/rules"
)

// Exclusion is an exclusion with its condition.
type Exclusion struct {
	adviceCondition
	Def *rules.Exclusion
}
