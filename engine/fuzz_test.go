package engine_test

import (
	"context"
	"maps"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// FuzzPack puts anything in place of one file of a small pack. Either what is wrong is
// told, or the pack is decided and analysed, with nothing and with something stated.
func FuzzPack(f *testing.F) {
	small := testkit.FilesOfSmallPack()
	names := slices.Sorted(maps.Keys(small))
	for i, name := range names {
		f.Add(uint8(i), small[name].Data)
	}
	f.Fuzz(func(t *testing.T, which uint8, data []byte) {
		files := maps.Clone(small)
		files[names[int(which)%len(names)]] = &fstest.MapFile{Data: data}
		p, err := rules.Load(files)
		if err != nil {
			requireToldWell(t, "", err)
			return
		}
		require.NoError(t, p.Check())
		e, err := engine.New(p)
		require.NoError(t, err)
		for _, profile := range []engine.Profile{{}, stateHalf(p)} {
			r, err := e.Recommend(context.Background(), profile)
			require.NoError(t, err)
			a, err := e.Analyse(context.Background(), profile)
			require.NoError(t, err)
			require.Equal(t, [...]string{r.Option, r.Form, string(r.Stance)}, [...]string{a.Option, a.Form, string(a.Stance)})
			if o, form := p.Form(r.Form); r.Option != "" && r.Form != r.Option {
				require.NotNil(t, form)
				require.Equal(t, r.Option, o.ID)
			}
		}
	})
}
