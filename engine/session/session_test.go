package session_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

func profile(facts map[string]engine.Answer, weights map[string]float64) engine.Profile {
	return engine.Profile{Name: "mine", Facts: facts, Weights: weights}
}

// The short interview asks what is chosen from the answers, never more than the pack says;
// the count never grows, and the first choice each time leads to a result.
func TestShortInterview(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"software", "model", "both"} {
		s := core(t, engine.Profile{}, session.Config{})
		of := rules.Core().Asking.Questions
		for i := 1; ; i++ {
			q, err := s.Next(background)
			require.NoError(t, err)
			if q == nil {
				require.Equal(t, of, i-1)
				break
			}
			require.Equal(t, i, q.Place)
			require.LessOrEqual(t, q.Of, of, "%s, question %d: %s", kind, i, q.ID)
			of = q.Of
			for _, x := range []rules.Text{q.Text, q.Why} {
				require.NotEmpty(t, x.In("en"), q.ID)
				require.NotEmpty(t, x.Own("zh"), q.ID)
			}
			require.NotEmpty(t, q.Source, q.ID)
			require.Equal(t, session.Unanswered, q.Given.State)
			if i == 1 {
				say(t, s, "kind", kind)
				continue
			}
			values, err := q.Parse("1")
			require.NoError(t, err)
			_, err = s.Answer(background, values...)
			require.NoError(t, err)
		}
		r, err := s.Peek(background)
		require.NoError(t, err)
		require.NotEqual(t, engine.NoBasis, r.Stance)
	}
}

// Customers and hosts are a matter of those with income, and the sides of the priorities
// take turns.
func TestShortInterviewAsksWhomItConcerns(t *testing.T) {
	t.Parallel()
	for income, want := range map[string]bool{"none": false, "licence_sales": true} {
		s := core(t, engine.Profile{}, session.Config{})
		for id, value := range map[string]string{"kind": "software", "release_status": "unreleased", "rights_cleared": "full"} {
			edit(t, s, id, value)
		}
		edit(t, s, "revenue_source", income)
		require.Equal(t, want, slices.Contains(s.Ahead(), "hosting_rivals"), income)
		require.Equal(t, want, next(t, s).ID == "artefact_is_product", income)
	}
	s := core(t, engine.Profile{}, session.Config{})
	choices := s.QuestionByID(rules.PrioritiesID).Choices
	for i := 2; i < len(choices); i++ {
		require.Equal(t, rules.Core().Priority(choices[i].ID).Pull, rules.Core().Priority(choices[i-2].ID).Pull)
	}
	require.NotEqual(t, rules.Core().Priority(choices[0].ID).Pull, rules.Core().Priority(choices[1].ID).Pull)
}

// Priorities may come with their weights at once.
func TestPrioritiesWithWeights(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]map[string]float64{
		"1=9 2=7": {"external_scrutiny": 9, "unified_control": 7}, "1 9, 2 7": {"external_scrutiny": 9, "unified_control": 7},
		"1: 9, unified_control 0.5": {"external_scrutiny": 9, "unified_control": 0.5}, "1 2": {"external_scrutiny": 10, "unified_control": 10},
		"1=9": {"external_scrutiny": 9}, "1=1 2=1 3=1 4=1 5=1 6=1": {"external_scrutiny": 1, "unified_control": 1, "transparency_trust": 1, "support_assurance": 1, "community_contribution": 1, "ip_secrecy": 1},
	} {
		s := core(t, engine.Profile{}, session.Config{})
		require.NoError(t, s.Edit(rules.PrioritiesID))
		values, err := next(t, s).Parse(text)
		require.NoError(t, err, text)
		_, err = s.Answer(background, values...)
		require.NoError(t, err, text)
		require.Equal(t, want, s.Profile().Weights, text)
		require.True(t, s.Back())
		require.Equal(t, rules.PrioritiesID, next(t, s).ID, "they are one question")
	}
	s := core(t, engine.Profile{}, session.Config{})
	for text, code := range map[string]string{"1=11": "AJ334", "1=x": "AJ334", "99=3": "AJ331", "1=3 1=4": "AJ311", "1=7..4": "AJ309"} {
		_, err := s.QuestionByID(rules.PrioritiesID).Parse(text)
		requireCodes(t, err, code)
	}
}

