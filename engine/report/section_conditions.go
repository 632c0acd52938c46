package report

import (
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
)

// composeConditionsSection is the part about what has to come before the advised
// release: what to do, why, and what must not be done until then.
func composeConditionsSection(w *wording) []page.Block {
	var out []page.Block
	for i := range w.rec.Conditions {
		b := &w.rec.Conditions[i]
		step := findFirstStep(w, b)
		n := strconv.Itoa(i + 1)
		head := w.FirstDo(n, step.text)
		if step.fact != "" {
			head = w.FirstAsk(n, w.WithID(step.text, step.fact))
		}
		out = append(out, page.MakeBlock(page.Topic, head))
		lines := append([]string{w.Because(tellBar(w, b))}, listForbidden(w, b)...)
		lines = append(lines, listOtherWaysOut(w, b, step)...)
		lines = append(append(lines, listQuestions(w, b, step.fact)...), describeLaw(w, b))
		out = append(out, page.MakeBlocks(page.Item, page.MakeEntries(lines...))...)
	}
	return page.MakeSection(w.SectionConditions(), out)
}

// composeMeanwhileSection is the part about what has to be settled while what is
// done already goes on.
func composeMeanwhileSection(w *wording) []page.Block {
	var out [][]string
	for i := range w.rec.Cautions {
		if b := &w.rec.Cautions[i]; b.ToldOnly {
			text := []string{w.Meanwhile(tellBar(w, b))}
			out = append(out, append(append(text, listWaysOut(w, b)...), describeLaw(w, b)))
		}
	}
	return page.MakeSection(w.SectionMeanwhile(), page.MakeBlocks(page.Item, out))
}

// listForbidden says what the bar forbids of what the release does. Packs of the first
// version have no acts but one for each bar, which has nothing to say of its own.
func listForbidden(w *wording, b *engine.BarResult) []string {
	def := w.pack.Bar(b.ID)
	if slices.Equal(def.Forbids, []string{def.ID}) {
		return nil
	}
	return []string{describeForbidden(w, b, def)}
}

func describeForbidden(w *wording, b *engine.BarResult, def *rules.Bar) string {
	switch {
	case len(def.Demands) > 0:
		return w.AskedFor(w.nameActs(b.Acts))
	case len(def.On) > 0:
		return w.NotUntilWith(w.nameKinds(b.Kinds), w.nameActs(b.Acts))
	}
	return w.NotUntil(w.nameActs(b.Acts))
}

// listQuestions are the questions of unanswered facts that a bar waits for, but for
// one that is asked already.
func listQuestions(w *wording, b *engine.BarResult, asked string) []string {
	var out []string
	for _, id := range w.keepUnknown(b.Facts) {
		if id != asked {
			out = append(out, w.WaitsFor(w.pack.Fact(id).Question.In(w.Lang), id))
		}
	}
	return out
}

// describeLaw says where a bar stands, with its id, the answers that it reads and its
// sources.
func describeLaw(w *wording, b *engine.BarResult) string {
	def := w.pack.Bar(b.ID)
	by := []string{b.ID}
	if place := namePlace(w, def.Jurisdiction, def.When); place != "" && b.Precaution {
		by = append(by, w.IfPlace(place))
	}
	by = append(append(by, w.describeAnswers(b.Facts)...), w.citeSources(def.Source))
	if law := citeLaw(w, def.Law()); law != "" {
		return w.formatSentence(sentence{w.Law(law), by})
	}
	return w.formatSentence(sentence{w.LawNone(w.pack.Name), by})
}

// namePlace says in words where a rule of law applies: what the pack says of the
// answer that its condition reads for its jurisdiction; "" for rules that apply
// anywhere.
func namePlace(w *wording, jurisdiction string, when *rules.Condition) string {
	if jurisdiction == rules.AnyJurisdiction {
		return ""
	}
	for _, id := range when.Facts(nil) {
		if v := w.pack.Fact(id).Value(jurisdiction); v != nil {
			return lowerFirst(trimFullStop(v.Label.In(w.Lang)))
		}
	}
	return ""
}

// describeToday says what may be done until the conditions are met.
func describeToday(w *wording) string {
	f := w.findTodaysForm()
	switch {
	case f == nil:
		return w.UntilThenNothing()
	case f.ID == w.rec.Form:
		return w.UntilThenBare(w.nameForm())
	}
	return w.UntilThen(w.Quoted(f.Title.In(w.Lang)), f.Text.In(w.Lang))
}

const maxCautions = 3 // on the page; the rest is counted

// composeCautionsSection is the part about rules of which it is not known whether
// they hold. Of those that wait for one answer the first is told, the rest counted.
func composeCautionsSection(w *wording) []page.Block {
	var out, asked []string
	rest := 0
	for i := range w.rec.Cautions {
		b := &w.rec.Cautions[i]
		if b.ToldOnly {
			continue
		}
		open := w.keepUnknown(w.pack.Bar(b.ID).When.Facts(nil))
		if len(out) == maxCautions || len(open) > 0 && slices.Contains(asked, open[0]) {
			rest++
			continue
		}
		text := w.pack.Bar(b.ID).Text.In(w.Lang)
		if len(open) == 0 {
			out = append(out, w.formatSentence(sentence{text, []string{b.ID}}))
			continue
		}
		asked = append(asked, open[0])
		out = append(out, w.Caution(text, w.pack.Fact(open[0]).Question.In(w.Lang), w.joinPhrases(append([]string{b.ID}, open...))))
	}
	if rest > 0 {
		out = append(out, w.CautionsMore(rest))
	}
	return page.MakeSection(w.SectionCautions(), page.MakeBlocks(page.Item, page.MakeEntries(out...)))
}
