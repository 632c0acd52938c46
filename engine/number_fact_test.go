package engine_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// What is no number, or none of the range, is no answer to a fact that is one.
func TestNumberFactTakesNumbersOfItsRange(t *testing.T) {
	t.Parallel()
	p := testkit.BarePack("size")
	f := p.Fact("size")
	f.Type, f.Values, f.Min, f.Max, f.Unit = rules.NumberFact, nil, -1, 5, f.Title
	e := build(t, p)
	for text, good := range map[string]bool{
		"-1": true, "0": true, "5": true, "-1.1": false, "5.1": false, "many": false, "": false, "nan": false, "inf": false, "1e999": false,
	} {
		_, err := e.Recommend(background, engine.Profile{Facts: map[string]engine.Answer{"size": engine.Value(text)}})
		if good {
			require.NoError(t, err, text)
			continue
		}
		require.ErrorContains(t, err, "AJ303", text)
	}
}
