package report

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
)

// Counsel is good advice around the release.
type Counsel struct {
	ID      string      `json:"id"`
	Topic   rules.Topic `json:"topic" jsonschema:"riders: who takes without giving; complement: what the other side would add; income: where income can come from"`
	Title   string      `json:"title"`
	Text    string      `json:"text"`
	Facts   []string    `json:"facts" jsonschema:"the answers that make it hold"`
	Sources []string    `json:"sources"`
}

func buildCounsel(w *wording, c *engine.CounselResult) Counsel {
	def := w.pack.CounselByID(c.ID)
	return Counsel{c.ID, c.Topic, def.Title.In(w.Lang), def.Text.In(w.Lang), copyList(c.Facts), copyList(def.Source)}
}

// composeRidersSection is the part about those who take without giving.
func composeRidersSection(w *wording) []page.Block {
	return composeCounsel(w, rules.RidersTopic, w.SectionRiders())
}

// composeComplementSection is the part about what the other side would add.
func composeComplementSection(w *wording) []page.Block {
	return composeCounsel(w, rules.ComplementTopic, w.SectionComplement())
}

// composeIncomeSection is the part about where income can come from.
func composeIncomeSection(w *wording) []page.Block {
	return composeCounsel(w, rules.IncomeTopic, w.SectionIncome())
}

func composeCounsel(w *wording, topic rules.Topic, title string) []page.Block {
	var out []string
	for i := range w.rec.Counsel {
		c := &w.rec.Counsel[i]
		if c.Topic != topic {
			continue
		}
		def := w.pack.CounselByID(c.ID)
		text := w.Counsel(def.Title.In(w.Lang), def.Text.In(w.Lang))
		out = append(out, w.formatSentence(sentence{text, listAdviceGrounds(w, c.ID, c.Facts, def.Source)}))
	}
	return page.MakeSection(title, page.MakeBlocks(page.Item, page.MakeEntries(out...)))
}
