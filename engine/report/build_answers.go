package report

import (
	"slices"
	"strings"
)

// buildAnswers lists what the profile says, by id.
func buildAnswers(w *wording) []StatedAnswer {
	p := &w.rec.Profile
	out := []StatedAnswer{}
	for id := range p.StatedWeights() {
		out = append(out, buildAnswer(w, id, PriorityKind, findWeightValue(p, id), KnownState))
	}
	for id, a := range p.Facts {
		g := buildAnswer(w, id, FactKind, findFactValue(w, id), KnownState)
		if _, known := a.Known(); !known {
			g.State = a.String()
		}
		out = append(out, g)
	}
	slices.SortFunc(out, func(a, b StatedAnswer) int { return strings.Compare(a.ID, b.ID) })
	return out
}

func buildAnswer(w *wording, id, kind string, v Value, state string) StatedAnswer {
	n := w.rec.Profile.Notes[id]
	return StatedAnswer{
		ID: id, Kind: kind, Value: v, State: state,
		Layer: nilIfEmpty(n.Layer), Sure: nilIfEmpty(string(n.Sure)), Note: nilIfEmpty(n.Text), By: nilIfEmpty(n.By),
	}
}

func buildInactive(w *wording, id *string) InactiveAnswer {
	return InactiveAnswer{ID: *id, Value: findFactValue(w, *id), Guard: listFactsRead(w.pack.Fact(*id).AskedIf), Text: describeInactive(w, *id)}
}
