package lock_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/profiles/lock"
	"github.com/ajar-decision/ajar/rules"
)

// What is one weight as it is read gives one lock, and the result gives the same answers.
func TestOneWeightGivesOneLock(t *testing.T) {
	t.Parallel()
	profile := func(weight, high float64) engine.Profile {
		return engine.Profile{
			Facts:   map[string]engine.Answer{"kind": engine.Value("software")},
			Weights: map[string]float64{"adoption_reach": weight},
			Ranges:  map[string]engine.WeightRange{"data_privacy": {Low: 3, High: high}, "ip_secrecy": {Low: 2, High: weight - 3}},
		}
	}
	_, rec := recommend(t, rules.Core(), profile(5, 7))
	old := lock.FromRecommendation(rec)
	_, rec = recommend(t, rules.Core(), profile(5.0000000001, 7.0000000001))
	now := lock.FromRecommendation(rec)
	require.Equal(t, string(old.Marshal()), string(now.Marshal()))

	var b bytes.Buffer
	require.NoError(t, report.Write(&b, rules.Core(), rec, report.JSON))
	result, err := lock.FromResult("x", b.Bytes())
	require.NoError(t, err)
	require.Equal(t, old.Answers, result.Answers)

	_, rec = recommend(t, rules.Core(), profile(5.000000001, 7))
	require.Len(t, lock.Compare(old, lock.FromRecommendation(rec)).Answers, 2, "the next weight is another")

	// A lock of an older program may hold the number as it was written.
	kept, err := lock.Parse("x", bytes.Replace(old.Marshal(), []byte(`"adoption_reach": 5`), []byte(`"adoption_reach": 5.0000000001`), 1))
	require.NoError(t, err)
	require.NotEqual(t, old.Answers, kept.Answers)
	require.Empty(t, lock.Compare(kept, old).Answers)
}
