package report

import (
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
)

// The report for those who decide: one sheet of paper that says what is advised and on
// what it hangs, and behind it figures and all else for whoever wants to know more.

// boardPage are the parts behind the sheet.
var boardPage = sectionsOf[*wording]{
	composeInFullSection, composeToClearSection, composeConditionsSection, composeMeanwhileSection, composeCautionsSection, composeWarningsSection,
	composeLeansPicture, composeSharesPicture, composeWeightsPicture,
	composeReleaseTableSection, composeComponentsSection, composeDutiesSection, composeLicencesSection, composePlanSection, composeRidersSection,
	composeOptionsPicture, composeReasonsSection, composeComplementSection, composeIncomeSection,
	composeStatedSection, composeOpenSection, composeBoardFlips, composeBoardNumbers, composeBoardQuestions,
	composeMethodSection, composeSourcesSection,
}

// ComposeBoard composes the report for those who decide, for a writer that can draw
// figures, such as package html. Options and errors are those of [Write]; lengths make no
// difference.
func ComposeBoard(pack *rules.Pack, r *engine.Recommendation, opts ...WriteOption) (*page.Page, error) {
	if err := checkPack(pack, r); err != nil {
		return nil, err
	}
	s := applyOptions(opts)
	w := newWording(pack, r, s)
	p := &page.Page{Tongue: w.Tongue, Unfolded: s.unfolded}
	p.Add(composeSheet(w)...)
	p.Add(page.Block{Kind: page.Break})
	if r.Stance == engine.NoBasis {
		p.Add(noBasisPage[1:].compose(w)...)
		return p, nil
	}
	p.Add(boardPage.compose(w)...)
	return p, nil
}

// sheetLines are the lines of a card that stand on the sheet as they are: the others are
// tables there.
var sheetLines = []CardKind{CheckLine, FirmLine, DecidedLine, BarredLine, GiveLine, KeepLine, TodayLine, WatchLine, DutiesLine, OpenLine}

// What the sheet has room for.
const (
	sheetConditions = 4
	sheetReasons    = 3 // on each side
	sheetTurns      = 3
	sheetSteps      = 5
)

// composeSheet is the sheet.
func composeSheet(w *wording) []page.Block {
	name := w.Title()
	if w.rec.Profile.Name != "" {
		name = w.TitleFor(w.rec.Profile.Name)
	}
	c := buildCard(w)
	rows := []page.Row{{Term: w.BoardReady(), Text: describeReadiness(w)}}
	for _, l := range c.Lines {
		if slices.Contains(sheetLines, l.Kind) {
			rows = append(rows, page.Row{Term: l.Label, Text: l.Text})
		}
	}
	if left := describeLeftOut(w); left != "" {
		rows = append(rows, page.Row{Term: w.BoardPublic(), Text: left})
	}
	return slices.Concat(
		[]page.Block{page.MakeBlock(page.Title, name), page.MakeBlock(page.Headline, describeBoardVerdict(w)), {Kind: page.Rows, Rows: rows}},
		composeSheetConditions(w),
		composeSheetReasons(w),
		composePageTurns(w, listPageTurns(w), sheetTurns),
		composeSheetSteps(w),
		composeSheetSignature(w),
	)
}

// describeBoardVerdict is the headline of the card without the name, which stands above.
func describeBoardVerdict(w *wording) string {
	nameless, rec := *w, *w.rec
	rec.Profile.Name = ""
	nameless.rec = &rec
	return describeCardHeadline(&nameless)
}

// describeReadiness says whether the release may go ahead.
func describeReadiness(w *wording) string {
	switch {
	case w.rec.Option == "":
		return w.BoardReadyNothing()
	case w.rec.Ready:
		return w.BoardReadyYes()
	}
	return w.BoardReadyNot(len(w.rec.Conditions))
}

