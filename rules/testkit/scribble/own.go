package scribble

import (
	"maps"
	"slices"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// RequireOwn wants each result to be its caller's own: four goroutines make all of them
// again and again and overwrite everything in them, and yet each is made the same, bit for
// bit, and those made before stay what they are. With -race, the race detector sees what
// is shared even so. Each maker is named after what it calls, and gives nothing empty.
func RequireOwn(t *testing.T, makers map[string]func() any) {
	t.Helper()
	names := slices.Sorted(maps.Keys(makers))
	before, want := make([]any, len(names)), make([]string, len(names))
	for i, name := range names {
		before[i] = makers[name]()
		want[i] = Describe(before[i])
		require.Greater(t, Over(makers[name]()), 1, "%s gives something", name)
	}
	var group sync.WaitGroup
	for first := range 4 {
		group.Go(func() {
			for i := range names {
				at := (i + first*len(names)/4) % len(names)
				made := makers[names[at]]()
				if Describe(made) != want[at] {
					t.Errorf("%s gives something else after other results were overwritten", names[at])
				}
				Over(made)
			}
		})
	}
	group.Wait()
	for i, name := range names {
		require.Equal(t, want[i], Describe(before[i]), "what %s gave before is overwritten with other results", name)
	}
}
