package report

import (
	"strconv"

	"github.com/ajar-decision/ajar/engine/report/page"
)

// The page of some sixty lines: the card, a line for each dimension, the release table,
// what would change the advice, the next steps, and how to see more.

// What a dimension has for its reason: as much as two lines of its column hold, and three
// for those of most weight.
const (
	reasonRoom    = 72
	reasonRoomTop = 112
	topDimensions = 3
)

// composePageCard is the card, without the lines that the page says more of below.
func composePageCard(w *wording) []page.Block {
	c := buildCard(w)
	return c.compose(GiveLine, KeepLine, FirstLine, TurnLine)
}

// composePageDimensions is one line for each dimension.
func composePageDimensions(w *wording) []page.Block {
	t := &page.Table{Head: []string{w.HeadDimension(), w.HeadShortBar(), w.HeadPercent(), w.HeadReason()}, BarColumn: 1, Wraps: true}
	widest := 0.0
	for i := range w.rec.Dimensions {
		widest = max(widest, w.rec.Dimensions[i].Importance)
	}
	for i := range w.rec.Dimensions {
		d := &w.rec.Dimensions[i]
		name, percent := w.pack.Dimension(d.ID).Title.In(w.Lang), w.Percent(strconv.Itoa(w.dimensionShare[d.ID]))
		reason := describeReasonIn(w, d, roomForReason(w, d.ID))
		t.AddRow([]string{name, drawBar(d, widest, pageBarHalf), percent, reason}, w.DimensionSpoken(name, percent, reason))
	}
	return page.MakeSection(w.SectionReasons(), []page.Block{page.MakeGrid(t)})
}

// pageBarHalf is the number of characters on each side of a bar of the page.
const pageBarHalf = 4

// roomForReason gives the dimensions of most weight more room.
func roomForReason(w *wording, id string) int {
	heavier := 0
	for _, n := range w.dimensionShare {
		if n > w.dimensionShare[id] {
			heavier++
		}
	}
	if heavier < topDimensions {
		return reasonRoomTop
	}
	return reasonRoom
}

// composePageTable is the release table: parts that are treated alike in one row.
func composePageTable(w *wording) []page.Block {
	groups := groupByTerms(w)
	if len(groups) == 0 {
		return nil
	}
	t := &page.Table{BarColumn: page.NoBarColumn, Wraps: true, Head: []string{w.HeadDecision(), w.HeadTerms(), w.HeadParts()}}
	for _, g := range groups {
		terms := g.terms
		if terms == "" {
			terms = w.TermsEmpty()
		}
		decision := nameDecision(w, g.advice)
		if g.when == PartAfter {
			decision = w.DecisionLater(decision)
		}
		parts := w.List(g.names)
		t.AddRow([]string{decision, terms, parts}, w.PartsSpoken(decision, terms, parts))
	}
	return page.MakeSection(w.SectionReleaseTable(), []page.Block{page.MakeGrid(t)})
}

const (
	maxPageTurns = 3
	maxPageSteps = 3
)

// composePageTurns is what would change the advice, the likeliest first.
func composePageTurns(w *wording) []page.Block {
	if w.rec.Sensitivity == nil || w.rec.Option == "" {
		return nil
	}
	list := listTurns(w)
	var out [][]string
	for _, t := range list[:min(maxPageTurns, len(list))] {
		out = append(out, []string{t.text})
	}
	if len(out) == 0 {
		out = page.MakeEntries(w.CardNoTurn())
	}
	if n := len(list) - maxPageTurns; n > 0 {
		out[len(out)-1][0] += w.CardMoreTurns(n)
	}
	return page.MakeSection(w.SectionChanges(), page.MakeBlocks(page.Item, out))
}

// composePageSteps is what to do next, who sees to it, and how many steps there are.
func composePageSteps(w *wording) []page.Block {
	var out [][]string
	for i := range w.rec.Plan[:min(maxPageSteps, len(w.rec.Plan))] {
		s := &w.rec.Plan[i]
		out = append(out, []string{w.Topic(w.nameRole(s.By), w.briefStep(s))})
	}
	if n := len(w.rec.Plan) - len(out); n > 0 {
		out[len(out)-1][0] += w.CardMoreSteps(n)
	}
	return page.MakeSection(w.SectionFirst(), page.MakeBlocks(page.Item, out))
}

// composeFooter is the last line, by the program that shows the page.
func composeFooter(w *wording) []page.Block {
	if w.footer == "" {
		return nil
	}
	return []page.Block{{Kind: page.Gap}, page.MakeBlock(page.Text, w.footer)}
}
