package dialogue_test

import (
	"context"
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/dialogue"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/lang"
)

// whole answers all that the toy pack asks, in the order of the pack, and ends
// the review.
var whole = []string{"1", "2", "u", "s", "1", "2", "7", ""}

// Each answer is saved when it is given.
func TestEachAnswerIsSaved(t *testing.T) {
	t.Parallel()
	x := newTalk(t, "en", fixed, whole...)
	x.converse(t)
	require.Len(t, x.saved, len(whole), "and once more before the result, for what others answered")
	require.Equal(t, map[string]engine.Answer{"sold": engine.Yes}, x.saved[0].Facts)
	last := x.saved[len(x.saved)-1]
	require.Equal(t, map[string]float64{"revenue": 7}, last.Weights)
	require.Equal(t, map[string]string{"sold": "true", "rights": "partial", "separable": "unknown", "users": "1"}, textsOf(last.Facts))
}

func textsOf(facts map[string]engine.Answer) map[string]string {
	out := map[string]string{}
	for id, a := range facts {
		out[id] = a.String()
	}
	return out
}

// Every language shows the same questions with the same choices.
func TestLanguagesAskTheSame(t *testing.T) {
	t.Parallel()
	lines := append([]string{"?", "h", "p", "b", "9"}, whole...)
	han := regexp.MustCompile(`\p{Han}`)
	var marks []string
	for _, code := range lang.All() {
		out := newTalk(t, code, fixed, lines...).converse(t)
		marks = append(marks, strings.Join(regexp.MustCompile(`(?m)\[\w+\]|^  \d  |^> `).FindAllString(out, -1), "|"))
		require.Equal(t, marks[0], marks[len(marks)-1], code)
		require.Equal(t, code == "zh", han.MatchString(out), code)
	}
}

// A line that is no answer says what is allowed, and changes nothing.
func TestNoAnswer(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ line, want string }{
		{"9", `Type y or n, u for unknown, or s to skip.`},
		{"yes please", `Type y or n`},
		{"", "no answer was given"},
		{"?", "Why we ask: Free copies compete with paid ones."},
		{"?", "Sources: study (ajar explain sold)"},
		{"h", "Keys: number or y/n"},
		{"b", "This is the first question"},
		{"p", "So far there is nothing to judge by."},
	} {
		x := newTalk(t, "en", fixed, c.line, "q")
		require.ErrorIs(t, x.Run(context.Background()), dialogue.ErrQuit)
		require.Contains(t, x.out.String(), c.want, c.line)
		require.Empty(t, x.saved, c.line)
	}
}

// The keys that are answers without a value.
func TestAnswersWithoutAValue(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		key  string
		want map[string]string
		told string
	}{
		{"u", map[string]string{"sold": "unknown"}, "Noted as not known."},
		{"-", map[string]string{"sold": "na"}, "Noted: it does not apply."},
		{"NA", map[string]string{"sold": "na"}, "Noted: it does not apply."},
		{"不适用", map[string]string{"sold": "na"}, "Noted: it does not apply."},
		{"N", map[string]string{"sold": "false"}, ""},
		{"ｎｏ", map[string]string{"sold": "false"}, ""},
		{"yes", map[string]string{"sold": "true"}, ""},
		{"是", map[string]string{"sold": "true"}, ""},
		{"s", map[string]string{}, "Skipped. Nothing is recorded."},
	} {
		x := newTalk(t, "en", fixed, c.key, "q")
		require.ErrorIs(t, x.Run(context.Background()), dialogue.ErrQuit)
		require.Contains(t, x.out.String(), c.told)
		require.Equal(t, c.want, textsOf(x.saved[0].Facts))
	}
}

// An answer that makes questions pointless says so, and so does one that
// brings them back.
func TestQuestionsSwitchOffAndOn(t *testing.T) {
	t.Parallel()
	x := newTalk(t, "en", fixed, "1", "2", "1", "b", "b", "1", "q")
	require.ErrorIs(t, x.Run(context.Background()), dialogue.ErrQuit)
	out := x.out.String()
	require.Contains(t, out, "Enter keeps your answer.", "a question that was answered is shown with its answer")
	require.Contains(t, out, "(your answer)")
	require.Contains(t, out, "1 answer no longer applies; kept, not counted: separable")
}

// An answer that cannot be saved is not lost: the person may try again, or stop.
func TestSavingFails(t *testing.T) {
	t.Parallel()
	full := errors.New("disk full")
	for _, again := range []bool{true, false} {
		line := "2"
		if again {
			line = "1"
		}
		x := newTalk(t, "en", fixed, "1", line, "q")
		tries := 0
		x.Save = func(p engine.Profile) (*session.Meanwhile, error) {
			tries++
			x.saved = append(x.saved, p)
			if tries == 1 {
				return nil, full
			}
			return nil, nil // nobody else answers
		}
		err := x.Run(context.Background())
		require.Contains(t, x.out.String(), "disk full")
		if again {
			require.ErrorIs(t, err, dialogue.ErrQuit)
			require.Equal(t, 2, tries)
			require.Equal(t, x.saved[0].Facts, x.saved[1].Facts)
		} else {
			require.ErrorIs(t, err, full)
			require.Equal(t, 1, tries)
		}
	}
}

// It is said once when nothing open can change the result.
func TestNothingOpenCanChange(t *testing.T) {
	t.Parallel()
	out := newTalk(t, "en", fixed, whole...).converse(t)
	require.Equal(t, 1, strings.Count(out, "Nothing still open can change the result."))
}

// An answer that excludes an earlier one is told at once, with the question of the
// earlier one.
func TestContradictionIsTold(t *testing.T) {
	t.Parallel()
	e, err := engine.New(rules.Core())
	require.NoError(t, err)
	for code, want := range map[string]string{"en": "This does not go with what you said of release_status.", "zh": "这与您对 release_status 的回答不符。"} {
		x := newTalk(t, code, fixed, "4", "7", "")
		x.Session, err = session.New(e, engine.Profile{}, session.Config{Only: []string{"release_status", "present_terms"}, Fixed: true})
		require.NoError(t, err)
		require.Contains(t, x.converse(t), want)
	}
}
