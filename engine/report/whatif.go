package report

import (
	"cmp"
	"io"
	"maps"
	"math"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/report/page"
	"github.com/ajar-decision/ajar/rules"
)

// WhatIfSchema names the form of [WhatIfResult].
const WhatIfSchema = "ajar.whatif/1"

// WhatIfResult is the JSON document of [WriteWhatIf]: what other answers do to
// a result. Keys that it shares with [Result] mean the same.
type WhatIfResult struct {
	Schema     string            `json:"schema"`
	Lang       string            `json:"lang"`
	Ajar       *string           `json:"ajar"`
	Rules      Rules             `json:"rules"`
	Set        []AnswerChange    `json:"set"`
	Before     ShortResult       `json:"before"`
	After      ShortResult       `json:"after"`
	Vetoes     []VetoChange      `json:"vetoes" jsonschema:"vetoes and limits that begin or cease to apply"`
	Options    []OptionChange    `json:"options" jsonschema:"all options, narrowest first"`
	Dimensions []DimensionChange `json:"dimensions" jsonschema:"in the order of the pack"`
	Arguments  []ArgumentChange  `json:"arguments" jsonschema:"those whose mass moved, the most moved first"`
}

// AnswerChange is an answer before and after; null where there is none. A
// state without a value is written as "unknown" or "na".
type AnswerChange struct {
	ID     string `json:"id"`
	Kind   string `json:"kind"`
	Before Value  `json:"before"`
	After  Value  `json:"after"`
}

// ShortResult is the short form of a result.
type ShortResult struct {
	Profile       Profile            `json:"profile"`
	Stance        engine.Stance      `json:"stance"`
	Option        *string            `json:"option"`
	Robustness    *VerdictRobustness `json:"settled"`
	Acceptability *float64           `json:"acceptability" jsonschema:"of the option"`
	Score         Interval           `json:"score"`
}

// VetoChange is a veto or limit that begins or ceases to apply.
type VetoChange struct {
	Blocker
	Applies bool `json:"applies" jsonschema:"true: since the change; false: not any more"`
}

// OptionChange is what an option secures, and whether it can be had, before
// and after.
type OptionChange struct {
	ID              string   `json:"id"`
	Before          *float64 `json:"before"`
	After           *float64 `json:"after"`
	AvailableBefore bool     `json:"available_before"`
	AvailableAfter  bool     `json:"available_after"`
}

// DimensionChange is what a dimension adds to the score before and after.
type DimensionChange struct {
	ID     string  `json:"id"`
	Before float64 `json:"before"`
	After  float64 `json:"after"`
}

// ArgumentChange is the mass of an argument before and after; 0: it does not
// count.
type ArgumentChange struct {
	ID        string       `json:"id"`
	Dimension string       `json:"dimension"`
	Pull      rules.Stance `json:"pull"`
	Before    float64      `json:"before"`
	After     float64      `json:"after"`
}

// WriteWhatIf writes what other answers do to a result: before, after, what
// moved and why. Both recommendations are of the same pack and made by
// [engine.Engine.Analyse]. Formats, options and errors are those of [Write].
func WriteWhatIf(w io.Writer, pack *rules.Pack, before, after *engine.Recommendation, f Format, opts ...WriteOption) error {
	if err := checkPack(pack, before); err != nil {
		return err
	}
	with := func(now *resultWriter) *whatIf {
		return &whatIf{newResultWriter(pack, before, now.Lang, now.version), now}
	}
	return writeReport(w, pack, after, f, opts,
		func(now *resultWriter) any { return with(now).buildWhatIfDocument() },
		func(now *resultWriter) []page.Block { return with(now).composeWhatIfPage() })
}

// whatIf compares two recommendations.
type whatIf struct{ before, after *resultWriter }

func (c *whatIf) buildWhatIfDocument() *WhatIfResult {
	d := &WhatIfResult{
		Schema: WhatIfSchema, Lang: c.after.Lang, Ajar: nilIfEmpty(c.after.version), Rules: c.after.buildRules(),
		Set: c.listAnswerChanges(), Before: c.before.buildShortResult(), After: c.after.buildShortResult(), Vetoes: []VetoChange{}, Arguments: c.listArgumentChanges(),
	}
	for _, v := range c.listNewVetoes(c.before, c.after) {
		d.Vetoes = append(d.Vetoes, VetoChange{c.after.buildBlocker(v), true})
	}
	for _, v := range c.listNewVetoes(c.after, c.before) {
		d.Vetoes = append(d.Vetoes, VetoChange{c.before.buildBlocker(v), false})
	}
	for i := range c.after.rec.Options {
		was, now := &c.before.rec.Options[i], &c.after.rec.Options[i]
		d.Options = append(d.Options, OptionChange{now.ID, nilIfNaN(was.Value.Nominal), nilIfNaN(now.Value.Nominal), was.Available, now.Available})
	}
	for i := range c.after.rec.Dimensions {
		was, now := &c.before.rec.Dimensions[i], &c.after.rec.Dimensions[i]
		d.Dimensions = append(d.Dimensions, DimensionChange{now.ID, was.Contribution, now.Contribution})
	}
	return d
}

