package batch

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
)

// SummaryPage says what a run came to, in the words of the pack.
func (c *Counts) SummaryPage(pack *rules.Pack, lang string) *page.Page {
	t := textsIn(lang)
	decided := c.Profiles - c.Mistaken
	p := &page.Page{}
	section := func(title string, rows []page.Row) {
		if len(rows) > 0 {
			p.Gap()
			p.Heading(title)
			p.Rows(rows)
		}
	}
	p.Heading(t.SummaryProfiles())
	rows := []page.Row{{Term: GroupDigits(c.Profiles), Text: t.SummaryRead()}}
	if c.Mistaken > 0 {
		rows = append(rows, page.Row{Term: GroupDigits(c.Mistaken), Text: t.SummaryMistaken()})
	}
	p.Rows(append(rows, page.Row{Term: GroupDigits(c.Ready), Text: t.SummaryReady()}))
	section(t.SummaryStances(), listShares(t, c.listStances(), decided, func(id string) string { return nameStance(t, engine.Stance(id)) }))
	section(t.SummaryWords(), listShares(t, c.listWords(), decided, func(id string) string { return report.RobustnessText(engine.Robustness(id), lang) }))
	section(t.SummaryForms(), listShares(t, c.Forms.list(), decided, func(id string) string { _, f := pack.Form(id); return f.Title.In(lang) }))
	if decided > 0 && len(c.Words) == 0 {
		p.Gap()
		p.Text(t.SummaryNoWords())
	}
	return p
}

// SummaryData gives the same as a document.
func (c *Counts) SummaryData(lang string) *documents.BatchSummary {
	return &documents.BatchSummary{
		Schema: documents.BatchSummarySchema, Lang: lang, Profiles: c.Profiles, Mistaken: c.Mistaken, Ready: c.Ready,
		Stances: c.listStances(), Forms: c.Forms.list(), Words: c.listWords(),
	}
}

// listStances counts every stance, in the order in which the engine lists them.
func (c *Counts) listStances() []documents.BatchCount {
	return listByWord(engine.Stances(), c.Stances)
}

// listWords counts every word, the firmest first; empty if none was worked out.
func (c *Counts) listWords() []documents.BatchCount {
	if len(c.Words) == 0 {
		return []documents.BatchCount{}
	}
	return listByWord(engine.Robustnesses(), c.Words)
}

func listByWord[T ~string](words []T, counts Tally) []documents.BatchCount {
	out := make([]documents.BatchCount, len(words))
	for i, word := range words {
		out[i] = documents.BatchCount{ID: string(word), Count: counts[string(word)]}
	}
	return out
}

// list gives what was counted, the most frequent first.
func (t Tally) list() []documents.BatchCount {
	out := []documents.BatchCount{}
	for id, n := range t {
		out = append(out, documents.BatchCount{ID: id, Count: n})
	}
	slices.SortFunc(out, func(a, b documents.BatchCount) int { return cmp.Or(b.Count-a.Count, cmp.Compare(a.ID, b.ID)) })
	return out
}

// listShares gives rows of what occurs at all.
func listShares(t texts, counts []documents.BatchCount, of int, name func(id string) string) (rows []page.Row) {
	for _, c := range counts {
		if c.Count > 0 {
			percent := strconv.Itoa(int(math.Round(100 * float64(c.Count) / float64(of))))
			rows = append(rows, page.Row{Term: t.Share(GroupDigits(c.Count), percent), Text: name(c.ID)})
		}
	}
	return rows
}

func nameStance(t texts, s engine.Stance) string {
	return map[engine.Stance]func() string{
		engine.Open: t.StanceOpen, engine.Mixed: t.StanceMixed, engine.Closed: t.StanceClosed, engine.None: t.StanceNone, engine.NoBasis: t.StanceNoBasis,
	}[s]()
}
