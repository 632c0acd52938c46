package report

import (
	"maps"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules/plain"
)

// composeStatedSection is the part with what the profile says.
func composeStatedSection(w *wording) []page.Block {
	var out [][]string
	usual := findUsualLayer(w)
	shares := listPriorityShares(w)
	for i := range w.rec.Priorities {
		p := &w.rec.Priorities[i]
		text := describeStatedPriority(w, i, shares[i])
		out = append(out, addNotes(w, p.ID, text, usual))
	}
	for i := range w.pack.Facts {
		f := &w.pack.Facts[i]
		if a, ok := w.rec.Profile.Facts[f.ID]; ok {
			out = append(out, addNotes(w, f.ID, w.StatedFact(w.nameFact(f.ID), f.ID, w.describeAnswer(f.ID, a)), usual))
		}
	}
	for i := range w.rec.Profile.Limits {
		l := &w.rec.Profile.Limits[i]
		out = append(out, []string{w.StatedLimit(w.joinNames(l.Exclude, w.nameRelease), l.Because)})
	}
	for i := range w.rec.Profile.Parts {
		out = append(out, describeStatedPart(w, &w.rec.Profile.Parts[i]))
	}
	blocks := page.MakeBlocks(page.Item, out)
	if left := describeLeftOut(w); left != "" {
		blocks = append([]page.Block{page.MakeBlock(page.Paragraph, left)}, blocks...)
	}
	if usual != "" {
		blocks = append([]page.Block{page.MakeBlock(page.Paragraph, w.StatedFrom(usual))}, blocks...)
	}
	return page.MakeSection(w.SectionStated(), blocks)
}

// describeLeftOut says how much is kept from the public, "" where nothing is.
func describeLeftOut(w *wording) string {
	if w.leftOut == nil {
		return ""
	}
	n := w.leftOut
	return w.LeftOut(w.List([]string{w.LeftOutNotes(n.Notes), w.LeftOutNames(n.Names), w.LeftOutAnswers(n.Answers)}))
}

// listPriorityShares gives the shares of the stated priorities, of 100.
func listPriorityShares(w *wording) []int {
	return roundToHundredths(mapList(w.rec.Priorities, func(p *engine.PriorityResult) float64 { return p.Share }))
}

// describeStatedPriority says how much a priority weighs and for which side it speaks.
func describeStatedPriority(w *wording, i, of100 int) string {
	p := &w.rec.Priorities[i]
	weight, side, share := plain.Decimal(p.Weight), w.nameStance(p.Pull), strconv.Itoa(of100)
	if r := p.Range; r != nil {
		return w.StatedRange(w.namePriority(p.ID), p.ID, w.WeightBetween(plain.Decimal(r.Low), plain.Decimal(r.High)), weight, side, share)
	}
	return w.StatedPriority(w.namePriority(p.ID), p.ID, weight, side, share)
}

// describeStatedPart says what the profile says of one part.
func describeStatedPart(w *wording, p *engine.Part) []string {
	name, like := w.nameComponent(p.ID), w.pack.Component(p.Like).Title.In(w.Lang)
	var facts []string
	for i := range w.pack.Facts {
		f := &w.pack.Facts[i]
		if a, ok := p.Facts[f.ID]; ok {
			facts = append(facts, w.FactAnswer(w.WithID(f.Title.In(w.Lang), f.ID), trimFullStop(w.describeAnswer(f.ID, a))))
		}
	}
	text := w.StatedPart(name, like)
	if len(facts) > 0 {
		text = w.StatedPartWith(name, like, w.joinPhrases(facts))
	}
	if p.Note == "" {
		return []string{text}
	}
	return []string{text, w.Note(w.NoteText(p.Note))}
}

// findUsualLayer gives the place that most answers come from, "" if no two come from one:
// it is told once.
func findUsualLayer(w *wording) string {
	count, usual := map[string]int{}, ""
	for _, id := range slices.Sorted(maps.Keys(w.rec.Profile.Notes)) {
		layer := w.rec.Profile.Notes[id].Layer
		count[layer]++
		if layer != "" && count[layer] > max(1, count[usual]) {
			usual = layer
		}
	}
	return usual
}

// addNotes adds to an answer what stands beside it in the profile; the usual place goes
// without saying.
func addNotes(w *wording, id, text, usual string) []string {
	n := w.rec.Profile.Notes[id]
	if n.Layer == usual {
		n.Layer = ""
	}
	var by []string
	for _, x := range []struct {
		say  func(text string) string
		text string
	}{{w.NoteText, n.Text}, {w.NoteBy, n.By}, {w.NoteLayer, n.Layer}} {
		if x.text != "" {
			by = append(by, x.say(x.text))
		}
	}
	switch n.Sure {
	case engine.LowSureness:
		by = append(by, w.SureLow())
	case engine.MediumSureness:
		by = append(by, w.SureMedium())
	case engine.HighSureness:
		by = append(by, w.SureHigh())
	}
	if len(by) == 0 {
		return []string{text}
	}
	return []string{text, w.Note(w.joinPhrases(by))}
}
