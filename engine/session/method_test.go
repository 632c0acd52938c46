package session_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules"
)

// Four priorities in the order of the pack.
var four = []string{"adoption_reach", "ip_secrecy", "data_privacy", "predictable_revenue"}

// weighing starts a short interview on the core pack in which the first n of
// four were chosen.
func weighing(t require.TestingT, m elicit.Method, n int) *session.Session {
	s := core(t, engine.Profile{}, session.Config{Method: m, Only: []string{rules.PrioritiesID}})
	say(t, s, rules.PrioritiesID, four[:n]...)
	return s
}

func reply(t require.TestingT, s *session.Session, values ...string) {
	_, err := s.Answer(background, values...)
	require.NoError(t, err)
}

func none(t require.TestingT, s *session.Session) {
	q, err := s.Next(background)
	require.NoError(t, err)
	require.Nil(t, q)
}

// same asserts that the weights are those of the method's own function.
func same(t require.TestingT, s *session.Session, want elicit.Weights, err error) {
	require.NoError(t, err)
	require.Equal(t, map[string]float64(want), s.Profile().Weights)
	w := s.MethodResult()
	require.NotNil(t, w)
	require.True(t, w.Enough)
	require.Equal(t, want, w.Weights)
}

func TestTheseFourAreInTheOrderOfThePack(t *testing.T) {
	t.Parallel()
	s := weighing(t, elicit.ByRanking, 4)
	require.Equal(t, four, choices(next(t, s)))
}

func TestRanking(t *testing.T) {
	t.Parallel()
	s := weighing(t, elicit.ByRanking, 3)
	require.Nil(t, s.MethodResult())
	q := next(t, s)
	require.Equal(t, session.Order, q.Kind)
	require.NotEmpty(t, q.Text.Own("zh"))
	values, err := q.Parse("3 > 2 = 1")
	require.NoError(t, err)
	reply(t, s, values...)
	none(t, s)
	want, err := elicit.Ranking([][]string{{four[2]}, {four[0], four[1]}})
	same(t, s, want, err)
	require.Nil(t, s.MethodResult().Consistency)
}

// An order is one of these priorities: it stops to count with another choice,
// and comes back with the old one.
func TestAnotherChoiceNeedsAnotherOrder(t *testing.T) {
	t.Parallel()
	s := weighing(t, elicit.ByRanking, 3)
	id := next(t, s).ID
	reply(t, s, four[2], four[1], four[0])
	ranked := s.Profile()
	change := edit(t, s, rules.PrioritiesID, four...)
	require.Equal(t, []string{id}, change.SwitchedOff)
	require.Equal(t, []string{id}, s.Inactive())
	require.Equal(t, map[string]float64{four[0]: 10, four[1]: 10, four[2]: 10, four[3]: 10}, s.Profile().Weights)
	require.Zero(t, s.Profile().WeightsFrom)
	require.Len(t, choices(next(t, s)), 4)
	change = edit(t, s, rules.PrioritiesID, four[2], four[0], four[1])
	require.Equal(t, []string{id}, change.SwitchedOn)
	require.Equal(t, ranked, s.Profile())
	none(t, s)
}

func TestOneIsNotCompared(t *testing.T) {
	t.Parallel()
	for _, m := range []elicit.Method{elicit.ByRanking, elicit.ByPoints, elicit.ByPairs, elicit.ByBestWorst} {
		s := weighing(t, m, 1)
		none(t, s)
		require.Nil(t, s.MethodResult())
		require.Equal(t, map[string]float64{four[0]: 10}, s.Profile().Weights)
	}
}

func TestPoints(t *testing.T) {
	t.Parallel()
	s := weighing(t, elicit.ByPoints, 3)
	q := next(t, s)
	require.Equal(t, session.Spread, q.Kind)
	values, err := q.Parse("30、30 40")
	require.NoError(t, err)
	reply(t, s, values...)
	none(t, s)
	want, err := elicit.Points(map[string]float64{four[0]: 30, four[1]: 30, four[2]: 40})
	same(t, s, want, err)
}

func TestPairs(t *testing.T) {
	t.Parallel()
	s := weighing(t, elicit.ByPairs, 3)
	q := next(t, s)
	require.Equal(t, session.Compare, q.Kind)
	require.Equal(t, four[:2], choices(q))
	for _, part := range []string{q.Choices[0].Label.In("en"), q.Choices[1].Label.In("en")} {
		require.Contains(t, q.Text.In("en"), part)
	}
	require.NotContains(t, q.Text.In("en")+q.Text.Own("zh"), "{")
	require.Len(t, q.Anchors, 5)
	values, err := q.Parse("1 3")
	require.NoError(t, err)
	reply(t, s, values...)
	require.Equal(t, map[string]float64{four[0]: 10, four[1]: 10, four[2]: 10}, s.Profile().Weights, "the third is not linked")
	reply(t, s, four[2], "2")
	require.Nil(t, s.MethodResult(), "one is open")
	reply(t, s, four[1], "4")
	judgements := []elicit.Judgement{{A: four[0], B: four[1], Times: 3}, {A: four[2], B: four[0], Times: 2}, {A: four[1], B: four[2], Times: 4}}
	want, err := elicit.Pairs(four[:3], judgements)
	require.NoError(t, err)
	same(t, s, want.Weights, nil)

	fit := s.MethodResult().Consistency
	require.Equal(t, want.Ratio, fit.Ratio)
	require.False(t, fit.IsConsistent())
	require.NoError(t, s.Edit(fit.Reconsider))
	require.ElementsMatch(t, []string{want.Reconsider.A, want.Reconsider.B}, choices(next(t, s)))
	before := fit.Ratio
	reply(t, s, fit.Suggested...)
	require.Less(t, s.MethodResult().Consistency.Ratio, before, "the suggestion helps")
}

