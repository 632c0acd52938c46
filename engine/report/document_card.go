package report

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
