package report

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// composeRecordOptions lists all forms with where they stand and why.
func composeRecordOptions(r *record) []page.Block {
	var out []string
	for _, f := range listRecordForms(r.wording) {
		out = append(out, r.RecordOption(r.Quoted(titleForm(r.wording, f.form.ID)), r.nameStance(f.option.Stance), f.form.ID, describeRecordStanding(r, f)))
	}
	return page.MakeSection(headRecordPart(r, texts.RecordOptions), page.MakeBlocks(page.Item, page.MakeEntries(out...)))
}

// describeRecordStanding says where a form stands; of one that can be had what it meets,
// of any other why it cannot.
func describeRecordStanding(r *record, f recordForm) string {
	text := describeRecordObstacle(r, f)
	if text == "" {
		text = describeFormStatus(r.wording, f.result)
		if f.form.ID == r.rec.RunnerUp.Form {
			text = r.StandingRunnerUp()
		}
	}
	if f.result.Value.Exists() && f.result.Possible != rules.False {
		text = r.RecordMeets(text, plain.Hundredths(f.result.Value.Nominal))
	}
	if f.form.ID == r.res.Form {
		return r.joinPhrases([]string{r.RecordDecided(), text})
	}
	return text
}

// describeRecordObstacle says what stands against a form, "" if nothing does.
func describeRecordObstacle(r *record, f recordForm) string {
	need := f.form.RequiresText
	if need.In(r.Lang) == "" {
		need = f.option.RequiresText
	}
	switch limit := findLimitOn(r.wording, f.option.ID, f.form.ID); {
	case f.result.Barred == rules.BarredForGood && len(f.result.Bars) > 0:
		return r.RecordBarred(briefBar(r.wording, f.result.Bars[0]))
	case limit != nil:
		return r.RecordLimited(trimFullStop(limit.Because))
	case f.result.Possible == rules.False && need.In(r.Lang) != "":
		return r.RecordLacks(lowerFirst(trimFullStop(need.In(r.Lang))))
	case f.result.Possible == rules.False:
		return r.StandingUnmet()
	case f.result.Possible == rules.Unknown && !f.result.Available:
		if open := r.keepUnknown(listFormFacts(f)); len(open) > 0 {
			return r.RecordLacksAnswers(r.joinPhrases(mapWith(r.wording, open[:min(maxFactsNamed, len(open))], func(w *wording, id *string) string { return briefQuestion(w, *id) })))
		}
		return r.StandingOpen()
	case f.result.Barred == rules.BarredUntil && len(f.result.Bars) > 0:
		return r.RecordWaits(briefBar(r.wording, f.result.Bars[0]))
	}
	return ""
}

// listFormFacts lists the facts that a form and its option ask for.
func listFormFacts(f recordForm) []string {
	return append(f.option.Requires.Facts(nil), f.form.Requires.Facts(nil)...)
}

// findLimitOn finds the limit of the owner that excludes a form, nil if none does.
func findLimitOn(w *wording, option, form string) *engine.Limit {
	list := w.rec.Profile.Limits
	i := slices.IndexFunc(list, func(l engine.Limit) bool {
		return slices.Contains(l.Exclude, option) || slices.Contains(l.Exclude, form)
	})
	if i < 0 {
		return nil
	}
	return &list[i]
}

// composeRecordPros sets against each other what each form meets and what it leaves. Those
// that are not possible here are left out, since nobody can choose them.
func composeRecordPros(r *record) []page.Block {
	var out []page.Block
	left := 0
	for _, f := range listRecordForms(r.wording) {
		if f.result.Possible == rules.False && f.result.Barred != rules.BarredForGood && f.form.ID != r.res.Form {
			left++
			continue
		}
		out = append(out, page.MakeBlock(page.Topic, r.Quoted(titleForm(r.wording, f.form.ID))), page.MakeBlock(page.Paragraph, f.form.Text.In(r.Lang)))
		lines := listGoodAndBad(r, f, prosPerSide)
		out = append(out, page.MakeBlocks(page.Item, page.MakeEntries(lines...))...)
	}
	if left > 0 {
		out = append(out, page.MakeBlock(page.Paragraph, r.RecordLeftOut(left)))
	}
	return page.MakeSection(headRecordPart(r, texts.RecordPros), out)
}
