package profiles_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/rules"
)

// numberPatterns find what reports print of numbers that hang together.
var numberPatterns = map[string]struct{ lead, runnerUp, poll, weight, few, most *regexp.Regexp }{
	"en": {
		regexp.MustCompile(`leads .* by (\d+)% of your weighted goals\.`),
		regexp.MustCompile(`meets (\d+)% of your weighted goals; the advice meets (\d+)%\.`),
		regexp.MustCompile(`Wins in 100 weightings near yours: (.*)\.`),
		regexp.MustCompile(`weight [\d.]+ of 10, speaks for \S+, (\d+)% of all stated weights`),
		regexp.MustCompile(`under 1`), regexp.MustCompile(`over 99`),
	},
	"zh": {
		regexp.MustCompile(`高 (\d+) 个百分点。`),
		regexp.MustCompile(`满足度 (\d+)%；所建议方案的满足度为 (\d+)%`),
		regexp.MustCompile(`每 100 组中胜出的次数：(.*)。`),
		regexp.MustCompile(`占所填全部权重的 (\d+)%`),
		regexp.MustCompile(`不足 1 `), regexp.MustCompile(`超过 99 `),
	},
}

// What a report prints of 100 adds up to 100, and a lead is the difference of the
// values beside it, in both languages, as text and as Markdown.
func TestNumbersOfAReportAgree(t *testing.T) {
	t.Parallel()
	found := map[string]int{}
	for _, x := range analysedExamples(t) {
		name, r := x.name, x.result
		requireExactNumbers(t, name, r)
		for lang := range numberPatterns {
			for _, f := range []report.Format{report.Text, report.Markdown} {
				var b strings.Builder
				require.NoError(t, report.Write(&b, rules.Core(), r, f, report.Lang(lang), report.Width(100_000)))
				for _, fault := range findNumberFaults(lang, b.String(), r, found) {
					t.Errorf("%s: %s, %s, %s", fault, name, lang, f)
				}
			}
		}
	}
	for _, kind := range []string{"lead", "poll", "weights", "dimensions"} {
		require.Positive(t, found[kind], "no report has any %s", kind)
	}
}

func findNumberFaults(lang, text string, r *engine.Recommendation, found map[string]int) (faults []string) {
	add := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	x := numberPatterns[lang]
	lead, values := x.lead.FindStringSubmatch(text), x.runnerUp.FindStringSubmatch(text)
	if lead != nil && values != nil {
		found["lead"]++
		if parse(values[2])-parse(values[1]) != parse(lead[1]) {
			add("a lead of %s beside %s and %s", lead[1], values[2], values[1])
		}
	}
	if poll := x.poll.FindStringSubmatch(text); poll != nil {
		found["poll"]++
		few, most := len(x.few.FindAllString(poll[1], -1)), len(x.most.FindAllString(poll[1], -1))
		whole := x.most.ReplaceAllString(x.few.ReplaceAllString(poll[1], ""), "")
		if sum := sumOf(regexp.MustCompile(`(?:”| )(\d+)(?:次| ?$| and|,| 次|，|、)`).FindAllStringSubmatch(whole, -1)); sum+99*most+few < 99+most || sum+100*most > 100 || few+most == 0 && sum != 100 {
			add("the weightings add up to %d: %s", sum, poll[1])
		}
	}
	if list := x.weight.FindAllStringSubmatch(text, -1); list != nil {
		found["weights"]++
		if sum := sumOf(list); sum != 100 {
			add("the weights add up to %d", sum)
		}
	}
	if n, sum := sumDimensions(lang, regexp.MustCompile(`under 1|不足 1`).ReplaceAllString(text, "0")); n == len(r.Dimensions) {
		found["dimensions"]++
		if sum != 100 && r.Stance != engine.NoBasis {
			add("the dimensions add up to %d", sum)
		}
	}
	return faults
}

// sumDimensions adds the weights of the table of dimensions.
func sumDimensions(lang, text string) (rows, sum int) {
	pack := rules.Core()
	for i := range pack.Dimensions {
		name := regexp.QuoteMeta(pack.Dimensions[i].Title.In(lang))
		if m := regexp.MustCompile(`(?m)^[ |]*` + name + ` .*?(\d+)% ?[（(][^ |]*[ |]*$`).FindStringSubmatch(text); m != nil {
			rows, sum = rows+1, sum+parse(m[1])
		}
	}
	return rows, sum
}

func sumOf(list [][]string) int {
	sum := 0
	for _, m := range list {
		sum += parse(m[1])
	}
	return sum
}

func parse(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(err) // the pattern takes digits alone
	}
	return n
}

// requireExactNumbers checks what JSON gives as it was computed.
func requireExactNumbers(t *testing.T, name string, r *engine.Recommendation) {
	t.Helper()
	const near = 1e-9
	importance, score, shares := 0.0, 0.0, 0.0
	for _, d := range r.Dimensions {
		importance += d.Importance
		score += d.Contribution
	}
	for _, p := range r.Priorities {
		shares += p.Share
	}
	require.InDelta(t, 1, importance, near, name)
	require.InDelta(t, r.Score.Nominal, score, near, name)
	if len(r.Priorities) > 0 {
		require.InDelta(t, 1, shares, near, name)
	}
	value := map[string]float64{}
	for _, o := range r.Options {
		value[o.ID] = o.Value.Nominal
	}
	if r.RunnerUp.Option != "" {
		require.InDelta(t, value[r.Option]-value[r.RunnerUp.Option], r.RunnerUp.Gap, near, name)
	}
	for _, list := range [][]engine.Acceptability{r.Sensitivity.Acceptability, r.Sensitivity.AnyWeights} {
		sum := 0.0
		for _, a := range list {
			sum += a.Share
		}
		if len(list) > 0 {
			require.InDelta(t, 1, sum, near, name)
		}
	}
}
