package report

import (
	"cmp"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
)

// composeRecordOutcome says what is decided or proposed; where people decided, what ajar
// advises stands apart from it.
func composeRecordOutcome(r *record) []page.Block {
	if r.res.IsOpen() {
		return page.MakeSection(headRecordPart(r, texts.RecordOutcome), append(composeProposal(r), composeRecordFirst(r)...))
	}
	var out []page.Block
	if r.res.Status != StatusAccepted {
		out = append(out, page.MakeBlock(page.Paragraph, r.RecordStatus(r.res.Status)))
	}
	if r.res.Form == "" {
		out = append(out, page.MakeBlock(page.Paragraph, r.RecordNoChoice()))
	} else {
		out = append(out, page.MakeBlock(page.Paragraph, r.RecordChosen(r.Quoted(titleForm(r.wording, r.res.Form)), r.res.Form, trimFullStop(r.res.Because)), r.RecordDeciders(r.List(r.res.Deciders))))
		out = append(out, composeAgainstChoice(r)...)
	}
	out = append(out, composeAdviceBeside(r)...)
	if r.res.Form == "" || r.res.Form == r.rec.Form {
		out = append(out, composeRecordFirst(r)...)
	}
	return page.MakeSection(headRecordPart(r, texts.RecordOutcome), out)
}

// composeProposal is what ajar advises, where nobody has decided.
func composeProposal(r *record) []page.Block {
	text := r.RecordProposedNone()
	if r.rec.Form != "" {
		text = r.RecordProposed(r.Quoted(titleForm(r.wording, r.rec.Form)), r.rec.Form)
	}
	return append([]page.Block{page.MakeBlock(page.Paragraph, text), page.MakeBlock(page.Paragraph, summariseVerdict(r.wording)...)}, listRecordParts(r)...)
}

// listRecordParts says which parts the advice gives, on what terms, and which it keeps.
func listRecordParts(r *record) []page.Block {
	var out []page.Block
	for _, side := range []struct {
		list itemList
		say  func(string) string
	}{{sayGiven(r.wording), r.RecordGiven}, {sayKept(r.wording), r.RecordKept}} {
		if len(side.list.items) > 0 {
			out = append(out, page.MakeBlock(page.Item, side.say(r.joinPhrases(mapList(side.list.items, func(x *listItem) string { return x.text })))))
		}
	}
	return out
}

// composeAdviceBeside tells what ajar advises beside what was decided, and whether that has
// moved since.
func composeAdviceBeside(r *record) []page.Block {
	var out []page.Block
	switch r.res.Form {
	case "":
	case r.rec.Form:
		out = append(out, page.MakeBlock(page.Paragraph, r.RecordAgrees()))
	default:
		out = append(out, page.MakeBlock(page.Headline, r.RecordDiffers()))
	}
	if r.res.Form != "" && r.res.Advised != r.rec.Form {
		moved := r.RecordMovedNone()
		if r.res.Advised != "" {
			moved = r.RecordMoved(nameFormOrID(r.wording, r.res.Advised))
		}
		out = append(out, page.MakeBlock(page.Headline, moved))
	}
	summary := summariseVerdict(r.wording)
	switch r.rec.Form {
	case "":
		summary = append([]string{r.RecordAdvisesNone()}, summary...)
	case r.res.Form: // told already
	default:
		summary = append([]string{r.RecordAdvises(r.Quoted(titleForm(r.wording, r.rec.Form)), r.rec.Form)}, summary...)
	}
	out = append(out, page.MakeBlock(page.Paragraph, summary...))
	return append(out, listRecordParts(r)...)
}

// nameFormOrID names a form that an older pack may have had.
func nameFormOrID(w *wording, id string) string {
	if _, f := w.pack.Form(id); f == nil {
		return id
	}
	return w.Quoted(titleForm(w, id))
}