func TestPairsLeftOut(t *testing.T) {
	t.Parallel()
	s := weighing(t, elicit.ByPairs, 3)
	reply(t, s, four[0], "3")
	reply(t, s, four[0], "2")
	_, err := s.Unknown(background)
	require.NoError(t, err)
	none(t, s)
	want, err := elicit.Pairs(four[:3], []elicit.Judgement{{A: four[0], B: four[1], Times: 3}, {A: four[0], B: four[2], Times: 2}})
	require.NoError(t, err)
	same(t, s, want.Weights, nil)
	require.Zero(t, s.MethodResult().Consistency.Ratio)
	require.True(t, s.MethodResult().Consistency.IsConsistent())

	require.True(t, s.Back())
	require.True(t, s.Back())
	_, err = s.Skip(background)
	require.NoError(t, err)
	require.Equal(t, &session.MethodResult{}, s.MethodResult(), "one is linked with none")
	require.Equal(t, map[string]float64{four[0]: 10, four[1]: 10, four[2]: 10}, s.Profile().Weights)
}

func TestAtMostEightInPairs(t *testing.T) {
	t.Parallel()
	for _, full := range []bool{false, true} {
		s := core(t, engine.Profile{}, session.Config{Method: elicit.ByPairs, Full: full})
		require.NoError(t, s.Edit(rules.PrioritiesID))
		want := 5
		if full {
			want = elicit.MostPairedPriorities
		}
		require.Equal(t, want, next(t, s).Most)
	}
	p := engine.Profile{Weights: map[string]float64{}}
	for _, x := range rules.Core().Priorities[:9] {
		p.Weights[x.ID] = 3
	}
	_, err := session.New(coreEngine(t), p, session.Config{Method: elicit.ByPairs})
	requireCodes(t, err, "AJ315")
}

func TestBestWorst(t *testing.T) {
	t.Parallel()
	s := weighing(t, elicit.ByBestWorst, 4)
	require.Equal(t, session.OneOf, next(t, s).Kind)
	reply(t, s, four[1])
	require.Equal(t, []string{four[0], four[2], four[3]}, choices(next(t, s)), "the best is not the worst")
	reply(t, s, four[3])
	for i, times := range []string{"8", "2", "3", "3", "4"} {
		q := next(t, s)
		require.Equal(t, session.Rate, q.Kind, "%d", i)
		require.NotContains(t, q.Text.In("en")+q.Text.Own("zh"), "{")
		require.Nil(t, s.MethodResult())
		reply(t, s, times)
	}
	none(t, s)
	want, err := elicit.BestWorst(elicit.BestWorstInput{
		Best: four[1], Worst: four[3], BestOver: map[string]float64{four[3]: 8, four[0]: 2, four[2]: 3},
		OverWorst: map[string]float64{four[0]: 3, four[2]: 4},
	})
	require.NoError(t, err)
	same(t, s, want.Weights, nil)
	fit := s.MethodResult().Consistency
	require.Equal(t, want.Ratio, fit.Ratio)
	require.Equal(t, want.Threshold, fit.Limit)
	require.NoError(t, s.Edit(fit.Reconsider))
	reply(t, s, fit.Suggested...)
	require.Less(t, s.MethodResult().Consistency.Ratio, want.Ratio)

	// Another best one is another set of comparisons.
	change := edit(t, s, s.Review()[1].Question.ID, four[0])
	require.NotEmpty(t, change.SwitchedOff)
	require.Nil(t, s.MethodResult())
}

// A session that goes on from the profile knows all that weights came from.
func TestResumeKeepsWhatWasSaid(t *testing.T) {
	check(t, func(t *rapid.T) {
		m := weighingMethod(t)
		s := weighing(t, m, rapid.IntRange(1, 4).Draw(t, "chosen"))
		skipped := false
		for {
			q, err := s.Next(background)
			require.NoError(t, err)
			if q == nil {
				break
			}
			if rapid.IntRange(0, 9).Draw(t, "skip") == 0 {
				skipped = true
				_, err = s.Skip(background)
				require.NoError(t, err)
				continue
			}
			reply(t, s, draw(t, rules.Core(), q)...)
		}
		again := core(t, s.Profile(), session.Config{Method: m, Only: []string{rules.PrioritiesID}})
		require.Equal(t, s.Profile().Weights, again.Profile().Weights)
		require.Equal(t, s.Profile().WeightsFrom, again.Profile().WeightsFrom)
		if !skipped {
			none(t, again)
			require.Equal(t, s.MethodResult(), again.MethodResult())
			require.Equal(t, s.Review(), again.Review())
		}
	})
}

