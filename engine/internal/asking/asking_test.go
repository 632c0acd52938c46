package asking_test

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/asking"
	"github.com/ajar-decision/ajar/engine/internal/countdown"
	"github.com/ajar-decision/ajar/rules"
)

// Wherever the order is when nobody waits for it any more, it ends with hardly another look
// and with no result.
func TestOrderQuestionsEndsWhereverItIs(t *testing.T) {
	t.Parallel()
	pack := rules.Core()
	e, err := engine.New(pack)
	require.NoError(t, err)
	p := engine.Profile{Weights: map[string]float64{"adoption_reach": 5, "ip_secrecy": 3}, Facts: map[string]engine.Answer{"kind": engine.Value("software")}}
	var open []string
	for i := range pack.Facts {
		open = append(open, pack.Facts[i].ID)
	}
	whole := countdown.New(t.Context(), math.MaxInt64)
	_, err = asking.OrderQuestions(whole, e, p, open, asking.Pending{}, nil)
	require.NoError(t, err)
	looks := whole.Looks()
	t.Logf("%d looks", looks)
	require.Greater(t, looks, int64(1000))
	for n := int64(0); n < looks; n += 1 + n/4 {
		ctx := countdown.New(t.Context(), n)
		order, err := asking.OrderQuestions(ctx, e, p, open, asking.Pending{}, nil)
		require.ErrorIs(t, err, context.Canceled, "%d looks", n)
		require.Nil(t, order)
		require.LessOrEqual(t, ctx.Late(), int64(20), "%d looks", n)
	}
}

func TestFindOutlookEndsWhereverItIs(t *testing.T) {
	t.Parallel()
	e, err := engine.New(rules.Core())
	require.NoError(t, err)
	p := engine.Profile{Weights: map[string]float64{"adoption_reach": 5, "ip_secrecy": 3}}
	whole := countdown.New(t.Context(), math.MaxInt64)
	_, err = asking.FindOutlook(whole, e, p, asking.Pending{})
	require.NoError(t, err)
	for n := range whole.Looks() {
		ctx := countdown.New(t.Context(), n)
		out, err := asking.FindOutlook(ctx, e, p, asking.Pending{})
		require.ErrorIs(t, err, context.Canceled, "%d looks", n)
		require.Nil(t, out)
		require.LessOrEqual(t, ctx.Late(), int64(20), "%d looks", n)
	}
}
