package report

import (
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/diag"
)

// ComposeReleaseSheet composes the release sheet of a recommendation: the questions of those
// who approve a release in a company, answered as far as the profile does. Options and
// errors are those of [Write], and [diag.MissingSheet] for a pack that has no such
// questions; lengths make no difference.
func ComposeReleaseSheet(pack *rules.Pack, r *engine.Recommendation, opts ...WriteOption) (*page.Page, error) {
	if err := checkPack(pack, r); err != nil {
		return nil, err
	}
	if len(pack.Sheet) == 0 {
		return nil, diag.MissingSheet(diag.Pos{}, pack.Name)
	}
	w := newWording(pack, r, applyOptions(opts))
	items, rest := listSheet(w)
	p := &page.Page{Tongue: w.Tongue}
	p.Add(composeReleaseSheetHead(w, items)...)
	p.Add(composeReleaseSheetOverview(w, items)...)
	for i := range items {
		p.Add(composeReleaseSheetItem(w, i, items)...)
	}
	p.Add(composeReleaseSheetRest(w, rest)...)
	p.Add(composeReleaseSheetSignatures(w, items)...)
	p.Add(composeReleaseSheetMethod(w, items)...)
	return p, nil
}

// sheetHeadLines are the lines of a card that stand at the top of the sheet.
var sheetHeadLines = []CardKind{CheckLine, FirmLine, DecidedLine, BarredLine, GiveLine, KeepLine, WaitsLine, TodayLine, WatchLine}

// composeReleaseSheetHead says what is advised, whether it is ready, and what is open.
func composeReleaseSheetHead(w *wording, items []sheetItem) []page.Block {
	title := w.SheetTitle()
	if w.rec.Profile.Name != "" {
		title = w.Topic(title, w.rec.Profile.Name)
	}
	c := buildCard(w)
	rows := []page.Row{{Term: w.SheetReadyTerm(), Text: describeSheetReadiness(w)}, {Term: w.SheetCountTerm(), Text: countSheet(w, items)}}
	for _, l := range c.Lines {
		if slices.Contains(sheetHeadLines, l.Kind) {
			rows = append(rows, page.Row{Term: l.Label, Text: l.Text})
		}
	}
	return []page.Block{
		page.MakeBlock(page.Title, title), page.MakeBlock(page.Headline, describeBoardVerdict(w)),
		{Kind: page.Rows, Rows: rows}, page.MakeBlock(page.Paragraph, w.SheetLegend()),
	}
}

// describeSheetReadiness says whether a rule holds back what is advised, which answers none
// of the questions.
func describeSheetReadiness(w *wording) string {
	if w.rec.Option != "" && w.rec.Ready {
		return w.SheetReadyYes()
	}
	return describeReadiness(w)
}

// sheetStates are the states in the order in which they are counted.
var sheetStates = []sheetStatus{sheetBlocked, sheetOpen, sheetToClear, sheetByHand, sheetDone, sheetNotAsked, sheetOff}

// countSheet counts the questions by state, and the answers that nobody knows.
func countSheet(w *wording, items []sheetItem) string {
	count, unknown := map[sheetStatus]int{}, 0
	for i := range items {
		count[items[i].status]++
		for _, a := range items[i].answers {
			if a.status == sheetOpen {
				unknown++
			}
		}
	}
	var parts []string
	for _, s := range sheetStates {
		if count[s] > 0 {
			parts = append(parts, w.SheetCounted(strconv.Itoa(count[s]), nameSheetStatus(w, s)))
		}
	}
	out := []string{w.SheetCount(len(items), w.List(parts))}
	if unknown > 0 {
		out = append(out, w.SheetUnknown(unknown))
	}
	return w.Sentences(out)
}

func nameSheetStatus(w *wording, s sheetStatus) string {
	switch s {
	case sheetOff:
		return w.SheetOff()
	case sheetNotAsked:
		return w.SheetNotAsked()
	case sheetDone:
		return w.SheetDone()
	case sheetByHand:
		return w.SheetByHand()
	case sheetToClear:
		return w.SheetToClear()
	case sheetBlocked:
		return w.SheetBlocked()
	}
	return w.SheetOpen()
}

// nameSheetItem names a question with its number.
func nameSheetItem(w *wording, i int, items []sheetItem) string {
	return w.SheetNumbered(strconv.Itoa(i+1), items[i].def.Title.In(w.Lang))
}

