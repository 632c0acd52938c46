package profiles

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules/plain"
)

// Difference is one thing that two profiles answer differently.
type Difference struct {
	// Kind says what it is about.
	Kind DifferenceKind
	// ID is the fact or priority, the part that the owner names, or the option that
	// one profile excludes; for the sureness it is "weights_sure".
	ID string
	// From and To are the answers as an assignment takes them, "" where there is
	// none; for an option, "excluded"; for a part, what [FormatPart] gives.
	From, To string
}

// DifferenceKind says what a [Difference] is about.
type DifferenceKind string

// The kinds, in the order in which [Compare] lists them.
const (
	FactKind        DifferenceKind = "fact"
	PriorityKind    DifferenceKind = "priority"
	PartKind        DifferenceKind = "part"
	LimitKind       DifferenceKind = "limit"
	WeightsSureKind DifferenceKind = "weights_sure"
)

// Compare lists what two profiles answer differently, by kind and id. What
// changes no result (names, notes, layers, the reason of a limit) does not
// count, so there is no difference exactly if the digests are the same.
func Compare(a, b engine.Profile) []Difference {
	var out []Difference
	for kind, sides := range map[DifferenceKind][2]map[string]string{
		FactKind:        {formatAnswers(a.Facts, engine.Answer.String), formatAnswers(b.Facts, engine.Answer.String)},
		PriorityKind:    {formatWeights(&a), formatWeights(&b)},
		PartKind:        {formatParts(a.Parts), formatParts(b.Parts)},
		LimitKind:       {listExcluded(a.Limits), listExcluded(b.Limits)},
		WeightsSureKind: {{"weights_sure": string(a.WeightsSure)}, {"weights_sure": string(b.WeightsSure)}},
	} {
		from, to := sides[0], sides[1]
		for id := range from {
			if from[id] != to[id] {
				out = append(out, Difference{kind, id, from[id], to[id]})
			}
		}
		for id := range to {
			if _, ok := from[id]; !ok {
				out = append(out, Difference{kind, id, "", to[id]})
			}
		}
	}
	kinds := []DifferenceKind{FactKind, PriorityKind, PartKind, LimitKind, WeightsSureKind}
	slices.SortFunc(out, func(x, y Difference) int {
		return cmp.Or(slices.Index(kinds, x.Kind)-slices.Index(kinds, y.Kind), strings.Compare(x.ID, y.ID))
	})
	return out
}

func formatAnswers[V any](answers map[string]V, text func(V) string) map[string]string {
	out := make(map[string]string, len(answers))
	for id, v := range answers {
		out[id] = text(v)
	}
	return out
}

// formatWeights gives weights and ranges as they are read, as assignments take them.
func formatWeights(p *engine.Profile) map[string]string {
	format := func(w float64) string { return plain.Decimal(engine.RoundWeight(w)) }
	out := formatAnswers(p.Weights, format)
	for id, r := range p.Ranges {
		out[id] = r.Rounded().String()
		if !r.IsWide() {
			out[id] = format(r.Low)
		}
	}
	return out
}

func formatParts(parts []engine.Part) map[string]string {
	out := make(map[string]string, len(parts))
	for i := range parts {
		out[parts[i].ID] = FormatPart(parts[i])
	}
	return out
}

// FormatPart says on one line what a part is like and what is answered for it, as in
// "client: distribution=binary, upstream_terms=[mit, apache]".
func FormatPart(p engine.Part) string {
	var facts []string
	for _, id := range slices.Sorted(maps.Keys(p.Facts)) {
		text := p.Facts[id].String()
		if strings.ContainsAny(text, ",:") {
			text = "[" + text + "]"
		}
		facts = append(facts, id+"="+text)
	}
	if len(facts) == 0 {
		return p.Like
	}
	return p.Like + ": " + strings.Join(facts, ", ")
}

func listExcluded(limits []engine.Limit) map[string]string {
	out := map[string]string{}
	for _, l := range limits {
		for _, id := range l.Exclude {
			out[id] = "excluded"
		}
	}
	return out
}
