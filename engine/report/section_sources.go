package report

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
)

// composeSourcesSection is the part with the sources of all that the page says.
func composeSourcesSection(w *wording) []page.Block {
	used := map[string]bool{}
	use := func(ids []string) {
		for _, id := range ids {
			used[id] = true
		}
	}
	basis := w.rec.Stance != engine.NoBasis
	for i := range w.rec.Dimensions {
		if basis {
			visitDimensionSources(w, &w.rec.Dimensions[i], use)
		}
	}
	shown := collectBars(w, rules.BarredForGood)
	if basis {
		shown = append(shown, collectBars(w, rules.BarredUntil)...)
		shown = append(shown, collectBars(w, rules.MayBeBarred)...)
	}
	for _, b := range shown {
		if b.Limit == nil {
			use(w.pack.Bar(b.ID).Source)
		}
	}
	for i := range w.rec.Conditions {
		use(w.pack.Bar(w.rec.Conditions[i].ID).Source)
	}
	for i := range w.rec.Duties {
		use(w.pack.Duty(w.rec.Duties[i].ID).Source)
	}
	visitAdviceSources(w, use)
	var read, unread []page.Block
	for _, id := range slices.Sorted(maps.Keys(used)) {
		s := w.pack.Source(id)
		item := page.MakeBlock(page.Item, describeSource(w, s)...)
		if s.Mark == rules.FromMemory {
			unread = append(unread, item)
			continue
		}
		read = append(read, item)
	}
	if unread != nil {
		read = append(append(read, page.MakeBlock(page.Topic, w.SourcesUnread())), unread...)
	}
	return page.MakeSection(w.SectionSources(), read)
}

// visitDimensionSources hands on the sources that the justification of a dimension names.
func visitDimensionSources(w *wording, d *engine.DimensionResult, use func(ids []string)) {
	use(w.pack.Dimension(d.ID).Evidence.Source)
	for i := range d.Arguments {
		use(w.pack.Argument(d.Arguments[i].ID).Sources())
	}
	for _, m := range d.Moderators {
		use(w.pack.Moderator(m.ID).Source)
	}
}

// visitAdviceSources hands on the sources that all this names.
func visitAdviceSources(w *wording, use func(ids []string)) {
	for i := range w.rec.Components {
		_, sources := findReason(w, &w.rec.Components[i])
		use(sources)
		for j := range w.rec.Components[i].Conditions {
			use(w.pack.Bar(w.rec.Components[i].Conditions[j].ID).Source)
		}
	}
	for i := range w.rec.Licences {
		use(w.pack.Choice(w.rec.Licences[i].ID).Source)
	}
	for i := range w.rec.Clashes {
		use(w.pack.Compatibility(w.rec.Clashes[i].ID).Source)
	}
	for i := range w.rec.Standards {
		use(w.pack.Standard(w.rec.Standards[i].ID).Source)
	}
	for i := range w.rec.Plan {
		_, sources := describePlanStep(w, &w.rec.Plan[i])
		use(sources)
	}
	for i := range w.rec.Counsel {
		use(w.pack.CounselByID(w.rec.Counsel[i].ID).Source)
	}
}

// describeSource describes one source.
func describeSource(w *wording, s *rules.Source) []string {
	parts := []string{s.Title.In(w.Lang), s.Authors.In(w.Lang)}
	if s.Year != nil {
		parts = append(parts, strconv.Itoa(*s.Year))
	}
	if s.Identifier != nil {
		parts = append(parts, *s.Identifier)
	}
	out := []string{w.WorkFound(s.ID, strings.Join(parts, w.WorkPart())), s.Says.In(w.Lang)}
	if s.Checked != "" {
		out = append(out, w.WorkChecked(s.Checked))
	}
	return out
}
