package report

import (
	"strings"

	"github.com/ajar-decision/ajar/rules"
)

// buildWarnings lists what a reader should know before relying on the result.
func buildWarnings(w *wording) []Warning {
	out := buildContradictions(w)
	add := func(id, text string) { out = append(out, Warning{ID: id, Text: text, Answers: []AnswerPlace{}}) }
	if ids := listUnfinished(&w.rec.Profile); len(ids) > 0 {
		add(warnUnfinished, w.WarnUnfinished(w.joinNamesWithIDs(ids, w.namePriority)))
	}
	if p := w.rec.Profile.Rules; p != "" && !refersToPack(p, w.pack) {
		add(warnRulesChanged, w.WarnRules(p, w.pack.Name+"@"+w.pack.Version))
	}
	weighed := listWeightedPriorities(w)
	switch {
	case w.rec.Option == "":
	case len(weighed) == 1:
		add(warnOnePriority, w.WarnOnePriority(w.namePriority(weighed[0])))
	case w.rec.SituationShare == 1:
		add(warnFactsAlone, w.WarnFactsAlone())
	}
	for i := range w.rec.Cautions {
		b := &w.rec.Cautions[i]
		text := trimFullStop(w.pack.Bar(b.ID).Text.In(w.Lang))
		if b.ToldOnly {
			add(warnToldOnly, w.WarnToldOnly(text, b.ID))
			continue
		}
		add(warnBarOpen, w.WarnBarOpen(w.nameOption(w.rec.Option), text, b.ID, w.joinNamesWithIDs(w.keepUnknown(b.Facts), w.nameFact)))
	}
	for i := range w.rec.Conditions {
		if b := &w.rec.Conditions[i]; b.Precaution {
			add(warnPrecaution, w.WarnPrecaution(trimFullStop(w.pack.Bar(b.ID).Text.In(w.Lang)), b.ID, w.joinNamesWithIDs(w.keepUnknown(b.Facts), w.nameFact)))
		}
	}
	if option, facts := findUnjudgedMixed(w); option != "" {
		add(warnMixed, w.WarnMixed(len(facts), w.nameOption(option), w.joinNamesWithIDs(facts, w.nameFact)))
	}
	if n := len(w.rec.Inactive); n > 0 {
		add(warnInactive, w.WarnInactive(n))
	}
	for i := range w.rec.Components {
		for _, id := range w.rec.Components[i].Inactive {
			add(warnInactive, w.InactivePart(w.nameComponent(w.rec.Components[i].ID), w.nameFact(id), id))
		}
	}
	return out
}

// refersToPack reports whether a profile's "name@version" means the pack; the
// version may be shortened, as in "core@1.2" for 1.2.3.
func refersToPack(p string, pack *rules.Pack) bool {
	name, version, _ := strings.Cut(p, "@")
	return name == pack.Name && strings.HasPrefix(pack.Version+".", version+".")
}

// listWeightedPriorities lists the priorities with a weight above 0.
func listWeightedPriorities(w *wording) []string {
	var out []string
	for i := range w.rec.Priorities {
		if p := &w.rec.Priorities[i]; p.Weight > 0 {
			out = append(out, p.ID)
		}
	}
	return out
}

// findUnjudgedMixed gives the mixed option that waits for the fewest answers, with
// these, if no mixed option can be had yet and one may.
func findUnjudgedMixed(w *wording) (option string, facts []string) {
	for i := range w.rec.Options {
		o := &w.rec.Options[i]
		if w.pack.Option(o.ID).Stance != rules.Mixed {
			continue
		}
		if o.Available {
			return "", nil
		}
		if open := w.keepUnknown(o.AvailableIf); o.Possible == rules.Unknown && len(open) > 0 && (option == "" || len(open) < len(facts)) {
			option, facts = o.ID, open
		}
	}
	return option, facts
}
