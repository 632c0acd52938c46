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
	out := append([]page.Block{page.MakeBlock(page.Title, name), page.MakeBlock(page.Headline, describeVerdict(w))}, composeContradictions(w)...)
	summary := page.MakeBlock(page.Paragraph, summariseVerdict(w)...)
	if w.rec.Option == "" {
		return append(out, summary)
	}
	out = append(out, page.MakeBlock(page.Paragraph, describeForm(w)...))
	out = append(out, page.MakeBlocks(page.Item, describeFormParts(w))...)
	out = append(out, summary, page.MakeBlock(page.Paragraph, describeRobustnessInFull(w)...))
	if next := w.rec.RunnerUp.Option; next != "" {
		line := []string{w.RunnerUpLine(w.nameOption(next), w.nameStance(w.pack.Option(next).Stance), plain.Hundredths(w.findOptionValue(next)), plain.Hundredths(w.findOptionValue(w.rec.Option)))}
		if list := w.acceptabilityNearStated(); findAcceptability(list, next) != nil {
			c := allotChances(list)
			line = append(line, w.RunnerUpWins(c.sayOf(w, next)))
			if rival := w.rec.Sensitivity.Robustness.Rival; rival != "" && rival != next && !isFew(c.shares[rival]) && c.shares[rival] > 0 {
				line = append(line, w.RivalWins(w.nameOption(rival), c.sayOf(w, rival)))
			}
		}
		out = append(out, page.MakeBlock(page.Paragraph, line...))
	}
	return out
}

// describeForm says what the advised form is, and whose form, if it has a name of its
// own.
func describeForm(w *wording) []string {
	f, o := w.findForm(), w.pack.Option(w.rec.Option)
	if f.Title.In(w.Lang) == o.Title.In(w.Lang) {
		return []string{f.Text.In(w.Lang)}
	}
	return []string{f.Text.In(w.Lang), w.FormOf(w.nameOption(o.ID), o.Text.In(w.Lang))}
}

// describeFormParts says what the form gives and keeps, and what can go wrong.
func describeFormParts(w *wording) [][]string {
	f := w.findForm()
	var parts []string
	if gives := keepPresentComponents(w, f.Gives); len(gives) > 0 {
		parts = append(parts, w.FormGives(w.joinPhrases(w.nameComponents(gives))))
	}
	if keeps := keepPresentComponents(w, f.Keeps); len(keeps) > 0 {
		parts = append(parts, w.FormKeeps(w.joinPhrases(w.nameComponents(keeps))))
	}
	var out [][]string
	if parts != nil {
		out = append(out, parts)
	}
	if !f.Danger.IsEmpty() {
		out = append(out, []string{w.FormDanger(f.Danger.In(w.Lang))})
	}
	return out
}

// composeSensitivityHeadSection is the top of the page about what would change a result.
func composeSensitivityHeadSection(w *wording) []page.Block {
	name := w.TitleSettled()
	if w.rec.Profile.Name != "" {
		name = w.TitleSettledFor(w.rec.Profile.Name)
	}
	out := append([]page.Block{page.MakeBlock(page.Title, name), page.MakeBlock(page.Headline, describeVerdict(w))}, composeContradictions(w)...)
	if w.rec.Option != "" {
		out = append(out, page.MakeBlock(page.Paragraph, describeRobustnessInFull(w)...))
	}
	return out
}
