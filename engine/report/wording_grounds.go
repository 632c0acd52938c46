package report

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/plain"
)

// sentence is a statement with what it rests on: ids of rules, weights,
// answers and sources, in words and in brackets behind it.
type sentence struct {
	text    string
	grounds []string
}

func (w *wording) formatSentence(s sentence) string {
	if len(s.grounds) == 0 {
		return s.text
	}
	return w.Backed(trimFullStop(s.text), w.joinPhrases(s.grounds))
}

func (w *wording) formatSentences(list []sentence) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = w.formatSentence(s)
	}
	return w.Sentences(out)
}

// citeSources names sources, those that were not looked up apart.
func (w *wording) citeSources(ids []string) string {
	var found, memory []string
	for _, id := range ids {
		if w.isFromMemory(id) {
			memory = append(memory, id)
			continue
		}
		found = append(found, id)
	}
	switch {
	case len(memory) == 0:
		return w.SourcesFound(w.List(found))
	case len(found) == 0:
		return w.SourcesMemory(w.List(memory))
	}
	return w.SourcesBoth(w.List(found), w.List(memory))
}

// listCredits says who claims what an argument says, and who graded it with what
// they found: those who tested a claim often found something else.
func (w *wording) listCredits(a *rules.Argument) []string {
	claimed := make([]string, len(a.ClaimedBy))
	for i, id := range a.ClaimedBy {
		claimed[i] = id
		if w.isFromMemory(id) {
			claimed[i] = w.SourceMemory(id)
		}
	}
	if len(a.GradedBy) == 0 {
		return []string{w.ClaimedBy(w.List(claimed)), w.GradedByNone()}
	}
	graded := make([]string, len(a.GradedBy))
	for i, g := range a.GradedBy {
		say := w.GradingFound
		if w.isFromMemory(g.Source) {
			say = w.GradingMemory
		}
		graded[i] = say(g.Source, w.nameFinding(g.Found))
	}
	return []string{w.ClaimedBy(w.List(claimed)), w.GradedBy(w.List(graded))}
}

func (w *wording) isFromMemory(source string) bool {
	return w.pack.Source(source).Mark == rules.FromMemory
}

func (w *wording) nameFinding(f rules.Finding) string {
	switch f {
	case rules.Supports:
		return w.FoundSupports()
	case rules.FoundMixed:
		return w.FoundMixed()
	case rules.FoundWeak:
		return w.FoundWeak()
	}
	return w.FoundAgainst()
}

func listBarGrounds(w *wording, b *engine.BarResult) []string {
	def := w.pack.Bar(b.ID)
	by := []string{b.ID}
	if law := citeLaw(w, def.Law()); law != "" {
		by = append(by, law)
	}
	return append(append(by, w.describeAnswers(b.Facts)...), w.citeSources(def.Source))
}

// listArgumentGrounds says what gave an argument its mass.
func listArgumentGrounds(w *wording, a *engine.ArgumentResult) []string {
	by := []string{a.ID}
	for _, p := range a.Priorities {
		by = append(by, w.PriorityWeight(w.namePriority(p.ID), plain.Decimal(p.Weight)))
	}
	by = append(by, w.describeAnswers(listFactsRead(w.pack.Argument(a.ID).When))...)
	return append(by, w.listCredits(w.pack.Argument(a.ID))...)
}

// listAdviceGrounds is what stands behind a piece of advice: its rule, the answers
// that it reads, its sources.
func listAdviceGrounds(w *wording, rule string, facts, sources []string) []string {
	if rule == "" {
		return nil
	}
	return append(append([]string{rule}, w.describeAnswers(facts)...), w.citeSources(sources))
}