func TestHardLimitsComeFirst(t *testing.T) {
	t.Parallel()
	s := core(t, engine.Profile{}, session.Config{Full: true})
	say(t, s, "kind", "software")
	barred := map[string]bool{}
	for r := range rules.Core().Rules() {
		if r.Kind == rules.BarRule || r.Kind == rules.PartKindRule || r.Kind == rules.OptionRule {
			for _, c := range r.Conditions {
				for _, id := range c.Facts(nil) {
					barred[id] = true
				}
			}
		}
	}
	for next(t, s).ID != rules.PrioritiesID {
		q := next(t, s)
		require.True(t, barred[q.ID], q.ID)
		_, err := s.Unknown(background)
		require.NoError(t, err)
	}
	// A bar that cannot hold any more asks nothing.
	s = core(t, profile(map[string]engine.Answer{"kind": engine.Value("software"), "upstream_terms": engine.Value("none_permissive")}, nil), session.Config{Full: true})
	for next(t, s).ID != rules.PrioritiesID {
		require.NotEqual(t, "distribution", next(t, s).ID)
		_, err := s.Skip(background)
		require.NoError(t, err)
	}
}

func TestPriorities(t *testing.T) {
	t.Parallel()
	s := core(t, engine.Profile{}, session.Config{Full: true})
	edit(t, s, rules.PrioritiesID, "adoption_reach", "ip_secrecy", "customisability")
	require.Equal(t, map[string]float64{"adoption_reach": 10, "ip_secrecy": 10, "customisability": 10}, s.Profile().Weights, "alike until rated")
	edit(t, s, "ip_secrecy", "2.5")
	require.NoError(t, s.Edit("customisability"))
	q := next(t, s)
	require.Equal(t, session.Rate, q.Kind)
	require.Contains(t, q.Text.In("en"), "Customisability")
	require.Contains(t, q.Text.Own("zh"), "可定制性")
	require.Len(t, q.Anchors, 3)
	_, err := s.Skip(background)
	require.NoError(t, err)
	require.Equal(t, map[string]float64{"adoption_reach": 10, "ip_secrecy": 2.5, "customisability": 10}, s.Profile().Weights)

	change := edit(t, s, rules.PrioritiesID, "adoption_reach")
	require.Equal(t, session.AnswerEffect{SwitchedOff: []string{"ip_secrecy"}}, change)
	require.Equal(t, map[string]float64{"adoption_reach": 10}, s.Profile().Weights)
	change = edit(t, s, rules.PrioritiesID, "ip_secrecy")
	require.Equal(t, session.AnswerEffect{SwitchedOn: []string{"ip_secrecy"}}, change)
	require.Equal(t, map[string]float64{"ip_secrecy": 2.5}, s.Profile().Weights)
}

func TestShortInterviewTakesFewPriorities(t *testing.T) {
	t.Parallel()
	s := core(t, engine.Profile{}, session.Config{})
	require.NoError(t, s.Edit(rules.PrioritiesID))
	q := next(t, s)
	require.Equal(t, 5, q.Most)
	_, err := q.Parse("1 2 3 4 5 6")
	requireCodes(t, err, "AJ332")
	_, err = s.Answer(background, "adoption_reach", "adoption_reach")
	require.NoError(t, err, "twice is once")
	require.Equal(t, []string{"adoption_reach"}, weights(s.Profile()))
	s.Extend()
	require.Contains(t, s.Missing(), "adoption_reach", "then how much")
	require.NoError(t, s.Edit(rules.PrioritiesID))
	require.Zero(t, next(t, s).Most)
}

func TestThreeStatesInTheProfile(t *testing.T) {
	t.Parallel()
	s := core(t, engine.Profile{Name: "mine"}, session.Config{Fixed: true})
	_, err := s.Unknown(background)
	require.NoError(t, err)
	require.NoError(t, s.Edit("rights_cleared"))
	_, err = s.NotApplicable(background)
	require.NoError(t, err)
	require.NoError(t, s.Edit("revenue_source"))
	_, err = s.Skip(background)
	require.NoError(t, err)
	p := s.Profile()
	require.Equal(t, map[string]engine.Answer{"kind": engine.Unknown, "rights_cleared": engine.NotApplicable}, p.Facts)
	require.Equal(t, "mine", p.Name)
	require.NotContains(t, s.Missing(), "revenue_source", "skipped is not asked again")
}

