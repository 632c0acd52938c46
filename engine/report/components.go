package report

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// findReason finds the words and the sources of the rule that says what to do with
// a part.
func findReason(w *wording, c *engine.ComponentResult) (because rules.Text, sources []string) {
	switch c.Kind {
	case rules.FormRule:
		form := w.findForm()
		return form.Text, form.Source
	case rules.BarRule:
		bar := w.pack.Bar(c.Rule)
		return bar.Text, bar.Source
	}
	if c.Rule == "" { // of a part of the owner
		return rules.Text{{w.Lang, w.NothingSpeaksForIt()}}, nil
	}
	advice := w.pack.Component(c.Like).AdviceByID(c.Rule)
	return advice.Because, advice.Source
}

// keepPresentComponents leaves out the parts that a work of this kind does not have: advice is
// given on every part that the form names.
func keepPresentComponents(w *wording, parts []string) []string {
	return slices.DeleteFunc(slices.Clone(parts), func(id string) bool {
		return !slices.ContainsFunc(w.rec.Components, func(c engine.ComponentResult) bool { return c.Like == id })
	})
}

// describeReach says how far the release reaches on an outside measure.
func describeReach(w *wording, s *engine.StandardResult) string {
	def := w.pack.Standard(s.ID)
	standard, missing := def.Title.In(w.Lang), w.joinPhrases(w.nameComponents(s.Missing))
	if s.Reached == "" {
		return w.ReachesNone(standard, def.Missed.In(w.Lang), missing)
	}
	level := def.Level(s.Reached).Title.In(w.Lang)
	if len(s.Missing) == 0 {
		return w.Reaches(standard, level)
	}
	return w.ReachesNext(standard, level, missing)
}

// nameTerms names a licence as people know it: by its identifier, or by a title where
// the identifier is only a place on no list.
func (w *wording) nameTerms(id string) string {
	if title := w.pack.Licence(id).Title.In(w.Lang); title != "" {
		return title
	}
	return id
}

func (w *wording) nameAllTerms(ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = w.nameTerms(id)
	}
	return out
}

// joinAlternatives lists licences of which one is taken.
func (w *wording) joinAlternatives(ids []string) string {
	return strings.Join(w.nameAllTerms(ids), w.OrTerms())
}

// joinChoice lists the terms to take for one part, each with what it is for if there are several.
func joinChoice(w *wording, c *engine.ComponentResult) string {
	out := make([]string, len(c.TermsFor))
	for i, t := range c.TermsFor {
		out[i] = w.nameTerms(t.AnyOf[0])
		if len(out) > 1 {
			out[i] = w.TermFor(out[i], nameContent(w, t.For))
		}
	}
	return strings.Join(out, w.BetweenTerms())
}

func nameContent(w *wording, c rules.Content) string {
	switch c {
	case rules.CodeContent:
		return w.ContentCode()
	case rules.TextContent:
		return w.ContentTexts()
	case rules.DataContent:
		return w.ContentData()
	case rules.ModelContent:
		return w.ContentModel()
	}
	return w.ContentAll()
}

// joinLicenceIDs lists licences by names that hold no commas.
func joinLicenceIDs(w *wording, ids []string) string {
	return strings.Join(w.nameAllTerms(ids), w.BetweenTerms())
}
