package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
)

// The page of some sixty lines: the card, a line for each dimension, the release table,
// what would change the advice, the next steps, and how to see more.

// pageLines is what a page takes at most, drawn at 80 columns; the last two lines belong
// to who shows it.
const pageLines = 58

// pageRoom is how much the parts of a page may say.
type pageRoom struct {
	top, reason  int // columns for the reason of a dimension: those of most weight, the others
	turns, steps int
}

// pageRooms are tried one after another until the page fits.
var pageRooms = []pageRoom{{150, 112, 3, 3}, {112, 112, 3, 3}, {112, 76, 3, 3}, {76, 76, 3, 3}, {76, 76, 2, 2}, {76, 38, 2, 2}, {38, 38, 1, 1}}

const topDimensions = 3 // of most weight

// composeSummaryPage is the page with as much as fits. What its parts could say is worded
// once; only how much of it they say is tried.
func composeSummaryPage(w *wording) []page.Block {
	card := composePageCard(w)
	if w.rec.Stance == engine.NoBasis {
		return slices.Concat(card, composeToAnswerSection(w), composeFooter(w))
	}
	table, turns, steps := composePageTable(w), listPageTurns(w), listOwnStepsFirst(w)
	reasons := mapWith(w, w.rec.Dimensions, listReasons)
	fixed := countPageLines(w, card) + countPageLines(w, table)
	var leans, changes, next []page.Block
	for _, room := range pageRooms {
		leans, changes, next = composePageDimensions(w, reasons, room), composePageTurns(w, turns, room.turns), composePageSteps(w, steps, room.steps)
		if fixed+countPageLines(w, leans)+countPageLines(w, changes)+countPageLines(w, next) <= pageLines {
			break
		}
	}
	return slices.Concat(card, leans, table, changes, next, composeFooter(w))
}

// countPageLines counts the lines of a part of the page. A part begins with a heading, so
// that it takes as many lines behind any other.
func countPageLines(w *wording, part []page.Block) int {
	p := page.Page{Tongue: w.Tongue, Compact: true}
	p.Add(part...)
	return strings.Count(p.Draw(page.Look{Width: cardColumns}), "\n")
}

// composePageCard is the card, without the lines that the page says more of below.
func composePageCard(w *wording) []page.Block {
	c := buildCard(w)
	return c.compose(GiveLine, KeepLine, FirstLine, TurnLine)
}

// composePageDimensions is one line for each dimension.
func composePageDimensions(w *wording, reasons []reasonChoice, room pageRoom) []page.Block {
	t := &page.Table{Head: []string{w.HeadDimension(), w.HeadShortBar(), w.HeadPercent(), w.HeadReason()}, BarColumn: 1, Wraps: true}
	widest := 0.0
	for i := range w.rec.Dimensions {
		widest = max(widest, w.rec.Dimensions[i].Importance)
	}
	for i := range w.rec.Dimensions {
		d := &w.rec.Dimensions[i]
		name, percent := w.pack.Dimension(d.ID).Title.In(w.Lang), w.Percent(strconv.Itoa(w.dimensionShare[d.ID]))
		reason := reasons[i].fit(room.forReason(w, d.ID))
		t.AddRow([]string{name, drawBar(d, widest, pageBarHalf), percent, reason}, w.DimensionSpoken(name, percent, reason))
	}
	return page.MakeSection(w.SectionReasons(), []page.Block{page.MakeGrid(t)})
}

// pageBarHalf is the number of characters on each side of a bar of the page.
const pageBarHalf = 4

// forReason gives the dimensions of most weight more room.
func (r pageRoom) forReason(w *wording, id string) int {
	heavier := 0
	for _, n := range w.dimensionShare {
		if n > w.dimensionShare[id] {
			heavier++
		}
	}
	if heavier < topDimensions {
		return r.top
	}
	return r.reason
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

// listPageTurns lists what would change the advice, nil if that is not known.
func listPageTurns(w *wording) []turn {
	if w.rec.Sensitivity == nil || w.rec.Option == "" {
		return nil
	}
	return append([]turn{}, listTurns(w)...)
}

// composePageTurns is what would change the advice, the likeliest first.
func composePageTurns(w *wording, list []turn, most int) []page.Block {
	if list == nil {
		return nil
	}
	var out [][]string
	for _, t := range list[:min(most, len(list))] {
		out = append(out, []string{t.text})
	}
	if len(out) == 0 {
		out = page.MakeEntries(w.CardNoTurn())
	}
	if n := len(list) - most; n > 0 {
		out[len(out)-1][0] += w.CardMoreTurns(n)
	}
	return page.MakeSection(w.SectionChanges(), page.MakeBlocks(page.Item, out))
}

// composePageSteps is what to do next, who sees to it, and how many steps there are.
func composePageSteps(w *wording, list []*engine.PlanStep, most int) []page.Block {
	var out [][]string
	for _, s := range list[:min(most, len(list))] {
		out = append(out, []string{w.Topic(w.nameRole(s.By), briefStep(w, s))})
	}
	if n := len(w.rec.Plan) - len(out); n > 0 {
		out[len(out)-1][0] += w.CardMoreSteps(n)
	}
	return page.MakeSection(w.SectionFirst(), page.MakeBlocks(page.Item, out))
}
