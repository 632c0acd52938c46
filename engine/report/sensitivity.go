package report

import (
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/ajar-decision/ajar/engine"
)

// SensitivitySchema names the form of [SensitivityResult].
const SensitivitySchema = "ajar.sensitivity/1"

// SensitivityResult is the JSON document of [WriteSensitivity]: all that would
// change a result. Keys that it shares with [Result] mean the same.
type SensitivityResult struct {
	Schema        string                `json:"schema"`
	Lang          string                `json:"lang"`
	Ajar          *string               `json:"ajar"`
	Rules         Rules                 `json:"rules"`
	Profile       Profile               `json:"profile"`
	Stance        engine.Stance         `json:"stance"`
	Option        *string               `json:"option"`
	Settled       *Settled              `json:"settled"`
	RunnerUp      *RunnerUp             `json:"runner_up"`
	Acceptability []Acceptance          `json:"acceptability"`
	Priorities    []PrioritySensitivity `json:"priorities"`
	Flips         Flips                 `json:"flips"`
	Shares        *Shares               `json:"shares"`
	Questions     []Question            `json:"next_questions"`
}

// Acceptance is the share of weightings under which an option is the verdict:
// around the stated weights (null if these say nothing) and over all weights,
// with standard errors.
type Acceptance struct {
	Option       string   `json:"option"`
	Stated       *float64 `json:"stated"`
	StatedSE     *float64 `json:"stated_se"`
	AnyWeights   *float64 `json:"any_weights"`
	AnyWeightsSE *float64 `json:"any_weights_se"`
}

// PrioritySensitivity says what the weight of one priority can do. Weight is
// null if the priority is not stated.
type PrioritySensitivity struct {
	ID             string       `json:"id"`
	Weight         *float64     `json:"weight"`
	EffectiveShare float64      `json:"effective_share"`
	CanMatter      bool         `json:"can_matter"`
	FlipWeights    []FlipWeight `json:"flip_weights"`
}

// WriteSensitivity writes all that would change a recommendation made by
// [engine.Engine.Analyse]: a tornado of the weights, every change of facts, and
// how weightings divide among the options. Formats, options and errors are
// those of [Write].
func WriteSensitivity(w io.Writer, r *engine.Recommendation, f Format, opts ...Option) error {
	return write(w, r, f, opts, func(about *writer) any { return about.sensitivityDocument() }, (*writer).sensitivityPage)
}

func (w *writer) sensitivityDocument() *SensitivityResult {
	s, full := w.r.Sensitivity, w.document()
	d := &SensitivityResult{
		Schema: SensitivitySchema, Lang: w.Lang, Ajar: full.Ajar, Rules: full.Rules, Profile: full.Profile,
		Stance: full.Stance, Option: full.Option, Settled: full.Settled, RunnerUp: full.RunnerUp,
		Flips: full.Flips, Shares: full.Shares, Questions: full.Questions,
	}
	d.Acceptability = mapped(s.AnyWeights, func(a *engine.Acceptability) Acceptance {
		out := Acceptance{Option: a.Option, AnyWeights: &a.Share, AnyWeightsSE: &a.Error}
		if near := acceptabilityOf(s.Acceptability, a.Option); near != nil {
			out.Stated, out.StatedSE = &near.Share, &near.Error
		}
		return out
	})
	d.Priorities = mapped(s.Priorities, func(p *engine.PrioritySensitivity) PrioritySensitivity {
		out := PrioritySensitivity{ID: p.ID, EffectiveShare: p.EffectiveShare, CanMatter: p.CanMatter, FlipWeights: mapped(p.Flips, flipWeight)}
		if weight, stated := w.r.Profile.Weights[p.ID]; stated {
			out.Weight = &weight
		}
		return out
	})
	return d
}

func (w *writer) sensitivityPage() []block {
	s := w.r.Sensitivity
	name := w.Say("title_settled")
	if w.r.Profile.Name != "" {
		name = w.Say("title_settled_for", "name", w.r.Profile.Name)
	}
	p := []block{{kind: title, text: []string{name}}, {kind: verdict, text: []string{w.headline()}}}
	if w.r.Option != "" {
		p = append(p, block{kind: para, text: w.howSettled()})
		p = append(p, w.tornado()...)
	}
	facts := append(w.factChanges(s.FlipFacts, math.MaxInt), w.pairChanges()...)
	if len(facts) == 0 {
		facts = each(w.Say("no_fact_changes"))
	}
	p = append(p, under(w.Say("section_facts"), listed(item, facts))...)
	if w.r.Option != "" {
		p = append(p, w.weightings()...)
	}
	p = append(p, under(w.Say("section_next"), listed(item, w.allQuestions()))...)
	return append(p, w.method()...)
}

// allQuestions lists the questions that can change the option, and names the
// others.
func (w *writer) allQuestions() [][]string {
	var out [][]string
	var narrow []string
	for i := range w.r.Sensitivity.Questions {
		if q := &w.r.Sensitivity.Questions[i]; len(q.CouldChangeTo) > 0 {
			out = append(out, w.question(q))
		} else {
			narrow = append(narrow, q.Fact)
		}
	}
	if len(narrow) > 0 {
		out = append(out, []string{w.Say("ask_narrow", "facts", w.withIDs(narrow, w.fact))})
	}
	return out
}

