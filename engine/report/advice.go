package report

import (
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// Part is advice on one component. Arguments names the rule that gave it: the
// advice, the split, or the veto whose duty binds the part.
type Part struct {
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

// Step is something to do next. Because lists the facts and vetoes that it
// answers to; Source is the first of Sources.
type Step struct {
	ID      string   `json:"id"`
	Text    string   `json:"text"`
	Because []string `json:"because"`
	Source  string   `json:"source"`
	Sources []string `json:"sources"`
}

func (w *writer) part(c *engine.ComponentResult) Part {
	return Part{
		ID: c.ID, Advice: c.Advice, Terms: some(c.Terms), Because: c.Because.In(w.Lang),
		Arguments: []string{c.Rule}, Facts: some(c.Facts), Sources: some(c.Source),
	}
}

// licences gives one entry for each licence and component.
func (w *writer) licences() []Licence {
	out := []Licence{}
	for i := range w.r.Licences {
		l := &w.r.Licences[i]
		for _, part := range l.Parts {
			for _, id := range l.Rule.Licences {
				out = append(out, Licence{
					SPDX: id, Name: w.licence(id).Name, For: part, Because: l.Rule.Because.In(w.Lang),
					Rule: l.Rule.ID, Facts: some(l.Facts), Sources: some(l.Rule.Source),
				})
			}
		}
	}
	return out
}

func (w *writer) licence(id string) *rules.Licence {
	return w.r.Pack.Licence(id)
}

func (w *writer) standard(s *engine.StandardResult) Standard {
	out := Standard{ID: s.Rule.ID, Title: s.Rule.Title.In(w.Lang), Missing: some(s.Missing), Text: w.reach(s), Sources: some(s.Rule.Source)}
	if s.Reached != nil {
		out.Level = &s.Reached.ID
	}
	return out
}

func (w *writer) step(s *engine.NextStep) Step {
	return Step{
		ID: s.Rule.ID, Text: s.Rule.Text.In(w.Lang), Because: append(some(s.Facts), w.answersToVetoes(s)...),
		Source: s.Rule.Source[0], Sources: some(s.Rule.Source),
	}
}

// answersToVetoes lists the vetoes that a step is about and that apply here.
func (w *writer) answersToVetoes(s *engine.NextStep) []string {
	var out []string
	for _, id := range s.Rule.About {
		is := func(v engine.Veto) bool { return v.Rule != nil && v.Rule.ID == id }
		if slices.ContainsFunc(w.r.Duties, is) || slices.ContainsFunc(w.r.Options, func(o engine.OptionResult) bool { return slices.ContainsFunc(o.BlockedBy, is) }) {
			out = append(out, id)
		}
	}
	return out
}

// parts is the part of the page about the components, grouped by what to do
// with them, and about the outside measures that this reaches.
func (w *writer) parts() []block {
	var out []block
	for i := range w.r.Components {
		c := &w.r.Components[i]
		if i == 0 || c.Advice != w.r.Components[i-1].Advice {
			out = append(out, block{kind: topic, text: []string{w.Say("give_" + string(c.Advice))}})
		}
		id := "part"
		if len(c.Terms) > 0 {
			id = "part_terms"
		}
		text := w.Say(id, "name", w.component(c.ID), "terms", w.theTerms(c.Terms), "text", c.Because.In(w.Lang))
		out = append(out, block{kind: item, text: []string{w.sentence(sentence{text, w.adviceBacking(c.Rule, c.Facts, c.Source)})}})
	}
	for i := range w.r.Standards {
		s := &w.r.Standards[i]
		out = append(out, block{kind: para, text: []string{w.sentence(sentence{w.reach(s), []string{w.cited(s.Rule.Source)}})}})
	}
	return under(w.Say("section_parts"), out)
}

// there leaves out the parts that a work of this kind does not have: advice is
// given on every part of a split that it may have.
func (w *writer) there(parts []string) []string {
	return slices.DeleteFunc(slices.Clone(parts), func(id string) bool {
		return !slices.ContainsFunc(w.r.Components, func(c engine.ComponentResult) bool { return c.ID == id })
	})
}

// reach says how far the release reaches on an outside measure.
func (w *writer) reach(s *engine.StandardResult) string {
	args := []string{"standard", s.Rule.Title.In(w.Lang), "parts", w.series(w.titles(s.Missing)), "text", s.Rule.Missed.In(w.Lang)}
	switch {
	case s.Reached == nil:
		return w.Say("reaches_none", args...)
	case len(s.Missing) == 0:
		return w.Say("reaches", append(args, "level", s.Reached.Title.In(w.Lang))...)
	}
	return w.Say("reaches_next", append(args, "level", s.Reached.Title.In(w.Lang))...)
}

// terms is the part about the licences that fit, each with its reason. Terms
// that are not open say so themselves.
func (w *writer) terms() []block {
	var out [][]string
	for i := range w.r.Licences {
		l := &w.r.Licences[i]
		text := w.Say("terms", "terms", w.theTerms(l.Rule.Licences), "parts", w.series(w.titles(l.Parts)), "text", l.Rule.Because.In(w.Lang))
		entry := []string{w.sentence(sentence{text, w.adviceBacking(l.Rule.ID, l.Facts, l.Rule.Source)})}
		for _, id := range l.Rule.Licences {
			if x := w.licence(id); x.Gives != rules.AdviseOpen {
				entry = append(entry, w.Say("says", "id", id, "text", x.Says.In(w.Lang)))
			}
		}
		out = append(out, entry)
	}
	return under(w.Say("section_terms"), listed(item, out))
}

// steps is the part about what to do next.
func (w *writer) steps() []block {
	var out []string
	for i := range w.r.NextSteps {
		s := &w.r.NextSteps[i]
		by := append(w.adviceBacking(s.Rule.ID, s.Facts, s.Rule.Source), w.answersToVetoes(s)...)
		out = append(out, w.sentence(sentence{s.Rule.Text.In(w.Lang), by}))
	}
	return under(w.Say("section_steps"), listed(item, each(out...)))
}

// adviceBacking is what stands behind a piece of advice: its rule, the answers
// that it reads, its sources.
func (w *writer) adviceBacking(rule string, facts, sources []string) []string {
	return append(append([]string{rule}, w.answersTo(facts)...), w.cited(sources))
}

// theTerms lists licences by their ids, which hold no commas.
func (w *writer) theTerms(ids []string) string { return strings.Join(ids, w.Say("between_terms")) }

// advisedBy hands on the sources that all this names.
func (w *writer) advisedBy(use func(ids []string)) {
	for i := range w.r.Components {
		use(w.r.Components[i].Source)
	}
	for i := range w.r.Licences {
		use(w.r.Licences[i].Rule.Source)
	}
	for i := range w.r.Standards {
		use(w.r.Standards[i].Rule.Source)
	}
	for i := range w.r.NextSteps {
		use(w.r.NextSteps[i].Rule.Source)
	}
}
