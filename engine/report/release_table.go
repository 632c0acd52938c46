package report

import (
	"maps"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// releaseRow is what the release table says of one part.
type releaseRow struct {
	*engine.ComponentResult
	first []partStep // what must come first
}

// partStep is what to do first about a condition that a part waits for.
type partStep struct {
	firstStep
	bar     *engine.BarResult
	caution bool // it may hold: that is to be found out
	// ofPart: the condition is not one of the whole release, or what it takes is
	// another thing for this part.
	ofPart bool
}

// listReleaseRows lists the rows of the release table, one a part.
func listReleaseRows(w *wording) []releaseRow {
	out := make([]releaseRow, len(w.rec.Components))
	for i := range out {
		c := &w.rec.Components[i]
		out[i] = releaseRow{c, listPartSteps(w, c)}
	}
	return out
}

// listPartSteps lists what to do first about the conditions of a part.
func listPartSteps(w *wording, c *engine.ComponentResult) []partStep {
	var out []partStep
	part := w.forPart(c)
	for i := range w.rec.Conditions {
		if b := &w.rec.Conditions[i]; !c.Own && slices.Contains(c.Bars, b.ID) {
			out = append(out, partStep{firstStep: findFirstStep(w, b), bar: b})
		}
	}
	for i := range c.Conditions {
		b := &c.Conditions[i]
		step := findFirstStep(part, b)
		shared := slices.ContainsFunc(w.rec.Conditions, func(x engine.BarResult) bool {
			return x.ID == b.ID && findFirstStep(w, &x).text == step.text
		})
		out = append(out, partStep{firstStep: step, bar: b, ofPart: !shared})
	}
	for i := range c.Cautions {
		b := &c.Cautions[i]
		if open := part.keepUnknown(part.pack.Bar(b.ID).When.Facts(nil)); len(open) > 0 {
			step := firstStep{part.pack.Fact(open[0]).Question.In(part.Lang), open[0], -1}
			out = append(out, partStep{firstStep: step, bar: b, caution: true, ofPart: true})
		}
	}
	return out
}

// forPart gives words about a part that the owner names, with the answers that count
// for it; any other part has those of the whole.
func (w *wording) forPart(c *engine.ComponentResult) *wording {
	p := w.findOwnPart(c.ID)
	if !c.Own || p == nil {
		return w
	}
	part, rec := *w, *w.rec
	rec.Profile.Facts = maps.Clone(rec.Profile.Facts)
	if rec.Profile.Facts == nil {
		rec.Profile.Facts = map[string]engine.Answer{}
	}
	maps.Copy(rec.Profile.Facts, p.Facts)
	rec.Unknown = c.Unknown
	rec.Inactive = slices.DeleteFunc(slices.Clone(rec.Inactive), func(id string) bool { _, own := p.Facts[id]; return own })
	rec.Inactive = append(rec.Inactive, c.Inactive...)
	part.rec = &rec
	return &part
}

// findComponentResult finds the row of the first of some parts, nil if there are none.
func (w *wording) findComponentResult(parts []string) *engine.ComponentResult {
	for i := range w.rec.Components {
		if c := &w.rec.Components[i]; len(parts) > 0 && c.ID == parts[0] {
			return c
		}
	}
	return nil
}

// hasTerms reports whether terms are named for a part: what a bar keeps back has none.
func hasTerms(c *engine.ComponentResult) bool {
	return len(c.TermsFor) > 0 && (c.Kind != rules.BarRule || c.Advice != rules.AdviseKeep)
}

// whenOf says in a word of the document when the advice on a part holds.
func whenOf(c *engine.ComponentResult) string {
	switch {
	case c.Advice == rules.AdviseKeep:
		return PartKept
	case len(c.Bars) > 0:
		return PartAfter
	}
	return PartNow
}