// composeAgainstChoice tells loudly what stands against the form that was decided.
func composeAgainstChoice(r *record) []page.Block {
	o, f := findFormResult(r.wording, r.res.Form)
	var out []page.Block
	switch limit := findLimitOn(r.wording, o.ID, f.ID); {
	case f.Barred == rules.BarredForGood:
		out = append(out, page.MakeBlock(page.Headline, r.RecordForbidden()))
	case limit != nil:
		out = append(out, page.MakeBlock(page.Headline, r.RecordExcluded()), page.MakeBlock(page.Item, limit.Because))
	case f.Possible == rules.False:
		out = append(out, page.MakeBlock(page.Headline, r.RecordImpossible()))
	case f.ID == r.rec.Form:
		return nil // its conditions are told with what comes first
	case f.Barred == rules.BarredUntil:
		out = append(out, page.MakeBlock(page.Headline, r.RecordNotYet()))
	case f.Barred == rules.MayBeBarred && len(f.Bars) > 0:
		out = append(out, page.MakeBlock(page.Paragraph, r.RecordMayBe()))
	}
	if out == nil {
		return nil
	}
	return append(out, tellBars(r, f)...)
}

// tellBars tells the bars against a form with what would lift them; of those that may hold
// the first ones, the rest is counted.
func tellBars(r *record, f *engine.FormResult) []page.Block {
	var out []page.Block
	told := f.Bars
	if f.Barred == rules.MayBeBarred {
		told = told[:min(maxCautions, len(told))]
	}
	for _, id := range told {
		b := r.pack.Bar(id)
		out = append(out, page.MakeBlock(page.Item, r.RecordRule(b.Text.In(r.Lang), b.Lift.In(r.Lang))))
	}
	if n := len(f.Bars) - len(told); n > 0 {
		out = append(out, page.MakeBlock(page.Item, r.CautionsMore(n)))
	}
	return out
}

// composeRecordFirst says what comes before the advised release.
func composeRecordFirst(r *record) []page.Block {
	switch {
	case r.rec.Form == "":
		return nil
	case r.rec.Ready:
		return []page.Block{page.MakeBlock(page.Paragraph, r.RecordReady())}
	}
	out := []page.Block{page.MakeBlock(page.Headline, r.RecordFirst())}
	for i := range r.rec.Conditions {
		step := findFirstStep(r.wording, &r.rec.Conditions[i])
		text := step.text
		if step.fact != "" {
			text = r.WithID(text, step.fact)
		}
		out = append(out, page.MakeBlock(page.Item, text, r.Because(tellBar(r.wording, &r.rec.Conditions[i]))))
	}
	today := r.RecordTodayNothing()
	if f := r.findTodaysForm(); f != nil {
		today = r.RecordToday(r.Quoted(f.Title.In(r.Lang)))
	}
	return append(out, page.MakeBlock(page.Paragraph, today))
}

// composeRecordConsequences is what follows from the form that the record is about.
func composeRecordConsequences(r *record) []page.Block {
	id := r.subject()
	if id == "" {
		return []page.Block{page.MakeBlock(page.Topic, headRecordPart(r, texts.RecordConsequences)), page.MakeBlock(page.Paragraph, r.RecordNoConsequences())}
	}
	option, form := r.pack.Form(id)
	_, result := findFormResult(r.wording, id)
	f := recordForm{option, form, result}
	lines := listGoodAndBad(r, f, consequencesPerSide)
	return append([]page.Block{page.MakeBlock(page.Topic, headRecordPart(r, texts.RecordConsequences))}, page.MakeBlocks(page.Item, page.MakeEntries(lines...))...)
}

const recordSteps = 5 // of the plan

// composeRecordConfirmation says how it is noticed that the advice moves.
func composeRecordConfirmation(r *record) []page.Block {
	out := []page.Block{
		page.MakeBlock(page.Topic, headRecordPart(r, texts.RecordConfirmation)), page.MakeBlock(page.Paragraph, r.RecordConfirm()),
		page.MakeBlock(page.Literal, "ajar check "+cmp.Or(r.unsaved, r.profile)),
	}
	if r.unsaved != "" {
		out = append(out, page.MakeBlock(page.Paragraph, r.RecordUnsaved()))
	}
	if day := r.rec.Profile.ReviewBy; day != "" {
		out = append(out, page.MakeBlock(page.Paragraph, r.RecordReview(day)))
	}
	if r.rec.Stance == engine.None || len(r.rec.Plan) == 0 || r.subject() != r.rec.Form {
		return out
	}
	steps := listOwnStepsFirst(r.wording)
	out = append(out, page.MakeBlock(page.Paragraph, r.RecordSteps(len(steps))))
	for _, s := range steps[:min(recordSteps, len(steps))] {
		out = append(out, page.MakeBlock(page.Item, r.Topic(r.nameRole(s.By), briefStep(r.wording, s))))
	}
	return out
}
