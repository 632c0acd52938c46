package engine_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/ajar-decision/ajar/engine"
	"github.com/ajar-decision/ajar/engine/internal/gen"
	"github.com/ajar-decision/ajar/rules"
	"github.com/ajar-decision/ajar/rules/testkit"
)

// breaches holds a result against the law of its pack, read anew.
func breaches(p *rules.Pack, profile engine.Profile, r *engine.Recommendation) []string {
	if r.Option == "" {
		return nil
	}
	rel := testkit.NewRelease(p, r.Option, r.Form, r.Ready)
	for _, c := range r.Components {
		rel.Parts[c.ID] = c.Advice
	}
	for _, c := range r.Conditions {
		rel.Waits[c.ID] = true
	}
	for _, c := range r.Cautions {
		rel.Told[c.ID] = c.ToldOnly
	}
	return testkit.FindBreaches(p, reading(p, profile), rel)
}

func reading(p *rules.Pack, profile engine.Profile) *rules.Reading {
	answers := map[string]string{}
	for id, a := range profile.Facts {
		answers[id] = a.String()
	}
	return p.ReadAnswers(answers)
}

// Property 13: nothing that is advised does what a bar forbids, on random packs.
func TestNothingForbiddenIsAdvised(t *testing.T) {
	check(t, func(t *rapid.T) {
		p, e, profile := drawn(t, gen.Usual)
		require.Empty(t, breaches(p, profile, decide(t, e, profile)))
	})
}

// Property 13 on the core pack: 2,000 random profiles, ten times as many in the
// long tests.
func TestNothingForbiddenIsAdvisedByTheCorePack(t *testing.T) {
	t.Parallel()
	p := rules.Core()
	e := build(t, p)
	held := map[string]int{}
	for n := range testkit.Times(2_000) {
		profile := corePickedAtRandom(p, uint64(n))
		r := decide(t, e, profile)
		require.Empty(t, breaches(p, profile, r), "profile %d: %v", n, profile.Facts)
		for _, c := range r.Conditions {
			held[c.ID]++
		}
	}
	require.Greater(t, len(held), 10, "the profiles meet many bars: %v", held)
}

// corePickedAtRandom answers about half of the facts, and states some weights.
func corePickedAtRandom(p *rules.Pack, seed uint64) engine.Profile {
	rnd := rand.New(rand.NewPCG(seed, 20261126))
	out := engine.Profile{Weights: map[string]float64{}, Facts: map[string]engine.Answer{}}
	for i := range p.Priorities {
		if rnd.IntN(3) == 0 {
			out.Weights[p.Priorities[i].ID] = float64(rnd.IntN(11))
		}
	}
	for i := range p.Facts {
		if f := &p.Facts[i]; rnd.IntN(2) == 0 {
			out.Facts[f.ID] = pickAnswer(rnd, f)
		}
	}
	return out
}

// pickAnswer picks an answer: of a set one value or two, since all its subsets are
// too many to list.
func pickAnswer(rnd *rand.Rand, f *rules.Fact) engine.Answer {
	if f.Type != rules.SetFact {
		answers := gen.DistinctAnswers(f)
		return gen.ParseAnswer(answers[rnd.IntN(len(answers))])
	}
	first, second := f.Values[rnd.IntN(len(f.Values))], f.Values[rnd.IntN(len(f.Values))]
	if first.Alone || second.Alone || first.ID == second.ID || rnd.IntN(2) == 0 {
		return engine.Value(first.ID)
	}
	return engine.Set(first.ID, second.ID)
}

// Property 14: answering what only lifts bars moves every form towards what the
// answer allows. "Yes" makes no form worse off, "no" makes none better off.
func TestEscapesOnlyLift(t *testing.T) {
	t.Parallel()
	p := rules.Core()
	e := build(t, p)
	lifting := factsThatOnlyLift(p)
	require.NotEmpty(t, lifting)
	for n := range testkit.Times(100) {
		profile := corePickedAtRandom(p, uint64(n))
		for _, f := range lifting {
			delete(profile.Facts, f.ID)
			before := decide(t, e, profile)
			for _, answer := range gen.DistinctAnswers(f) {
				with := gen.WithAnswer(profile, f.ID, gen.ParseAnswer(answer))
				after := decide(t, e, with)
				requireDirection(t, p, f, reading(p, profile), reading(p, with), before, after)
			}
		}
	}
}