// composeReleaseSheetOverview names the questions by how far they are settled, the least
// settled first.
func composeReleaseSheetOverview(w *wording, items []sheetItem) []page.Block {
	var rows []page.Row
	for _, s := range sheetStates {
		var names []string
		for i := range items {
			if items[i].status == s {
				names = append(names, nameSheetItem(w, i, items))
			}
		}
		if len(names) > 0 {
			rows = append(rows, page.Row{Term: nameSheetStatus(w, s), Text: w.joinPhrases(names)})
		}
	}
	return page.MakeSection(w.SectionOverview(), []page.Block{{Kind: page.Rows, Rows: rows}})
}

// composeReleaseSheetItem is one question: its answers, and what the rules hold against them.
func composeReleaseSheetItem(w *wording, i int, items []sheetItem) []page.Block {
	x := &items[i]
	out := []page.Block{page.MakeBlock(page.Paragraph, x.def.Question.In(w.Lang))}
	if len(x.answers) > 0 {
		t := &page.Table{BarColumn: page.NoBarColumn, Wraps: true, Head: []string{w.HeadAsked(), w.HeadAnswer(), w.HeadStatus()}}
		for _, a := range x.answers {
			name, text, status := a.name, w.Sentences(a.text), nameSheetStatus(w, a.status)
			if a.fact != "" {
				name = w.WithID(name, a.fact)
			}
			t.AddRow([]string{name, text, status}, w.Topic(name, text), w.Topic(w.HeadStatus(), status))
		}
		out = append(out, page.MakeGrid(t))
	}
	for _, h := range x.held {
		kind := page.Item
		if h.holdsBack {
			kind = page.Alert
		}
		out = append(out, page.MakeBlock(kind, h.says))
	}
	for _, h := range x.seen {
		out = append(out, page.MakeBlock(page.Alert, w.SheetSee(h.id, nameSheetItem(w, findTeller(h, items), items))))
	}
	out = append(out, page.MakeBlock(page.Paragraph, w.SheetSignedAsked(w.nameRole(x.def.By), w.joinIDs(x.def.Source))))
	return page.MakeSection(w.Topic(nameSheetItem(w, i, items), nameSheetStatus(w, x.status)), out)
}

// findTeller finds the question at which a rule is told in full.
func findTeller(h *heldRule, items []sheetItem) int {
	return slices.IndexFunc(items, func(x sheetItem) bool { return slices.Contains(x.held, h) })
}

// composeReleaseSheetRest tells what belongs to none of the questions, so that nothing that
// the rules ask is missing on the sheet.
func composeReleaseSheetRest(w *wording, rest []*heldRule) []page.Block {
	var out []page.Block
	for _, h := range rest {
		kind := page.Item
		if h.holdsBack {
			kind = page.Alert
		}
		out = append(out, page.MakeBlock(kind, h.says))
	}
	return page.MakeSection(w.SectionSheetRest(), out)
}

// composeReleaseSheetSignatures is where the roles sign, each for its questions.
func composeReleaseSheetSignatures(w *wording, items []sheetItem) []page.Block {
	t := &page.Table{BarColumn: page.NoBarColumn, Wraps: true, Head: []string{w.HeadRole(), w.HeadQuestions(), w.HeadApproved(), w.HeadName(), w.HeadDate()}}
	for _, role := range rules.Roles() {
		var numbers []string
		for i := range items {
			if items[i].def.By == role {
				numbers = append(numbers, strconv.Itoa(i+1))
			}
		}
		name, list := w.nameRole(role), w.joinIDs(numbers)
		t.AddRow([]string{name, list, "", "", ""}, w.Topic(name, w.BoardUnsigned()), w.Topic(w.HeadQuestions(), list))
	}
	return page.MakeSection(w.SectionSheetSignatures(), []page.Block{page.MakeGrid(t)})
}

// composeReleaseSheetMethod says what made the sheet, and whose forms ask its questions.
func composeReleaseSheetMethod(w *wording, items []sheetItem) []page.Block {
	used := map[string]bool{}
	var out []page.Block
	for i := range items {
		for _, id := range items[i].def.Source {
			if !used[id] {
				used[id] = true
				out = append(out, page.MakeBlock(page.Item, describeSource(w, w.pack.Source(id))...))
			}
		}
	}
	return append(page.MakeSection(w.SectionSources(), out), composeMethodSection(w)...)
}
