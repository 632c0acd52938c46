package lock_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/profiles/lock"
	"github.com/ajar-decision/ajar/rules"
)

// A lock keeps the parts that the owner names, so that a check names one whose answers
// changed. A lock without any is as it was before there were parts.
func TestLockKeepsParts(t *testing.T) {
	t.Parallel()
	p := preset(t, "cloud_vendor")
	_, bare := recommend(t, rules.Core(), p)
	require.NotContains(t, string(lock.FromRecommendation(bare).Marshal()), `"parts"`)
	p.Parts = []engine.Part{
		{ID: "cloud/agent", Title: "Agent", Like: "client", Facts: map[string]engine.Answer{"upstream_terms": engine.Set("strong_copyleft", "use_restricted"), "kind": engine.Unknown}},
		{ID: "documents", Like: "documents"},
	}
	_, rec := recommend(t, rules.Core(), p)
	l := lock.FromRecommendation(rec)
	back, err := lock.Parse("x", l.Marshal())
	require.NoError(t, err)
	require.Equal(t, l.Profile.Digest, digestOf(back.AsProfile()))
	require.Empty(t, lock.Compare(l, back).Answers)

	changed := p.Clone()
	changed.Parts[0].Facts["kind"] = engine.Value("software")
	eng, now := recommend(t, rules.Core(), changed)
	c, err := lock.Explain(t.Context(), eng, back, now)
	require.NoError(t, err)
	require.False(t, c.VerdictMoved)
	require.Len(t, c.Answers, 1)
	require.Equal(t, profiles.PartKind, c.Answers[0].Kind)
	require.Equal(t, "cloud/agent", c.Answers[0].ID)
}

func digestOf(p engine.Profile) string { return p.Digest() }

// A result says as much of parts as a lock.
func TestResultGivesPartsBack(t *testing.T) {
	t.Parallel()
	p := preset(t, "cloud_vendor")
	p.Parts = []engine.Part{{ID: "a", Like: "client", Facts: map[string]engine.Answer{
		"upstream_terms": engine.Set("strong_copyleft", "use_restricted"), "kind": engine.NotApplicable, "must_recoup": engine.Yes,
	}}}
	_, rec := recommend(t, rules.Core(), p)
	var b bytes.Buffer
	require.NoError(t, report.Write(&b, rules.Core(), rec, report.JSON))
	l, err := lock.FromResult("x", b.Bytes())
	require.NoError(t, err)
	require.Equal(t, lock.FromRecommendation(rec).Answers.Parts, l.Answers.Parts)
}
