package report

import (
	"slices"

	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/plain"
)

// cardRow is one line of a card; without an entry it is left out.
type cardRow struct {
	kind  CardKind
	label func(*wording) string
	say   func(*wording) itemList
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
	c := Card{Headline: describeCardHeadline(w), Lines: []CardLine{}}
	var lists []itemList
	for _, r := range cardRows {
		list := r.say(w)
		line := fitList(w, &list, 2*lineRoom)
		if line.Text == "" {
			continue
		}
		line.Kind, line.Label = r.kind, r.label(w)
		c.Lines, lists = append(c.Lines, line), append(lists, list)
	}
	squeezeCard(w, &c, lists)
	return c
}

// squeezeCard gives one line after another less room until the card fits its screen.
func squeezeCard(w *wording, c *Card, lists []itemList) {
	label := 0
	for i := range c.Lines {
		label = max(label, layout.TextWidth(c.Lines[i].Label))
	}
	count := func(text string, room int) int { return layout.CountLines(plain.Escape(text), room) }
	room := cardColumns - label - 2*2
	n := count(c.Headline, cardColumns)
	for i := range c.Lines {
		n += count(c.Lines[i].Text, room)
	}
	for _, kind := range yielding {
		if n <= cardLines {
			return
		}
		i := slices.IndexFunc(c.Lines, func(l CardLine) bool { return l.Kind == kind })
		if i < 0 {
			continue
		}
		line := &c.Lines[i]
		n -= count(line.Text, room)
		less := fitList(w, &lists[i], lineRoom)
		line.Text, line.Told, line.Counted = less.Text, less.Told, less.Counted
		n += count(line.Text, room)
	}
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
