package dialogue_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/dialogue"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/engine/session"
	"github.com/ajar-decision/ajar/rules"
)

// dataPack is a pack with one question, about a set.
func dataPack() *rules.Pack {
	text := func(en, zh string) rules.Text { return rules.Text{{"en", en}, {"zh", zh}} }
	pack := *rules.Core()
	pack.Facts = append(pack.Facts[:len(pack.Facts):len(pack.Facts)], rules.Fact{
		ID: "data_kinds", Type: rules.SetFact, Title: text("Data", "数据"), Question: text("Which data?", "有哪些数据？"), Why: text("The law.", "法律。"), Source: rules.Core().Facts[0].Source,
		Values: []rules.FactValue{
			{ID: "public", Label: text("Public", "公开"), Alone: true}, {ID: "personal", Label: text("Personal", "个人")}, {ID: "health", Label: text("Health", "健康")},
		},
	})
	return &pack
}

func talkOfData(t *testing.T, lang string, start engine.Profile, lines ...string) *talk {
	t.Helper()
	e, err := engine.New(dataPack())
	require.NoError(t, err)
	x := &talk{out: &bytes.Buffer{}}
	x.Dialogue = dialogue.New(strings.NewReader(strings.Join(append(lines, ""), "\n")), x.out, lang, page.Look{Width: 80}, nil)
	x.Save = x.keep
	x.Session, err = session.New(e, start, session.Config{Only: []string{"data_kinds"}})
	require.NoError(t, err)
	return x
}

// Several values are numbers with spaces between them; what excludes the others is
// told, and a choice that it excludes is refused.
func TestAskingForSeveralValues(t *testing.T) {
	t.Parallel()
	x := talkOfData(t, "en", engine.Profile{}, "1 2", "3 2", "")
	out := x.converse(t)
	require.Contains(t, out, "  1  Public (only by itself)\n  2  Personal\n  3  Health\n  All that hold, as in 1 3.\n> ")
	require.Contains(t, out, "excludes")
	require.Len(t, x.saved, 2, "and again before the result")
	require.Equal(t, engine.Set("personal", "health"), x.saved[0].Facts["data_kinds"])
	require.Contains(t, out, "Data: Personal; Health\n")
	out = talkOfData(t, "zh", engine.Profile{}, "２、3", "").converse(t)
	require.Contains(t, out, "1  公开（只能单独选）")
	require.Contains(t, out, "数据：个人；健康\n")
}

// What was said before is marked, what is open of it too, and Enter keeps both.
func TestGivenSetIsShown(t *testing.T) {
	t.Parallel()
	start := engine.Profile{Facts: map[string]engine.Answer{"data_kinds": engine.PartOfSet(map[string]rules.Truth{"personal": rules.True})}}
	x := talkOfData(t, "en", start, "e 1", "", "")
	out := x.converse(t)
	require.Contains(t, out, "Data: Personal; not all of it known\n")
	require.Contains(t, out, "2  Personal (your answer)\n  3  Health (not known so far)\n")
	require.Contains(t, out, "Enter keeps your answer.")
	require.Equal(t, start.Facts["data_kinds"], x.Session.Profile().Facts["data_kinds"])
}
