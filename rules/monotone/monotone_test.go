package monotone_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/monotone"
)

func is(fact, value string) *rules.Condition {
	return &rules.Condition{Op: rules.Compare, Fact: fact, Test: rules.Is, Values: []string{value}}
}

func capture(open, closed float64) rules.Captures { return rules.Captures{Open: open, Closed: closed} }

// toy is a pack of three forms, with an argument for openness that "asked" and
// "checked" make true, one for closure that "sold" does, and facts that decide else.
func toy() *rules.Pack {
	p := &rules.Pack{Constants: rules.Constants{Cap: rules.Constant{Value: 2}}}
	for _, id := range []string{"asked", "checked", "sold", "split", "guard"} {
		p.Facts = append(p.Facts, rules.Fact{ID: id, Type: rules.BoolFact})
	}
	p.Facts = append(p.Facts, rules.Fact{ID: "takers", Type: rules.SetFact, Values: []rules.FactValue{{ID: "none", Alone: true}, {ID: "hosts"}, {ID: "makers"}}})
	p.Fact("checked").AskedIf = is("guard", "true")
	p.Dimensions = []rules.Dimension{{ID: "d", Arguments: []rules.Argument{
		{ID: "d.open_advantage", Dimension: "d", Pull: rules.Open, Strength: 1},
		{ID: "wanted", Dimension: "d", Pull: rules.Open, Strength: 1, When: &rules.Condition{Op: rules.Any, Of: []rules.Condition{*is("asked", "true"), *is("checked", "true")}}},
		{ID: "income", Dimension: "d", Pull: rules.Closed, Strength: 1, When: is("sold", "true")},
		{ID: "taken", Dimension: "d", Pull: rules.Closed, Strength: 1, When: is("takers", "hosts")},
	}}}
	p.Options = []rules.Option{
		{ID: "closed", Class: 0, Captures: capture(0, 1)},
		{ID: "mixed", Class: 1, Captures: capture(0.5, 0.5), Forms: []rules.Form{{ID: "half", Requires: is("split", "true")}}},
		{ID: "open", Class: 2, Captures: capture(1, 0)},
	}
	return p
}

// find gives the change of an answer, nil if it is none that speaks for one side.
func find(p *rules.Pack, fact, member, from, to string) *monotone.Change {
	list := monotone.ListChanges(p)
	i := slices.IndexFunc(list, func(c monotone.Change) bool {
		return c.Fact == fact && c.Member == member && c.From == from && c.To == to
	})
	if i < 0 {
		return nil
	}
	return &list[i]
}

func TestAnswersThatSpeakForOneSide(t *testing.T) {
	t.Parallel()
	p := toy()
	c := find(p, "asked", "", "true", "unknown")
	require.Equal(t, &monotone.Change{Fact: "asked", From: "true", To: "unknown", Toward: rules.Closed, Arguments: []string{"wanted"}}, c)
	require.Equal(t, rules.Open, find(p, "asked", "", "false", "true").Toward)
	require.Nil(t, find(p, "asked", "", "false", "unknown"), "it changes nothing")
	require.Equal(t, rules.Open, find(p, "sold", "", "true", "false").Toward)
	require.Equal(t, rules.Closed, find(p, "takers", "hosts", "unknown", "yes").Toward)
	require.Nil(t, find(p, "takers", "makers", "yes", "no"))
	require.Nil(t, find(p, "split", "", "true", "false"), "it speaks for nothing")
	require.False(t, c.Decides)
	p.Options[1].Forms[0].Requires = is("asked", "true")
	require.True(t, find(p, "asked", "", "true", "false").Decides, "it makes a form possible")
	p.Options[1].Forms[0].Requires = nil
	p.Fact("checked").AskedIf = is("asked", "true")
	require.True(t, find(p, "asked", "", "true", "false").Decides, "it decides what is asked")
	p.Fact("checked").AskedIf = nil
	require.NotNil(t, find(p, "checked", "", "true", "false"), "being asked under a guard is no matter")

	p.Dimensions[0].Arguments[2].When = is("asked", "true")
	require.Nil(t, find(p, "asked", "", "true", "unknown"), "it speaks for both sides")

	p = toy()
	p.Bars = []rules.Bar{{ID: "bar", When: is("sold", "true")}}
	require.True(t, find(p, "sold", "", "true", "false").Decides, "a bar reads it")
}

