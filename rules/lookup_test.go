package rules_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
)

// Every list of the pack has a lookup that gives the very element of the list.
func TestLookupsFindEveryThing(t *testing.T) {
	t.Parallel()
	p := rules.Core()
	finds(t, p.Facts, func(x *rules.Fact) *rules.Fact { return p.Fact(x.ID) })
	finds(t, p.Priorities, func(x *rules.Priority) *rules.Priority { return p.Priority(x.ID) })
	finds(t, p.Groups, func(x *rules.Group) *rules.Group { return p.Group(x.ID) })
	finds(t, p.Dimensions, func(x *rules.Dimension) *rules.Dimension { return p.Dimension(x.ID) })
	finds(t, p.Options, func(x *rules.Option) *rules.Option { return p.Option(x.ID) })
	finds(t, p.Bars, func(x *rules.Bar) *rules.Bar { return p.Bar(x.ID) })
	finds(t, p.Components, func(x *rules.Component) *rules.Component { return p.Component(x.ID) })
	finds(t, p.Standards, func(x *rules.Standard) *rules.Standard { return p.Standard(x.ID) })
	finds(t, p.Licences, func(x *rules.Licence) *rules.Licence { return p.Licence(x.ID) })
	finds(t, p.Choices, func(x *rules.LicenceChoice) *rules.LicenceChoice { return p.Choice(x.ID) })
	finds(t, p.Steps, func(x *rules.Step) *rules.Step { return p.Step(x.ID) })
	finds(t, p.Sources, func(x *rules.Source) *rules.Source { return p.Source(x.ID) })
	finds(t, p.Asking.Quick, func(x *rules.QuickQuestion) *rules.QuickQuestion { return p.Asking.Question(x.ID) })
	for i := range p.Dimensions {
		finds(t, p.Dimensions[i].Arguments, func(x *rules.Argument) *rules.Argument { return p.Argument(x.ID) })
		finds(t, p.Dimensions[i].Moderators, func(x *rules.Moderator) *rules.Moderator { return p.Moderator(x.ID) })
	}
	for i := range p.Options {
		finds(t, p.Options[i].Forms, func(x *rules.Form) *rules.Form { return p.Options[i].Form(x.ID) })
	}
	for i := range p.Facts {
		finds(t, p.Facts[i].Values, func(x *rules.FactValue) *rules.FactValue { return p.Facts[i].Value(x.ID) })
	}
	require.Len(t, p.FactIDs(), len(p.Facts))
	require.Equal(t, p.Options[0].ID, p.OptionIDs()[0])
	require.Equal(t, p.Priorities[1].ID, p.PriorityIDs()[1])
}

func finds[T any](t *testing.T, list []T, lookup func(*T) *T) {
	t.Helper()
	for i := range list {
		require.Same(t, &list[i], lookup(&list[i]))
	}
}

func TestLookupsOfAPackThatChanges(t *testing.T) {
	t.Parallel()
	var p rules.Pack
	require.Nil(t, p.Fact("reach"))
	require.Nil(t, p.Argument("reach"))
	require.Nil(t, p.Asking.Question("reach"), "a pack that does not say how to ask")
	p.Facts = []rules.Fact{{ID: "size"}, {ID: "reach"}}
	require.Same(t, &p.Facts[1], p.Fact("reach"))
	p.Facts[1].ID = "audience"
	require.Nil(t, p.Fact("reach"))
	require.Same(t, &p.Facts[1], p.Fact("audience"))
}
