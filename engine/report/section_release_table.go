package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
)

// numberedStep is a step that parts wait for, by the number that their rows name.
type numberedStep struct {
	partStep
	parts []string // names of the parts that it is about, if it is not about the whole
}

// stepList numbers steps: the conditions of the release first, as they are numbered
// in the part of the page about them.
type stepList []numberedStep

func newStepList(w *wording) stepList {
	out := make(stepList, len(w.rec.Conditions))
	for i := range out {
		b := &w.rec.Conditions[i]
		out[i].partStep = partStep{firstStep: findFirstStep(w, b), bar: b}
	}
	return out
}

// add gives the number of a step of a part.
func (l *stepList) add(s partStep, part string) string {
	i := slices.IndexFunc(*l, func(x numberedStep) bool {
		return x.ofPart == s.ofPart && x.text == s.text && (x.bar.ID == s.bar.ID || s.ofPart)
	})
	if i < 0 {
		*l = append(*l, numberedStep{partStep: s})
		i = len(*l) - 1
	}
	if s.ofPart {
		(*l)[i].parts = append((*l)[i].parts, part)
	}
	return strconv.Itoa(i + 1)
}

// composeReleaseTableSection is the release table: one row a part, and below it what
// must come first for those that have to wait.
func composeReleaseTableSection(w *wording) []page.Block {
	rows := listReleaseRows(w)
	if len(rows) == 0 {
		return nil
	}
	t := &page.Table{BarColumn: page.NoBarColumn, Wraps: true, Head: []string{w.HeadPart(), w.HeadDecision(), w.HeadTerms(), w.HeadWhen()}}
	steps, used := newStepList(w), map[string]bool{}
	for i := range rows {
		name := nameRow(w, &rows[i])
		var numbers []string
		for _, s := range rows[i].first {
			n := steps.add(s, name)
			used[n] = true
			if !slices.Contains(numbers, n) {
				numbers = append(numbers, n)
			}
		}
		cells := []string{name, nameDecision(w, rows[i].Advice), describeTerms(w, &rows[i]), describeWhen(w, &rows[i], numbers)}
		t.AddRow(cells, w.RowSpoken(cells[0], cells[1], cells[2], cells[3]))
	}
	out := []page.Block{page.MakeGrid(t)}
	if len(w.rec.Profile.Parts) > 0 {
		out = append(out, page.MakeBlock(page.Paragraph, w.TableOwn()))
	}
	for i := range steps {
		if n := strconv.Itoa(i + 1); used[n] {
			out = append(out, page.MakeBlock(page.Item, describeStep(w, n, &steps[i])))
		}
	}
	return page.MakeSection(w.SectionReleaseTable(), out)
}

// nameRow names the part of a row: what the owner calls it, with the owner's id.
func nameRow(w *wording, r *releaseRow) string {
	if !r.Own {
		return w.nameComponent(r.ID)
	}
	return w.WithID(w.nameOwnPart(r), r.ID)
}

// nameOwnPart gives the title of a part that the owner names, else what it is like.
func (w *wording) nameOwnPart(r *releaseRow) string {
	return cmp.Or(r.Title, w.pack.Component(r.Like).Title.In(w.Lang))
}

func nameDecision(w *wording, a rules.Advice) string {
	switch a {
	case rules.AdviseOpen:
		return w.DecisionOpen()
	case rules.AdviseRestrict:
		return w.DecisionRestrict()
	}
	return w.DecisionKeep()
}

// describeTerms says which terms to take for a part, and what fits besides.
func describeTerms(w *wording, r *releaseRow) string {
	switch {
	case r.NothingFits:
		return w.TermsNone()
	case !hasTerms(r.ComponentResult) && r.Advice != rules.AdviseKeep:
		return w.TermsToChoose()
	case !hasTerms(r.ComponentResult):
		return w.TermsEmpty()
	case len(r.Alternatives) > 0:
		return w.TermsOr(joinChoice(w, r.ComponentResult), joinLicenceIDs(w, r.Alternatives))
	}
	return joinChoice(w, r.ComponentResult)
}

func describeWhen(w *wording, r *releaseRow, numbers []string) string {
	switch whenOf(r.ComponentResult) {
	case PartKept:
		if hasTerms(r.ComponentResult) {
			return w.WhenSold() // terms for those who pay, who are let in, or who work here
		}
		return w.WhenKept()
	case PartAfter:
		return w.WhenAfter(strings.Join(numbers, w.BetweenTerms()))
	}
	if len(numbers) > 0 {
		return w.WhenNowIf(strings.Join(numbers, w.BetweenTerms()))
	}
	return w.WhenNow()
}

// describeStep says what to do first, and for which parts if it is not about all.
func describeStep(w *wording, n string, s *numberedStep) string {
	text := s.text
	if s.fact != "" {
		text = w.WithID(text, s.fact)
	}
	if s.ofPart {
		text = w.ForParts(text, w.joinPhrases(s.parts))
	}
	if s.fact != "" {
		return w.FirstAsk(n, text)
	}
	return w.FirstDo(n, text)
}
