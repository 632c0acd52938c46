package layer

import (
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/rules/diag"
	"github.com/ajar-decision/ajar/rules/plain"
	"github.com/ajar-decision/ajar/rules/tree"
)

// weightMethods are the ways to give weights beside ratings, which stand under
// "priorities". Each reads its section and works the weights out.
var weightMethods = map[elicit.Method]func(*checker, *weightSection) (elicit.Weights, error){
	elicit.ByRanking:   (*checker).readRanking,
	elicit.ByPoints:    (*checker).readPoints,
	elicit.ByPairs:     (*checker).readPairs,
	elicit.ByBestWorst: (*checker).readBestWorst,
}

// weightSection is a section that gives weights.
type weightSection struct {
	tree.Field
	positions map[string]diag.Pos // of the priorities in it
	input     elicit.Input
}

// claimWeights notes how weights are given: the ways use different scales, so a file
// uses one.
func (ck *checker) claimWeights(f tree.Field) bool {
	if ck.weightsKey != "" {
		ck.list.Add(diag.TwoWeightings(f.At, ck.weightsKey, f.Key))
		return false
	}
	ck.weightsKey = f.Key
	return true
}

// readWeightSection reads a section of one of the methods.
func (ck *checker) readWeightSection(f tree.Field) {
	if !ck.claimWeights(f) {
		return
	}
	before := len(ck.list)
	w := &weightSection{Field: f, positions: map[string]diag.Pos{}}
	method, _ := elicit.MethodByKey(f.Key) // the caller knows the key
	weights, err := weightMethods[method](ck, w)
	if len(ck.list) > before {
		return // what is amiss in the section would only show again
	}
	list, _ := diag.From(err)
	ck.addWithPositions(w, list)
	ck.warnContradiction(w)
	ck.layer.StandAlone, ck.layer.WeightsFrom = true, w.input
	for id, x := range weights {
		at, ok := w.positions[id]
		if !ok {
			at = f.At
		}
		ck.layer.Priorities[id] = Answer{Weight: x, Note: engine.Note{Layer: ck.layer.Name}, At: at}
	}
}

// readPriorityName reads the name of a priority.
func (ck *checker) readPriorityName(w *weightSection, n *tree.Node) string {
	if !ck.expectKind(n, tree.String, w.Key) || !ck.checkPriorityID(n.At, n.Text) {
		return ""
	}
	w.positions[n.Text] = n.At
	return n.Text
}

func (ck *checker) readRanking(w *weightSection) (elicit.Weights, error) {
	var places [][]string
	if !ck.expectKind(w.Value, tree.List, w.Key) {
		return nil, nil
	}
	for _, n := range w.Value.Items {
		tied := []*tree.Node{n}
		if n.Kind == tree.List {
			tied = n.Items
		}
		var place []string
		for _, item := range tied {
			place = append(place, ck.readPriorityName(w, item))
		}
		places = append(places, place)
	}
	w.input.Ranking = places
	return elicit.Ranking(places)
}

// readNumbers reads a map of priorities to numbers.
func (ck *checker) readNumbers(w *weightSection, n *tree.Node, key string) map[string]float64 {
	out := map[string]float64{}
	if n == nil || !ck.expectKind(n, tree.Map, key) {
		return out
	}
	for _, f := range n.Fields {
		x, isNumber := f.Value.Float()
		switch {
		case !ck.checkPriorityID(f.At, f.Key):
		case !isNumber:
			ck.list.Add(diag.NotANumber(f.Value.At, f.Key, showNode(f.Value)))
		default:
			w.positions[f.Key] = f.Value.At
			out[f.Key] = x
		}
	}
	return out
}

func (ck *checker) readPoints(w *weightSection) (elicit.Weights, error) {
	w.input.Points = ck.readNumbers(w, w.Value, w.Key)
	return elicit.Points(w.input.Points)
}

// readRequiredKeys goes through a map with fixed keys, of which all are required.
func (ck *checker) readRequiredKeys(n *tree.Node, key string, keys ...string) (map[string]*tree.Node, bool) {
	out, ok := ck.readOptionalKeys(n, key, keys...)
	if !ok {
		return nil, false
	}
	before := len(ck.list)
	ck.requireKeys(n, keys...)
	return out, len(ck.list) == before
}

// readOptionalKeys goes through a map with fixed keys, of which none is required.
func (ck *checker) readOptionalKeys(n *tree.Node, key string, keys ...string) (map[string]*tree.Node, bool) {
	if !ck.expectKind(n, tree.Map, key) {
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

func (ck *checker) readPairs(w *weightSection) (elicit.Weights, error) {
	if !ck.expectKind(w.Value, tree.List, w.Key) {
		return nil, nil
	}
	w.input.Pairs = ck.readJudgements(w, w.Value)
	c, err := elicit.Pairs(elicit.JudgedPriorities(w.input.Pairs), w.input.Pairs)
	if err != nil {
		return nil, err
	}
	return c.Weights, nil
}

func (ck *checker) readJudgements(w *weightSection, list *tree.Node) (out []elicit.Judgement) {
	for _, n := range list.Items {
		part, ok := ck.readRequiredKeys(n, w.Key, "more", "less", "times")
		if !ok {
			continue
		}
		j := elicit.Judgement{A: ck.readPriorityName(w, part["more"]), B: ck.readPriorityName(w, part["less"])}
		if j.Times, ok = part["times"].Float(); !ok {
			ck.list.Add(diag.NotANumber(part["times"].At, "times", showNode(part["times"])))
		}
		w.positions[j.ID()] = part["times"].At
		out = append(out, j)
	}
	return out
}

func (ck *checker) readBestWorst(w *weightSection) (elicit.Weights, error) {
	part, ok := ck.readRequiredKeys(w.Value, w.Key, "best", "worst", "best_over", "over_worst")
	if !ok {
		return nil, nil
	}
	in := elicit.BestWorstInput{
		Best: ck.readPriorityName(w, part["best"]), Worst: ck.readPriorityName(w, part["worst"]),
		BestOver:  ck.readNumbers(w, part["best_over"], "best_over"),
		OverWorst: ck.readNumbers(w, part["over_worst"], "over_worst"),
	}
	for _, f := range part["best_over"].Fields {
		w.positions[elicit.Judgement{A: in.Best, B: f.Key}.ID()] = f.Value.At
	}
	for _, f := range part["over_worst"].Fields {
		w.positions[elicit.Judgement{A: f.Key, B: in.Worst}.ID()] = f.Value.At
	}
	w.input.BestWorst = &in
	r, err := elicit.BestWorst(in)
	if err != nil {
		return nil, err
	}
	return r.Weights, nil
}

// warnContradiction warns, since the weights that come out are a compromise, and notes
// where the comparisons stand that contradict one another.
func (ck *checker) warnContradiction(w *weightSection) {
	c := w.input.FindContradiction()
	if c == nil {
		return
	}
	for i := range c.Comparisons {
		ck.layer.Positions[c.Comparisons[i].ID()] = w.positions[c.Comparisons[i].ID()]
	}
	said, fits := plain.Significant(c.Reconsider.Times, 2), plain.Significant(c.Reconsider.Suggested, 2)
	ck.warn(diag.ContradictingComparisons(w.positions[c.Reconsider.ID()], w.Key, c.Reconsider.ID(), said, fits))
}

// addWithPositions gives what a method says of its input the place that it is about.
func (ck *checker) addWithPositions(w *weightSection, list diag.List) {
	for _, d := range list {
		d.Pos = w.At
		if at, ok := w.positions[d.Args["id"]]; ok {
			d.Pos = at
		}
		ck.list.Add(d)
	}
}
