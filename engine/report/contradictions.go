package report

import (
	"maps"
	"slices"
	"strconv"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/detach"
	"github.com/ajar-decision/ajar/rules/plain"
)

// Contradictions lists the answers of a result that contradict each other, as
// [Result] does among its warnings. The pack is the one that the recommendation
// names.
func Contradictions(pack *rules.Pack, r *engine.Recommendation, opts ...WriteOption) ([]Warning, error) {
	if err := checkPack(pack, r); err != nil {
		return nil, err
	}
	out := buildContradictions(newWording(pack, r, applyOptions(opts)))
	detach.Detach(&out)
	return out, nil
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
		out = append(out, Warning{
			ID: warnExclusion, Text: say(x.Text.In(w.Lang), listPlaces(w, c.Facts, w.nameFact)), Rule: &x.ID, Answers: findPlaces(w, c.Facts),
		})
	}
	if c := w.rec.Comparisons; c != nil {
		x := Warning{ID: warnComparisons, Text: sayComparisons(w, c), Answers: findPlaces(w, c.IDs)}
		for _, j := range c.Comparisons {
			x.Comparisons = append(x.Comparisons, findComparisonPlace(w, j))
		}
		x.Reconsider = &Reconsideration{findComparisonPlace(w, c.Reconsider.Judgement), c.Reconsider.Suggested}
		out = append(out, x)
	}
	return out
}

func sayComparisons(w *wording, c *elicit.Contradiction) string {
	var list []string
	for _, j := range c.Comparisons {
		list = append(list, sayComparisonWithPlace(w, j))
	}
	fits := c.Reconsider.Judgement
	fits.Times = c.Reconsider.Suggested
	said, advice := w.joinPhrases(list), w.Reconsider(sayComparison(w, c.Reconsider.Judgement), sayComparison(w, fits))
	name := func(i int) string { return w.Quoted(w.namePriority(c.IDs[i])) }
	switch c.Kind {
	case elicit.Circle:
		return w.WarnCircle(said, advice)
	case elicit.BestIsNotBest:
		return w.WarnBest(name(0), name(1), said, advice)
	case elicit.WorstIsNotWorst:
		return w.WarnWorst(name(0), name(1), said, advice)
	case elicit.TwoOrders:
		return w.WarnTwoOrders(name(0), name(1), said, advice)
	}
	return w.WarnInconsistent(said, advice)
}

// sayComparison says a comparison so that the one that matters more comes first.
func sayComparison(w *wording, j elicit.Judgement) string {
	if j.Times < 1 {
		j = elicit.Judgement{A: j.B, B: j.A, Times: 1 / j.Times}
	}
	more, less, times := w.Quoted(w.namePriority(j.A)), w.Quoted(w.namePriority(j.B)), plain.Significant(j.Times, 2)
	if times == "1" {
		return w.CompareSame(more, less)
	}
	return w.CompareMore(more, times, less)
}

func sayComparisonWithPlace(w *wording, j elicit.Judgement) string {
	text, place := sayComparison(w, j), findComparisonPlace(w, j)
	switch {
	case place.Layer == nil:
		return text
	case place.Line == nil:
		return w.WithID(text, *place.Layer)
	}
	return w.WithID(text, sayLine(*place.Layer, *place.Line))
}

// findComparisonPlace finds where a comparison stands; its layer is that of what it
// compares.
func findComparisonPlace(w *wording, j elicit.Judgement) ComparisonPlace {
	return ComparisonPlace{j.A, j.B, j.Times, nilIfEmpty(w.rec.Profile.Notes[j.A].Layer), nilIfZero(w.positions[j.ID()].Line)}
}

// sayLine names a line of a file as a mistake does.
func sayLine(file string, line int) string { return file + ":" + strconv.Itoa(line) }

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
func listPlaces(w *wording, ids []string, name func(string) string) string {
	return w.joinNames(ids, func(id string) string {
		place := w.rec.Profile.Notes[id].Layer
		if line := w.positions[id].Line; place != "" && line > 0 {
			place = sayLine(place, line)
		}
		if place == "" {
			return w.WithID(name(id), id)
		}
		return w.WithID(name(id), w.joinPhrases([]string{id, place}))
	})
}

func findPlaces(w *wording, ids []string) []AnswerPlace {
	out := []AnswerPlace{}
	for _, id := range ids {
		out = append(out, AnswerPlace{id, nilIfEmpty(w.rec.Profile.Notes[id].Layer), nilIfZero(w.positions[id].Line)})
	}
	return out
}
