package rules_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
	"github.com/ajar-decision/ajar/rules/testkit/scribble"
)

// Lists that a pack or the package gives are their caller's own, though the pack is shared.
func TestListsAreOnesOwnAtOnce(t *testing.T) {
	t.Parallel()
	pack := rules.Core()
	set := pack.Fact("revenue_source")
	members := rules.ParseMembers("hosted_service, support_services")
	small := testkit.FilesOfSmallPack()
	before := scribble.Describe(pack)
	scribble.RequireOwn(t, map[string]func() any{
		"Load":             func() any { p, _ := rules.Load(small); return p },
		"Clone":            func() any { return pack.Clone() },
		"FactIDs":          func() any { return pack.FactIDs() },
		"PriorityIDs":      func() any { return pack.PriorityIDs() },
		"OptionIDs":        func() any { return pack.OptionIDs() },
		"ReleaseIDs":       func() any { return pack.ReleaseIDs() },
		"ComponentIDs":     func() any { return pack.ComponentIDs() },
		"DependsOn":        func() any { return pack.Fact("must_recoup").DependsOn() },
		"ValueIDs":         func() any { return set.ValueIDs() },
		"Values":           func() any { return members.Values() },
		"Truths":           func() any { return members.Truths(set) },
		"Marks":            func() any { return rules.Marks() },
		"Contents":         func() any { return rules.Contents() },
		"Findings":         func() any { return rules.Findings() },
		"Changeabilities":  func() any { return rules.Changeabilities() },
		"Phases":           func() any { return rules.Phases() },
		"Roles":            func() any { return rules.Roles() },
		"EvidenceVerdicts": func() any { return rules.EvidenceVerdicts() },
		"Stances":          func() any { return rules.Stances() },
		"FactTypes":        func() any { return rules.FactTypes() },
		"Advices":          func() any { return rules.Advices() },
		"Topics":           func() any { return rules.Topics() },
		"NumberKinds":      func() any { return rules.NumberKinds() },
		"ListCells":        func() any { return rules.ListCells() },
		"Schema":           func() any { return rules.Schema(pack, "en") },
	})
	require.Equal(t, before, scribble.Describe(pack))
}
