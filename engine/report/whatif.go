package report

import (
	"io"
	"maps"
	"slices"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/rules"
)

// ChangeSchema names the form of [ChangeResult].
const ChangeSchema = "ajar.whatif/1"

// ChangeResult is the JSON document of [WriteChange]: what other answers do to
// a result. Keys that it shares with [Result] mean the same.
type ChangeResult struct {
	Schema     string            `json:"schema"`
	Lang       string            `json:"lang"`
	Ajar       *string           `json:"ajar"`
	Rules      Rules             `json:"rules"`
	Set        []AnswerChange    `json:"set"`
	Before     Verdict           `json:"before"`
	After      Verdict           `json:"after"`
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

// Verdict is the short form of a result.
type Verdict struct {
	Profile       Profile       `json:"profile"`
	Stance        engine.Stance `json:"stance"`
	Option        *string       `json:"option"`
	Settled       *Settled      `json:"settled"`
	Acceptability *float64      `json:"acceptability" jsonschema:"of the option"`
	Score         Interval      `json:"score"`
}

// VetoChange is a veto or limit that begins or ceases to apply.
type VetoChange struct {
	Block
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

// WriteChange writes what other answers do to a result: before, after, what
// moved and why. Both recommendations are of the same pack and made by
// [engine.Engine.Analyse]. Formats, options and errors are those of [Write].
func WriteChange(w io.Writer, before, after *engine.Recommendation, f Format, opts ...Option) error {
	with := func(now *writer) *change { return &change{newWriter(before, now.Lang, now.version), now} }
	return write(w, after, f, opts,
		func(now *writer) any { return with(now).document() },
		func(now *writer) []block { return with(now).page() })
}

// change compares two recommendations.
type change struct{ was, now *writer }

func (c *change) document() *ChangeResult {
	d := &ChangeResult{
		Schema: ChangeSchema, Lang: c.now.Lang, Ajar: optional(c.now.version), Rules: c.now.rules(),
		Set: c.answers(), Before: c.was.verdict(), After: c.now.verdict(), Vetoes: []VetoChange{}, Arguments: c.arguments(),
	}
	for _, v := range c.vetoes(c.was, c.now) {
		d.Vetoes = append(d.Vetoes, VetoChange{c.now.block(v), true})
	}
	for _, v := range c.vetoes(c.now, c.was) {
		d.Vetoes = append(d.Vetoes, VetoChange{c.was.block(v), false})
	}
	for i := range c.now.r.Options {
		was, now := &c.was.r.Options[i], &c.now.r.Options[i]
		d.Options = append(d.Options, OptionChange{now.ID, number(was.Value.Nominal), number(now.Value.Nominal), was.Available, now.Available})
	}
	for i := range c.now.r.Dimensions {
		was, now := &c.was.r.Dimensions[i], &c.now.r.Dimensions[i]
		d.Dimensions = append(d.Dimensions, DimensionChange{now.ID, was.Contribution, now.Contribution})
	}
	return d
}

func (w *writer) verdict() Verdict {
	v := Verdict{Profile: w.profile(), Stance: w.r.Stance, Option: optional(w.r.Option), Settled: w.settled(), Score: interval(w.r.Score)}
	if a := acceptabilityOf(w.near(), w.r.Option); a != nil {
		v.Acceptability = &a.Share
	}
	return v
}

// answers lists the answers that differ, priorities first, by id.
func (c *change) answers() []AnswerChange {
	out := []AnswerChange{}
	was, now := &c.was.r.Profile, &c.now.r.Profile
	for _, id := range united(was.Weights, now.Weights) {
		x, y := weightValue(was, id), weightValue(now, id)
		if x != y {
			out = append(out, AnswerChange{id, "priority", x, y})
		}
	}
	for _, id := range united(was.Facts, now.Facts) {
		x, y := c.was.factValue(id), c.now.factValue(id)
		if x != y {
			out = append(out, AnswerChange{id, "fact", x, y})
		}
	}
	return out
}

// united lists the keys of two maps, sorted.
func united[T any](a, b map[string]T) []string {
	all := maps.Clone(a)
	if all == nil {
		all = map[string]T{}
	}
	maps.Copy(all, b)
	return slices.Sorted(maps.Keys(all))
}

func weightValue(p *engine.Profile, id string) Value {
	if w, ok := p.Weights[id]; ok {
		return w
	}
	return nil
}

func (w *writer) factValue(id string) Value {
	a, ok := w.r.Profile.Facts[id]
	if _, known := a.Known(); ok && !known {
		return a.String()
	}
	return w.value(id)
}

// vetoes lists the vetoes and limits that apply by the second writer and not
// by the first, each once.
func (c *change) vetoes(without, with *writer) []*engine.Veto {
	var out []*engine.Veto
	old := without.blockers(false)
	for _, b := range with.blockers(false) {
		same := func(o blocker) bool {
			return o.Rule == b.Rule && (b.Limit == nil || o.Limit != nil && o.Limit.Because == b.Limit.Because)
		}
		if !slices.ContainsFunc(old, same) {
			out = append(out, b.Veto)
		}
	}
	return out
}

const moved = 0.01 // one part of 100

// arguments lists what moved by one part of 100 or more, the most first.
func (c *change) arguments() []ArgumentChange {
	byRule := map[string]*ArgumentChange{}
	note := func(w *writer, to func(*ArgumentChange) *float64) {
		for i := range w.r.Dimensions {
			for _, a := range w.r.Dimensions[i].Arguments {
				x := byRule[a.Rule.ID]
				if x == nil {
					x = &ArgumentChange{ID: a.Rule.ID, Dimension: w.r.Dimensions[i].ID, Pull: a.Rule.Pull}
					byRule[a.Rule.ID] = x
				}
				*to(x) = a.Mass
			}
		}
	}
	note(c.was, func(x *ArgumentChange) *float64 { return &x.Before })
	note(c.now, func(x *ArgumentChange) *float64 { return &x.After })
	out := []ArgumentChange{}
	for _, id := range slices.Sorted(maps.Keys(byRule)) {
		if x := byRule[id]; abs(x.After-x.Before) >= moved {
			out = append(out, *x)
		}
	}
	slices.SortStableFunc(out, func(a, b ArgumentChange) int { return -compareFloat(abs(a.After-a.Before), abs(b.After-b.Before)) })
	return out
}