// factsThatOnlyLift lists the facts that nothing but escapes reads.
func factsThatOnlyLift(p *rules.Pack) []*rules.Fact {
	inEscape, elsewhere := map[string]bool{}, map[string]bool{}
	note := func(to map[string]bool, c *rules.Condition) {
		for _, id := range c.Facts(nil) {
			to[id] = true
		}
	}
	for r := range p.Rules() {
		b, isBar := r.Of.(*rules.Bar)
		if !isBar {
			for _, c := range r.Conditions {
				note(elsewhere, c)
			}
			continue
		}
		note(elsewhere, b.When)
		for i := range b.Escapes {
			note(inEscape, b.Escapes[i].FindOut)
			note(inEscape, b.Escapes[i].Do)
		}
	}
	var out []*rules.Fact
	for _, id := range slices.Sorted(maps.Keys(inEscape)) {
		if !elsewhere[id] {
			out = append(out, p.Fact(id))
		}
	}
	return out
}

func requireDirection(t *testing.T, p *rules.Pack, f *rules.Fact, was, is *rules.Reading, before, after *engine.Recommendation) {
	t.Helper()
	rises, falls := true, true
	for i := range p.Bars {
		for _, findOut := range []bool{true, false} {
			x, y := testkit.EscapeTruth(was, &p.Bars[i], findOut), testkit.EscapeTruth(is, &p.Bars[i], findOut)
			rises, falls = rises && y >= x, falls && y <= x
		}
	}
	for i := range before.Options {
		for j := range before.Options[i].Forms {
			x, y := before.Options[i].Forms[j], after.Options[i].Forms[j]
			if rises {
				require.LessOrEqual(t, y.Barred, x.Barred, "%s lifts, and %s is worse off", f.ID, x.ID)
			}
			if falls {
				require.GreaterOrEqual(t, y.Barred, x.Barred, "%s lifts nothing, and %s is better off", f.ID, x.ID)
			}
		}
	}
}

// The table of the law: every bar and duty against every form and every part. No
// cell is empty; the file is read by people.
func TestGoldenTableOfTheLaw(t *testing.T) {
	t.Parallel()
	p := rules.Core()
	var b strings.Builder
	b.WriteString("What each bar makes of each form and each part while it holds, and what each duty asks.\n")
	b.WriteString("forbidden: for good. until: something lifts it. \"if\": only under a condition on the facts.\n")
	for i := range p.Bars {
		bar := &p.Bars[i]
		fmt.Fprintf(&b, "\nbar %s (%s)\n", bar.ID, bar.Jurisdiction)
		eachForm(p, func(o *rules.Option, f *rules.Form) {
			fmt.Fprintf(&b, "  form %-28s %s\n", f.ID, barCell(bar, formActs(p, o, f)))
		})
		for j := range p.Components {
			c := &p.Components[j]
			fmt.Fprintf(&b, "  part %-28s %s\n", c.ID, partCell(p, bar, c))
		}
	}
	for i := range p.Duties {
		d := &p.Duties[i]
		fmt.Fprintf(&b, "\nduty %s (%s)\n", d.ID, d.Jurisdiction)
		eachForm(p, func(o *rules.Option, f *rules.Form) {
			fmt.Fprintf(&b, "  form %-28s %s\n", f.ID, dutyCell(d, formActs(p, o, f)))
		})
		for j := range p.Components {
			c := &p.Components[j]
			var acts []doneAct
			for _, act := range p.Decisions.Get(string(rules.AdviseOpen)) {
				acts = append(acts, doneAct{act, c.Kind, false})
			}
			fmt.Fprintf(&b, "  part %-28s %s\n", c.ID, dutyCell(d, acts))
		}
	}
	testkit.Golden(t, "testdata/law_table.golden", b.String())
}

