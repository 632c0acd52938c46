package report

import "github.com/ajar-decision/ajar/engine"

// blockKind says what a block of a page is.
type blockKind uint8

const (
	titleBlock     blockKind = iota // what the report is about
	headlineBlock                   // the headline
	sectionBlock                    // heading of a part
	topicBlock                      // heading inside a part
	paragraphBlock                  // plain text
	itemBlock                       // entry of a list
	alertBlock                      // entry of a list that nobody should miss
	tableBlock                      // table
)

// pageBlock is one piece of a page: statements of a kind, not yet escaped, or a
// table. All formats but JSON are written from the same blocks, so that none
// says more than another.
type pageBlock struct {
	kind  blockKind
	text  []string
	table *table // of a grid
}

// table is a table with a heading for each column. Of its columns at most one
// is a bar.
type table struct {
	head      []string
	rows      []tableRow
	barColumn int    // the column of bars; noBarColumn if there is none
	barKey    string // how to read a bar
}

const noBarColumn = -1

// tableRow is one line of a table. Spoken says all of it in sentences, for where
// there is no room for columns or no eye to read them.
type tableRow struct {
	cells  []string
	spoken []string
}

// composePage puts the parts of the report in order. A part without content is nil
// and leaves no heading behind. What later rules add becomes one more part here.
func (w *resultWriter) composePage() []pageBlock {
	parts := []func() []pageBlock{
		w.composeHeadSection, w.composeWarningsSection, w.composeLeansSection, w.composeChangesSection, w.composeQuestionsSection, w.composeOptionsSection, w.composeDutiesSection, w.composeComponentsSection, w.composeLicencesSection, w.composeNextStepsSection, w.composeReasonsSection,
		w.composeStatedSection, w.composeOpenSection, w.composeSourcesSection, w.composeMethodSection,
	}
	if w.rec.Stance == engine.NoBasis {
		// Eleven dimensions and ten options of which nothing is known would
		// only hide the questions.
		parts = []func() []pageBlock{w.composeHeadSection, w.composeWarningsSection, w.composeRuledOutSection, w.composeDutiesSection, w.composeStatedSection, w.composeOpenSection, w.composeSourcesSection, w.composeMethodSection}
	}
	return joinSections(parts)
}

// composeBriefPage is the page for those who have just answered the questions.
func (w *resultWriter) composeBriefPage() []pageBlock {
	if w.rec.Stance == engine.NoBasis {
		return joinSections([]func() []pageBlock{w.composeHeadSection, w.composeMethodSection})
	}
	return joinSections([]func() []pageBlock{w.composeHeadSection, w.composeLeansSection, w.composeChangesSection, w.composeQuestionsSection, w.composeMethodSection})
}

func joinSections(parts []func() []pageBlock) []pageBlock {
	var p []pageBlock
	for _, part := range parts {
		p = append(p, part()...)
	}
	return p
}

// addHeading puts a heading over blocks, if there are any.
func addHeading(heading string, blocks []pageBlock) []pageBlock {
	if len(blocks) == 0 {
		return nil
	}
	return append([]pageBlock{{kind: sectionBlock, text: []string{heading}}}, blocks...)
}

// makeBlocks makes a block of a kind from the statements of each entry.
func makeBlocks(k blockKind, entries [][]string) []pageBlock {
	out := make([]pageBlock, len(entries))
	for i, e := range entries {
		out[i] = pageBlock{kind: k, text: e}
	}
	return out
}

// makeEntries makes an entry of its own from each statement.
func makeEntries(statements ...string) [][]string {
	out := make([][]string, len(statements))
	for i, s := range statements {
		out[i] = []string{s}
	}
	return out
}