// composeSheetConditions is what the release waits for, and what to do first about each.
func composeSheetConditions(w *wording) []page.Block {
	t := &page.Table{BarColumn: page.NoBarColumn, Wraps: true, Head: []string{w.HeadWaits(), w.HeadFirst()}}
	for i := range w.rec.Conditions[:min(sheetConditions, len(w.rec.Conditions))] {
		b := &w.rec.Conditions[i]
		cells := []string{briefBar(w, b.ID), firstToSettle(w, b)}
		t.AddRow(cells, w.Topic(cells[0], cells[1]))
	}
	if len(t.Rows) == 0 {
		return nil
	}
	out := []page.Block{page.MakeGrid(t)}
	if n := len(w.rec.Conditions) - sheetConditions; n > 0 {
		out = append(out, page.MakeBlock(page.Paragraph, w.BoardMoreConditions(n, w.SectionConditions())))
	}
	return page.MakeSection(w.SectionSheetConditions(), out)
}

// composeSheetReasons sets the heaviest reasons of both sides against each other.
func composeSheetReasons(w *wording) []page.Block {
	if w.rec.Option == "" {
		return nil
	}
	open, closed := listArguments(w, rules.Open), listArguments(w, rules.Closed)
	t := &page.Table{BarColumn: page.NoBarColumn, Wraps: true, Head: []string{w.BoardForOpen(), w.BoardForClosed()}}
	say := func(list []*engine.ArgumentResult, i int) string {
		switch {
		case i < len(list):
			return sayReason(w, list[i])
		case i == 0:
			return w.CardNothing()
		}
		return ""
	}
	wished := false
	for i := range min(sheetReasons, max(len(open), len(closed), 1)) {
		cells := []string{say(open, i), say(closed, i)}
		t.AddRow(cells, cells...)
		for _, list := range [][]*engine.ArgumentResult{open, closed} {
			wished = wished || i < len(list) && findStrongestWish(list[i]) != nil
		}
	}
	out := []page.Block{page.MakeGrid(t)}
	if wished {
		out = append(out, page.MakeBlock(page.Paragraph, w.BoardWishes()))
	}
	return page.MakeSection(w.SectionSheetReasons(), out)
}

// composeSheetSteps is what to do next, with room for names.
func composeSheetSteps(w *wording) []page.Block {
	list := listOwnStepsFirst(w)
	if len(list) == 0 {
		return nil
	}
	t := &page.Table{BarColumn: page.NoBarColumn, Wraps: true, Head: []string{w.HeadStep(), w.HeadRole(), w.HeadOwner(), w.HeadDue()}}
	for _, s := range list[:min(sheetSteps, len(list))] {
		text, role := briefStep(w, s), w.nameRole(s.By)
		t.AddRow([]string{text, role, "", ""}, w.Topic(role, text))
	}
	out := []page.Block{page.MakeGrid(t)}
	if n := len(list) - sheetSteps; n > 0 {
		out = append(out, page.MakeBlock(page.Paragraph, w.BoardMoreSteps(strconv.Itoa(n), w.SectionPlan())))
	}
	return page.MakeSection(w.SectionFirst(), out)
}

// composeSheetSignature is where those who decide sign: what stands above is advice. What
// they decided is told there if it is known, with what stands against it.
func composeSheetSignature(w *wording) []page.Block {
	t := &page.Table{BarColumn: page.NoBarColumn, Wraps: true, Head: []string{w.HeadResolution(), w.HeadDeciders(), w.HeadDate()}}
	if w.resolution == nil {
		t.AddRow([]string{"", "", ""}, w.BoardUnsigned())
		return page.MakeSection(w.SectionSignature(), []page.Block{page.MakeGrid(t)})
	}
	r := &record{wording: w, res: *w.resolution}
	cells := []string{titleForm(w, r.res.Form), w.joinPhrases(r.res.Deciders), ""}
	t.AddRow(cells, cells[:2]...)
	out := []page.Block{page.MakeGrid(t), page.MakeBlock(page.Paragraph, r.res.Because)}
	if r.res.Form != w.rec.Form {
		out = append(out, page.MakeBlock(page.Headline, r.RecordDiffers()))
	}
	out = append(out, composeAgainstChoice(r)...)
	for i := range out {
		if out[i].Kind == page.Headline { // the sheet has one already
			out[i].Kind = page.Alert
		}
	}
	return page.MakeSection(w.SectionSignature(), out)
}

// composeInFullSection is the advice in sentences.
func composeInFullSection(w *wording) []page.Block {
	return page.MakeSection(w.SectionInFull(), composeHeadSection(w)[1:])
}
