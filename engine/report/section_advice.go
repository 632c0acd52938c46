package report

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
)

// ComponentAdvice is advice on one component. Arguments names the rule that gave it: the
// advice, the split, or the veto whose duty binds the part.
type ComponentAdvice struct {
	ID        string       `json:"id"`
	Advice    rules.Advice `json:"advice" jsonschema:"open: to all for any use; restrict: under limits or to some; keep: to nobody"`
	Terms     []string     `json:"terms" jsonschema:"SPDX ids of licences that fit, the best first"`
	Because   string       `json:"because"`
	Arguments []string     `json:"arguments"`
	Facts     []string     `json:"facts"`
	Sources   []string     `json:"sources"`
}

// Licence is a licence to consider for one component.
type Licence struct {
	SPDX    string   `json:"spdx" jsonschema:"id of the SPDX list, or LicenseRef- and a name"`
	Name    string   `json:"name"`
	For     string   `json:"for" jsonschema:"id of a component"`
	Because string   `json:"because"`
	Rule    string   `json:"rule"`
	Facts   []string `json:"facts"`
	Sources []string `json:"sources"`
}

// Standard says how far the release reaches on an outside measure. Level is
// null if not even the first level is reached.
type Standard struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Level   *string  `json:"level"`
	Missing []string `json:"missing" jsonschema:"components that the next level asks for"`
	Text    string   `json:"text"`
	Sources []string `json:"sources"`
}

// NextStep is something to do next. Because lists the facts and vetoes that it
// answers to; Source is the first of Sources.
type NextStep struct {
	ID      string   `json:"id"`
	Text    string   `json:"text"`
	Because []string `json:"because"`
	Source  string   `json:"source"`
	Sources []string `json:"sources"`
}

func (w *resultWriter) buildComponentAdvice(c *engine.ComponentResult) ComponentAdvice {
	because, sources := w.findReason(c)
	return ComponentAdvice{
		ID: c.ID, Advice: c.Advice, Terms: copyList(c.Terms), Because: because.In(w.Lang),
		Arguments: []string{c.Rule}, Facts: copyList(c.Facts), Sources: copyList(sources),
	}
}

// findReason finds the words and the sources of the rule that says what to do with
// a part.
func (w *resultWriter) findReason(c *engine.ComponentResult) (because rules.Text, sources []string) {
	switch c.Kind {
	case rules.SplitRule:
		split := w.findSplit()
		return split.Text, split.Source
	case rules.VetoRule:
		veto := w.pack.Veto(c.Rule)
		return veto.Duty, veto.Source
	}
	advice := w.pack.Component(c.ID).AdviceByID(c.Rule)
	return advice.Because, advice.Source
}

// buildLicences gives one entry for each licence and component.
func (w *resultWriter) buildLicences() []Licence {
	out := []Licence{}
	for i := range w.rec.Licences {
		l := &w.rec.Licences[i]
		for _, part := range l.Parts {
			for _, id := range l.Licences {
				out = append(out, Licence{
					SPDX: id, Name: w.findLicence(id).Name, For: part, Because: w.pack.Choice(l.ID).Because.In(w.Lang),
					Rule: l.ID, Facts: copyList(l.Facts), Sources: copyList(w.pack.Choice(l.ID).Source),
				})
			}
		}
	}
	return out
}

func (w *resultWriter) findLicence(id string) *rules.Licence {
	return w.pack.Licence(id)
}

func (w *resultWriter) buildStandard(s *engine.StandardResult) Standard {
	def := w.pack.Standard(s.ID)
	return Standard{
		ID: s.ID, Title: def.Title.In(w.Lang), Level: nilIfEmpty(s.Reached), Missing: copyList(s.Missing),
		Text: w.describeReach(s), Sources: copyList(def.Source),
	}
}

func (w *resultWriter) buildNextStep(s *engine.NextStep) NextStep {
	def := w.pack.Step(s.ID)
	return NextStep{
		ID: s.ID, Text: def.Text.In(w.Lang), Because: append(copyList(s.Facts), w.listVetoesOfStep(s)...),
		Source: def.Source[0], Sources: copyList(def.Source),
	}
}

// listVetoesOfStep lists the vetoes that a step is about and that apply here.
func (w *resultWriter) listVetoesOfStep(s *engine.NextStep) []string {
	var out []string
	for _, id := range w.pack.Step(s.ID).About {
		is := func(v engine.VetoResult) bool { return v.Limit == nil && v.ID == id }
		if slices.ContainsFunc(w.rec.Duties, is) || slices.ContainsFunc(w.rec.Options, func(o engine.OptionResult) bool { return slices.ContainsFunc(o.BlockedBy, is) }) {
			out = append(out, id)
		}
	}
	return out
}

