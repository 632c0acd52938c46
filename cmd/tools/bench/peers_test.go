package bench

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/rules"
)

// The engines agree with the pack on every condition, else their times mean nothing.
func TestPeersAgree(t *testing.T) {
	pack := rules.Core()
	conditions := listConditions(pack)
	peers, err := makePeers(pack, conditions)
	require.NoError(t, err)
	for seed := range uint64(50) {
		reading, answers := drawAnswers(pack, seed)
		want := make([]bool, len(conditions))
		for i, c := range conditions {
			truth := reading.Truth(c)
			require.NotEqual(t, rules.Unknown, truth, "every fact is answered")
			want[i] = truth == rules.True
		}
		for _, p := range peers {
			got := make([]bool, len(conditions))
			require.NoError(t, p.bind(inputOf(pack, answers))(got), p.name)
			require.Equal(t, want, got, "%s, seed %d", p.name, seed)
		}
	}
}

// What all conditions of the core pack cost, for one set of answers.
func BenchmarkConditions(b *testing.B) {
	pack := rules.Core()
	conditions := listConditions(pack)
	peers, err := makePeers(pack, conditions)
	require.NoError(b, err)
	_, answers := drawAnswers(pack, 1)
	b.Logf("%d conditions", len(conditions))
	for _, p := range peers {
		b.Run(p.name, func(b *testing.B) {
			evaluate := p.bind(inputOf(pack, answers))
			truths := make([]bool, len(conditions))
			b.ReportAllocs()
			for b.Loop() {
				if err := evaluate(truths); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
