package cli

import (
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/profiles"
)

// buildMethodPage is the help on the method, with how often each word was right: its
// text has names in braces where numbers belong.
func buildMethodPage(lang string) *page.Page {
	c := profiles.CoreCalibration()
	t := textsIn(lang)
	return parseHelpText(strings.NewReplacer(
		"{cases}", strconv.Itoa(c.Cases), "{rules}", t.VersionRules(c.Rules.Name, c.Rules.Version),
		"{with_priorities}", listWordRows(t, c.WithPriorities), "{facts_only}", listWordRows(t, c.FactsOnly),
	).Replace(loadHelpText(lang, "method")))
}

// listWordRows gives a row for each word, as the text of a page has them.
func listWordRows(t texts, counts profiles.SettledCounts) string {
	var rows []string
	for i, x := range counts.Stance {
		rows = append(rows, "  "+report.RobustnessText(x.Word, t.Lang)+"  "+t.WordRight(phraseRight(t, x), phraseRight(t, counts.Option[i])))
	}
	return strings.Join(rows, "\n")
}

func phraseRight(t texts, x profiles.WordCount) string {
	if x.Said == 0 {
		return t.WordNeverSaid()
	}
	return t.WordRightOf(strconv.Itoa(x.Same), strconv.Itoa(x.Said))
}