func TestSkipTakesAnAnswerBack(t *testing.T) {
	t.Parallel()
	s := core(t, engine.Profile{}, session.Config{})
	say(t, s, "kind", "model")
	require.True(t, s.Back())
	_, err := s.Skip(background)
	require.NoError(t, err)
	require.Empty(t, s.Profile().Facts)
}

func TestBack(t *testing.T) {
	t.Parallel()
	s := core(t, engine.Profile{}, session.Config{Fixed: true})
	require.False(t, s.Back(), "nothing before the first question")
	require.ErrorIs(t, s.Keep(background), session.ErrNoQuestion)
	say(t, s, "kind", "model")
	say(t, s, "release_status", "unreleased")
	require.True(t, s.Back())
	require.True(t, s.Back())
	require.False(t, s.Back())
	q := next(t, s)
	require.Equal(t, "kind", q.ID)
	require.Equal(t, session.GivenAnswer{State: session.Answered, Values: []string{"model"}}, q.Given)
	require.Equal(t, 1, q.Place)
	require.NoError(t, s.Keep(background))
	require.Equal(t, "rights_cleared", next(t, s).ID, "on to what is open")
	require.Equal(t, 3, next(t, s).Place)
}

// After going back and changing the kind, answers about the data of a model are
// kept, told, and not counted.
func TestSwitchedOffAnswers(t *testing.T) {
	t.Parallel()
	s := core(t, engine.Profile{}, session.Config{Full: true})
	say(t, s, "kind", "model")
	edit(t, s, "training_data_sensitivity", "personal")
	edit(t, s, "gpai_systemic", "true")
	change := edit(t, s, "kind", "software")
	require.ElementsMatch(t, []string{"gpai_systemic"}, change.SwitchedOff)
	require.Equal(t, []string{"gpai_systemic"}, s.Inactive())
	change = edit(t, s, "contains_data_or_trained_part", "false")
	require.Equal(t, []string{"training_data_sensitivity"}, change.SwitchedOff)
	require.Equal(t, engine.Value("personal"), s.Profile().Facts["training_data_sensitivity"])
	for _, said := range s.Review() {
		require.Equal(t, said.Question.ID == "kind" || said.Question.ID == "contains_data_or_trained_part", said.Active, said.Question.ID)
	}
	r, err := s.Peek(background)
	require.NoError(t, err)
	require.Len(t, r.Inactive, 2)
	change = edit(t, s, "kind", "model")
	require.ElementsMatch(t, []string{"training_data_sensitivity", "gpai_systemic"}, change.SwitchedOn)
	require.Equal(t, []string{"contains_data_or_trained_part"}, change.SwitchedOff)
}

func TestResume(t *testing.T) {
	t.Parallel()
	first := core(t, engine.Profile{}, session.Config{})
	say(t, first, "kind", "model")
	say(t, first, "release_status", "unreleased")
	edit(t, first, rules.PrioritiesID, "adoption_reach", "ip_secrecy")
	s := core(t, first.Profile(), session.Config{})
	require.Equal(t, first.Missing(), s.Missing())
	require.Equal(t, next(t, first), next(t, s))
	require.Equal(t, 4, next(t, s).Place)
	require.True(t, s.Back())
	require.NoError(t, s.Keep(background))
	s.Extend()
	require.Contains(t, s.Missing(), "ip_secrecy", "weights that are all 10 were chosen, not rated")
	rated := core(t, profile(nil, map[string]float64{"adoption_reach": 10, "ip_secrecy": 4}), session.Config{Full: true})
	require.NotContains(t, rated.Missing(), "adoption_reach")
}

func TestOnly(t *testing.T) {
	t.Parallel()
	s := core(t, engine.Profile{}, session.Config{Only: []string{"patent_stance", "ip_secrecy", "gpai_systemic"}})
	require.Equal(t, []string{"ip_secrecy", "patent_stance"}, s.Missing(), "the third does not apply yet")
	edit(t, s, "ip_secrecy", "7")
	say(t, s, "patent_stance", "none")
	q, err := s.Next(background)
	require.NoError(t, err)
	require.Nil(t, q)
	require.Equal(t, map[string]float64{"ip_secrecy": 7}, s.Profile().Weights)
	e := coreEngine(t)
	_, err = session.New(e, engine.Profile{}, session.Config{Only: []string{"kidn", "patent_stance"}})
	requireCodes(t, err, "AJ330")
	require.ErrorContains(t, err, `did you mean "kind"?`)
	_, err = session.New(e, profile(map[string]engine.Answer{"kind": engine.Value("modle")}, nil), session.Config{})
	requireCodes(t, err, "AJ303")
}