// tornado draws for each priority how far its weight may go, those that need
// the smallest change first.
func (w *writer) tornado() []block {
	t := &table{bar: 1, key: w.Say("tornado_key"), head: []string{
		w.Say("head_priority"), w.Say("head_tornado"), w.Say("head_now"), w.Say("head_flips"), w.Say("head_effect"),
	}}
	list := slices.DeleteFunc(slices.Clone(w.r.Sensitivity.Priorities), func(p engine.PrioritySensitivity) bool { return len(p.Flips) == 0 })
	slices.SortStableFunc(list, func(a, b engine.PrioritySensitivity) int { return compareFloat(w.nearest(&a), w.nearest(&b)) })
	for i := range list {
		p := &list[i]
		now := w.Say("weight_unstated")
		if weight, stated := w.r.Profile.Weights[p.ID]; stated {
			now = formatWeight(weight)
		}
		var flips, spoken []string
		for j := range p.Flips {
			f := &p.Flips[j]
			flips = append(flips, w.Say("flip_cell", "at", formatWeight(f.At), "to", w.result(f)))
			spoken = append(spoken, w.weightChange(p, f))
		}
		if p.Stated {
			spoken = append(spoken, w.Say("effect_spoken", "n", points(p.EffectiveShare)))
		}
		t.rows = append(t.rows, row{[]string{w.priority(p.ID), tornadoBar(w.r.Profile.Weights[p.ID], p.Flips), now, w.List(flips), points(p.EffectiveShare)}, spoken})
	}
	var out []block
	if len(t.rows) > 0 {
		out = append(out, block{kind: grid, table: t})
	}
	out = append(out, listed(item, w.idleWeights())...)
	return under(w.Say("section_weights"), append(out, listed(item, w.steady())...))
}

// result names what a flip leads to, short enough for a column.
func (w *writer) result(f *engine.FlipWeight) string {
	if f.Option == "" {
		return w.Say("becomes_" + string(f.Stance))
	}
	return w.r.Pack.Option(f.Option).Title.In(w.Lang)
}

// nearest is the smallest change of a weight that flips.
func (w *writer) nearest(p *engine.PrioritySensitivity) float64 {
	least := math.Inf(1)
	for _, f := range p.Flips {
		least = min(least, abs(f.At-w.r.Profile.Weights[p.ID]))
	}
	return least
}

const tornadoCells = 21 // one for each half point from 0 to 10

// tornadoBar draws the weights from 0 to 10 under which the option stays, with
// an "o" at the stated one.
func tornadoBar(now float64, flips []engine.FlipWeight) string {
	low, high := 0, tornadoCells-1
	place := func(x float64) int { return int(math.Round(2 * x)) }
	at := place(now)
	for _, f := range flips {
		if f.At < now {
			low = min(at, place(f.Border))
		} else {
			high = max(at, place(f.Border))
		}
	}
	bar := strings.Repeat(" ", low) + strings.Repeat("=", high-low+1) + strings.Repeat(" ", tornadoCells-1-high)
	return bar[:at] + "o" + bar[at+1:]
}

// pairChanges lists pairs of facts of which neither does it alone.
func (w *writer) pairChanges() [][]string {
	var out [][]string
	for i := range w.r.Sensitivity.FlipPairs {
		f := &w.r.Sensitivity.FlipPairs[i]
		parts := make([]string, len(f.Set))
		for j, s := range f.Set {
			parts[j] = w.Say("pair_part", "name", w.fact(s.Fact), "id", s.Fact, "answer", w.Say("quoted", "text", w.answer(s.Fact, s.Answer)))
		}
		out = append(out, []string{w.Say("change_pair", "parts", w.List(parts), "to", w.becomes(outcome(f.Option, f.Stance)))})
	}
	return out
}

// weightings is the part about how weightings divide among the options.
func (w *writer) weightings() []block {
	s := w.r.Sensitivity
	t := &table{bar: noBar, head: []string{w.Say("head_option"), w.Say("head_near"), w.Say("head_any")}}
	for _, a := range s.AnyWeights {
		near := w.Say("value_none")
		if x := acceptabilityOf(s.Acceptability, a.Option); x != nil {
			near = w.hundred(x.Share)
		}
		all := w.hundred(a.Share)
		t.rows = append(t.rows, row{[]string{w.r.Pack.Option(a.Option).Title.In(w.Lang), near, all},
			[]string{w.Say("weightings_spoken", "option", w.option(a.Option), "near", near, "all", all)}})
	}
	lines := w.compared()
	if line := w.wanted(); line != "" {
		lines = append(lines, []string{line})
	}
	out := []block{{kind: grid, table: t}, {kind: para, text: []string{w.Say("weightings_legend")}}}
	return under(w.Say("section_weightings"), append(out, listed(item, lines)...))
}

const wantedShown = 5 // priorities named in the weighting that the runner-up needs

// wanted says what one would have to want for the runner-up to win.
func (w *writer) wanted() string {
	list := slices.Clone(w.r.Sensitivity.Central)
	slices.SortStableFunc(list, func(a, b engine.Weight) int { return -compareFloat(a.Share, b.Share) })
	var parts []string
	for _, x := range list[:min(wantedShown, len(list))] {
		parts = append(parts, w.Say("wanted_part", "name", w.priority(x.ID), "n", strconv.Itoa(int(math.Round(100*x.Share)))))
	}
	if len(parts) == 0 {
		return ""
	}
	return w.Say("wanted", "option", w.option(w.r.RunnerUp.Option), "priorities", w.List(parts))
}
