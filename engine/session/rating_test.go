package session_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules"
)

func TestRangesArePlainToType(t *testing.T) {
	t.Parallel()
	s := core(t, engine.Profile{}, session.Config{Only: []string{"data_privacy"}})
	q := next(t, s)
	for text, want := range map[string]string{
		"4-7": "4..7", "4..7": "4..7", "4~7": "4..7", " 4 - 7.5 ": "4..7.5", "4 to 7": "4..7", "4 TO 7": "4..7", "4 到 7": "4..7", "4到7": "4..7", "4 至 7": "4..7",
		"４～７": "4..7", "４－７．５": "4..7.5", "4–7": "4..7", "4—7": "4..7", "0..10": "0..10", "5-5": "5", "5": "5",
	} {
		values, err := q.Parse(text)
		require.NoError(t, err, text)
		require.Equal(t, []string{want}, values, text)
	}
	for text, want := range map[string]string{
		"7-4": "AJ309", "4-12": `AJ334 "12" is not a number from 0 to 10`, "-1..3": `AJ334 "-1"`, "4-x": `AJ334 "4-x"`, "nan-3": "AJ334", "-3": "AJ334", "4-7-9": "AJ334", "4 7": "AJ332", "..": "AJ334",
	} {
		_, err := q.Parse(text)
		require.ErrorContains(t, err, want, text)
	}
	for _, only := range []string{"kind", "rights_cleared"} {
		q := next(t, core(t, engine.Profile{}, session.Config{Only: []string{only}}))
		_, err := q.Parse("1-2")
		require.Error(t, err, "only weights are ranges: %s", only)
	}
}

// A range is kept, shown again, taken back, changed into a weight and back.
func TestRangesAreRatings(t *testing.T) {
	t.Parallel()
	s := core(t, engine.Profile{}, session.Config{Full: true})
	edit(t, s, rules.PrioritiesID, "adoption_reach", "ip_secrecy")
	edit(t, s, "adoption_reach", "9")
	edit(t, s, "ip_secrecy", "4-7")
	span := map[string]engine.WeightRange{"ip_secrecy": {Low: 4, High: 7}}
	p := s.Profile()
	require.Equal(t, map[string]float64{"adoption_reach": 9}, p.Weights)
	require.Equal(t, span, p.Ranges)
	require.Empty(t, p.Unfinished.Unrated)

	s = core(t, p, session.Config{Full: true}) // another day
	require.Equal(t, p, s.Profile())
	require.NoError(t, s.Edit("ip_secrecy"))
	require.Equal(t, session.GivenAnswer{State: session.Answered, Values: []string{"4..7"}}, next(t, s).Given)
	require.NoError(t, s.Keep(background))
	require.Equal(t, span, s.Profile().Ranges)

	edit(t, s, rules.PrioritiesID, "adoption_reach")
	require.Empty(t, s.Profile().Ranges, "no longer chosen")
	edit(t, s, rules.PrioritiesID, "adoption_reach", "ip_secrecy")
	require.Equal(t, span, s.Profile().Ranges, "and back")
	edit(t, s, "ip_secrecy", "6")
	require.Empty(t, s.Profile().Ranges)
	require.Equal(t, map[string]float64{"adoption_reach": 9, "ip_secrecy": 6}, s.Profile().Weights)
	edit(t, s, "ip_secrecy", "4..7")
	require.NoError(t, s.Edit("ip_secrecy"))
	_, err := s.Skip(background)
	require.NoError(t, err)
	require.Empty(t, s.Profile().Ranges)
	require.Equal(t, map[string]float64{"adoption_reach": 9, "ip_secrecy": 10}, s.Profile().Weights, "chosen, not rated")
}

// Comparisons that weigh all priorities take the place of ranges too.
func TestComparisonsReplaceRanges(t *testing.T) {
	t.Parallel()
	p := engine.Profile{Weights: map[string]float64{"adoption_reach": 9}, Ranges: map[string]engine.WeightRange{"ip_secrecy": {Low: 4, High: 7}}}
	s := core(t, p, session.Config{Method: elicit.ByRanking, Only: []string{rules.PrioritiesID}})
	require.Equal(t, p.Ranges, s.Profile().Ranges, "until something is compared")
	reply(t, s, "ip_secrecy", "adoption_reach")
	require.Empty(t, s.Profile().Ranges)
	require.Len(t, s.Profile().Weights, 2)
	require.Greater(t, s.Profile().Weights["ip_secrecy"], s.Profile().Weights["adoption_reach"])
}
