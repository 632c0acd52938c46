package report

import (
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/plain"
)

// composeHeadSection is the top of the page: what the advice is, in full and in two
// sentences, and how settled it is.
func composeHeadSection(w *wording) []page.Block {
	name := w.Title()
	if w.rec.Profile.Name != "" {
		name = w.TitleFor(w.rec.Profile.Name)
	}
	out := []page.Block{page.MakeBlock(page.Title, name), page.MakeBlock(page.Headline, describeVerdict(w))}
	summary := page.MakeBlock(page.Paragraph, summariseVerdict(w)...)
	if w.rec.Option == "" {
		return append(out, summary)
	}
	out = append(out, page.MakeBlock(page.Paragraph, w.pack.Option(w.rec.Option).Text.In(w.Lang)))
	if s := w.findSplit(); s != nil {
		out = append(out, page.MakeBlocks(page.Item, [][]string{
			{w.Split(s.Title.In(w.Lang), s.Text.In(w.Lang))},
			{w.SplitGives(w.joinPhrases(w.nameComponents(keepPresentComponents(w, s.Gives)))), w.SplitKeeps(w.joinPhrases(w.nameComponents(keepPresentComponents(w, s.Keeps))))},
			{w.SplitDanger(s.Danger.In(w.Lang))},
		})...)
	}
	out = append(out, summary, page.MakeBlock(page.Paragraph, describeRobustness(w)...))
	if next := w.rec.RunnerUp.Option; next != "" {
		line := []string{w.RunnerUpLine(w.nameOption(next), w.nameStance(w.pack.Option(next).Stance), plain.Hundredths(w.findOptionValue(next)), plain.Hundredths(w.findOptionValue(w.rec.Option)))}
		if list := w.acceptabilityNearStated(); findAcceptability(list, next) != nil {
			line = append(line, w.RunnerUpWins(allotChances(list).sayOf(w, next)))
		}
		out = append(out, page.MakeBlock(page.Paragraph, line...))
	}
	return out
}

// composeSensitivityHeadSection is the top of the page about what would change a result.
func composeSensitivityHeadSection(w *wording) []page.Block {
	name := w.TitleSettled()
	if w.rec.Profile.Name != "" {
		name = w.TitleSettledFor(w.rec.Profile.Name)
	}
	out := []page.Block{page.MakeBlock(page.Title, name), page.MakeBlock(page.Headline, describeVerdict(w))}
	if w.rec.Option != "" {
		out = append(out, page.MakeBlock(page.Paragraph, describeRobustness(w)...))
	}
	return out
}