func (w *resultWriter) buildShortResult() ShortResult {
	v := ShortResult{Profile: w.buildProfile(), Stance: w.rec.Stance, Option: nilIfEmpty(w.rec.Option), Robustness: w.buildRobustness(), Score: buildInterval(w.rec.Score)}
	if a := findAcceptability(w.acceptabilityNearStated(), w.rec.Option); a != nil {
		v.Acceptability = &a.Share
	}
	return v
}

// listAnswerChanges lists the answers that differ, priorities first, by id.
func (c *whatIf) listAnswerChanges() []AnswerChange {
	out := []AnswerChange{}
	was, now := &c.before.rec.Profile, &c.after.rec.Profile
	for _, id := range unionOfKeys(was.Weights, now.Weights) {
		x, y := findWeightValue(was, id), findWeightValue(now, id)
		if x != y {
			out = append(out, AnswerChange{id, PriorityKind, x, y})
		}
	}
	for _, id := range unionOfKeys(was.Facts, now.Facts) {
		x, y := c.before.findFactValueOrState(id), c.after.findFactValueOrState(id)
		if x != y {
			out = append(out, AnswerChange{id, FactKind, x, y})
		}
	}
	return out
}

// unionOfKeys lists the keys of two maps, sorted.
func unionOfKeys[T any](a, b map[string]T) []string {
	all := maps.Clone(a)
	if all == nil {
		all = map[string]T{}
	}
	maps.Copy(all, b)
	return slices.Sorted(maps.Keys(all))
}

func findWeightValue(p *engine.Profile, id string) Value {
	if w, ok := p.Weights[id]; ok {
		return w
	}
	return nil
}

func (w *resultWriter) findFactValueOrState(id string) Value {
	a, ok := w.rec.Profile.Facts[id]
	if _, known := a.Known(); ok && !known {
		return a.String()
	}
	return w.findFactValue(id)
}

// listNewVetoes lists the vetoes and limits that apply by the second writer and not
// by the first, each once.
func (c *whatIf) listNewVetoes(without, with *resultWriter) []*engine.VetoResult {
	var out []*engine.VetoResult
	old := without.collectVetoes(false)
	for _, b := range with.collectVetoes(false) {
		same := func(o vetoWithOptions) bool {
			return o.ID == b.ID && (b.Limit == nil || o.Limit != nil && o.Limit.Because == b.Limit.Because)
		}
		if !slices.ContainsFunc(old, same) {
			out = append(out, b.VetoResult)
		}
	}
	return out
}

const minMove = 0.01 // one part of 100

// listArgumentChanges lists what moved by one part of 100 or more, the most first.
func (c *whatIf) listArgumentChanges() []ArgumentChange {
	byRule := map[string]*ArgumentChange{}
	note := func(w *resultWriter, to func(*ArgumentChange) *float64) {
		for i := range w.rec.Dimensions {
			for _, a := range w.rec.Dimensions[i].Arguments {
				x := byRule[a.ID]
				if x == nil {
					x = &ArgumentChange{ID: a.ID, Dimension: w.rec.Dimensions[i].ID, Pull: a.Pull}
					byRule[a.ID] = x
				}
				*to(x) = a.Mass
			}
		}
	}
	note(c.before, func(x *ArgumentChange) *float64 { return &x.Before })
	note(c.after, func(x *ArgumentChange) *float64 { return &x.After })
	out := []ArgumentChange{}
	for _, id := range slices.Sorted(maps.Keys(byRule)) {
		if x := byRule[id]; math.Abs(x.After-x.Before) >= minMove {
			out = append(out, *x)
		}
	}
	slices.SortStableFunc(out, func(a, b ArgumentChange) int {
		return cmp.Compare(math.Abs(b.After-b.Before), math.Abs(a.After-a.Before))
	})
	return out
}
