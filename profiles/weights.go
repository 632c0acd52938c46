package profiles

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/tree"
)

// methods are the ways to give weights beside ratings, which stand under
// "priorities". Each reads its section and works the weights out.
var methods = map[string]func(*checker, *weighing) (elicit.Weights, error){
	"ranking":    (*checker).ranking,
	"points":     (*checker).points,
	"pairs":      (*checker).pairs,
	"best_worst": (*checker).bestWorst,
}

// weighing is a section that gives weights.
type weighing struct {
	tree.Field
	places map[string]diag.Pos // of the priorities in it
	input  elicit.Input
}

// way notes how weights are given: the ways use different scales, so a file
// uses one.
func (ck *checker) way(f tree.Field) bool {
	if ck.weightsFrom != "" {
		ck.list.Add(diag.TwoWeightings(f.At, ck.weightsFrom, f.Key))
		return false
	}
	ck.weightsFrom = f.Key
	return true
}

// weigh reads a section of one of the methods.
func (ck *checker) weigh(f tree.Field) {
	if !ck.way(f) {
		return
	}
	before := len(ck.list)
	w := &weighing{Field: f, places: map[string]diag.Pos{}}
	weights, err := methods[f.Key](ck, w)
	if len(ck.list) > before {
		return // what is amiss in the section would only show again
	}
	list, _ := diag.From(err)
	ck.blame(w, list)
	ck.out.whole, ck.out.input = true, w.input
	for id, x := range weights {
		at, ok := w.places[id]
		if !ok {
			at = f.At
		}
		ck.out.priorities[id] = answer{weight: x, note: engine.Note{Layer: ck.out.name}, at: at}
	}
}

// priorityName reads the name of a priority.
func (ck *checker) priorityName(w *weighing, n *tree.Node) string {
	if !ck.expect(n, tree.String, w.Key) || !ck.knownPriority(n.At, n.Text) {
		return ""
	}
	w.places[n.Text] = n.At
	return n.Text
}

func (ck *checker) ranking(w *weighing) (elicit.Weights, error) {
	var places [][]string
	if !ck.expect(w.Value, tree.List, w.Key) {
		return nil, nil
	}
	for _, n := range w.Value.Items {
		tied := []*tree.Node{n}
		if n.Kind == tree.List {
			tied = n.Items
		}
		var place []string
		for _, item := range tied {
			place = append(place, ck.priorityName(w, item))
		}
		places = append(places, place)
	}
	w.input.Ranking = places
	return elicit.Ranking(places)
}

// numbers reads a map of priorities to numbers.
func (ck *checker) numbers(w *weighing, n *tree.Node, key string) map[string]float64 {
	out := map[string]float64{}
	if n == nil || !ck.expect(n, tree.Map, key) {
		return out
	}
	for _, f := range n.Fields {
		x, isNumber := f.Value.Float()
		switch {
		case !ck.knownPriority(f.At, f.Key):
		case !isNumber:
			ck.list.Add(diag.NotANumber(f.Value.At, f.Key, shown(f.Value)))
		default:
			w.places[f.Key] = f.Value.At
			out[f.Key] = x
		}
	}
	return out
}

func (ck *checker) points(w *weighing) (elicit.Weights, error) {
	w.input.Points = ck.numbers(w, w.Value, w.Key)
	return elicit.Points(w.input.Points)
}

// fields goes through a map with fixed keys, of which all are required.
func (ck *checker) fields(n *tree.Node, key string, keys ...string) (map[string]*tree.Node, bool) {
	out, ok := ck.some(n, key, keys...)
	if !ok {
		return nil, false
	}
	before := len(ck.list)
	ck.required(n, keys...)
	return out, len(ck.list) == before
}

// some goes through a map with fixed keys, of which none is required.
func (ck *checker) some(n *tree.Node, key string, keys ...string) (map[string]*tree.Node, bool) {
	if !ck.expect(n, tree.Map, key) {
		return nil, false
	}
	out := map[string]*tree.Node{}
	for _, f := range n.Fields {
		out[f.Key] = f.Value
		if !slices.Contains(keys, f.Key) {
			ck.list.Add(diag.UnknownKey(f.At, f.Key).OneOf(f.Key, keys))
		}
	}
	return out, true
}

func (ck *checker) pairs(w *weighing) (elicit.Weights, error) {
	if !ck.expect(w.Value, tree.List, w.Key) {
		return nil, nil
	}
	w.input.Pairs = ck.judgements(w, w.Value)
	c, err := elicit.Pairs(elicit.Judged(w.input.Pairs), w.input.Pairs)
	if err != nil {
		return nil, err
	}
	if c.Ratio != nil && *c.Ratio > elicit.Consistent {
		ck.contradiction(w, c.Reconsider.A+" / "+c.Reconsider.B)
	}
	return c.Weights, nil
}

func (ck *checker) judgements(w *weighing, list *tree.Node) (out []elicit.Judgement) {
	for _, n := range list.Items {
		part, ok := ck.fields(n, w.Key, "more", "less", "times")
		if !ok {
			continue
		}
		j := elicit.Judgement{A: ck.priorityName(w, part["more"]), B: ck.priorityName(w, part["less"])}
		if j.Times, ok = part["times"].Float(); !ok {
			ck.list.Add(diag.NotANumber(part["times"].At, "times", shown(part["times"])))
		}
		w.places[j.A+" / "+j.B] = part["times"].At
		out = append(out, j)
	}
	return out
}

func (ck *checker) bestWorst(w *weighing) (elicit.Weights, error) {
	part, ok := ck.fields(w.Value, w.Key, "best", "worst", "best_over", "over_worst")
	if !ok {
		return nil, nil
	}
	in := elicit.BestWorstInput{
		Best: ck.priorityName(w, part["best"]), Worst: ck.priorityName(w, part["worst"]),
		BestOver:  ck.numbers(w, part["best_over"], "best_over"),
		OverWorst: ck.numbers(w, part["over_worst"], "over_worst"),
	}
	for _, f := range part["best_over"].Fields {
		w.places[in.Best+" / "+f.Key] = f.Value.At
	}
	for _, f := range part["over_worst"].Fields {
		w.places[f.Key+" / "+in.Worst] = f.Value.At
	}
	w.input.BestWorst = &in
	r, err := elicit.BestWorst(in)
	if err != nil {
		return nil, err
	}
	if r.Threshold != nil && r.Ratio > *r.Threshold {
		ck.contradiction(w, r.Reconsider)
	}
	return r.Weights, nil
}

// contradiction warns: weights come out, but they are a compromise.
func (ck *checker) contradiction(w *weighing, where string) {
	ck.warn(diag.ContradictingComparisons(w.At, w.Key, where))
}
