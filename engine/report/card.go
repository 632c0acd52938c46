package report

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/layout"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/plain"
)

// Card is the answer on one screen: a headline and lines of a few words each. Every
// condition, duty, caution and bar of the result is in a line, told or counted.
type Card struct {
	Headline string     `json:"headline"`
	Lines    []CardLine `json:"lines"`
}

// CardLine is one line of a card. What Text does not tell it counts.
type CardLine struct {
	Kind    CardKind `json:"kind" jsonschema:"what the line is about"`
	Label   string   `json:"label"`
	Text    string   `json:"text"`
	Told    []string `json:"told" jsonschema:"ids of what the text tells"`
	Counted []string `json:"counted" jsonschema:"ids of what the text only counts"`
}

// CardKind says what a line of a card is about.
type CardKind string

// The kinds of lines, in the order in which they stand on a card.
const (
	CheckLine     CardKind = "check"      // answers that contradict each other, and other warnings
	FirmLine      CardKind = "firm"       // how settled the advice is
	DecidedLine   CardKind = "decided"    // the bar or the limit that decided, not weighing
	BarredLine    CardKind = "barred"     // bars that rule releases out for good
	WhyClosedLine CardKind = "why_closed" // what speaks for closure
	WhyOpenLine   CardKind = "why_open"   // what speaks for openness
	GiveLine      CardKind = "give"       // parts with their terms
	KeepLine      CardKind = "keep"       // parts that are kept
	WaitsLine     CardKind = "waits"      // conditions
	TodayLine     CardKind = "today"      // what may be done until they are met
	WatchLine     CardKind = "watch"      // cautions
	DutiesLine    CardKind = "duties"
	FirstLine     CardKind = "first" // next steps
	TurnLine      CardKind = "turn"  // what would change the advice
	OpenLine      CardKind = "open"  // questions without an answer
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
	c := w.fillCard(room)
	for _, kind := range yielding {
		if c.countLines() <= cardLines {
			break
		}
		room[kind] = lineRoom
		c = w.fillCard(room)
	}
	return c
}

func (w *wording) fillCard(room map[CardKind]int) Card {
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

// find gives the line of a kind, nil if there is none.
func (c *Card) find(kind CardKind) *CardLine {
	if i := slices.IndexFunc(c.Lines, func(l CardLine) bool { return l.Kind == kind }); i >= 0 {
		return &c.Lines[i]
	}
	return nil
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

// describeCardHeadline says what is advised, for what.
func describeCardHeadline(w *wording) string {
	say := func(text string) string {
		if w.rec.Profile.Name == "" {
			return text
		}
		return w.Topic(w.rec.Profile.Name, text)
	}
	switch w.rec.Stance {
	case engine.None:
		return say(w.CardNone())
	case engine.NoBasis:
		return say(w.CardNoBasis())
	}
	verdict := w.CardVerdict(w.nameStanceInCapitals(), w.findForm().Title.In(w.Lang))
	if w.rec.Ready {
		return say(verdict)
	}
	return say(w.CardNotYet(firstToSettle(w, &w.rec.Conditions[0]), verdict))
}

// firstToSettle says in a few words what to do first about a condition: a question to
// answer, or else something to do.
func firstToSettle(w *wording, b *engine.BarResult) string {
	if step := findFirstStep(w, b); step.fact != "" {
		return w.CardFindOut(w.briefQuestion(step.fact))
	}
	return w.briefLift(b.ID)
}

// listItem is one entry of a list that may be counted only.
type listItem struct{ id, text string }

// fitList tells as many entries as there is room for, the first whatever it takes, and
// counts the rest.
func fitList(w *wording, items []listItem, room int, more func(n int) string) CardLine {
	var line CardLine
	for i, x := range items {
		text := x.text
		if i > 0 {
			text = line.Text + w.Semicolon() + x.text
		}
		full := text
		if rest := len(items) - i - 1; rest > 0 {
			full += more(rest)
		}
		if i > 0 && layout.TextWidth(full) > room {
			for _, y := range items[i:] {
				line.Counted = append(line.Counted, y.id)
			}
			line.Text += more(len(items) - i)
			return line
		}
		line.Text, line.Told = text, append(line.Told, x.id)
	}
	return line
}
