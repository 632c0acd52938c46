package report

import (
	"slices"

	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/plain"
)

// cardRow makes one line in at most so many columns of text; no text leaves it out.
type cardRow struct {
	kind  CardKind
	label func(*wording) string
	say   func(w *wording, room int) CardLine
}

// cardRows are all lines in their order.
var cardRows = []cardRow{
	{CheckLine, func(w *wording) string { return w.CardCheck() }, sayCheck},
	{FirmLine, func(w *wording) string { return w.CardFirm() }, sayFirmness},
	{DecidedLine, func(w *wording) string { return w.CardDecided() }, sayDecider},
	{BarredLine, func(w *wording) string { return w.CardBarred() }, sayBarred},
	{WhyClosedLine, func(w *wording) string { return w.CardWhyClosed() }, sayWhyClosed},
	{WhyOpenLine, func(w *wording) string { return w.CardWhyOpen() }, sayWhyOpen},
	{GiveLine, func(w *wording) string { return w.CardGive() }, sayGiven},
	{KeepLine, func(w *wording) string { return w.CardKeep() }, sayKept},
	{WaitsLine, func(w *wording) string { return w.CardWaits() }, sayConditions},
	{TodayLine, func(w *wording) string { return w.CardToday() }, sayToday},
	{WatchLine, func(w *wording) string { return w.CardWatch() }, sayCautions},
	{DutiesLine, func(w *wording) string { return w.CardDuties() }, sayDuties},
	{FirstLine, func(w *wording) string { return w.CardFirst() }, sayNextSteps},
	{TurnLine, func(w *wording) string { return w.CardTurn() }, sayTurns},
	{OpenLine, func(w *wording) string { return w.CardOpen() }, sayOpenQuestions},
}

// A card is laid out for a screen of 80 columns and 24 lines, the last two of which belong
// to who shows it; on a narrower one the same words take more lines.
const (
	cardLines   = 22
	cardColumns = 80
	// lineRoom is the room of one line of a list, less what a break at a word costs.
	lineRoom = 58
)

// yielding are the lines that make do with one line of the screen where there are too many,
// the first to yield first.
var yielding = []CardKind{BarredLine, OpenLine, TurnLine, KeepLine, FirstLine, DutiesLine, WatchLine, WaitsLine, GiveLine, WhyOpenLine, WhyClosedLine, CheckLine}

// buildCard makes the card: each line with room for two lines of the screen, as long as
// all of it fits.
func buildCard(w *wording) Card {
	room := map[CardKind]int{}
	for _, r := range cardRows {
		room[r.kind] = 2 * lineRoom
	}
	c := fillCard(w, room)
	for _, kind := range yielding {
		if c.countLines() <= cardLines {
			break
		}
		room[kind] = lineRoom
		c = fillCard(w, room)
	}
	return c
}

func fillCard(w *wording, room map[CardKind]int) Card {
	c := Card{Headline: describeCardHeadline(w), Lines: []CardLine{}}
	for _, r := range cardRows {
		line := r.say(w, room[r.kind])
		if line.Text == "" {
			continue
		}
		line.Kind, line.Label = r.kind, r.label(w)
		line.Told, line.Counted = copyList(line.Told), copyList(line.Counted)
		c.Lines = append(c.Lines, line)
	}
	return c
}

// countLines counts the lines that a card takes on a screen of 80 columns.
func (c *Card) countLines() int {
	label := 0
	for i := range c.Lines {
		label = max(label, layout.TextWidth(c.Lines[i].Label))
	}
	n := len(layout.Wrap(plain.Escape(c.Headline), cardColumns))
	for i := range c.Lines {
		n += len(layout.Wrap(plain.Escape(c.Lines[i].Text), cardColumns-label-2*2))
	}
	return n
}

// compose draws a card without the lines of some kinds.
func (c *Card) compose(without ...CardKind) []page.Block {
	var rows []page.Row
	for _, l := range c.Lines {
		if !slices.Contains(without, l.Kind) {
			rows = append(rows, page.Row{Term: l.Label, Text: l.Text})
		}
	}
	return []page.Block{page.MakeBlock(page.Title, c.Headline), {Kind: page.Rows, Rows: rows}}
}

// composeCard is the card alone.
func composeCard(w *wording) []page.Block {
	c := buildCard(w)
	return append(c.compose(), composeFooter(w)...)
}
