package lock_test

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/profiles/lock"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/testkit"
)

func recommend(t *testing.T, pack *rules.Pack, p engine.Profile) (*engine.Engine, *engine.Recommendation) {
	t.Helper()
	eng, err := engine.New(pack)
	require.NoError(t, err)
	rec, err := eng.Recommend(t.Context(), p)
	require.NoError(t, err)
	return eng, rec
}

func preset(t *testing.T, name string, set ...string) engine.Profile {
	t.Helper()
	p, err := profiles.Preset(name, profiles.WithAssignments(set...))
	require.NoError(t, err)
	return p
}

// otherRules is the core pack with one thing changed.
func otherRules(change func(*rules.Pack)) *rules.Pack {
	p := *rules.Core()
	p.Version, p.Digest = "9.9.9", "sha256:other"
	change(&p)
	return &p
}

func TestPath(t *testing.T) {
	t.Parallel()
	for from, want := range map[string]string{
		"release.ajar.yaml": "release.ajar.lock.json", "a/b.toml": "a/b.lock.json", "b": "b.lock.json", "b.json": "b.lock.json",
	} {
		require.Equal(t, want, lock.Path(from))
	}
}

func TestGoldenFile(t *testing.T) {
	t.Parallel()
	p := engine.Profile{
		Name: "small <1>", Weights: map[string]float64{"data_privacy": 3, "adoption_reach": 2.5}, WeightsSure: "sure",
		Facts:  map[string]engine.Answer{"kind": engine.Value("model"), "must_recoup": engine.No, "lifecycle": engine.Unknown, "contributor_rights": engine.NotApplicable},
		Limits: []engine.Limit{{Exclude: []string{"open_model", "in_house"}, Because: "no"}, {Exclude: []string{"in_house"}, Because: "no"}},
	}
	_, rec := recommend(t, rules.Core(), p)
	l := lock.FromRecommendation(rec)
	require.Equal(t, rec.Today, *l.Today)
	// What the rules say is not what this test is about.
	l.Rules.Digest, l.Rules.Version, l.Dimensions = "sha256:rules", "1", map[string]*float64{"security": nil}
	l.Verdict = engine.Verdict{Stance: engine.Mixed, Option: "open_core", Split: "open_base", Form: "open_base"}
	l.Today = &engine.Release{Stance: engine.Closed, Option: "hosted_api", Form: "hosted_api"}
	testkit.Golden(t, "testdata/small.lock.json", string(l.Marshal()))
}

func TestALockIsReadBack(t *testing.T) {
	t.Parallel()
	for _, info := range profiles.Presets() {
		p := preset(t, info.Name)
		_, rec := recommend(t, rules.Core(), p)
		l := lock.FromRecommendation(rec)
		require.Len(t, l.Dimensions, 11)
		back, err := lock.Parse("x", l.Marshal())
		require.NoError(t, err)
		require.Equal(t, l, back)
		given := back.AsProfile()
		require.Equal(t, p.Digest(), given.Digest(), "the answers of a lock are those of the profile")
		require.Equal(t, l.Profile.Digest, given.Digest())
		c := lock.Compare(l, back)
		require.False(t, c.VerdictMoved || c.RulesChanged || len(c.Answers)+len(c.Leans) > 0)
		require.Equal(t, lock.NoCause, c.Cause)
	}
	_, rec := recommend(t, rules.Core(), engine.Profile{})
	l := lock.FromRecommendation(rec)
	require.Equal(t, engine.Verdict{Stance: engine.NoBasis}, l.Verdict)
	require.Nil(t, l.Dimensions["security"], "no mass, no lean")
}

