package rules_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
)

// keptMutant names changes by parts of their kind and of their place.
type keptMutant struct{ why, kind, what string }

// keptMutants are changes of the core pack that the tests beside the rules need not
// notice, with the reason. The list of what the pack says holds them all the same.
var keptMutants = []keptMutant{
	{"a condition holds whatever the order of its parts", ".Of: entries swapped", ""},
	{"sorted by id when read, so no file says the order", "Bars: entries swapped", ""},
	{"sorted by id when read, so no file says the order", "Duties: entries swapped", ""},
	{"sorted by id when read, so no file says the order", "Compatible: entries swapped", ""},
	{"sorted by id when read, so no file says the order", "Exclusions: entries swapped", ""},
	{"sorted by id when read, so no file says the order", "Dimensions.Arguments: entries swapped", ""},
	{"sorted by id when read, so no file says the order", "Dimensions.Moderators: entries swapped", ""},
	{"sorted by its order when read; the tests say the order of each", "Choices: entries swapped", ""},
	{"sorted by its order when read; the tests say the order of each", "Steps: entries swapped", ""},
	{"a form has one reason for an argument, so their order says nothing", "Options.Forms.Raises: entries swapped", ""},
	{"what a rule rests on changes no result", "Source", ""},
	{"what a rule rests on changes no result", "ClaimedBy", ""},
	{"what a rule rests on changes no result", "GradedBy", ""},
	{"what a rule rests on changes no result", "Dimensions.Evidence", ""},
	{"when somebody looked it up changes no result", ".Checked: word", ""},
	{"how a thing is called is prose", "Licences.Name: word", ""},
	{"how the pack is called is no rule, and each version has another", "Name: word", ""},
	{"how the pack is called is no rule, and each version has another", "Version: word", ""},
}

// whyKept gives the reason for which a mutant is kept, "" if it is not.
func whyKept(m mutant) string {
	for _, k := range keptMutants {
		if k.isOf(m) {
			return k.why
		}
	}
	return ""
}

func (k keptMutant) isOf(m mutant) bool {
	return strings.Contains(m.kind, k.kind) && strings.Contains(m.what, k.what)
}

// What is kept is still there to be changed.
func TestKeptMutantsAreMutants(t *testing.T) {
	t.Parallel()
	all := listMutants(rules.Core())
	for _, k := range keptMutants {
		require.True(t, slices.ContainsFunc(all, k.isOf), "no change is %q of %q", k.kind, k.what)
	}
}
