package asking_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/asking"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// toy is a pack of yes and no facts in which openness leads and an argument turns that:
// "first" as soon as "way" and "left" hold, "second" as soon as "right" does and "way" not.
// "trifle" speaks for closure too, but turns nothing, and what "like" is answered nothing
// but precedents tell apart.
func toy(t *testing.T, change func(*rules.Pack)) *engine.Engine {
	t.Helper()
	p := testkit.BarePack("like", "trifle", "right", "left", "way")
	testkit.ArgueClosed(p, "first", 1, rules.Condition{Op: rules.All, Of: []rules.Condition{testkit.Holds("way"), testkit.Holds("left")}})
	testkit.ArgueClosed(p, "second", 1, rules.Condition{Op: rules.All, Of: []rules.Condition{{Op: rules.Not, Of: []rules.Condition{testkit.Holds("way")}}, testkit.Holds("right")}})
	testkit.ArgueClosed(p, "small", 0.01, testkit.Holds("trifle"))
	testkit.ArgueClosed(p, "none", 0.01, testkit.Holds("like"))
	if change != nil {
		change(p)
	}
	e, err := engine.New(p)
	require.NoError(t, err)
	return e
}

// answers makes a profile: "left" is yes, "!left" is no; the one priority pulls open.
func answers(given ...string) engine.Profile {
	p := engine.Profile{Weights: map[string]float64{"reach": 5}, Facts: map[string]engine.Answer{}}
	for _, id := range given {
		if name, no := strings.CutPrefix(id, "!"); no {
			p.Facts[name] = engine.No
		} else {
			p.Facts[id] = engine.Yes
		}
	}
	return p
}

func order(t *testing.T, e *engine.Engine, p engine.Profile, open string, pending asking.Pending, precedents ...engine.Profile) string {
	t.Helper()
	ordered, err := asking.OrderQuestions(t.Context(), e, p, strings.Fields(open), pending, precedents)
	require.NoError(t, err)
	return strings.Join(ordered, " ")
}

// Where the way is taken, "left" has to be known, else "right"; the way both times. What
// is like the profile says which of the two comes first, and what comes from neither stays
// as it was given, at the end.
func TestWhatTheLikeliestScenarioNeedsIsAskedFirst(t *testing.T) {
	t.Parallel()
	e := toy(t, nil)
	taken, not := answers("like", "way", "!left", "right", "!trifle"), answers("!like", "!way", "left", "!right", "!trifle")
	require.Equal(t, "way left right trifle", order(t, e, answers("like"), "trifle right left way", asking.Pending{}, not, taken))
	require.Equal(t, "way right left trifle", order(t, e, answers("!like"), "trifle left right way", asking.Pending{}, taken, not))
}

func TestWhatNothingHangsOnStaysAsItWasGiven(t *testing.T) {
	t.Parallel()
	e := toy(t, nil)
	for _, open := range []string{"trifle no_such left", "no_such trifle left"} {
		require.Equal(t, "left "+strings.TrimSuffix(open, " left"), order(t, e, answers("way"), open, asking.Pending{}))
	}
	require.Equal(t, "trifle right left", order(t, e, answers("way", "!left"), "trifle right left", asking.Pending{}), "nothing is left to ask")
}

// A fact that cannot be asked yet stands for what its guard reads.
func TestAFactUnderAGuardIsAskedByTheGuard(t *testing.T) {
	t.Parallel()
	e := toy(t, func(p *rules.Pack) {
		guard := testkit.Holds("like")
		p.Fact("left").AskedIf = &guard
	})
	known := answers("like", "way", "!left", "!right", "!trifle")
	require.Equal(t, "like left trifle", order(t, e, answers("way"), "trifle like left", asking.Pending{}, known))
	require.Equal(t, "left trifle", order(t, e, answers("way", "like"), "trifle left", asking.Pending{}, known))
}

// A priority that is still to be rated comes before facts if only it can turn the advice.
func TestAnUnratedPriorityIsAskedAmongFacts(t *testing.T) {
	t.Parallel()
	e := toy(t, nil)
	p := answers("way", "!left")
	p.Weights["revenue"] = 5
	require.Equal(t, "revenue trifle right", order(t, e, p, "trifle right revenue", asking.Pending{Unrated: []string{"revenue"}}))
}

// Small differences tell: one precedent that agrees in one answer more outweighs two. It
// agrees by weights as well as by facts, and what is unrated agrees with any.
func TestTheNearestPrecedentLeads(t *testing.T) {
	t.Parallel()
	e := toy(t, nil)
	taken, not := answers("like", "way", "!left", "right", "!trifle"), answers("!like", "!way", "left", "!right", "!trifle")
	require.Equal(t, "way left right", order(t, e, answers("like"), "right left way", asking.Pending{}, not, not, taken))
	require.Equal(t, "way right left", order(t, e, answers("like"), "left right way", asking.Pending{}, not, not, not, not, not, not, taken), "but not six")

	byWeights := func(reach float64, others ...engine.Profile) string {
		p := answers()
		p.Weights["reach"] = reach
		return order(t, e, p, "way left right", asking.Pending{}, others...)
	}
	taken.Weights, not.Weights = map[string]float64{"reach": 9}, map[string]float64{"reach": 4}
	require.Equal(t, "way left right", byWeights(8, not, taken))
	require.Equal(t, "way right left", byWeights(5, not, taken))
}

// What a precedent does not know has to be asked all the same: once nobody knows it, it
// changes nothing, but not before.
func TestWhatPrecedentsDoNotKnowIsAsked(t *testing.T) {
	t.Parallel()
	e := toy(t, nil)
	require.Equal(t, "left trifle", order(t, e, answers("way"), "trifle left", asking.Pending{}, answers("way", "!trifle")))
	require.Equal(t, "trifle left", order(t, e, answers("way"), "trifle left", asking.Pending{WontBeKnown: []string{"left"}}, answers("way", "!trifle")))
}

// Of two that have to be asked in every scenario the one that opens more comes first.
func TestWhatOpensMoreIsAskedFirst(t *testing.T) {
	t.Parallel()
	for _, stronger := range []string{"left", "right"} {
		e := toy(t, func(p *rules.Pack) {
			list := p.Dimensions[0].Arguments
			for i, fact := range []string{"left", "right"} {
				a := &list[len(list)-4+i]
				when := testkit.Holds(fact)
				if a.When = &when; fact != stronger {
					a.Strength = 0.6
				}
			}
			like := rules.Condition{Op: rules.All, Of: []rules.Condition{testkit.Holds("way"), testkit.Holds("trifle")}}
			list[len(list)-2].When = &like
		})
		weaker := map[string]string{"left": "right", "right": "left"}[stronger]
		require.Equal(t, stronger+" "+weaker, order(t, e, answers(), weaker+" "+stronger, asking.Pending{}, answers("!like", "!left", "!right", "!way", "!trifle")))
	}
}
