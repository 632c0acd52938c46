//go:build !windows

package cli_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/cmd/internal/cli"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/profiles"
)

// Priorities 5, 6 and 12 of the list.
const (
	reach     = "adoption_reach"
	customise = "customisability"
	secrecy   = "ip_secrecy"
	three     = "9 11 6"
)

// weigh starts to ask about three priorities by a method.
func weigh(t *testing.T, dir, method string) *talk {
	t.Helper()
	return start(t, dir, "ask", "--only", "priorities", "--weights", method)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Each method: what is wrong is told, what weights come out is said, and the
// draft keeps what was said for the next run.
func TestAskWeights(t *testing.T) {
	t.Parallel()
	for method, x := range map[string]struct {
		wrong, told string
		lines       []string
		want        elicit.Input
	}{
		"rank": {
			"2", "without a place yet", []string{"３＞１＝２"},
			elicit.Input{Ranking: [][]string{{secrecy}, {reach, customise}}},
		},
		"points": {
			"50 20", "30 of the 100 points are left", []string{"50 20 30"},
			elicit.Input{Points: map[string]float64{reach: 50, customise: 20, secrecy: 30}},
		},
		"pairs": {
			"1", "is missing", []string{"1 4", "2 2", "2 8"},
			elicit.Input{Pairs: []elicit.Judgement{{A: reach, B: customise, Times: 4}, {A: secrecy, B: reach, Times: 2}, {A: secrecy, B: customise, Times: 8}}},
		},
		"best-worst": {
			"4", "not one of the choices", []string{"3", "2", "8", "2", "4"},
			elicit.Input{BestWorst: &elicit.BestWorstInput{
				Best: secrecy, Worst: customise, BestOver: map[string]float64{customise: 8, reach: 2}, OverWorst: map[string]float64{reach: 4},
			}},
		},
	} {
		t.Run(method, func(t *testing.T) {
			t.Parallel()
			dir := formatPosition(t)
			w := weigh(t, dir, method)
			w.say(three).say(x.wrong)
			require.Contains(t, oneLine(w.expect("> ")), x.told)
			for i, line := range x.lines {
				if i > 0 {
					w.expect("> ")
				}
				w.raw(line + "\n")
			}
			told := w.expect("Your answers:")
			require.Contains(t, oneLine(told), "Weights: ")
			p := saved(t, dir)
			want, err := x.want.Weights()
			require.NoError(t, err)
			require.Equal(t, map[string]float64(want), p.Weights)
			require.Equal(t, x.want, p.WeightsFrom)
			w.say("q")
			code, _ := w.end()
			require.Equal(t, cli.ExitIncomplete, code)

			w = weigh(t, dir, method)
			w.say("1")
			require.NotRegexp(t, `\d of \d`, w.expect("Your answers:"), "nothing is asked again")
			w.say("e 2")
			require.Contains(t, w.expect("Enter keeps"), "Customisability")
			w.say("")
			w.expect("Your answers:")
			require.Equal(t, p, saved(t, dir))
		})
	}
}

// A run may end between two comparisons: none is asked twice, and what was
// decided with the file meanwhile says that they do not count yet.
func TestAskComparisonsLater(t *testing.T) {
	t.Parallel()
	for method, lines := range map[string][]string{"pairs": {"2 4", "1 3"}, "best-worst": {"3", "2", "8", "2"}} {
		dir := formatPosition(t)
		x := weigh(t, dir, method)
		x.say("9 11 6 10")
		for i, line := range lines {
			x.say(line)
			x.expect("> ")
			require.NoError(t, x.cmd.Process.Kill())
			p := saved(t, dir)
			require.NotZero(t, p.Unfinished)
			require.Len(t, p.Weights, 4)
			if i == 0 {
				d := start(t, dir, "decide", "@draft")
				code, rest := d.end()
				require.Equal(t, cli.ExitOK, code)
				require.Contains(t, oneLine(rest), `the unfinished comparisons do not count yet`)
				require.Contains(t, oneLine(rest), "ajar ask --weights "+method)
			}
			x = weigh(t, dir, method)
			told := x.expect("go on")
			require.NotContains(t, told, "unfinished", "they are gone on with")
			x.say("1")
			x.expect(strconv.Itoa(i+3) + " of")
		}
	}
}

// A run that ends between two ratings: those chosen and not rated are asked in
// the next one, and are told of as long as they are not.
func TestAskRatingsLater(t *testing.T) {
	t.Parallel()
	dir := formatPosition(t)
	only := "priorities,adoption_reach,customisability,ip_secrecy"
	x := start(t, dir, "ask", "--order", "fixed", "--only", only)
	x.say(three).say("10")
	x.expect("> ")
	require.NoError(t, x.cmd.Process.Kill())
	require.Equal(t, []string{customise, secrecy}, saved(t, dir).Unfinished.Unrated)
	d := start(t, dir, "decide", "@draft")
	code, rest := d.end()
	require.Equal(t, cli.ExitOK, code)
	require.Contains(t, oneLine(rest), "chosen and not rated yet, so of weight 10: customisability, ip_secrecy")
	x = start(t, dir, "ask", "--order", "fixed", "--only", only)
	x.say("1")
	x.expect("3 of 4")
	x.say("4").say("2")
	x.expect("Your answers:")
	p := saved(t, dir)
	require.Zero(t, p.Unfinished)
	require.Equal(t, map[string]float64{reach: 10, customise: 4, secrecy: 2}, p.Weights)
}

// After the last pair: how consistent they are, and which to reconsider.
func TestAskPairsReconsidered(t *testing.T) {
	t.Parallel()
	dir := formatPosition(t)
	x := weigh(t, dir, "pairs")
	x.say(three).say("1 3").say("2 2").say("1 4")
	told := oneLine(x.expect("> "))
	require.Contains(t, told, "go round in a circle: Adoption and influence over Customisability over Protected know-how over Adoption and influence, and so on.")
	require.Contains(t, told, "Look again at")
	before := saved(t, dir).Weights
	x.raw("?\n")
	require.Contains(t, x.expect("> "), "Why we ask")
	x.raw("\n")
	x.expect("Your answers:")
	require.Equal(t, before, saved(t, dir).Weights, "left as it is")
	x.say("b")
	x.expect("4 of")
	x.say("2 6")
	require.Contains(t, x.expect("Your answers:"), "fit together")
	require.NotEqual(t, before, saved(t, dir).Weights)
}

// Back, not known and skipped at a comparison: too little leaves the choice as
// it was.
func TestAskComparisonsLeftOut(t *testing.T) {
	t.Parallel()
	dir := formatPosition(t)
	x := weigh(t, dir, "pairs")
	x.say(three).say("1 3").say("b")
	require.Contains(t, oneLine(x.expect("Enter keeps it.")), "Your answer: Adoption and influence, 3 times as much")
	x.say("u").say("s").say("=")
	require.Contains(t, oneLine(x.expect("Your answers:")), "Too little was said")
	p := saved(t, dir)
	require.Equal(t, map[string]float64{reach: 10, customise: 10, secrecy: 10}, p.Weights)
	require.Zero(t, p.WeightsFrom)
}

// Another choice makes the order count no more, in words that people know.
func TestAskOrderOfAnotherChoice(t *testing.T) {
	t.Parallel()
	x := weigh(t, formatPosition(t), "rank")
	x.say("9 6").say("2 1").say("e 1").say(three)
	require.Contains(t, oneLine(x.expect("1 of")+x.expect("2 of")), "1 answer no longer applies; kept, not counted: Order of importance")
}

// A file that a person wrote keeps the rest as it is, whichever way its
// weights were given before.
func TestAskWeightsInAFile(t *testing.T) {
	t.Parallel()
	for _, before := range []string{"priorities:\n  ip_secrecy: 3 # ours\n", "ranking: [ip_secrecy]\n", "points:\n  ip_secrecy: 100\n", ""} {
		dir := formatPosition(t)
		file := filepath.Join(dir, "work", "mine.yaml")
		require.NoError(t, os.WriteFile(file, []byte("# ours\najar: 1\n"+before+"facts:\n  kind: software # sure\n"), 0o644))
		x := start(t, dir, "ask", "-p", "mine.yaml", "--only", "priorities", "--weights", "rank")
		if before != "" {
			x.say("e 2")
		}
		x.say("9 6").say("2 1")
		x.expect("Your answers:")
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		require.Contains(t, string(data), "# ours\najar: 1\n")
		require.Contains(t, string(data), "kind: software # sure\n")
		p, err := profiles.Load(file)
		require.NoError(t, err, "%s", data)
		require.Equal(t, [][]string{{secrecy}, {reach}}, p.WeightsFrom.Ranking, "%s", data)
	}
}

// Every way to ask fits narrow windows and speaks one language.
func TestAskWeightsLooks(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"en", "zh"} {
		for method, lines := range map[string][]string{
			"rank": {"1", "？", "３ １＝２"}, "points": {"1", "？", "50 50 1", "50 30 20"},
			"pairs": {"1", "？", "1 3", "2 2", "1 4", ""}, "best-worst": {"？", "1", "1", "9", "9", "9", "2"},
		} {
			x := startWith(t, formatPosition(t), 40, nil, "ask", "--lang", lang, "--only", "priorities", "--weights", method, "--width", "40")
			x.say(three)
			for _, line := range lines {
				x.say(line)
			}
			x.expect("e 3")
			x.expect("> ")
			text := x.all()
			require.NotRegexp(t, moves, text)
			fits(t, text, 40, method)
			if lang == "en" {
				require.NotRegexp(t, han, strings.NewReplacer("？", "", "３ １＝２", "").Replace(text))
			} else {
				require.NotRegexp(t, sentence, commands.ReplaceAllString(text, ""))
			}
		}
	}
}

func TestAskWeightsMistakes(t *testing.T) {
	t.Parallel()
	x := start(t, formatPosition(t), "ask", "--weights", "rnak")
	code, rest := x.end()
	require.Equal(t, cli.ExitUsage, code)
	require.Contains(t, rest, `did you mean "rank"?`)
}
