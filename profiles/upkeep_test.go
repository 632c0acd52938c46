package profiles_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/profiles"
)

// adviceOn says what is advised to a preset with some answers changed.
func adviceOn(t *testing.T, preset string, changes ...string) *engine.Recommendation {
	t.Helper()
	eng := coreEngine(t)
	p, err := profiles.Preset(preset, profiles.WithAssignments(changes...))
	require.NoError(t, err)
	rec, err := eng.Recommend(t.Context(), p)
	require.NoError(t, err)
	return rec
}

// Where nobody would maintain it and nobody would contribute, what is open is put down as an
// archive and is no project: whoever opens one would leave it alone from its first day.
func TestOpenWithoutAnybodyIsAnArchive(t *testing.T) {
	t.Parallel()
	for _, preset := range []string{"one_person_library", "public_body"} {
		nobody := []string{"maintainer_capacity=none", "contributor_interest=low"}
		require.Equal(t, "archive", adviceOn(t, preset, nobody...).Form, preset)
		require.Equal(t, "archive", adviceOn(t, preset, append(nobody, "outside_use=some", "steward=false")...).Form, preset)
		carried := adviceOn(t, preset, append(nobody, "outside_use=broad", "steward=true", "contributor_interest=medium")...)
		require.NotEqual(t, "archive", carried.Form, "%s: somebody carries it on", preset)
	}
}

// The end of life alone opens nothing: somebody has to be able to carry it on.
func TestEndOfLifeAloneOpensNothing(t *testing.T) {
	t.Parallel()
	wide := map[engine.Stance]int{engine.Closed: 0, engine.Mixed: 1, engine.Open: 2}
	for _, info := range profiles.Presets() {
		nobody := []string{"users_can_modify=false", "contributor_interest=low", "steward=false", "outside_use=some"}
		before := adviceOn(t, info.Name, append(nobody, "lifecycle=mature")...)
		after := adviceOn(t, info.Name, append(nobody, "lifecycle=end_of_life")...)
		require.LessOrEqual(t, wide[after.Stance], wide[before.Stance], info.Name)
	}
}

// A promise to wait and a claim that nobody has settled hold every release back, and say what
// can be done today.
func TestPromisesAndClaimsHoldBack(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ change, bar string }{
		{"embargo=until_date", "promised_to_wait"}, {"embargo=until_event", "promised_to_wait"},
		{"others_claim=employer", "others_may_claim_it"},
	} {
		require.True(t, adviceOn(t, "one_person_library", "others_claim=none").Ready, "what holds it back is "+c.change)
		rec := adviceOn(t, "one_person_library", "others_claim=none", c.change)
		require.False(t, rec.Ready, c.change)
		require.Equal(t, engine.Open, rec.Stance, "after the wait it is what it was: "+c.change)
		var bars []string
		for _, x := range rec.Conditions {
			bars = append(bars, x.ID)
		}
		require.Contains(t, bars, c.bar)
	}
}