// What a merge left of a lock is one, and so is a file of which nothing is left; what only looks like JSON is none.
func TestLike(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"{\n<<<<<<< HEAD\n  \"schema\": \"ajar.lock/1\",\n=======\n": true, `{"schema":"ajar.lock/2"}`: true,
		"": true, " \r\n\t": true, "{}": false, `{"schema": "ajar.result/1"}`: false, `{"name": "ajar.lock/1"}`: false, `{"schema": "ajar.locker/1"}`: false,
	} {
		require.Equal(t, want, lock.IsLockFile([]byte(text)), text)
	}
}

func TestParseRefuses(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"": "AJ250", "\n \t\r\n": "AJ250", "{\x00}": "AJ021", "{": "AJ250", "[]": "AJ250", "{}": "AJ250", "<<<<<<< HEAD\n{}": "AJ250", "\xff": "AJ012",
		`{"schema": "ajar.lock/3"}`: "AJ251", `{"schema": "ajar.lock/2"}`: "AJ250", `{"schema": 1}`: "AJ250", `{"schema": "ajar.lock/1", "verdict": []}`: "AJ250",
		`{"schema": "\u001b[2J"}`: "AJ251", `{"schema": "ajar.lock/1"}`: "AJ250",
		`{"schema": "ajar.lock/1", "verdict": {"stance": "ajar\u001b"}}`: "AJ250", strings.Repeat(" ", 1<<20+1): "AJ011",
	} {
		_, err := lock.Parse("x.lock.json", []byte(text))
		list, ok := diag.From(err)
		require.True(t, ok, "%v", err)
		require.NotEmpty(t, list)
		for _, d := range list {
			require.Equal(t, want, d.Code)
			require.NotContains(t, d.Message("zh"), "\x1b")
		}
		require.True(t, strings.HasPrefix(err.Error(), "x.lock.json:"), err)
	}
}

func TestAnswersAreToldApartFromRules(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	same := func(*rules.Pack) {}
	// Without reasons to be open, whoever is asked says closed.
	closing := func(p *rules.Pack) { p.Constants.Margin.Value = 1 }
	for name, tc := range map[string]struct {
		set     []string
		pack    *rules.Pack
		cause   lock.Cause
		verdict bool
	}{
		"nothing":                   {nil, rules.Core(), lock.NoCause, false},
		"answers":                   {[]string{"rights_cleared=no"}, rules.Core(), lock.ByAnswers, true},
		"answers move leans only":   {[]string{"adoption_reach=6.5"}, rules.Core(), lock.ByAnswers, false},
		"answers move nothing":      {[]string{"others_claim="}, rules.Core(), lock.NoCause, false},
		"rules that say the same":   {nil, otherRules(same), lock.NoCause, false},
		"rules":                     {nil, otherRules(closing), lock.ByRules, true},
		"answers, rules beside":     {[]string{"confidentiality_duty=true"}, otherRules(same), lock.ByAnswers, true},
		"rules, answers beside":     {[]string{"adoption_reach=6.5"}, otherRules(closing), lock.ByRules, true},
		"both, and leans only move": {[]string{"adoption_reach=6.5"}, otherRules(same), lock.ByBoth, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, before := recommend(t, rules.Core(), preset(t, "one_person_library"))
			old := lock.FromRecommendation(before)
			eng, now := recommend(t, tc.pack, preset(t, "one_person_library", tc.set...))
			c, err := lock.Explain(ctx, eng, old, now)
			require.NoError(t, err)
			require.Equal(t, tc.verdict, c.VerdictMoved, "%v to %v", c.From.Verdict, c.To.Verdict)
			require.Equal(t, tc.cause, c.Cause)
			require.Equal(t, tc.pack != rules.Core(), c.RulesChanged)
			require.Len(t, c.Answers, len(tc.set), "changed answers are named even if they moved nothing")
			if tc.cause == lock.NoCause {
				require.Empty(t, c.Leans)
			}
		})
	}
}