// doneAct is an act with a kind of part, under a condition or not.
type doneAct struct {
	act, kind string
	open      bool
}

func formActs(p *rules.Pack, o *rules.Option, f *rules.Form) []doneAct {
	var out []doneAct
	for i := range p.PartKinds {
		for _, act := range o.ActsWith(f, p.PartKinds[i].ID) {
			out = append(out, doneAct{act, p.PartKinds[i].ID, false})
		}
	}
	for _, x := range o.ConditionalActsWith(f) {
		for _, kind := range x.On {
			for _, act := range x.Acts {
				out = append(out, doneAct{act, kind, true})
			}
		}
	}
	return out
}

func eachForm(p *rules.Pack, visit func(o *rules.Option, f *rules.Form)) {
	for i := range p.Options {
		o := &p.Options[i]
		for _, f := range o.ListForms() {
			visit(o, f)
		}
	}
}

// barCell says what a bar makes of acts.
func barCell(b *rules.Bar, acts []doneAct) string {
	if len(b.Demands) > 0 {
		return demandCell(b, acts)
	}
	var hit []string
	sure := false
	for _, a := range acts {
		if slices.Contains(b.Forbids, a.act) && (len(b.On) == 0 || slices.Contains(b.On, a.kind)) {
			hit = append(hit, a.act+" "+a.kind)
			sure = sure || !a.open
		}
	}
	if len(hit) == 0 {
		return "not touched"
	}
	return stateCell(b, sure) + ": " + strings.Join(hit, ", ")
}

func stateCell(b *rules.Bar, sure bool) string {
	word := "forbidden"
	if len(b.Escapes) > 0 {
		var ids []string
		for i := range b.Escapes {
			ids = append(ids, b.Escapes[i].ID)
		}
		word = "until " + strings.Join(ids, " or ")
	}
	if !sure {
		word = "if terms change, " + word
	}
	return word
}

func demandCell(b *rules.Bar, acts []doneAct) string {
	kinds := map[string]int{}
	for _, a := range acts {
		if slices.Contains(b.Demands, a.act) && !a.open { // what is done under a condition meets no demand for sure
			kinds[a.kind]++
		}
	}
	for _, kind := range b.On {
		if kinds[kind] < len(b.Demands) {
			return stateCell(b, true) + ": does not " + strings.Join(b.Demands, " and ") + " " + kind
		}
	}
	for _, n := range kinds {
		if n == len(b.Demands) {
			return "not touched"
		}
	}
	if len(b.On) > 0 {
		return "not touched"
	}
	return stateCell(b, true) + ": does not " + strings.Join(b.Demands, " and ")
}

// partCell says which decisions on a part the bar forbids.
func partCell(p *rules.Pack, b *rules.Bar, c *rules.Component) string {
	var hit []string
	for _, advice := range []rules.Advice{rules.AdviseOpen, rules.AdviseRestrict} {
		if slices.ContainsFunc(p.Decisions.Get(string(advice)), func(act string) bool {
			return slices.Contains(b.Forbids, act) && (len(b.On) == 0 || slices.Contains(b.On, c.Kind))
		}) {
			hit = append(hit, string(advice))
		}
	}
	if len(hit) == 0 {
		return "not touched"
	}
	if b.Component != "" && b.Component != c.ID && slices.ContainsFunc(b.Escapes, func(x rules.Escape) bool { return x.Do != nil }) {
		return stateCell(b, true) + ": to " + strings.Join(hit, ", ") + "; free once " + b.Component + " is taken out"
	}
	return stateCell(b, true) + ": to " + strings.Join(hit, ", ")
}

func dutyCell(d *rules.Duty, acts []doneAct) string {
	var hit []string
	for _, a := range acts {
		if slices.Contains(d.Acts, a.act) && (len(d.On) == 0 || slices.Contains(d.On, a.kind)) && !slices.Contains(hit, a.act) {
			hit = append(hit, a.act)
		}
	}
	if len(hit) == 0 {
		return "not touched"
	}
	return "duty: " + strings.Join(hit, ", ")
}
