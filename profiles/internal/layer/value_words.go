package layer

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// ResolveAlias gives the value of today for an older one, and any other text as it is.
func ResolveAlias(fact *rules.Fact, text string) string {
	if to := fact.Aliases.Find(text); to != nil {
		return *to
	}
	return text
}

// diagnoseWrongValue suggests what was probably meant; a truth value stands for the
// values yes and no of those facts that have them.
func diagnoseWrongValue(fact *rules.Fact, n *tree.Node, valid []string) diag.Diagnostic {
	d := diag.UnknownValue(n.At, strings.Trim(showNode(n), `"`), fact.ID).OneOf(n.Text, valid)
	if n.Kind == tree.Bool {
		word := "no"
		if n.IsTrue() {
			word = "yes"
		}
		if slices.Contains(valid, word) {
			d.Suggest = word
		}
	}
	return d
}

// truthWords are what people write for true and false.
var truthWords = map[string]string{
	"true": "true", "yes": "true", "y": "true", "on": "true", "1": "true", "t": "true", "是": "true",
	"false": "false", "no": "false", "n": "false", "off": "false", "0": "false", "f": "false", "否": "false",
}