func TestWhatElseCanHaveMovedIt(t *testing.T) {
	t.Parallel()
	_, rec := recommend(t, rules.Core(), preset(t, "one_person_library"))
	old, now := lock.FromRecommendation(rec), lock.FromRecommendation(rec)
	lean := 0.5
	old.Dimensions = map[string]*float64{"security": &lean, "gone": &lean}
	c := lock.Compare(old, now)
	require.Equal(t, lock.ByProgram, c.Cause, "neither answers nor rules changed")
	require.Equal(t, "adaptability", c.Leans[0].Dimension, "by id")
	require.Nil(t, c.Leans[0].From)

	// An answer that the rules do not know any more: the old ones cannot be tried.
	eng, moved := recommend(t, otherRules(func(*rules.Pack) {}), preset(t, "one_person_library", "rights_cleared=no"))
	old = lock.FromRecommendation(rec)
	old.Answers.Facts["forgotten"] = "x"
	c, err := lock.Explain(t.Context(), eng, old, moved)
	require.NoError(t, err)
	require.Equal(t, lock.ByBoth, c.Cause)

	done, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = lock.Explain(done, eng, lock.FromRecommendation(rec), moved)
	require.ErrorIs(t, err, context.Canceled)
}

// A lock keeps a set as one text, and a result that lists its values gives the same.
func TestLocksOfSets(t *testing.T) {
	t.Parallel()
	pack := otherRules(func(p *rules.Pack) {
		p.Facts = append(slices.Clone(p.Facts), rules.Fact{
			ID: "data_kinds", Type: rules.SetFact, Title: rules.Text{{"en", "Data"}}, Values: []rules.FactValue{{ID: "personal"}, {ID: "health"}, {ID: "public", Alone: true}},
		})
	})
	for _, a := range []engine.Answer{
		engine.Set("personal", "health"), engine.Set("personal"), engine.PartOfSet(map[string]rules.Truth{"personal": rules.True}), engine.Unknown, engine.NotApplicable,
	} {
		p := engine.Profile{Weights: map[string]float64{"data_privacy": 3}, Facts: map[string]engine.Answer{"data_kinds": a}}
		_, rec := recommend(t, pack, p)
		l := lock.FromRecommendation(rec)
		require.Equal(t, a.String(), l.Answers.Facts["data_kinds"])
		back, err := lock.Parse("x.lock.json", l.Marshal())
		require.NoError(t, err)
		again := back.AsProfile()
		require.Equal(t, p.Digest(), again.Digest())
		require.Equal(t, p.Facts, again.Facts)
		var b bytes.Buffer
		require.NoError(t, report.Write(&b, pack, rec, report.JSON))
		other, err := lock.FromResult("r.json", b.Bytes())
		require.NoError(t, err)
		require.Empty(t, lock.Compare(l, other).Answers)
		require.Equal(t, p.Facts, other.AsProfile().Facts)
	}
}

// A lock of the first format says nothing of what may be done now, so that is never
// what moved.
func TestLocksOfTheFirstFormatAreRead(t *testing.T) {
	t.Parallel()
	p := preset(t, "one_person_library")
	p.Facts["upstream_terms"] = engine.Value("strong_copyleft")
	_, rec := recommend(t, rules.Core(), p)
	require.False(t, rec.Ready)
	now := lock.FromRecommendation(rec)
	require.Equal(t, []string{"copyleft_inside"}, now.Conditions)
	var older map[string]any
	require.NoError(t, json.Unmarshal(now.Marshal(), &older))
	for _, key := range []string{"ready", "today", "conditions"} {
		delete(older, key)
	}
	older["schema"] = "ajar.lock/1"
	older["rules"].(map[string]any)["digest"] = "sha256:older"
	text, err := json.Marshal(older)
	require.NoError(t, err)
	was, err := lock.Parse("x.lock.json", text)
	require.NoError(t, err)
	c := lock.Compare(was, now)
	require.True(t, c.RulesChanged)
	require.False(t, c.VerdictMoved)
	ready := true
	was.Ready = &ready
	require.True(t, lock.Compare(was, now).VerdictMoved, "what may be done now is part of the verdict")
}
