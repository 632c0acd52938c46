package dialogue_test

import (
	"context"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/dialogue"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/session"
)

// beside lets somebody else answer when this dialogue saves for the time that is given.
func (x *talk) beside(time int, theirs engine.Profile) {
	x.Save = func(p engine.Profile) (*session.Meanwhile, error) {
		if time--; time == 0 {
			return &session.Meanwhile{Now: theirs}, nil
		}
		return x.keep(p)
	}
}

// unwrap joins the lines of a text.
func unwrap(text string) string {
	return regexp.MustCompile(`\n *`).ReplaceAllString(text, " ")
}

// What another person answered meanwhile is told and counts; of what both answered the
// person here says which stays.
func TestSomeoneElseAnswersToo(t *testing.T) {
	t.Parallel()
	theirs := engine.Profile{Facts: map[string]engine.Answer{"sold": engine.No, "rights": engine.Value("full")}}
	for _, c := range []struct {
		lang, choice, kept string
		told               []string
	}{
		{"en", "1", "true", []string{
			"Someone else answers here too. Taken over: Right to publish: All of it may be published.",
			"Someone else answered this meanwhile, and not as you did: Do customers pay for it? Which answer stays?",
			"1  yours: Customers pay for it 2  theirs: Nobody pays for it",
		}},
		{"zh", "2", "false", []string{"另有人也在这里作答", "全部内容都有权发布", "1  您的：客户为它付费 2  对方的：无人为它付费"}},
	} {
		x := newTalk(t, c.lang, fixed, "1", c.choice, "q")
		x.beside(1, theirs)
		require.ErrorIs(t, x.Run(context.Background()), dialogue.ErrQuit)
		for _, want := range c.told {
			require.Contains(t, unwrap(x.out.String()), want)
		}
		require.Len(t, x.saved, 1, "once it is settled")
		require.Equal(t, map[string]string{"sold": c.kept, "rights": "full"}, textsOf(x.saved[0].Facts))
	}
}

// Whoever leaves instead of choosing overwrites nothing.
func TestLeavingInsteadOfChoosing(t *testing.T) {
	t.Parallel()
	x := newTalk(t, "en", fixed, "1", "q")
	x.beside(1, engine.Profile{Facts: map[string]engine.Answer{"sold": engine.No}})
	require.ErrorIs(t, x.Run(context.Background()), dialogue.ErrQuit)
	require.Empty(t, x.saved)
	require.Contains(t, x.out.String(), "Your answer is not saved; theirs stays as it is.")
}

// What was answered since the last answer counts in the result.
func TestAnswersOfOthersBeforeTheResult(t *testing.T) {
	t.Parallel()
	x := newTalk(t, "en", fixed, "1", "r", "")
	x.beside(2, engine.Profile{Facts: map[string]engine.Answer{"sold": engine.Yes, "rights": engine.Unknown}})
	x.converse(t)
	require.Contains(t, x.out.String(), "Taken over: ")
	require.Equal(t, map[string]string{"sold": "true", "rights": "unknown"}, textsOf(x.Session.Profile().Facts))
}
