package dialogue_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"
)

// After a result one question can be asked alone, and answers can be changed.
func TestAskOneThenReview(t *testing.T) {
	t.Parallel()
	x := newTalk(t, "en", fixed, "1", "r", "", "2", "e1", "2")
	x.converse(t)
	require.NoError(t, x.AskOpen(context.Background(), "harm"))
	require.Equal(t, "grave", x.saved[len(x.saved)-1].Facts["harm"].String())
	require.NoError(t, x.Review(context.Background()))
	require.Equal(t, "false", x.saved[len(x.saved)-1].Facts["sold"].String())
	require.Error(t, x.AskOpen(context.Background(), "nonsense"))
}