// Weights given in another way stay until the new way weighs all of them.
func TestAnotherWayKeepsWeightsUntilItIsDone(t *testing.T) {
	t.Parallel()
	rated := map[string]float64{four[0]: 4, four[1]: 8}
	s := core(t, profile(nil, rated), session.Config{Method: elicit.ByRanking})
	require.Equal(t, rated, s.Profile().Weights)
	say(t, s, "kind", "software")
	require.Equal(t, rated, s.Profile().Weights)
	order := slices.IndexFunc(s.Missing(), func(id string) bool { return strings.HasPrefix(id, "rank/") })
	require.NoError(t, s.Edit(s.Missing()[order]))
	reply(t, s, four[1]+"="+four[0])
	require.Equal(t, map[string]float64{four[0]: 10, four[1]: 10}, s.Profile().Weights)

	// The usual way takes what was worked out for ratings, and loses nothing.
	ranked := core(t, s.Profile(), session.Config{})
	require.Equal(t, s.Profile(), ranked.Profile())
}

func TestParseComparisons(t *testing.T) {
	t.Parallel()
	three := []session.Choice{{ID: "a"}, {ID: "b"}, {ID: "c"}}
	order := &session.Question{Kind: session.Order, Choices: three}
	points := &session.Question{Kind: session.Spread, Choices: three, Max: 100}
	pair := &session.Question{Kind: session.Compare, Choices: three[:2], Min: 1, Max: 9}
	for _, x := range []struct {
		q     *session.Question
		text  string
		want  []string
		codes []string
	}{
		{order, "2 1=3", []string{"b", "a=c"}, nil},
		{order, "3 = 1 > b", []string{"a=c", "b"}, nil},
		{order, "c,b、a", []string{"c", "b", "a"}, nil},
		{order, "2 1", nil, []string{"AJ335"}},
		{order, "2", nil, []string{"AJ335"}},
		{order, "2 2 1=3", nil, []string{"AJ311"}},
		{order, "1 2 4", nil, []string{"AJ331"}},
		{order, "=", nil, []string{"AJ331", "AJ331"}},
		{order, "", nil, []string{"AJ333"}},
		{points, "50 25 25", []string{"50", "25", "25"}, nil},
		{points, "100 0 0", []string{"100", "0", "0"}, nil},
		{points, "33.3, 33.3, 33.4", []string{"33.3", "33.3", "33.4"}, nil},
		{points, "50 25", nil, []string{"AJ313", "AJ336"}},
		{points, "50 50", nil, []string{"AJ336"}},
		{points, "50 25 20", nil, []string{"AJ313"}},
		{points, "50 50 1", nil, []string{"AJ314"}},
		{points, "50 -5 x", nil, []string{"AJ334", "AJ334"}},
		{points, "", nil, []string{"AJ333"}},
		{pair, "1 3", []string{"a", "3"}, nil},
		{pair, "b 2.5", []string{"b", "2.5"}, nil},
		{pair, "2 2", []string{"b", "2"}, nil},
		{pair, "=", []string{"a", "1"}, nil},
		{pair, "1", nil, []string{"AJ337"}},
		{pair, "3 3", nil, []string{"AJ331"}},
		{pair, "1 0.5", nil, []string{"AJ334"}},
		{pair, "1 10", nil, []string{"AJ334"}},
		{pair, "1 2 3", nil, []string{"AJ332"}},
		{pair, " ", nil, []string{"AJ333"}},
	} {
		got, err := x.q.Parse(x.text)
		if x.codes == nil {
			require.NoError(t, err, x.text)
			require.Equal(t, x.want, got, x.text)
			continue
		}
		require.Nil(t, got, x.text)
		requireCodes(t, err, x.codes...)
	}
}

// Whoever shows questions need not take their ids apart.
func TestQuestionsNameThePrioritiesThatTheyCompare(t *testing.T) {
	t.Parallel()
	for m, kind := range map[elicit.Method]string{
		elicit.ByRanking: "rank", elicit.ByPoints: "points", elicit.ByPairs: "pair", elicit.ByBestWorst: "best",
	} {
		q := next(t, weighing(t, m, 2))
		require.Equal(t, kind, q.Weighing)
		require.Len(t, q.Priorities, 2)
		for i, id := range q.Priorities {
			require.Equal(t, q.Choices[i].ID, id)
		}
	}
	s := core(t, engine.Profile{}, session.Config{Full: true})
	for _, id := range s.Missing() {
		q := s.QuestionByID(id)
		require.Empty(t, q.Weighing)
		require.Empty(t, q.Priorities, id)
	}
}
