package explain

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/cmd/documents"
	"github.com/ajar-decision/ajar/rules"
)

func (m *explainer) explainSheetQuestion(q *rules.SheetQuestion) []Section {
	parts := []Section{{Key: "question", Text: m.translateText(q.Question)}}
	if len(q.Facts) > 0 {
		parts = append(parts, Section{Key: "answered_by", Rows: listSheetFacts(m, q)})
	}
	if len(q.Context) > 0 {
		parts = append(parts, Section{Key: "told_beside", Rows: m.listRows("fact", q.Context)})
	}
	if len(q.About) > 0 {
		parts = append(parts, Section{Key: "belongs_here", Rows: m.listThingsWhere(func(t *thing) bool {
			return slices.Contains([]string{"bar", "duty", "step"}, t.kind) && slices.Contains(q.About, t.id)
		})})
	}
	if text := m.translateText(q.ByHand); text != "" {
		parts = append(parts, Section{Key: "by_hand", Text: text})
	}
	return append(parts, Section{Key: "signed_by", Text: m.nameRole(q.By), Value: q.By}, m.citeSources(q.Source))
}

// listSheetFacts names the facts that answer a question with what their values mean.
func listSheetFacts(m *explainer, q *rules.SheetQuestion) []documents.Row {
	rows := make([]documents.Row, len(q.Facts))
	for i := range q.Facts {
		f := &q.Facts[i]
		text := m.words.SheetPriorities()
		if def := m.pack.Fact(f.ID); def != nil {
			text = m.translateText(def.Title)
		}
		said := []string{text}
		if len(f.Good) > 0 {
			said = append(said, m.words.SheetGood(strings.Join(f.Good, ", ")))
		}
		if len(f.Blocks) > 0 {
			said = append(said, m.words.SheetBlocks(strings.Join(f.Blocks, ", ")))
		}
		rows[i] = newRow(f.ID, strings.Join(said, m.words.Semicolon()))
	}
	return rows
}
