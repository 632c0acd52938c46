package report

import (
	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
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

// citeSources names sources by their ids; what they are, and which of them nobody looked
// up, the part of the page about sources says once.
func (w *wording) citeSources(ids []string) string { return w.SourcesFound(w.joinIDs(ids)) }

// listCredits says who claims what an argument says, and who graded it with what
// they found: those who tested a claim often found something else.
func (w *wording) listCredits(a *rules.Argument) []string {
	claimed := w.ClaimedBy(w.joinIDs(a.ClaimedBy))
	if len(a.GradedBy) == 0 {
		return []string{claimed, w.GradedByNone()}
	}
	graded := make([]string, len(a.GradedBy))
	for i, g := range a.GradedBy {
		graded[i] = w.GradingFound(g.Source, w.nameFinding(g.Found))
	}
	return []string{claimed, w.GradedBy(w.joinIDs(graded))}
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

// listArgumentGrounds says which rule an argument is, which answers it reads, who says so
// and who tested it. The sentence itself names the wishes behind it.
func listArgumentGrounds(w *wording, a *engine.ArgumentResult) []string {
	def := w.pack.Argument(a.ID)
	return append(append([]string{a.ID}, w.describeAnswers(listFactsRead(def.When))...), w.listCredits(def)...)
}

// listAdviceGrounds is what stands behind a piece of advice: its rule, the answers
// that it reads, its sources.
func listAdviceGrounds(w *wording, rule string, facts, sources []string) []string {
	if rule == "" {
		return nil
	}
	return append(append([]string{rule}, w.describeAnswers(facts)...), w.citeSources(sources))
}