// Where a value stands alone, one that goes in takes others out, and what these speak for is
// a part of the change.
func TestWhatFollowsInASetIsPartOfTheChange(t *testing.T) {
	t.Parallel()
	p := toy()
	require.Equal(t, rules.Closed, find(p, "takers", "hosts", "unknown", "yes").Toward, "nothing reads that it is not none")
	p.Dimensions[0].Arguments[1].When = &rules.Condition{Op: rules.Not, Of: []rules.Condition{*is("takers", "none")}}
	require.Nil(t, find(p, "takers", "hosts", "unknown", "yes"), "that it is not none speaks for openness")
	require.Equal(t, rules.Open, find(p, "takers", "makers", "unknown", "yes").Toward)
	require.Equal(t, []string{"wanted"}, find(p, "takers", "makers", "no", "yes").Arguments)
	require.Equal(t, rules.Open, find(p, "takers", "hosts", "yes", "no").Toward, "nothing follows where one goes out")

	p = toy()
	p.Dimensions[0].Arguments[3].When = &rules.Condition{Op: rules.Not, Of: []rules.Condition{*is("takers", "hosts")}}
	require.Equal(t, rules.Closed, find(p, "takers", "none", "unknown", "yes").Toward, "then nobody is a host")
	p.Bars = []rules.Bar{{ID: "bar", When: is("takers", "makers")}}
	require.True(t, find(p, "takers", "none", "unknown", "yes").Decides, "nor a maker")
}

func TestModeratorsSpeakForASideToo(t *testing.T) {
	t.Parallel()
	p := toy()
	p.Dimensions[0].Moderators = []rules.Moderator{{ID: "m", On: []string{"income"}, When: is("asked", "true"), Factor: 0.5}}
	require.Equal(t, rules.Closed, find(p, "asked", "", "true", "false").Toward, "it holds back what speaks for closure")
	p.Dimensions[0].Moderators[0].Factor = 1.5
	require.Nil(t, find(p, "asked", "", "true", "false"))
	p.Dimensions[0].Moderators[0].Factor = 1
	require.Equal(t, []string{"wanted"}, find(p, "asked", "", "true", "false").Arguments)
}

// A reason for a mixed form that goes while its argument stays makes what is open look
// better beside it.
func TestReasonsThatOutliveNothing(t *testing.T) {
	t.Parallel()
	p := toy()
	p.Options[1].Forms[0].Raises = []rules.Raise{{Argument: "wanted", When: is("asked", "true"), Capture: 0.9}}
	require.Equal(t, []monotone.Break{{Argument: "wanted", Narrower: "half", Wider: "open"}}, find(p, "asked", "", "true", "false").Breaks)
	p.Dimensions[0].Arguments[1].When = is("asked", "true")
	require.Empty(t, find(p, "asked", "", "true", "false").Breaks, "the argument goes with its reason")
	p.Options[1].Forms[0].Raises[0].Capture = 1.2
	require.NotEmpty(t, find(p, "asked", "", "true", "false").Breaks, "it secures more of it than what is open")
}

func TestCapturesOutOfOrder(t *testing.T) {
	t.Parallel()
	p := toy()
	require.Empty(t, monotone.ListDisorder(p))

	p.Options[1].Captures.Arguments = rules.Table[rules.ArgumentCapture]{{Key: "income", Value: rules.ArgumentCapture{Capture: 1.1}}}
	list := monotone.ListDisorder(p)
	require.Len(t, list, 1)
	require.Equal(t, []any{"income", "closed", "half", 1.0, 1.1}, []any{list[0].Argument.ID, list[0].Narrower, list[0].Wider, list[0].NarrowerCapture, list[0].WiderCapture})

	p = toy()
	p.Options[1].Forms[0].Raises = []rules.Raise{{Argument: "wanted", When: is("asked", "true"), Capture: 1.2}}
	list = monotone.ListDisorder(p)
	require.Len(t, list, 1, "the reason takes it past what is open")
	require.InDelta(t, 0.2, list[0].By(), 1e-9)

	p.Options[2].Requires = is("split", "false")
	require.Empty(t, monotone.ListDisorder(p), "the two are never possible at once")
}

func TestApply(t *testing.T) {
	t.Parallel()
	p := toy()
	for _, x := range []struct {
		change      monotone.Change
		answer, got string
		ok          bool
	}{
		{monotone.Change{Fact: "asked", From: "true", To: "unknown"}, "true", "unknown", true},
		{monotone.Change{Fact: "asked", From: "true", To: "unknown"}, "false", "unknown", false},
		{monotone.Change{Fact: "takers", Member: "hosts", From: "yes", To: "no"}, "hosts, makers", "hosts: no, makers: yes, none: no", true},
		{monotone.Change{Fact: "takers", Member: "hosts", From: "unknown", To: "yes"}, "unknown", "hosts: yes", true},
		{monotone.Change{Fact: "takers", Member: "hosts", From: "unknown", To: "yes"}, "na", "na", false},
		{monotone.Change{Fact: "takers", Member: "hosts", From: "no", To: "yes"}, "none", "none", false},
		{monotone.Change{Fact: "takers", Member: "none", From: "yes", To: "no"}, "none", "none", false},
	} {
		got, ok := x.change.Apply(p, x.answer)
		require.Equal(t, x.ok, ok, "%s in %s", x.change, x.answer)
		if ok {
			require.Equal(t, x.got, got)
		}
	}
}
