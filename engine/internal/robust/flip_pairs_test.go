package robust_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/compiled"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/engine/internal/inside"
	"github.com/ajar-decision/ajar/engine/internal/robust"
	"github.com/ajar-decision/ajar/profiles"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// What is foretold of two changes is what they come to.
func TestForetoldPairsKeepTheOption(t *testing.T) {
	t.Parallel()
	foretold, all := 0, 0
	check := func(t require.TestingT, pack *rules.Pack, p engine.Profile) {
		e, in := index(t, pack, p)
		s := robust.NewPairSums(e, in)
		for k := range s.Changes {
			for i := range s.Changes[:k] {
				if s.Changes[i].Fact == s.Changes[k].Fact {
					continue
				}
				all++
				want, ok := s.Foretell(i, k)
				if !ok {
					continue
				}
				foretold++
				got, same := s.Evaluate(i, k)
				require.True(t, same, "%v and %v", s.Changes[i].FactChange, s.Changes[k].FactChange)
				require.InDeltaMapValues(t, want, got, 1e-12, "%v and %v", s.Changes[i].FactChange, s.Changes[k].FactChange)
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		pack := gen.Pack(t, gen.Usual)
		check(t, pack, gen.Profile(t, pack))
	})
	t.Logf("%d of %d pairs are foretold in random packs", foretold, all)
	require.Positive(t, foretold)
	for i, info := range profiles.Cases() {
		if i%testkit.StrideOf(2) == 0 {
			p, err := profiles.Case(info.Name)
			require.NoError(t, err)
			check(t, rules.Core(), p)
			check(t, rules.Core(), engine.Profile{Facts: p.Facts}) // the situation alone
		}
	}

	foretold, all = 0, 0
	big, err := rules.Load(testkit.FilesOfBigPack(500, 100))
	require.NoError(t, err)
	check(t, big, engine.Profile{Weights: map[string]float64{"adoption_reach": 5, "predictable_revenue": 6}})
	t.Logf("%d of %d pairs are foretold in a big pack", foretold, all)
	require.Greater(t, foretold, all/4)
}

// index gives a pack and a profile in the numbering of the rules.
func index(t require.TestingT, pack *rules.Pack, p engine.Profile) (*compiled.Rules, *compiled.Profile) {
	e, err := engine.New(pack)
	require.NoError(t, err)
	r, in, err := inside.Index(e, &p)
	require.NoError(t, err)
	return r, in
}
