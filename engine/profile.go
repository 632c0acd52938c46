package engine

import (
	"iter"
	"maps"
	"slices"

	"github.com/ajar-decision/ajar/engine/elicit"
	"github.com/ajar-decision/ajar/engine/internal/compiled"
)

// Profile is what an owner wants and where they stand. A priority or fact that
// is absent was not stated; it is never read as 0, 5 or false. It marshals to JSON
// and back without loss.
type Profile struct {
	Name string `json:"name,omitzero"`
	// Weights says how much each priority matters, from 0 (shown, counts
	// nothing) to 10. Weights are read to nine decimals.
	Weights map[string]float64 `json:"weights,omitzero"`
	// Ranges says between which weights a priority lies, for those whose owner does
	// not settle on one weight. A priority stands in Weights or here, never in both.
	Ranges map[string]WeightRange `json:"ranges,omitzero"`
	// WeightsFrom is what the weights were worked out from, if they were not
	// rated. It never changes a result but for [Recommendation.Comparisons], and says
	// nothing once it comes to other weights than these.
	WeightsFrom elicit.Input `json:"weights_from,omitzero"`
	// Unfinished is how far questions about weights got. It never changes a
	// result; it is there to go on from.
	Unfinished Unfinished `json:"unfinished,omitzero"`
	// Facts says what is known.
	Facts map[string]Answer `json:"facts,omitzero"`
	// Limits are the owner's own bars.
	Limits []Limit `json:"limits,omitzero"`
	// Parts are parts of the work that the owner names. They change no verdict.
	Parts []Part `json:"parts,omitzero"`
	// WeightsSure says how sure the owner is of the weights, "" if not stated.
	WeightsSure WeightSureness `json:"weights_sure,omitzero"`
	// Notes says more about single answers, by the id of the fact or priority;
	// it never changes a result.
	Notes map[string]Note `json:"notes,omitzero"`
	// Layers names where the answers came from, the weakest first.
	Layers []string `json:"layers,omitzero"`
	// Rules names the pack that the profile was last decided with, as in
	// "core@1.2", and ReviewBy the day (YYYY-MM-DD) on which to look again; ""
	// if not stated. Neither changes a result.
	Rules    string `json:"rules,omitzero"`
	ReviewBy string `json:"review_by,omitzero"`
}

// Unfinished is what was said of priorities and weighs nothing yet.
type Unfinished struct {
	// Pairs and BestWorst, of which any part may be missing, are comparisons
	// that do not weigh all chosen priorities.
	Pairs     []elicit.Judgement     `json:"pairs,omitzero"`
	BestWorst *elicit.BestWorstInput `json:"best_worst,omitzero"`
	// Unrated are priorities that were chosen beside rated ones and not rated:
	// their weight of 10 says that they were chosen.
	Unrated []string `json:"unrated,omitzero"`
}

// Limit rules options out because the owner says so.
type Limit struct {
	Exclude []string `json:"exclude,omitzero"` // option ids
	Because string   `json:"because,omitzero"`
}

// Note is what stands beside an answer.
type Note struct {
	Sure  AnswerSureness `json:"sure,omitzero"` // "" if not stated
	Text  string         `json:"text,omitzero"`
	By    string         `json:"by,omitzero"`
	Layer string         `json:"layer,omitzero"`
	// Private: the answer is not for everybody, see [Profile.Public].
	Private bool `json:"private,omitzero"`
}

// Clone gives a deep copy: a change of one profile never reaches the other.
func (p *Profile) Clone() Profile {
	out := *p
	out.Weights, out.Facts, out.Notes = maps.Clone(p.Weights), maps.Clone(p.Facts), maps.Clone(p.Notes)
	out.Ranges = maps.Clone(p.Ranges)
	out.WeightsFrom, out.Unfinished = p.WeightsFrom.Clone(), p.Unfinished.clone()
	out.Limits, out.Layers = slices.Clone(p.Limits), slices.Clone(p.Layers)
	out.Parts = cloneParts(p.Parts)
	for i := range out.Limits {
		out.Limits[i] = out.Limits[i].clone()
	}
	return out
}

// StatedWeights are the weights that count, by priority: those of Weights and the
// middle of each range. The map belongs to the caller.
func (p *Profile) StatedWeights() map[string]float64 {
	out := make(map[string]float64, len(p.Weights)+len(p.Ranges))
	for id, w := range p.Weights {
		out[id] = w
	}
	for id, r := range p.Ranges {
		out[id] = r.Middle()
	}
	return out
}

// StatedWeight is the weight of one priority that counts, as of [Profile.StatedWeights].
func (p *Profile) StatedWeight(id string) (weight float64, stated bool) {
	if r, ok := p.Ranges[id]; ok {
		return r.Middle(), true
	}
	weight, stated = p.Weights[id]
	return weight, stated
}

func (u Unfinished) clone() Unfinished {
	return Unfinished{Pairs: slices.Clone(u.Pairs), BestWorst: u.BestWorst.Clone(), Unrated: slices.Clone(u.Unrated)}
}

func (l Limit) clone() Limit {
	return Limit{Exclude: slices.Clone(l.Exclude), Because: l.Because}
}

func eachAnswer(facts map[string]Answer) iter.Seq2[string, compiled.Answer] {
	return func(yield func(string, compiled.Answer) bool) {
		for id, a := range facts {
			if !yield(id, compiledAnswer(a)) {
				return
			}
		}
	}
}

// compiledAnswer gives an answer as the rules read it.
func compiledAnswer(a Answer) compiled.Answer {
	switch a.state {
	case unknown:
		return compiled.Answer{State: compiled.StateUnknown}
	case notApplicable:
		return compiled.Answer{State: compiled.StateNA}
	}
	return compiled.Answer{Value: a.value}
}