// composeComponentsSection is the part of the page about the components, grouped by what to do
// with them, and about the outside measures that this reaches.
func (w *resultWriter) composeComponentsSection() []page.Block {
	var out []page.Block
	for i := range w.rec.Components {
		c := &w.rec.Components[i]
		if i == 0 || c.Advice != w.rec.Components[i-1].Advice {
			out = append(out, page.MakeBlock(page.Topic, w.nameAdvice(c.Advice)))
		}
		because, sources := w.findReason(c)
		text := w.Part(w.nameComponent(c.ID), because.In(w.Lang))
		if len(c.Terms) > 0 {
			text = w.PartTerms(w.nameComponent(c.ID), w.joinLicenceIDs(c.Terms), because.In(w.Lang))
		}
		out = append(out, page.MakeBlock(page.Item, w.formatSentence(sentence{text, w.listAdviceGrounds(c.Rule, c.Facts, sources)})))
	}
	for i := range w.rec.Standards {
		s := &w.rec.Standards[i]
		out = append(out, page.MakeBlock(page.Paragraph, w.formatSentence(sentence{w.describeReach(s), []string{w.citeSources(w.pack.Standard(s.ID).Source)}})))
	}
	return page.MakeSection(w.SectionParts(), out)
}

// nameAdvice says what to do with the components below it.
func (w *resultWriter) nameAdvice(a rules.Advice) string {
	switch a {
	case rules.AdviseOpen:
		return w.GiveOpen()
	case rules.AdviseRestrict:
		return w.GiveRestrict()
	}
	return w.GiveKeep()
}

// keepPresentComponents leaves out the parts that a work of this kind does not have: advice is
// given on every part of a split that it may have.
func (w *resultWriter) keepPresentComponents(parts []string) []string {
	return slices.DeleteFunc(slices.Clone(parts), func(id string) bool {
		return !slices.ContainsFunc(w.rec.Components, func(c engine.ComponentResult) bool { return c.ID == id })
	})
}

// describeReach says how far the release reaches on an outside measure.
func (w *resultWriter) describeReach(s *engine.StandardResult) string {
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

// composeLicencesSection is the part about the licences that fit, each with its reason. Terms
// that are not open say so themselves.
func (w *resultWriter) composeLicencesSection() []page.Block {
	var out [][]string
	for i := range w.rec.Licences {
		l := &w.rec.Licences[i]
		text := w.Terms(w.joinLicenceIDs(l.Licences), w.joinPhrases(w.nameComponents(l.Parts)), w.pack.Choice(l.ID).Because.In(w.Lang))
		entry := []string{w.formatSentence(sentence{text, w.listAdviceGrounds(l.ID, l.Facts, w.pack.Choice(l.ID).Source)})}
		for _, id := range l.Licences {
			if x := w.findLicence(id); x.Gives != rules.AdviseOpen {
				entry = append(entry, w.Says(id, x.Says.In(w.Lang)))
			}
		}
		out = append(out, entry)
	}
	return page.MakeSection(w.SectionTerms(), page.MakeBlocks(page.Item, out))
}

// composeNextStepsSection is the part about what to do next.
func (w *resultWriter) composeNextStepsSection() []page.Block {
	var out []string
	for i := range w.rec.NextSteps {
		s := &w.rec.NextSteps[i]
		def := w.pack.Step(s.ID)
		by := append(w.listAdviceGrounds(s.ID, s.Facts, def.Source), w.listVetoesOfStep(s)...)
		out = append(out, w.formatSentence(sentence{def.Text.In(w.Lang), by}))
	}
	return page.MakeSection(w.SectionSteps(), page.MakeBlocks(page.Item, page.MakeEntries(out...)))
}

// listAdviceGrounds is what stands behind a piece of advice: its rule, the answers
// that it reads, its sources.
func (w *resultWriter) listAdviceGrounds(rule string, facts, sources []string) []string {
	return append(append([]string{rule}, w.describeAnswers(facts)...), w.citeSources(sources))
}

// joinLicenceIDs lists licences by their ids, which hold no commas.
func (w *resultWriter) joinLicenceIDs(ids []string) string {
	return strings.Join(ids, w.BetweenTerms())
}

// visitAdviceSources hands on the sources that all this names.
func (w *resultWriter) visitAdviceSources(use func(ids []string)) {
	for i := range w.rec.Components {
		_, sources := w.findReason(&w.rec.Components[i])
		use(sources)
	}
	for i := range w.rec.Licences {
		use(w.pack.Choice(w.rec.Licences[i].ID).Source)
	}
	for i := range w.rec.Standards {
		use(w.pack.Standard(w.rec.Standards[i].ID).Source)
	}
	for i := range w.rec.NextSteps {
		use(w.pack.Step(w.rec.NextSteps[i].ID).Source)
	}
}
