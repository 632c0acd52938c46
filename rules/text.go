package rules

import (
	"github.com/ajar-decision/ajar/rules/lang"
)

// Text is one text in every language that the pack has.
type Text = lang.Text
