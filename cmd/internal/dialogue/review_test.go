package dialogue_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/dialogue"
	"github.com/ajar-decision/ajar/engine"
)

// From the list of answers a person can change any, and sees the list again.
func TestReviewChangesAnAnswer(t *testing.T) {
	t.Parallel()
	x := newTalk(t, "en", fixed, append(append([]string{}, whole[:len(whole)-1]...), "e 99", "nonsense", "E1", "2", "e7", "3", "")...)
	out := x.converse(t)
	require.Contains(t, out, "Press Enter, or type e and a number from 1 to 7.")
	require.Contains(t, out, "  1  Sold: Customers pay for it\n")
	require.Contains(t, out, "  1  Sold: Nobody pays for it\n", "the second list has the new answer")
	require.Equal(t, 3.0, x.saved[len(x.saved)-1].Weights["revenue"], "the last of the list can be changed too")
	require.Equal(t, engine.No, x.saved[len(x.saved)-1].Facts["sold"])
}

func TestReviewCanBeLeft(t *testing.T) {
	t.Parallel()
	x := newTalk(t, "en", fixed, "r", "q")
	require.ErrorIs(t, x.Run(context.Background()), dialogue.ErrQuit)
	require.Contains(t, x.out.String(), "Your answers:")
}

// r shows the result with what there is.
func TestResultNow(t *testing.T) {
	t.Parallel()
	x := newTalk(t, "en", fixed, "1", "r", "")
	x.converse(t)
	require.Len(t, x.saved, 2, "and again before the result")
}
