package rules_test

import (
	"reflect"
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
	{"commercial activity is asked about in the EU alone, so the duty names the EU twice", "Duties.When.Of: entry taken out", "[report_exploited_flaws].When.Of"},
	{"commercial activity is asked about in the EU alone, so the duty names the EU twice", "Duties.When.Of: entry taken out", "[secure_product].When.Of"},
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

// idle is why a mutant is kept whose condition is no other one: the rest of the condition,
// or the guard of what it reads, says what the changed part said.
const idle = "no answers tell the condition from the one that it was"

// isIdle reports whether nothing but conditions was changed in a pack, and each comes to
// the same whatever is answered.
func isIdle(p *rules.Pack) bool {
	was, is := listConditions(rules.Core()), listConditions(p)
	found := false
	for i, a := range was {
		if b := is[i]; !reflect.DeepEqual(a, b) {
			found = true
			differ := rules.Condition{Op: rules.Any, Of: []rules.Condition{
				{Op: rules.All, Of: []rules.Condition{*a, {Op: rules.Not, Of: []rules.Condition{*b}}}},
				{Op: rules.All, Of: []rules.Condition{*b, {Op: rules.Not, Of: []rules.Condition{*a}}}},
			}}
			if rules.Core().Decide(&differ) != rules.False {
				return false
			}
		}
	}
	return found
}

func listConditions(p *rules.Pack) []*rules.Condition {
	var out []*rules.Condition
	for r := range p.Rules() {
		out = append(out, r.Conditions...)
	}
	return out
}

// What is kept is still there to be changed.
func TestKeptMutantsAreMutants(t *testing.T) {
	t.Parallel()
	all := listMutants(rules.Core())
	for _, k := range keptMutants {
		require.True(t, slices.ContainsFunc(all, k.isOf), "no change is %q of %q", k.kind, k.what)
	}
}