func TestEditRefuses(t *testing.T) {
	t.Parallel()
	s := core(t, engine.Profile{}, session.Config{})
	err := s.Edit("patent_stance")
	requireCodes(t, err, "AJ330")
	require.Equal(t, "kind", next(t, s).ID)
}

func TestParse(t *testing.T) {
	t.Parallel()
	one := &session.Question{Kind: session.OneOf, Choices: []session.Choice{{ID: "none"}, {ID: "some"}, {ID: "team"}}}
	some := &session.Question{Kind: session.Choose, Choices: one.Choices, Most: 2}
	number := &session.Question{Kind: session.Number, Min: 1, Max: 500}
	for name, x := range map[string]struct {
		q    *session.Question
		text string
		want []string
		code string
	}{
		"number of a choice": {one, " 2 ", []string{"some"}, ""},
		"id of a choice":     {one, "team", []string{"team"}, ""},
		"too high":           {one, "4", nil, "AJ331"},
		"zero":               {one, "0", nil, "AJ331"},
		"negative":           {one, "-1", nil, "AJ331"},
		"huge":               {one, "99999999999999999999", nil, "AJ331"},
		"slip":               {one, "sme", nil, "AJ331"},
		"two for one":        {one, "1 2", nil, "AJ332"},
		"empty":              {one, "", nil, "AJ333"},
		"commas":             {some, "1,3", []string{"none", "team"}, ""},
		"Chinese commas":     {some, "1、3", []string{"none", "team"}, ""},
		"mixed":              {some, "team, 1", []string{"team", "none"}, ""},
		"twice":              {some, "1 1 none", []string{"none"}, ""},
		"too many":           {some, "1 2 3", nil, "AJ332"},
		"nothing":            {some, " , ", nil, "AJ333"},
		"a number":           {number, "12.5", []string{"12.5"}, ""},
		"below":              {number, "0.5", nil, "AJ334"},
		"no number":          {number, "many", nil, "AJ334"},
		"not a number":       {number, "NaN", nil, "AJ334"},
		"two numbers":        {number, "1 2", nil, "AJ332"},
	} {
		got, err := x.q.Parse(x.text)
		if x.code == "" {
			require.NoError(t, err, name)
			require.Equal(t, x.want, got, name)
			continue
		}
		requireCodes(t, err, x.code)
	}
	_, err := one.Parse("sme")
	require.ErrorContains(t, err, `did you mean "some"?`)
}

func TestWrongAnswerRecordsNothing(t *testing.T) {
	t.Parallel()
	s := core(t, engine.Profile{}, session.Config{})
	for _, values := range [][]string{nil, {"robot"}, {"software", "model"}, {"unknown"}} {
		_, err := s.Answer(background, values...)
		require.Error(t, err)
		require.Equal(t, "kind", next(t, s).ID)
	}
	require.Empty(t, s.Profile().Facts)
}

func requireCodes(t *testing.T, err error, codes ...string) {
	t.Helper()
	list, ok := diag.From(err)
	require.True(t, ok, "%v", err)
	var got []string
	for _, d := range list {
		got = append(got, d.Code)
		require.NotContains(t, d.Message("en")+d.Hint("zh"), "{")
	}
	require.Equal(t, codes, got)
}

// An answer that excludes one given before says so, once.
func TestAnswersThatExcludeEachOther(t *testing.T) {
	t.Parallel()
	s := core(t, engine.Profile{}, session.Config{Only: []string{"release_status", "present_terms", "kind"}, Fixed: true})
	require.Empty(t, edit(t, s, "release_status", "open_already").Contradictions)
	c := edit(t, s, "present_terms", "proprietary").Contradictions
	require.Len(t, c, 1)
	require.Equal(t, "open_under_closed_terms", c[0].ID)
	require.Equal(t, []string{"present_terms", "release_status"}, c[0].Facts)
	require.NotEmpty(t, c[0].Text.In("zh"))
	require.Empty(t, edit(t, s, "kind", "software").Contradictions, "told already")
	require.Empty(t, edit(t, s, "present_terms", "permissive").Contradictions)
}
