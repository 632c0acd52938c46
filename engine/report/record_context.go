package report

import (
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine/report/page"
)

// maxOpenNamed is how many open questions a record names; the rest is counted.
const maxOpenNamed = 5

// composeRecordContext says what is to be decided, and what is known of it.
func composeRecordContext(r *record) []page.Block {
	question := r.RecordQuestionNameless()
	if r.rec.Profile.Name != "" {
		question = r.RecordQuestion(r.rec.Profile.Name)
	}
	facts := r.RecordNoFacts()
	if list := listRecordFacts(r); len(list) > 0 {
		facts = r.RecordFacts(r.joinPhrases(list))
	}
	out := []page.Block{
		page.MakeBlock(page.Paragraph, question, r.RecordHow(r.pack.Name, r.pack.Version)),
		page.MakeBlock(page.Paragraph, facts),
	}
	if n := len(r.rec.Unknown); n > 0 {
		var list []string
		for _, id := range listOpenFacts(r.wording) {
			list = append(list, briefQuestion(r.wording, id))
		}
		out = append(out, page.MakeBlock(page.Paragraph, r.RecordUnknown(n, r.joinPhrases(list[:min(maxOpenNamed, len(list))]))))
	}
	return page.MakeSection(headRecordPart(r, texts.RecordContext), out)
}

// listOpenFacts lists the facts that are not known, those first that can change the advice.
func listOpenFacts(w *wording) []string {
	var out []string
	if s := w.rec.Sensitivity; s != nil {
		for i := range s.Questions {
			if id := s.Questions[i].Fact; slices.Contains(w.rec.Unknown, id) {
				out = append(out, id)
			}
		}
	}
	for _, id := range w.rec.Unknown {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// listRecordFacts says in the order of the pack the answers that an argument or a
// condition rests on.
func listRecordFacts(r *record) []string {
	rests := map[string]bool{}
	note := func(ids []string) {
		for _, id := range ids {
			rests[id] = true
		}
	}
	for i := range r.rec.Dimensions {
		for j := range r.rec.Dimensions[i].Arguments {
			note(r.rec.Dimensions[i].Arguments[j].Facts)
		}
	}
	for i := range r.rec.Conditions {
		note(r.rec.Conditions[i].Grounds)
	}
	if b := findDecidingBar(r.wording); b != nil {
		note(b.Grounds)
	}
	var out []string
	for i := range r.pack.Facts {
		id := r.pack.Facts[i].ID
		if a, ok := r.rec.Profile.Facts[id]; ok && rests[id] && !slices.Contains(r.rec.Inactive, id) {
			if _, known := a.Known(); known {
				out = append(out, briefAnswer(r.wording, id, a))
			}
		}
	}
	return out
}

// composeRecordDrivers says what is wished, and how much the situation counts.
func composeRecordDrivers(r *record) []page.Block {
	var out []string
	shares := listPriorityShares(r.wording)
	for i := range r.rec.Priorities {
		out = append(out, describeStatedPriority(r.wording, i, shares[i]))
	}
	if len(out) == 0 {
		out = append(out, r.RecordNoDrivers())
	}
	if r.rec.Option != "" {
		out = append(out, r.RecordSituation(strconv.Itoa(roundToHundredth(r.rec.SituationShare))))
	}
	for i := range r.rec.Profile.Limits {
		l := &r.rec.Profile.Limits[i]
		out = append(out, r.RecordLimit(r.joinNames(l.Exclude, r.nameRelease), l.Because))
	}
	return page.MakeSection(headRecordPart(r, texts.RecordDrivers), page.MakeBlocks(page.Item, page.MakeEntries(out...)))
}

// composeRecordMore says how firm the advice is, what would change it, and of what it is.
func composeRecordMore(r *record) []page.Block {
	var out []page.Block
	if firm := sayFirmness(r.wording); len(firm.items) > 0 {
		out = append(out, page.MakeBlock(page.Paragraph, r.RecordFirm(trimFullStop(firm.items[0].text))))
	}
	out = append(out,
		page.MakeBlock(page.Paragraph, r.RecordReport()),
		page.MakeBlock(page.Literal, "ajar report "+r.profile+" -o decision.html"),
	)
	of := []string{r.RecordRules(r.pack.Name, r.pack.Version, r.pack.Digest), r.RecordProfile(r.rec.Profile.Digest())}
	if r.version != "" {
		of = append(of, r.RecordProgram(r.version))
	}
	out = append(out, page.MakeBlocks(page.Item, page.MakeEntries(of...))...)
	if left := describeLeftOut(r.wording); left != "" {
		out = append(out, page.MakeBlock(page.Paragraph, left))
	}
	out = append(out, page.MakeBlock(page.Paragraph, r.RecordNote(), r.NoAdvice()))
	if list := listPageTurns(r.wording); list != nil {
		var turns []string
		for _, t := range list[:min(maxOpenNamed, len(list))] {
			turns = append(turns, t.text)
		}
		if len(turns) == 0 {
			turns = append(turns, r.CardNoTurn())
		}
		out = append(out, page.MakeBlock(page.Topic, r.RecordTurns()))
		out = append(out, page.MakeBlocks(page.Item, page.MakeEntries(turns...))...)
	}
	return page.MakeSection(headRecordPart(r, texts.RecordMore), out)
}
