package report

import (
	"maps"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
)

// Contradictions lists the answers of a result that contradict each other, as
// [Result] does among its warnings. The pack is the one that the recommendation
// names.
func Contradictions(pack *rules.Pack, r *engine.Recommendation, opts ...WriteOption) ([]Warning, error) {
	if err := checkPack(pack, r); err != nil {
		return nil, err
	}
	return buildContradictions(newWording(pack, r, applyOptions(opts))), nil
}

// buildContradictions lists the facts that exclude each other, then the
// comparisons that contradict one another.
func buildContradictions(w *wording) []Warning {
	out := []Warning{}
	for i := range w.rec.Contradictions {
		c := &w.rec.Contradictions[i]
		x := w.pack.Exclusion(c.ID)
		say := w.WarnExclusion
		if x.Rarely {
			say = w.WarnRarely
		}
		out = append(out, Warning{warnExclusion, say(x.Text.In(w.Lang), w.listPlaces(c.Facts, w.nameFact)), &x.ID, w.findPlaces(c.Facts)})
	}
	if c := findComparisonContradiction(&w.rec.Profile); c != nil {
		out = append(out, Warning{warnComparisons, w.sayComparisons(c), nil, w.findPlaces(c.IDs)})
	}
	return out
}

// findComparisonContradiction looks at what the weights were worked out from, if
// they still are those weights.
func findComparisonContradiction(p *engine.Profile) *elicit.Contradiction {
	if weights, err := p.WeightsFrom.Weights(); err != nil || !maps.Equal(weights, p.Weights) {
		return nil
	}
	return p.WeightsFrom.FindContradiction()
}

func (w *wording) sayComparisons(c *elicit.Contradiction) string {
	places := w.listPlaces(c.IDs, w.namePriority)
	switch c.Kind {
	case elicit.Circle:
		return w.WarnCircle(places)
	case elicit.BestIsNotBest:
		return w.WarnBest(places)
	case elicit.WorstIsNotWorst:
		return w.WarnWorst(places)
	}
	return w.WarnInconsistent(places)
}

// listUnfinished lists priorities that were chosen and wait for comparisons or
// ratings.
func listUnfinished(p *engine.Profile) []string {
	u := &p.Unfinished
	ids := slices.Clone(u.Unrated)
	if p.WeightsFrom.Method() == elicit.ByRating { // where other comparisons gave weights, nothing waits
		ids = append(ids, elicit.JudgedPriorities(u.Pairs)...)
		if b := u.BestWorst; b != nil {
			ids = slices.AppendSeq(append(ids, b.Best, b.Worst), maps.Keys(b.BestOver))
			ids = slices.AppendSeq(ids, maps.Keys(b.OverWorst))
		}
	}
	slices.Sort(ids)
	return slices.DeleteFunc(slices.Compact(ids), func(id string) bool { return id == "" })
}

// listPlaces names answers with their ids and places.
func (w *wording) listPlaces(ids []string, name func(string) string) string {
	return w.joinNames(ids, func(id string) string {
		place := w.rec.Profile.Notes[id].Layer
		if line := w.positions[id].Line; place != "" && line > 0 {
			place += ":" + strconv.Itoa(line) // as a mistake names it
		}
		if place == "" {
			return w.WithID(name(id), id)
		}
		return w.WithID(name(id), w.joinPhrases([]string{id, place}))
	})
}

func (w *wording) findPlaces(ids []string) []AnswerPlace {
	out := []AnswerPlace{}
	for _, id := range ids {
		out = append(out, AnswerPlace{id, nilIfEmpty(w.rec.Profile.Notes[id].Layer), nilIfZero(w.positions[id].Line)})
	}
	return out
}
