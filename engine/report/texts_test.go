package report_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ajar-decision/ajar/engine/report"
)

// What may stand in Latin letters in a Chinese report: ids and digests, names
// from the profile, works, and names of licences, products and units.
var latinInChinese = regexp.MustCompile(`sha256:[0-9a-f]+|[a-z][a-z0-9.]*(_[a-z0-9.]+)+|[A-Za-z0-9]+(-[A-Z0-9][A-Za-z0-9.]*)+|ajar|copyleft|β`)

func TestNoOtherLanguageIsLeft(t *testing.T) {
	t.Parallel()
	for name := range situations {
		r := decided(t, name)
		r.Profile.Name, r.Profile.Notes = "", nil
		en := written(t, r, report.Text)
		require.NotRegexp(t, `\p{Han}|[，。；：（）“”]`, en, name)
		zh, _, _ := strings.Cut(written(t, r, report.Text, report.Lang("zh")), "\n出处\n")
		zh = latinInChinese.ReplaceAllString(zh, "")
		for _, p := range r.Pack.Facts {
			zh = strings.ReplaceAll(zh, p.ID, "")
		}
		for _, p := range r.Pack.Priorities {
			zh = strings.ReplaceAll(zh, p.ID, "")
		}
		for _, s := range r.Pack.Sources {
			zh = strings.ReplaceAll(zh, s.ID, "")
		}
		for _, d := range r.Pack.Dimensions {
			for _, a := range d.Arguments {
				zh = strings.ReplaceAll(zh, a.ID, "")
			}
		}
		for _, s := range r.Pack.Steps {
			zh = strings.ReplaceAll(zh, s.ID, "")
		}
		for _, l := range r.Pack.Licences {
			zh = strings.ReplaceAll(zh, l.ID, "")
		}
		for _, l := range r.Profile.Limits {
			zh = strings.ReplaceAll(strings.Join(strings.Fields(zh), " "), l.Because, "")
			zh = strings.ReplaceAll(zh, strings.TrimSuffix(l.Because, "."), "")
		}
		for _, left := range regexp.MustCompile(`[A-Za-z]{3,}`).FindAllString(zh, -1) {
			require.Contains(t, []string{"toy"}, left, "%s: English in Chinese", name)
		}
		require.NotRegexp(t, `\p{Han} ?[,;!]|\p{Han}\. `, zh, "%s: half-width punctuation", name)
	}
}
